package main

import (
	_ "embed"
)

const mediaText = "text/plain; charset=utf-8"

// serveHealth says that the service runs.
func serveHealth(x *exchange) *problem {
	x.answer(mediaText, []byte("ok\n"))
	return nil
}

// serveReady says whether it is to be sent requests: the dictionary is loaded, and it does
// not end.
func (s *service) serveReady(x *exchange) *problem {
	switch {
	case s.isDraining():
		return newProblem(shuttingDown, "the service ends")
	case !s.ready.Load():
		return newProblem(notReady, "the dictionary is being loaded")
	}
	x.answer(mediaText, []byte("ready\n"))
	return nil
}

func (s *service) serveMetrics(x *exchange) *problem {
	s.metrics.handler.ServeHTTP(x, x.request)
	return nil
}

// serveDocument answers with the description of the service.
func (s *service) serveDocument(x *exchange) *problem {
	x.answer(mediaJSON, s.document)
	return nil
}

//go:embed contract.schema.json
var contractSchema []byte

// serveSchema answers with the schema of the requests and the answers.
func serveSchema(x *exchange) *problem {
	x.answer("application/schema+json", contractSchema)
	return nil
}
