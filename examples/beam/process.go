package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/container/tools"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/harness"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

// provisionEndpoint is where a worker that a runner starts as a process
// (-environment_type=PROCESS) gets the rest of its settings. Beam's image has a program for that,
// boot, which is not in Beam's modules.
var provisionEndpoint = flag.String("provision_endpoint", "", "set by a runner for a worker that it starts as a process")

// runProcess runs the program as such a worker until the runner closes the connection: a worker
// must not outlive its task manager.
func runProcess(ctx context.Context, id, endpoint string, stderr io.Writer) int {
	if err := work(ctx, id, endpoint); err != nil {
		fmt.Fprintln(stderr, "beam: worker:", err)
		return exitFailed
	}
	return exitOK
}

func work(ctx context.Context, id, endpoint string) error {
	ctx = grpcx.WriteWorkerID(ctx, id)
	info, err := tools.ProvisionInfo(ctx, endpoint)
	if err != nil {
		return err
	}
	logging, control := info.GetLoggingEndpoint().GetUrl(), info.GetControlEndpoint().GetUrl()
	if logging == "" || control == "" {
		return errors.New("the runner gives no endpoint for its control or its log")
	}
	return harness.MainWithOptions(ctx, logging, control, harness.Options{
		StatusEndpoint:     info.GetStatusEndpoint().GetUrl(),
		RunnerCapabilities: info.GetRunnerCapabilities(),
	})
}
