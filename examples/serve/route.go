package main

import (
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// operation is one thing that a client may request.
type operation struct {
	name   string // in logs, metrics and OpenAPI
	method string
	path   string
	media  []string // the media types of its request; none: it has no body
	slots  slots    // nil: it is not limited
	public bool     // it needs no token
	serve  func(*exchange) *problem
}

// unknown is the name of a request for no operation.
const unknown = "unknown"

// The media types of requests.
const (
	mediaJSON  = "application/json"
	mediaLines = "application/x-ndjson"
)

// route makes the table of operations.
func (s *service) route() {
	s.routes, s.mux = map[string][]operation{}, http.NewServeMux()
	for _, o := range []operation{
		{name: "check", method: http.MethodPost, path: "/v1/check", media: []string{mediaJSON}, slots: s.requests, serve: s.check},
		{name: "stream", method: http.MethodPost, path: "/v1/check", media: []string{mediaLines}, slots: s.streams, serve: s.stream},
		{name: "matters", method: http.MethodPost, path: "/v1/matters", media: []string{mediaJSON, mediaLines}, slots: s.batches, serve: s.matters},
		{name: "presend", method: http.MethodPost, path: "/v1/presend", media: []string{mediaJSON}, slots: s.requests, serve: s.presend},
		{name: "notices", method: http.MethodPost, path: "/v1/presend", media: []string{mediaLines}, slots: s.batches, serve: s.presendMany},
		{name: "openapi", method: http.MethodGet, path: "/openapi.json", public: true, serve: s.serveDocument},
		{name: "schema", method: http.MethodGet, path: "/schema.json", public: true, serve: serveSchema},
		{name: "health", method: http.MethodGet, path: "/healthz", public: true, serve: serveHealth},
		{name: "ready", method: http.MethodGet, path: "/readyz", public: true, serve: s.serveReady},
		{name: "metrics", method: http.MethodGet, path: "/metrics", serve: s.serveMetrics},
	} {
		if s.routes[o.path] == nil {
			s.mux.Handle(o.path, http.NotFoundHandler()) // the mux only finds the pattern
		}
		s.routes[o.path] = append(s.routes[o.path], o)
	}
}

// find returns the operation that a request asks for, and the media type of its body.
func (s *service) find(r *http.Request) (o operation, media string, bad *problem) {
	none := operation{name: unknown}
	var all []operation
	if path.Clean(r.URL.Path) == r.URL.Path { // otherwise the mux would redirect
		_, pattern := s.mux.Handler(r)
		all = s.routes[pattern]
	}
	if len(all) == 0 {
		return none, "", newProblem(notFound, "there is no such path; GET /openapi.json lists them all")
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	if method != all[0].method { // all operations of a path have one method
		bad = newProblem(badMethod, "this path takes "+all[0].method)
		bad.allow = all[0].method
		return none, "", bad
	}
	media = mediaOf(r)
	var taken []string
	for _, o := range all {
		if len(o.media) == 0 || slices.Contains(o.media, media) {
			return o, media, nil
		}
		taken = append(taken, o.media...)
	}
	return none, "", newProblem(badMedia, "Content-Type must be "+strings.Join(taken, " or ")+", in UTF-8 and not compressed")
}

// mediaOf returns the media type of a body, "" if it is compressed or not in UTF-8.
func mediaOf(r *http.Request) string {
	media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := parameters["charset"]
	if err != nil || r.Header.Get("Content-Encoding") != "" || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return ""
	}
	return media
}

// ServeHTTP answers a request. Each request has a line in the log, which quotes nothing of it.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	x := newExchange(w, r)
	o, media, bad := s.find(r)
	x.media = media
	defer s.finish(x, o)
	x.times(s.settings.read, s.settings.write)
	switch {
	case !o.public && !s.token.lets(r):
		bad = newProblem(unauthorized, "Authorization must be Bearer and the token of the service")
	case bad != nil:
	case o.slots != nil && !o.slots.take():
		bad = newProblem(tooMany, "too many requests are under way; try again")
		bad.retry = 1
	default:
		if o.slots != nil {
			defer o.slots.free()
		}
		bad = o.serve(x)
	}
	if bad != nil {
		x.refuse(bad)
		s.metrics.errors.WithLabelValues(string(bad.Code)).Inc()
	}
}

// finish counts a request and logs its line. After a panic it answers with status 500, or cuts the
// connection if the answer has begun.
func (s *service) finish(x *exchange, o operation) {
	aborted := false
	if v := recover(); v != nil {
		if v != http.ErrAbortHandler {
			s.log.Error("panic", "operation", o.name, "at", whereabouts())
		}
		if aborted = x.status != 0; !aborted {
			x.refuse(newProblem(internal, "the service failed; its log says where"))
		}
	}
	if x.status == 0 {
		x.status = http.StatusOK
	}
	took := time.Since(x.begin)
	if !aborted {
		s.metrics.request(o.name, x.status, took)
	}
	x.log(s.log, o.name, took, aborted)
	if aborted {
		panic(http.ErrAbortHandler)
	}
}
