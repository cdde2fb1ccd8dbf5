//go:build !race

package main

import (
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// TestMemoryOfForms compares what a run with a page holds at most for a table and a
// backup, and for ones much longer; and for values that do not end. The race
// detector needs ten times as much, and would hide it.
func TestMemoryOfForms(t *testing.T) {
	slow.Skip(t)
	page := filepath.Join(t.TempDir(), "page.html")
	peak := func(in io.Reader) int64 {
		cmd := program(t, "-report", page)
		cmd.Stdin = in
		if err := cmd.Run(); err != nil {
			require.Equal(t, exitBadLines, wait(t, err))
		}
		return int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) // KiB
	}
	repeat := func(head, row string, rows int) io.Reader {
		return io.MultiReader(strings.NewReader(head), io.LimitReader(endless(row), int64(rows*len(row))))
	}
	for _, c := range []struct{ name, head, row, open string }{
		{"table", "text,sender\n", "您已逾期3天,1069\n明天见,1069\n明天见,1069\n明天见,1069\n", "\"您"},
		{"backup", "<smses>\n", `<sms address="1069" body="您已逾期3天"/><sms body="明天见&#55357;&#56832;"/><sms body="明天见"/>` + "\n", `<mms><part data="`},
	} {
		t.Run(c.name, func(t *testing.T) {
			small := peak(repeat(c.head, c.row, 2_000))
			large := peak(repeat(c.head, c.row, 10_000))
			open := peak(repeat(c.head+c.open, "88888888", 3<<19))
			t.Logf("KiB: %d, %d, %d", small, large, open)
			assert.Less(t, large-small, int64(32<<10))
			assert.Less(t, open-small, int64(16<<10)) // 12 MiB of a value, kept, would take twice that
		})
	}
}
