//go:build linux && cgo && !purego

package segment

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/slow"
)

const binaryText = "他来到北京，25日去上海。"

var binaryWords = []string{"他", "来到", "北京", "，", "25", "日去", "上海", "。"} // the HMM joins 日去

// report is what testdata/cutter prints.
type report struct {
	Engine string
	first  time.Duration
	peakKB int
	Words  []string
}

// buildCutter builds testdata/cutter as a release is built, in a folder of its
// own, and returns its path.
func buildCutter(t *testing.T, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cutter")
	args := append([]string{"build", "-trimpath", "-o", path}, flags...)
	out, err := exec.Command("go", append(args, "./testdata/cutter")...).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return path
}

// cutWith runs cmd, which must say nothing on standard error.
func cutWith(t *testing.T, cmd *exec.Cmd) report {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(binaryText), &out, &errs
	if cmd.Env == nil {
		cmd.Env = []string{}
	}
	require.NoError(t, cmd.Run(), "%s", errs.String())
	require.Empty(t, errs.String())
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Greater(t, len(lines), 3)
	first, err := time.ParseDuration(lines[1])
	require.NoError(t, err)
	peak, err := strconv.Atoi(lines[2])
	require.NoError(t, err)
	return report{lines[0], first, peak, lines[3:]}
}

// TestFirstUse holds a moved binary with an empty environment to its limits: its
// first Parse takes at most 0.12 of what gojieba takes to load two dictionaries at once,
// or a sixth of what it takes for one. Two, because the first Parse works on two threads,
// and other work on the machine is to take the same share of both. A third of the time
// is for the tables of cues and the gate, which grow with what is read. Its memory is the
// least of a few runs, or of more: on a busy machine the collector of garbage comes later.
func TestFirstUse(t *testing.T) {
	dict := dictDir(t)
	path := func(name string) string { return filepath.Join(dict, name+".utf8") }
	for engine, flags := range map[string][]string{"gojieba": nil, "plain": {"-tags=purego"}} {
		t.Run(engine, func(t *testing.T) {
			cutter := buildCutter(t, flags...)
			const mostKB = 42 << 10
			peakKB := math.MaxInt
			growth.AtMost(t, "the first Parse", 0.12, func() (took, reference time.Duration) {
				var loads sync.WaitGroup
				begin := time.Now()
				var loaded [2]*gojieba.Jieba
				for i := range loaded {
					loads.Go(func() {
						loaded[i] = gojieba.NewJieba(path("jieba.dict"), path("hmm_model"), path("user.dict"), path("idf"), path("stop_words"))
					})
				}
				loads.Wait()
				reference = time.Since(begin)
				for _, j := range loaded {
					j.Free()
				}
				cmd := exec.Command(cutter)
				cmd.Dir = "/"
				r := cutWith(t, cmd)
				assert.Equal(t, report{Engine: engine, Words: binaryWords}, r.still())
				peakKB = min(peakKB, r.peakKB)
				t.Logf("%v, %d kB; gojieba loads in %v", r.first, r.peakKB, reference)
				return r.first, reference
			})
			for n := 0; peakKB >= mostKB && n < 9; n++ {
				cmd := exec.Command(cutter)
				cmd.Dir = "/"
				peakKB = min(peakKB, cutWith(t, cmd).peakKB)
			}
			assert.Less(t, peakKB, mostKB)
		})
	}
}

// TestOtherRoot runs the binary as root of a tree that holds nothing else: no
// /proc, so no memory files; with a folder for temporary files and without.
func TestOtherRoot(t *testing.T) {
	slow.Skip(t)
	if os.Getuid() != 0 {
		t.Skip("chroot needs root")
	}
	const static = "-ldflags=-linkmode=external -extldflags=-static"
	if exec.Command("go", "build", "-o", os.DevNull, static, "./testdata/cutter").Run() != nil {
		t.Skip("no static C++ library to link with")
	}
	root := filepath.Dir(buildCutter(t, static))
	run := func() report {
		return cutWith(t, &exec.Cmd{Path: "/cutter", Dir: "/", SysProcAttr: &syscall.SysProcAttr{Chroot: root}})
	}
	assert.Equal(t, report{Engine: "plain", Words: binaryWords}, run().still())

	tmp := filepath.Join(root, "tmp")
	require.NoError(t, os.Mkdir(tmp, 0o777))
	assert.Equal(t, report{Engine: "gojieba", Words: binaryWords}, run().still())
	left, err := os.ReadDir(tmp)
	require.NoError(t, err)
	assert.Empty(t, left, "files are left")
}

// still is the report without what differs between runs.
func (r report) still() report { return report{Engine: r.Engine, Words: r.Words} }

// TestReadOnlyAndFull runs the binary on a file system that is read-only and
// has a full folder for temporary files.
func TestReadOnlyAndFull(t *testing.T) {
	slow.Skip(t)
	if err := exec.Command("unshare", "--mount", "true").Run(); err != nil {
		t.Skip("no right to mount: ", err)
	}
	for name, test := range map[string]struct{ engine, script string }{
		"read-only": {"gojieba", `mount -o bind "$1" "$1" && mount -o remount,ro,bind "$1" && ! touch "$1/x" 2>/dev/null && TMPDIR="$1" "$1/cutter"`},
		"no proc":   {"plain", `mount -t tmpfs -o ro none /proc && TMPDIR=/proc "$1/cutter"`},
		"full":      {"plain", `mount -t tmpfs none /proc && mkdir "$1/t" && mount -t tmpfs -o size=64k none "$1/t" && TMPDIR="$1/t" "$1/cutter"`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Dir(buildCutter(t))
			cmd := exec.Command("unshare", "--mount", "sh", "-c", test.script, "sh", dir)
			cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
			assert.Equal(t, report{Engine: test.engine, Words: binaryWords}, cutWith(t, cmd).still())
		})
	}
}

// TestSmallFiles runs the binary under limits on the size of files, over which
// the system ends a process.
func TestSmallFiles(t *testing.T) {
	slow.Skip(t)
	path := buildCutter(t)
	for limit, engine := range map[string]string{"0": "plain", "100": "plain", "100000": "gojieba"} {
		cmd := exec.Command("sh", "-c", `ulimit -f "$1" && exec "$2"`, "sh", limit, path)
		assert.Equal(t, report{Engine: engine, Words: binaryWords}, cutWith(t, cmd).still())
	}
}

// TestFewDescriptors runs the binary under every small limit on open files with which
// Go's runtime lives, which needs two for its poller and two for its cgroup: gojieba
// would end the process where it cannot open one.
func TestFewDescriptors(t *testing.T) {
	slow.Skip(t)
	path := buildCutter(t)
	engines := map[string]int{}
	for limit := 7; limit < 20; limit++ {
		cmd := exec.Command("sh", "-c", `ulimit -n "$1" && exec "$2"`, "sh", strconv.Itoa(limit), path)
		r := cutWith(t, cmd)
		assert.Equal(t, binaryWords, r.Words)
		engines[r.Engine]++
	}
	assert.Len(t, engines, 2, "the limits never decided")
}
