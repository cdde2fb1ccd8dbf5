package main

import (
	_ "embed"
)

const mediaText = "text/plain; charset=utf-8"

// serveHealth answers that the service runs.
func serveHealth(x *exchange) *problem {
	x.answer(mediaText, []byte("ok\n"))
	return nil
}

// serveReady answers whether to send requests: the dictionary is loaded, and the service is not
// shutting down.
func (s *service) serveReady(x *exchange) *problem {
	switch {
	case s.isDraining():
		return newProblem(shuttingDown, "the service is shutting down")
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
