package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/beam/internal/sample"
	"github.com/dunsms/dunsms/internal/slow"
)

// onFlink is the variable that asks for the tests on a Flink cluster, which flink/cluster starts.
// They take two minutes, with the slow ones six.
const onFlink = "DUNSMS_FLINK"

// TestFlink runs the pipeline on two task managers, without a fault and with a fault half-way. The
// output is that of a run without faults, or there is none. All faults except the first are slow
// tests.
func TestFlink(t *testing.T) {
	f := startFlink(t)
	t.Run("answers are triage's", func(t *testing.T) { answersAreTriages(t, 5000) })

	dir, _ := generate(t, sample.Mix{Seed: 11, Bad: 0.01}, 20_000, 6)
	in := filepath.Join(dir, "*.gz")
	run := func(t *testing.T, out string) summary {
		return runPipeline(t, "-input", in, "-output", out, "-shards", "0", "-matters")
	}
	calm := filepath.Join(dir, "calm")
	want := run(t, calm)
	faults := []struct {
		name  string
		when  func(out string) bool // to strike
		do    func(t *testing.T)
		again bool // whether tasks are begun again, and the job manager says so
	}{
		{"a task manager is killed while answers are made", f.answering, f.killer("task-manager-1"), true},
		{"a task manager is killed while files are written", writing, f.killer("task-manager-2"), true},
		{"a worker is killed", f.answering, f.killWorker, true},
		{"the job manager is killed", f.answering, f.killer("job-manager"), false},
	}
	if !slow.Asked() {
		faults = faults[:1]
	}
	for i, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			out, before := filepath.Join(dir, fmt.Sprint("fault-", i)), f.restarts(t)
			ended, struck := make(chan bool), make(chan bool)
			go func() {
				defer close(struck)
				for !fault.when(out) {
					select {
					case <-ended:
						assert.Fail(t, "the run has ended before the fault")
						return
					case <-time.After(20 * time.Millisecond):
					}
				}
				fault.do(t)
			}()
			got := run(t, out)
			close(ended)
			<-struck
			sameOutput(t, calm, out)
			assert.Equal(t, want.counts, got.counts, "each message counts once")
			if fault.again {
				assert.Greater(t, f.restarts(t), before, "it came in time")
			}
		})
	}
	if slow.Asked() {
		t.Run("the disk of the output is full", func(t *testing.T) { f.fullDisk(t, in) })
	}
	t.Run("logs hold nothing of a message", func(t *testing.T) {
		for _, log := range f.logs(t) {
			assert.NotRegexp(t, regexp.MustCompile(`\p{Han}|1380000[0-9]{4}`), log)
		}
	})
}

// sameOutput compares what two runs over the same files have written.
func sameOutput(t *testing.T, want, got string) {
	t.Helper()
	for _, name := range outputNames {
		a, b := readLines(t, want, name), readLines(t, got, name)
		if name != lendersName && name != contactsName { // in no order
			slices.Sort(a)
			slices.Sort(b)
		}
		assert.NotEmpty(t, a)
		assert.True(t, slices.Equal(a, b), name)
	}
	left, err := filepath.Glob(filepath.Join(got, "*.temp"))
	require.NoError(t, err)
	assert.Empty(t, left, "what attempts that failed have left is removed")
}

// writing reports whether a file is being written.
func writing(out string) bool {
	temp, _ := filepath.Glob(filepath.Join(out, mattersName+"-*.temp"))
	return len(temp) > 0
}

// flink is a cluster.
type flink struct {
	dir  string
	port int
	self string // this program, which is the worker
}

// startFlink starts a cluster, and has pipelines run on it until the test ends.
func startFlink(t *testing.T) *flink {
	t.Helper()
	if os.Getenv(onFlink) == "" {
		t.Skipf("not asked for: set %s=1", onFlink)
	}
	for _, tool := range []string{"java", "mvn", "curl", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not here", tool)
		}
	}
	self, err := os.Executable()
	require.NoError(t, err)
	f := &flink{dir: filepath.Join(t.TempDir(), "flink"), port: 18180, self: self}
	t.Cleanup(func() { f.cluster(t, "stop") })
	f.cluster(t, "start")

	staged := filepath.Join(t.TempDir(), "nothing") // workers run what is here already
	require.NoError(t, os.WriteFile(staged, []byte("nothing"), 0o600))
	withEnvironment(t, "process", fmt.Sprintf(`{"command":%q,"env":{%q:"1"}}`, self, asProgram))
	runner, endpoint, parallelism, binary := *runners.Runner, *jobopts.Endpoint, *jobopts.Parallelism, *jobopts.WorkerBinary
	t.Cleanup(func() {
		*runners.Runner, *jobopts.Endpoint, *jobopts.Parallelism, *jobopts.WorkerBinary = runner, endpoint, parallelism, binary
	})
	*runners.Runner, *jobopts.Endpoint, *jobopts.Parallelism, *jobopts.WorkerBinary = "flink", fmt.Sprintf("127.0.0.1:%d", f.port+2), 2, staged
	return f
}

// cluster runs the script.
func (f *flink) cluster(t *testing.T, args ...string) {
	cmd := exec.Command(filepath.Join("flink", "cluster"), args...)
	cmd.Env = append(os.Environ(), "FLINK_DIR="+f.dir, fmt.Sprint("FLINK_PORT=", f.port))
	out, err := cmd.CombinedOutput()
	assert.NoError(t, err, string(out))
}

// killer kills a process and starts it again.
func (f *flink) killer(name string) func(t *testing.T) {
	return func(t *testing.T) {
		pid, err := os.ReadFile(filepath.Join(f.dir, name+".pid"))
		assert.NoError(t, err)
		n, err := strconv.Atoi(strings.TrimSpace(string(pid)))
		assert.NoError(t, err)
		assert.NoError(t, syscall.Kill(n, syscall.SIGKILL))
		f.cluster(t, "again", name)
	}
}

// killWorker kills one of the workers.
func (f *flink) killWorker(t *testing.T) {
	workers := f.workers()
	if assert.NotEmpty(t, workers) {
		assert.NoError(t, syscall.Kill(workers[0], syscall.SIGKILL))
	}
}

// fullDisk has no room for the output. The run fails and leaves nothing that could be taken for
// output.
func (f *flink) fullDisk(t *testing.T, in string) {
	out := t.TempDir()
	if mounted, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", out).CombinedOutput(); err != nil {
		t.Skip("a small disk cannot be had: " + string(mounted))
	}
	t.Cleanup(func() { assert.NoError(t, exec.Command("umount", out).Run()) })
	fl, set := newFlags()
	require.NoError(t, set.Parse([]string{"-input", in, "-output", out, "-shards", "0", "-gzip", "-matters"}))
	o, err := fl.settings(t.Context(), nil)
	require.NoError(t, err)
	_, err = execute(t.Context(), o)
	require.ErrorContains(t, err, "no space left on device")
	assert.NotRegexp(t, `\p{Han}`, err.Error())
	found, err := os.ReadDir(out)
	require.NoError(t, err)
	for _, file := range found {
		assert.True(t, strings.HasSuffix(file.Name(), ".temp"), file.Name())
	}
}

// logs returns what the processes have logged.
func (f *flink) logs(t *testing.T) map[string]string {
	names, err := filepath.Glob(filepath.Join(f.dir, "*.log"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	logs := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		logs[filepath.Base(name)] = string(data)
	}
	return logs
}

// restarts counts how often tasks were begun again.
func (f *flink) restarts(t *testing.T) int {
	return strings.Count(f.logs(t)["job-manager.log"], "will be restarted to recover the failed task")
}

// answering reports whether messages are being answered: that stage runs, and a worker
// has worked for a while. What Flink says of the messages itself is ten seconds old.
func (f *flink) answering(string) bool {
	var jobs struct {
		Jobs []struct{ JID, State string }
	}
	f.get("/jobs/overview", &jobs)
	for _, j := range jobs.Jobs {
		if j.State != "RUNNING" {
			continue
		}
		var job struct {
			Vertices []struct{ Name, Status string }
		}
		f.get("/jobs/"+j.JID, &job)
		for _, v := range job.Vertices {
			if strings.Contains(v.Name, "{answer,") && v.Status == "RUNNING" {
				return slices.ContainsFunc(f.workers(), func(pid int) bool { return worked(pid) > time.Second })
			}
		}
	}
	return false
}

// workers returns the process IDs of the workers.
func (f *flink) workers() (pids []int) {
	commands, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, c := range commands {
		if line, _ := os.ReadFile(c); strings.HasPrefix(string(line), f.self+"\x00--id=") {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(c)))
			pids = append(pids, pid)
		}
	}
	return pids
}

// worked returns the processor time of a process; a tick is a hundredth of a second.
func worked(pid int) time.Duration {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	fields := strings.Fields(string(stat))
	if len(fields) < 14 {
		return 0
	}
	user, _ := strconv.Atoi(fields[13])
	return time.Duration(user) * 10 * time.Millisecond
}

// get asks the job manager.
func (f *flink) get(path string, answer any) {
	r, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d%s", f.port, path))
	if err != nil {
		return
	}
	defer r.Body.Close()
	data, _ := io.ReadAll(r.Body)
	_ = json.Unmarshal(data, answer)
}
