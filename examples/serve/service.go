package main

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"

	"golang.org/x/net/netutil"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/examples/internal/lenders"
	"github.com/dunsms/dunsms/parser"
)

// service is the whole service: its checkers, metrics and listener.
type service struct {
	settings settings
	checker  *dunsms.Checker
	notices  *presend.Checker
	token    *token // nil: none is required
	log      *slog.Logger
	metrics  *metrics
	document []byte // the OpenAPI description as JSON
	requests slots
	streams  slots
	batches  slots

	ready    atomic.Bool   // the dictionary is loaded
	draining chan struct{} // closed when the service is to end
	routes   map[string][]operation
	mux      *http.ServeMux
	server   *http.Server
	listener net.Listener
}

// newService reads the files that the settings name. Its errors quote nothing of them.
func newService(set settings, logs io.Writer) (*service, error) {
	s := &service{
		settings: set,
		checker:  &dunsms.Checker{Lang: set.lang, Population: set.people},
		notices:  &presend.Checker{Lang: set.lang},
		log:      slog.New(slog.NewJSONHandler(logs, &slog.HandlerOptions{Level: set.log})),
		requests: make(slots, set.requests),
		streams:  make(slots, set.streams),
		batches:  make(slots, set.batches),
		draining: make(chan struct{}),
	}
	s.metrics = newMetrics(s)
	var err error
	if set.lenders != "" {
		if s.checker.Lenders, err = lenders.ReadFile(set.lenders); err != nil {
			return nil, err
		}
		if s.checker.Parser, err = parser.New(parser.WithLenders(s.checker.Lenders)); err != nil {
			return nil, err
		}
		s.notices.Lenders, s.notices.Parser = s.checker.Lenders, s.checker.Parser
	}
	if set.tokenFile != "" {
		if s.token, err = readToken(set.tokenFile); err != nil {
			return nil, err
		}
	}
	if s.document, err = openAPI(s.token != nil); err != nil {
		return nil, err
	}
	s.route()
	s.server = &http.Server{
		Handler:           s,
		ReadHeaderTimeout: set.header,
		IdleTimeout:       set.idle,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          serverLog(s.log),
	}
	if set.cert != "" {
		pair, err := tls.LoadX509KeyPair(set.cert, set.key)
		if err != nil {
			return nil, errors.New("the certificate and its key cannot be read, or do not belong together")
		}
		s.server.TLSConfig = &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
	}
	return s, nil
}

// listen opens the port.
func (s *service) listen() error {
	l, err := net.Listen("tcp", s.settings.addr)
	if err != nil {
		return err
	}
	s.listener = netutil.LimitListener(l, s.settings.connections)
	return nil
}

// run answers requests until ctx is done, and then those already accepted. Its error, which is
// also logged, means that something was not answered.
func (s *service) run(ctx context.Context) error {
	addr := s.listener.Addr().(*net.TCPAddr)
	s.log.Info("listening", "addr", addr.String(), "tls", s.server.TLSConfig != nil, "token", s.token != nil, "version", dunsms.Version)
	if !addr.IP.IsLoopback() && (s.server.TLSConfig == nil || s.token == nil) {
		s.log.Warn("others can reach it without TLS or without a token")
	}
	var all sync.WaitGroup
	defer all.Wait()
	all.Go(s.warm)
	failed := make(chan error, 1)
	all.Go(func() {
		if s.server.TLSConfig != nil {
			failed <- s.server.ServeTLS(s.listener, "", "")
		} else {
			failed <- s.server.Serve(s.listener)
		}
	})
	select {
	case err := <-failed:
		s.log.Error("the listener failed")
		return err
	case <-ctx.Done():
	}
	s.log.Info("ending")
	close(s.draining)
	grace, stop := context.WithTimeout(context.Background(), s.settings.grace)
	defer stop()
	err := s.server.Shutdown(grace)
	if err != nil {
		s.log.Error("some requests were cut off", "requests", s.requests.used(), "streams", s.streams.used(), "batches", s.batches.used())
		_ = s.server.Close()
	}
	s.log.Info("ended", "answered", s.metrics.answered.Load())
	return err
}

// warm loads what the first answer needs.
func (s *service) warm() {
	s.checker.Preload()
	s.notices.Preload()
	s.ready.Store(true)
	s.log.Info("ready")
}

// isDraining reports whether the service is to end.
func (s *service) isDraining() bool {
	select {
	case <-s.draining:
		return true
	default:
		return false
	}
}

// slots are places for requests that are under way.
type slots chan struct{}

// take takes a place and reports true, or reports false if none is free.
func (s slots) take() bool {
	select {
	case s <- struct{}{}:
		return true
	default:
		return false
	}
}

func (s slots) free() { <-s }

func (s slots) used() int { return len(s) }
