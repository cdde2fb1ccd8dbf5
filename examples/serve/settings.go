package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

// settings are what the command line says.
type settings struct {
	addr      string
	cert, key string // files, or ""
	tokenFile string // or ""
	lenders   string // a file, or ""
	lang      remedy.Lang
	people    classify.Population
	log       slog.Level
	version   bool

	body, batch                             int64 // bytes
	batches, requests, streams, connections int   // at once
	header, read, write, idle               time.Duration
	grace                                   time.Duration
}

const usage = `usage: serve [flags]

An HTTP service that tells what Chinese debt-collection SMS are.

  POST /v1/check    one message as JSON, or many as JSON Lines (application/x-ndjson),
                    each answered as it arrives
  POST /v1/matters  all messages of one phone
  POST /v1/presend  a lender's notices, before they are sent

/openapi.json describes everything. No part of a message is logged or kept.

  serve                                           on this machine only, port 8080
  serve -addr :8443 -cert c.pem -key k.pem -token-file token
                                                  for others, with TLS and a token

  curl -H 'Content-Type: application/json' -d '{"text":"【…】…"}' localhost:8080/v1/check

Exit status: 0 if it was stopped by a signal and everything was answered; 1 if some
requests were cut off or the listener failed; 2 if the command line is wrong or it cannot
start.

flags:
`

// parseArgs reads the command line. If it is wrong, parseArgs has said so on stderr. Requested
// help goes to stdout.
func parseArgs(args []string, stdout, stderr io.Writer) (settings, error) {
	var s settings
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // it would print the whole help with its errors
	flags.StringVar(&s.addr, "addr", "127.0.0.1:8080", "`address` to listen on; port 0 means any free port, which the log names")
	flags.Int64Var(&s.batch, "batch-body", 32<<20, "how many `bytes` a request with a phone's messages or many notices may have at most")
	flags.IntVar(&s.batches, "batches", 4, "how many requests with a phone's messages or many notices may be under way at\nonce; others are told to try again (429)")
	flags.Int64Var(&s.body, "body", 1<<20, "how many `bytes` a request with one message may have at most")
	flags.StringVar(&s.cert, "cert", "", "`file` with the TLS certificate (PEM)")
	flags.IntVar(&s.connections, "connections", 4096, "how many connections may be open at once; others wait")
	flags.DurationVar(&s.grace, "grace", 25*time.Second, "how long requests under way may go on after SIGTERM")
	flags.DurationVar(&s.header, "header", 5*time.Second, "how long the header of a request may take to arrive")
	flags.DurationVar(&s.idle, "idle", 2*time.Minute, "how long a connection may stay open without a request")
	flags.StringVar(&s.key, "key", "", "`file` with the TLS key (PEM)")
	lang := flags.String("lang", "zh", "`language` of the steps, the headline and the reason: zh or en")
	flags.StringVar(&s.lenders, "lenders", "", "`file` of lenders you know: a JSON list, or one JSON object a line, with name,\naliases, hotlines, domains and senders")
	flags.TextVar(&s.log, "log", slog.LevelInfo, "`level` of the log: info logs each request, warn only what goes wrong")
	flags.TextVar(&s.people, "population", classify.PeopleWhoAsk, "whose `messages` these are: people_who_ask, from people who are unsure about a\nmessage and ask, or every_message, all that a phone receives")
	flags.DurationVar(&s.read, "read", 30*time.Second, "how long the body of a request, or each line of a stream, may take to arrive")
	flags.IntVar(&s.requests, "requests", 256, "how many requests with one message may be under way at once; others are told to\ntry again (429)")
	flags.IntVar(&s.streams, "streams", 32, "how many streams may be under way at once; others are told to try again (429)")
	flags.StringVar(&s.tokenFile, "token-file", "", "`file` with the token that requests must carry: Authorization: Bearer …")
	flags.BoolVar(&s.version, "version", false, "print the version")
	flags.DurationVar(&s.write, "write", 30*time.Second, "how long the client may take to read an answer, or a few lines of a stream")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return s, err
	}
	s.lang = remedy.Lang(*lang)
	if err == nil {
		err = s.check(flags.Args())
	}
	if err != nil {
		fmt.Fprintf(stderr, "serve: %v\nserve -h lists all flags\n", err)
	}
	return s, err
}

// check returns an error if a value is out of range or flags do not go together.
func (s *settings) check(rest []string) error {
	for _, f := range []struct {
		name string
		n    int64
	}{
		{"batch-body", s.batch}, {"batches", int64(s.batches)}, {"body", s.body}, {"connections", int64(s.connections)}, {"grace", int64(s.grace)}, {"header", int64(s.header)},
		{"idle", int64(s.idle)}, {"read", int64(s.read)}, {"requests", int64(s.requests)}, {"streams", int64(s.streams)}, {"write", int64(s.write)},
	} {
		if f.n <= 0 {
			return fmt.Errorf("-%s must be more than 0", f.name)
		}
	}
	switch {
	case len(rest) > 0:
		return errors.New("serve takes flags only, no arguments")
	case s.lang != remedy.Chinese && s.lang != remedy.English:
		return errors.New("-lang must be zh or en")
	case (s.cert == "") != (s.key == ""):
		return errors.New("-cert and -key must be given together")
	}
	return nil
}
