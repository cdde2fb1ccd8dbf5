// Load compares examples/serve with the library itself, clients and server on the same cores.
//
//	go run ./examples/serve/load [flags]
//
// It builds the service, starts it on a free port, and measures in turn, for several rounds:
//
//	loop, one core    dunsms.Check in a loop of one goroutine, GOMAXPROCS=1
//	loop, all cores   the same from as many goroutines as there are cores
//	single            POST /v1/check with one message, from -clients clients that keep
//	                  their connections and send the next when they have read the answer
//	stream            POST /v1/check with JSON Lines, one stream
//
// Each takes about -time, on the same messages. It prints for each round, and then as medians:
// messages per second, their ratio to the loops, how long single requests take, and messages per
// second of CPU time of the two processes together, which does not depend on what else the machine
// does.
//
// With -requests n it also sends n single requests and prints the memory of the service meanwhile,
// which should stay level.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// settings are what the command line says.
type settings struct {
	clients, requests, rounds int
	took                      time.Duration
	messages, binary          string
}

func parseArgs() settings {
	var s settings
	flag.IntVar(&s.clients, "clients", 64, "how many clients send single requests at once")
	flag.StringVar(&s.messages, "messages", "testdata/sms/*.jsonl", "`files` with messages, as JSON Lines")
	flag.IntVar(&s.requests, "requests", 0, "how many requests to send to measure memory; 0 sends none")
	flag.IntVar(&s.rounds, "rounds", 5, "how many rounds")
	flag.StringVar(&s.binary, "serve", "", "the `program` to run; it is built if none is given")
	flag.DurationVar(&s.took, "time", 4*time.Second, "how long each part of a round lasts")
	flag.Parse()
	return s
}

func run(ctx context.Context) error {
	s := parseArgs()
	all, err := readMessages(s.messages)
	if err != nil {
		return err
	}
	server, err := start(ctx, s.binary)
	if err != nil {
		return err
	}
	defer server.end()
	fmt.Printf("%d messages, %d cores, %d clients, %v each\n", len(all), runtime.NumCPU(), s.clients, s.took)
	var rounds []round
	for i := range s.rounds {
		r, err := measure(ctx, s, all, server)
		if err != nil {
			return err
		}
		rounds = append(rounds, r)
		fmt.Printf("%d  %v\n", i+1, r)
	}
	fmt.Printf("medians\n   %v\n", medians(rounds))
	if s.requests > 0 {
		return soak(ctx, s, all, server)
	}
	return nil
}

// round is what one round measured, in messages per second: of wall-clock time and, with Work, of
// CPU time.
type round struct {
	one, every, single, stream  float64
	oneWork, singleWork, stWork float64
	median, p99                 time.Duration // times of single requests
}

func measure(ctx context.Context, s settings, all []sample, server *server) (r round, err error) {
	r.oneWork, err = server.spent(func() (int, error) {
		var n int
		n, r.one = loop(all, 1, s.took)
		return n, nil
	})
	if err != nil {
		return r, err
	}
	_, r.every = loop(all, runtime.NumCPU(), s.took)
	r.singleWork, err = server.spent(func() (int, error) {
		begin := time.Now()
		took, n, err := singles(ctx, server, all, s.clients, 0, s.took)
		if err != nil {
			return 0, err
		}
		r.single = float64(n) / time.Since(begin).Seconds()
		slices.Sort(took)
		r.median, r.p99 = took[len(took)/2], took[len(took)*99/100]
		return n, nil
	})
	if err != nil {
		return r, err
	}
	r.stWork, err = server.spent(func() (n int, err error) {
		n, r.stream, err = stream(ctx, server, all, s.took)
		return n, err
	})
	return r, err
}

func (r round) String() string {
	return fmt.Sprintf(`loop    %.0f/s on one core, %.0f/s on all; %.0f in a second of work
   single  %.0f/s: %.2f of the loop on one core, %.2f of that on all; %.2f of its work; median %v, p99 %v: %.1f times
   stream  %.0f/s: %.2f of the loop on one core, %.2f of that on all; %.2f of its work`,
		r.one, r.every, r.oneWork,
		r.single, r.single/r.one, r.single/r.every, r.singleWork/r.oneWork,
		r.median.Round(time.Microsecond), r.p99.Round(time.Microsecond), float64(r.p99)/float64(r.median),
		r.stream, r.stream/r.one, r.stream/r.every, r.stWork/r.oneWork)
}

// medians returns the median of each figure. Ratios are then ratios of medians.
func medians(all []round) (m round) {
	for _, figure := range []func(*round) *float64{
		func(r *round) *float64 { return &r.one }, func(r *round) *float64 { return &r.every },
		func(r *round) *float64 { return &r.single }, func(r *round) *float64 { return &r.stream },
		func(r *round) *float64 { return &r.oneWork }, func(r *round) *float64 { return &r.singleWork },
		func(r *round) *float64 { return &r.stWork },
	} {
		*figure(&m) = middle(all, func(r *round) float64 { return *figure(r) })
	}
	m.median = middle(all, func(r *round) time.Duration { return r.median })
	m.p99 = middle(all, func(r *round) time.Duration { return r.p99 })
	return m
}

func middle[N cmp.Ordered](all []round, of func(*round) N) N {
	var v []N
	for i := range all {
		v = append(v, of(&all[i]))
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// soak sends requests and prints the memory of the service at ten points.
func soak(ctx context.Context, s settings, all []sample, server *server) error {
	const points = 10
	sent := 0
	for range points {
		begin := time.Now()
		_, n, err := singles(ctx, server, all, s.clients, s.requests/points, 0)
		if err != nil {
			return err
		}
		sent += n
		resident, err := server.resident()
		if err != nil {
			return err
		}
		fmt.Printf("%8d requests, %.0f/s, resident %d KiB\n", sent, float64(n)/time.Since(begin).Seconds(), resident)
	}
	return nil
}
