package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/dunsms/dunsms/examples/internal/phones"
)

// flushAt is how many bytes of answers are buffered before they are written.
const flushAt = 64 << 10

// output takes the answers in order. It writes only whole answers, so that the output of a run
// that is cut short can be used.
type output struct {
	w       io.Writer
	pending bytes.Buffer
	bar     *bar
	page    *report // or nil
	table   *table  // for matters, or nil
	phones  phones.Sorter
	summary summary
}

func newOutput(w io.Writer, b *bar) *output {
	return &output{w: w, bar: b, summary: newSummary()}
}

// add takes the next answer.
func (o *output) add(r reply) error {
	o.summary.count(r)
	o.page.add(r.listed)
	if r.kept != nil {
		o.phones.Add(*r.kept)
	}
	o.bar.advance(r.size)
	if err := o.write(r.out); err != nil {
		return err
	}
	return r.err
}

// write buffers whole lines.
func (o *output) write(data []byte) error {
	o.pending.Write(data)
	if o.pending.Len() < flushAt {
		return nil
	}
	return o.flush()
}

// flush writes the buffer.
func (o *output) flush() error {
	if o.pending.Len() == 0 {
		return nil
	}
	o.bar.hide()
	n, err := o.w.Write(o.pending.Bytes())
	o.pending.Reset()
	if f, ok := o.w.(*os.File); ok && err != nil && n > 0 {
		return errors.Join(err, takeBack(f, n))
	}
	return err
}

// takeBack cuts the last n bytes written off a file: on a full disk they may end within a line.
// What was written to a pipe cannot be taken back.
func takeBack(f *os.File, n int) error {
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return err
	}
	end, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	return f.Truncate(end - int64(n))
}

// close ends the bar and the count.
func (o *output) close() {
	o.bar.close()
	o.summary.close()
}

// bar shows on a terminal how far the input has been read. A nil bar shows nothing.
type bar struct {
	*progressbar.ProgressBar
	shared bool // the answers go to the same terminal
}

// newBar returns a bar for size bytes of input, or nil if size is not known or standard error is
// no terminal.
func newBar(size int64, stdout, stderr *os.File) *bar {
	if size < 0 || !isTerminal(stderr) {
		return nil
	}
	return &bar{
		progressbar.NewOptions64(size,
			progressbar.OptionSetWriter(stderr),
			progressbar.OptionShowBytes(true),
			progressbar.OptionSetWidth(30),
			progressbar.OptionThrottle(100_000_000),
			progressbar.OptionClearOnFinish(),
		),
		isTerminal(stdout),
	}
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// advance adds to what was read. A bar that cannot be drawn is no reason to end the run, so errors
// are ignored here and below.
func (b *bar) advance(size int64) {
	if b != nil {
		_ = b.Add64(size)
	}
}

// hide makes room for answers on the same terminal.
func (b *bar) hide() {
	if b != nil && b.shared {
		_ = b.Clear()
	}
}

// close removes the bar.
func (b *bar) close() {
	if b != nil {
		_ = b.Clear()
	}
}
