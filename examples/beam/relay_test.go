package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/harness"
	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
)

// relay stands between Prism and its workers, which are processes, and does what runners on many
// machines do and Prism does not: it repeats a bundle that failed, or whose worker died, from its
// start, and passes on nothing of the failed attempt. It kills the worker in the middle of the
// first bundle of each stage.
//
// It speaks Beam's Fn API to both sides. Each attempt at a bundle is an
// instruction of its own to the worker.
type relay struct {
	fnpb.UnimplementedBeamFnExternalWorkerPoolServer
	fnpb.UnimplementedBeamFnControlServer
	fnpb.UnimplementedBeamFnDataServer
	fnpb.UnimplementedBeamFnStateServer
	fnpb.UnimplementedBeamFnLoggingServer

	t       *testing.T
	ctx     context.Context
	address string
	id      string                   // of the worker that Prism sees
	control fnpb.BeamFnControlClient // of Prism

	toRunner struct { // what goes to Prism
		control queue[*fnpb.InstructionResponse]
		data    queue[*fnpb.Elements]
		state   queue[*fnpb.StateRequest]
	}

	mu       sync.Mutex
	worker   *worker            // the one that is alive
	workers  map[string]*worker // all that ever were, by ID
	sinks    map[string]int     // outputs by stage
	bundles  map[string]*bundle // by Prism's instruction
	attempts map[string]*bundle // by the present attempt's instruction
	asked    map[string]stateCall
	number   int
	stopped  bool

	killed  map[string]bool  // stages in whose midst a worker was killed
	dropped int              // outputs of attempts that failed
	errors  []string         // those with which workers failed bundles
	counts  map[string]int64 // counters of the attempts that were passed on
	log     bytes.Buffer     // what the workers said
}

// worker is a process.
type worker struct {
	id      string
	cmd     *exec.Cmd
	control queue[*fnpb.InstructionRequest]
	data    queue[*fnpb.Elements]
	state   queue[*fnpb.StateResponse]
}

// bundle is what Prism asked for and how far it is.
type bundle struct {
	request  *fnpb.InstructionRequest // nil: not yet come
	input    []*fnpb.Elements
	attempt  string
	failures int
	doomed   bool // the end of its input is held back until the worker is killed
	output   []*fnpb.Elements
	ended    int // outputs
	response *fnpb.InstructionResponse
}

func (b *bundle) stage() string { return b.request.GetProcessBundle().GetProcessBundleDescriptorId() }

// maxFailures is how often a bundle may fail before the job does.
const maxFailures = 50

// stateCall is a request for state on its way.
type stateCall struct {
	worker *worker
	id     string
}

// startRelay starts a relay and returns it. The address is for the environment of
// a job.
func startRelay(t *testing.T) *relay {
	listener, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	r := &relay{
		t: t, ctx: ctx, address: listener.Addr().String(),
		workers: map[string]*worker{}, sinks: map[string]int{}, bundles: map[string]*bundle{}, attempts: map[string]*bundle{},
		asked: map[string]stateCall{}, killed: map[string]bool{}, counts: map[string]int64{},
	}
	server := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 30))
	fnpb.RegisterBeamFnExternalWorkerPoolServer(server, r)
	fnpb.RegisterBeamFnControlServer(server, r)
	fnpb.RegisterBeamFnDataServer(server, r)
	fnpb.RegisterBeamFnStateServer(server, r)
	fnpb.RegisterBeamFnLoggingServer(server, r)
	go server.Serve(listener)
	t.Cleanup(func() {
		r.mu.Lock()
		r.stopped = true
		if r.worker != nil {
			r.worker.cmd.Process.Kill()
		}
		r.mu.Unlock()
		cancel()
		server.Stop()
	})
	return r
}

// StartWorker is asked by Prism for a worker. It connects to Prism as if it were
// that worker.
func (r *relay) StartWorker(_ context.Context, req *fnpb.StartWorkerRequest) (*fnpb.StartWorkerResponse, error) {
	conn, err := grpc.NewClient(req.GetControlEndpoint().GetUrl(), grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(1<<30)))
	if err != nil {
		return nil, err
	}
	r.id = req.GetWorkerId()
	ctx := grpcx.WriteWorkerID(r.ctx, r.id)
	r.control = fnpb.NewBeamFnControlClient(conn)
	control, err := r.control.Control(ctx)
	if err != nil {
		return nil, err
	}
	data, err := fnpb.NewBeamFnDataClient(conn).Data(ctx)
	if err != nil {
		return nil, err
	}
	state, err := fnpb.NewBeamFnStateClient(conn).State(ctx)
	if err != nil {
		return nil, err
	}
	go r.toRunner.control.drain(ctx, control.Send)
	go r.toRunner.data.drain(ctx, data.Send)
	go r.toRunner.state.drain(ctx, state.Send)
	go receive(control.Recv, r.requested)
	go receive(data.Recv, r.inputCame)
	go receive(state.Recv, r.stateCame)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.startWorker()
	return &fnpb.StartWorkerResponse{}, nil
}

// StopWorker is called by Prism at the end of a job.
func (r *relay) StopWorker(context.Context, *fnpb.StopWorkerRequest) (*fnpb.StopWorkerResponse, error) {
	return &fnpb.StopWorkerResponse{}, nil
}

// startWorker starts a process in place of the one that was.
func (r *relay) startWorker() {
	self, err := os.Executable()
	if !assert.NoError(r.t, err) {
		return
	}
	w := &worker{id: fmt.Sprintf("worker-%d", len(r.workers)), cmd: exec.Command(self)}
	w.cmd.Env = append(os.Environ(), asWorker+"="+r.address, workerID+"="+w.id)
	r.worker, r.workers[w.id] = w, w
	assert.NoError(r.t, w.cmd.Start())
}

// killFor kills the worker of a doomed attempt, if that is still in progress, and lets another
// worker do its work.
func (r *relay) killFor(attempt string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.attempts[attempt] == nil || r.stopped {
		return
	}
	w := r.worker
	w.cmd.Process.Kill()
	go w.cmd.Wait()
	r.startWorker()
	r.killed[r.attempts[attempt].stage()] = true
	for _, b := range r.bundles {
		if b.request != nil {
			r.begin(b)
		}
	}
}

// bundle returns the bundle of an instruction of Prism. Its input may come before
// the instruction, since it has a stream of its own.
func (r *relay) bundle(instruction string) *bundle {
	b := r.bundles[instruction]
	if b == nil {
		b = &bundle{}
		r.bundles[instruction] = b
	}
	return b
}

// requested takes an instruction of Prism.
func (r *relay) requested(req *fnpb.InstructionRequest) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if req.GetProcessBundle() != nil {
		b := r.bundle(req.GetInstructionId())
		b.request = req
		r.begin(b)
		return
	}
	resp := &fnpb.InstructionResponse{InstructionId: req.GetInstructionId()}
	switch req.GetRequest().(type) { // Prism can do without what they ask for
	case *fnpb.InstructionRequest_ProcessBundleProgress:
		resp.Response = &fnpb.InstructionResponse_ProcessBundleProgress{ProcessBundleProgress: &fnpb.ProcessBundleProgressResponse{}}
	case *fnpb.InstructionRequest_ProcessBundleSplit:
		resp.Response = &fnpb.InstructionResponse_ProcessBundleSplit{ProcessBundleSplit: &fnpb.ProcessBundleSplitResponse{}}
	default:
		resp.Error = "the relay does not know this"
	}
	r.toRunner.control.push(resp)
}

// begin begins an attempt at a bundle.
func (r *relay) begin(b *bundle) {
	delete(r.attempts, b.attempt)
	r.number++
	b.attempt = fmt.Sprintf("attempt-%d", r.number)
	r.dropped += len(b.output)
	b.output, b.ended, b.response = nil, 0, nil
	b.doomed = !r.killed[b.stage()]
	r.attempts[b.attempt] = b
	req := proto.Clone(b.request).(*fnpb.InstructionRequest)
	req.InstructionId = b.attempt
	r.worker.control.push(req)
	for _, e := range b.input {
		r.give(b, e)
	}
}

// give gives a worker some input of a bundle. A doomed attempt gets everything except the end
// mark, and some time to work. How long only decides which part of the work is killed; no
// assertion depends on it.
func (r *relay) give(b *bundle, e *fnpb.Elements) {
	e = proto.Clone(e).(*fnpb.Elements)
	ends := false
	for _, d := range e.Data {
		d.InstructionId = b.attempt
		ends = ends || d.IsLast
		d.IsLast = d.IsLast && !b.doomed
	}
	r.worker.data.push(e)
	if ends && b.doomed {
		attempt := b.attempt
		time.AfterFunc(50*time.Millisecond, func() { r.killFor(attempt) })
	}
}

// inputCame takes input from Prism.
func (r *relay) inputCame(e *fnpb.Elements) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, d := range e.GetData() {
		b := r.bundle(d.GetInstructionId())
		part := &fnpb.Elements{Data: []*fnpb.Elements_Data{d}}
		b.input = append(b.input, part)
		if b.request != nil {
			r.give(b, part)
		}
	}
}

// outputCame takes output of a worker, and keeps it.
func (r *relay) outputCame(e *fnpb.Elements) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, d := range e.GetData() {
		b := r.attempts[d.GetInstructionId()]
		if b == nil {
			continue // of an attempt that was given up
		}
		d.InstructionId = b.request.GetInstructionId()
		b.output = append(b.output, &fnpb.Elements{Data: []*fnpb.Elements_Data{d}})
		if d.GetIsLast() {
			b.ended++
		}
		r.finish(b)
	}
}

// responded takes the response of a worker.
func (r *relay) responded(resp *fnpb.InstructionResponse) {
	r.mu.Lock()
	defer r.mu.Unlock()
	b := r.attempts[resp.GetInstructionId()]
	switch {
	case b == nil:
	case resp.GetError() != "":
		r.errors = append(r.errors, resp.GetError())
		if b.failures++; b.failures < maxFailures {
			r.begin(b)
			return
		}
		resp.InstructionId = b.request.GetInstructionId()
		r.toRunner.control.push(resp)
	default:
		b.response = resp
		r.finish(b)
	}
}

// finish passes a bundle on when it is whole.
func (r *relay) finish(b *bundle) {
	if b.response == nil || b.ended < r.sinks[b.stage()] {
		return
	}
	delete(r.attempts, b.attempt)
	delete(r.bundles, b.request.GetInstructionId())
	for _, e := range b.output {
		r.toRunner.data.push(e)
	}
	for _, m := range b.response.GetProcessBundle().GetMonitoringInfos() {
		if m.GetUrn() == "beam:metric:user:sum_int64:v1" && m.GetLabels()["NAMESPACE"] == namespace {
			n, err := coder.DecodeVarInt(bytes.NewReader(m.GetPayload()))
			assert.NoError(r.t, err)
			r.counts[m.GetLabels()["NAME"]] += n
		}
	}
	b.response.InstructionId = b.request.GetInstructionId()
	r.toRunner.control.push(b.response)
}

// stateCame takes an answer of Prism.
func (r *relay) stateCame(resp *fnpb.StateResponse) {
	r.mu.Lock()
	defer r.mu.Unlock()
	call := r.asked[resp.GetId()]
	delete(r.asked, resp.GetId())
	resp.Id = call.id
	call.worker.state.push(resp)
}

// of returns the worker of a stream.
func (r *relay) of(ctx context.Context) *worker {
	id, err := grpcx.ReadWorkerID(ctx)
	assert.NoError(r.t, err)
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.workers[id]
}

// Control is a worker's stream of instructions.
func (r *relay) Control(stream fnpb.BeamFnControl_ControlServer) error {
	go receive(stream.Recv, r.responded)
	return r.of(stream.Context()).control.drain(stream.Context(), stream.Send)
}

// Data is a worker's stream of elements.
func (r *relay) Data(stream fnpb.BeamFnData_DataServer) error {
	go receive(stream.Recv, r.outputCame)
	return r.of(stream.Context()).data.drain(stream.Context(), stream.Send)
}

// State is a worker's stream of requests for side inputs.
func (r *relay) State(stream fnpb.BeamFnState_StateServer) error {
	w := r.of(stream.Context())
	go receive(stream.Recv, func(req *fnpb.StateRequest) {
		r.mu.Lock()
		defer r.mu.Unlock()
		b := r.attempts[req.GetInstructionId()]
		if b == nil {
			return
		}
		r.number++
		id := fmt.Sprintf("state-%d", r.number)
		r.asked[id] = stateCall{w, req.GetId()}
		req.Id, req.InstructionId = id, b.request.GetInstructionId()
		r.toRunner.state.push(req)
	})
	return w.state.drain(stream.Context(), stream.Send)
}

// Logging keeps what workers say.
func (r *relay) Logging(stream fnpb.BeamFnLogging_LoggingServer) error {
	receive(stream.Recv, func(l *fnpb.LogEntry_List) {
		r.mu.Lock()
		defer r.mu.Unlock()
		for _, e := range l.GetLogEntries() {
			r.log.WriteString(e.GetMessage() + "\n")
		}
	})
	return nil
}

// GetProcessBundleDescriptor tells a worker what a stage does, with the address of
// the relay in place of Prism's.
func (r *relay) GetProcessBundleDescriptor(ctx context.Context, req *fnpb.GetProcessBundleDescriptorRequest) (*fnpb.ProcessBundleDescriptor, error) {
	d, err := r.control.GetProcessBundleDescriptor(grpcx.WriteWorkerID(ctx, r.id), req)
	if err != nil {
		return nil, err
	}
	here := &pipepb.ApiServiceDescriptor{Url: r.address}
	d.StateApiServiceDescriptor = here
	sinks := 0
	for _, transform := range d.GetTransforms() {
		urn := transform.GetSpec().GetUrn()
		if urn != "beam:runner:source:v1" && urn != "beam:runner:sink:v1" {
			continue
		}
		if urn == "beam:runner:sink:v1" {
			sinks++
		}
		port := &fnpb.RemoteGrpcPort{}
		if err := proto.Unmarshal(transform.GetSpec().GetPayload(), port); err != nil {
			return nil, err
		}
		port.ApiServiceDescriptor = here
		if transform.GetSpec().Payload, err = proto.Marshal(port); err != nil {
			return nil, err
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sinks[d.GetId()] = sinks
	return d, nil
}

// receive calls f with what comes until nothing comes any more.
func receive[T any](next func() (T, error), f func(T)) {
	for {
		v, err := next()
		if err != nil {
			return
		}
		f(v)
	}
}

// queue is what waits for a stream; the zero queue is ready.
type queue[T any] struct {
	mu    sync.Mutex
	items []T
	more  chan struct{}
}

func (q *queue[T]) push(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
	select {
	case q.wake() <- struct{}{}:
	default:
	}
}

// wake returns the channel that says that there is more.
func (q *queue[T]) wake() chan struct{} {
	if q.more == nil {
		q.more = make(chan struct{}, 1)
	}
	return q.more
}

// drain sends what is pushed, in order, until ctx ends.
func (q *queue[T]) drain(ctx context.Context, send func(T) error) error {
	for {
		q.mu.Lock()
		items, more := q.items, q.wake()
		q.items = nil
		q.mu.Unlock()
		for _, v := range items {
			if err := send(v); err != nil {
				return err
			}
		}
		select {
		case <-more:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// workerID is the variable with the ID of a worker.
const workerID = "BEAM_WORKER_ID"

// runWorker is the worker of a relay. It ends with the process.
func runWorker(address string) {
	beam.Init()
	ctx := grpcx.WriteWorkerID(context.Background(), os.Getenv(workerID))
	_ = harness.MainWithOptions(ctx, address, address, harness.Options{})
	os.Exit(0)
}
