package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"sync"

	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// answer is the result for a row.
type answer struct {
	Row, Line int
	Fits      identity.Outcome // whether the text fits its record
	Findings  []presend.Finding
	Problem   code // why the row was not read, "" if it was

	text string // only to count its characters, never written
}

// fitsRow returns the row whose record the text fits instead, 0 if none is known.
func (a answer) fitsRow(f presend.Finding) int {
	if f.Beside == 0 {
		return 0
	}
	return a.Row + f.Beside
}

// code says why a row was not read.
type code string

// The codes. Those that triage also has mean the same there.
const (
	codeBadCSV  code = "bad_csv"
	codeNotUTF8 code = "not_utf8"
	codeTooLong code = "too_long"
)

// problemOf returns the code for a row that the table could not give.
func problemOf(p sheet.Problem) code {
	switch p {
	case "":
		return ""
	case sheet.NotUTF8:
		return codeNotUTF8
	case sheet.TooLong:
		return codeTooLong
	}
	return codeBadCSV
}

// answers checks the rows of a table and yields the answers in order, and last the error that
// ended it, if any.
func answers(ctx context.Context, s settings, c *presend.Checker, r io.Reader) iter.Seq2[answer, error] {
	return func(yield func(answer, error) bool) {
		table := table{rows: unblocked(ctx, rows(s.columns, r))}
		for report, err := range c.CheckAll(ctx, table.notices) {
			if ctx.Err() != nil {
				break
			}
			read := table.next()
			if !yield(answerOf(read, report, err), nil) {
				return
			}
		}
		if err := cmp.Or(table.err, ctx.Err()); err != nil {
			yield(answer{}, err)
		}
	}
}

// answerOf returns the answer to a row.
func answerOf(r row, report *presend.Report, err error) answer {
	a := answer{Row: r.Row, Line: r.Line, Problem: problemOf(r.problem), text: r.notice.Text}
	switch {
	case a.Problem != "":
	case errors.Is(err, parser.ErrTooLong):
		a.Problem = codeTooLong
	case err != nil:
		a.Problem = codeNotUTF8
	default:
		a.Fits, a.Findings = report.Fits, report.Findings
	}
	return a
}

// table yields the notices of rows, and keeps the rows until they are answered.
type table struct {
	rows iter.Seq2[row, error]
	err  error // of rows, once notices has ended

	mu   sync.Mutex
	kept []row
}

// notices yields a notice for each row, empty if the row was not read.
func (t *table) notices(yield func(presend.Notice) bool) {
	for r, err := range t.rows {
		if err != nil {
			t.err = err
			return
		}
		t.mu.Lock()
		t.kept = append(t.kept, r)
		t.mu.Unlock()
		if !yield(r.notice) {
			return
		}
	}
}

// unblocked yields the rows, and ends when ctx does even if a read of the input blocks.
func unblocked(ctx context.Context, rows iter.Seq2[row, error]) iter.Seq2[row, error] {
	type read struct {
		row row
		err error
	}
	return func(yield func(row, error) bool) {
		done := make(chan struct{})
		defer close(done)
		reads := make(chan read)
		go func() {
			defer close(reads)
			for r, err := range rows {
				select {
				case reads <- read{r, err}:
				case <-done:
					return
				}
			}
		}()
		for {
			select {
			case r, ok := <-reads:
				if !ok || !yield(r.row, r.err) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// next returns the first row that was not yet returned.
func (t *table) next() row {
	t.mu.Lock()
	defer t.mu.Unlock()
	r := t.kept[0]
	t.kept = t.kept[1:]
	return r
}
