package main

import (
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// metrics are what is counted. A label is a word of the service or a fixed word of the library,
// never one from a request.
type metrics struct {
	messages  *prometheus.CounterVec // by kind and verdict
	errors    *prometheus.CounterVec // by code
	matters   *prometheus.CounterVec // by verdict
	notices   *prometheus.CounterVec // by whether they fit their records
	findings  *prometheus.CounterVec // by code
	requests  *prometheus.CounterVec // by operation and status
	durations *prometheus.HistogramVec
	checks    prometheus.Histogram
	handler   http.Handler

	answered atomic.Int64 // requests that were answered completely
}

// The buckets of the histograms, in seconds.
var (
	requestBuckets = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10, 60}
	checkBuckets   = []float64{.00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .05, .25}
)

func newMetrics(s *service) *metrics {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dunsms_" + name, Help: help}, labels)
	}
	gauge := func(name, help, pool string, of func() int) prometheus.Collector {
		opts := prometheus.GaugeOpts{Name: "dunsms_" + name, Help: help}
		if pool != "" {
			opts.ConstLabels = prometheus.Labels{"pool": pool}
		}
		return prometheus.NewGaugeFunc(opts, func() float64 { return float64(of()) })
	}
	m := &metrics{
		messages: counter("messages_total", "Messages that were checked.", "kind", "verdict"),
		errors:   counter("errors_total", "Requests and lines that were refused.", "code"),
		matters:  counter("matters_total", "Matters that were found on phones.", "verdict"),
		notices:  counter("notices_total", "Lenders' notices that were checked.", "fits"),
		findings: counter("findings_total", "Findings in lenders' notices.", "code"),
		requests: counter("requests_total", "Requests that were answered.", "operation", "status"),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "dunsms_request_duration_seconds", Help: "How long requests took, their bodies and answers included.", Buckets: requestBuckets,
		}, []string{"operation"}),
		checks: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "dunsms_check_duration_seconds", Help: "How long the check of one message took.", Buckets: checkBuckets,
		}),
	}
	version := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "dunsms_build_info", Help: "1, with the version.", ConstLabels: prometheus.Labels{"version": dunsms.Version},
	})
	version.Set(1)
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		m.messages, m.errors, m.matters, m.notices, m.findings, m.requests, m.durations, m.checks, version,
		gauge("in_flight", "Requests that are under way.", "requests", s.requests.used),
		gauge("in_flight", "Requests that are under way.", "streams", s.streams.used),
		gauge("in_flight", "Requests that are under way.", "batches", s.batches.used),
		gauge("ready", "1 when the dictionary is loaded and it is not ending.", "", func() int {
			if s.ready.Load() && !s.isDraining() {
				return 1
			}
			return 0
		}),
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	m.handler = promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	return m
}

// check counts a message that was checked or its error.
func (m *metrics) check(r *dunsms.Report, bad *jsonl.Error, took time.Duration) {
	if bad != nil {
		m.errors.WithLabelValues(string(bad.Code)).Inc()
		return
	}
	m.checks.Observe(took.Seconds())
	m.messages.WithLabelValues(string(r.Notice.Kind), string(r.Assessment.Verdict)).Inc()
}

// notice counts what was found in a lender's notice.
func (m *metrics) notice(r *presend.Report) {
	m.notices.WithLabelValues(r.Fits.String()).Inc()
	for _, f := range r.Findings {
		m.findings.WithLabelValues(f.Code).Inc()
	}
}

// request counts a request that was answered.
func (m *metrics) request(operation string, status int, took time.Duration) {
	m.answered.Add(1)
	m.requests.WithLabelValues(operation, strconv.Itoa(status)).Inc()
	m.durations.WithLabelValues(operation).Observe(took.Seconds())
}
