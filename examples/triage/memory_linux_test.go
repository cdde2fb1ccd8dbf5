//go:build !race

package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

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

// TestMemoryOfMatters compares what a run by matter holds at most for a phone and for one of ten
// times as many messages, which it has to keep: so many bytes for each, and no more.
func TestMemoryOfMatters(t *testing.T) {
	slow.Skip(t)
	const few, many, each = 10_000, 100_000, 2 << 10
	dir := t.TempDir()
	peak := func(messages int) int64 {
		var in strings.Builder
		for i := range messages {
			at := time.Date(2024, 1, 1, 8, 0, 0, 0, china).Add(time.Duration(i) * 10 * time.Minute).Format(time.RFC3339)
			text, sender := fmt.Sprint("【顺达快递】您的包裹已放在驿站，取件码", i), "106900550066"
			switch {
			case i%1000 == 7:
				text, sender = fmt.Sprintf("【青禾消费金融】沈*安先生，您的借款本金8,000.00元已逾期，应还%d.00元，请尽快还款。", 8000+i), "106900770011"
			case i%10 == 3:
				text, sender = fmt.Sprint("明天见，记得带伞", i), "13800003499"
			}
			fmt.Fprintf(&in, `{"text":"%s","sender":"%s","received_at":"%s"}`+"\n", text, sender, at)
		}
		cmd := program(t, "-matters", "-report", filepath.Join(dir, "page.html"), "-evidence", filepath.Join(dir, fmt.Sprint(messages)))
		cmd.Stdin = strings.NewReader(in.String())
		out, err := cmd.Output()
		require.NoError(t, err)
		all, end, _ := mattersOf(t, string(out))
		require.Equal(t, messages, end.Messages)
		require.NotEmpty(t, all)
		return int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) << 10
	}
	small, large := peak(few), peak(many)
	t.Logf("MiB: %d, %d", small>>20, large>>20)
	assert.Less(t, large-small, int64((many-few)*each))
}
