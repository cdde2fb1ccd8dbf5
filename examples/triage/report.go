package main

import (
	"bufio"
	"cmp"
	"container/heap"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
)

// maxShown is the most messages that a page shows. No more are kept, however many are read.
const maxShown = 200

// finding is a message that a page may show.
type finding struct {
	message dunsms.Message
	report  *dunsms.Report
}

// badness orders verdicts by what is at stake for a reader who does nothing or does what the
// message says. NotANotice is missing: such messages are counted and not shown.
var badness = []classify.Verdict{
	classify.Genuine, classify.Undetermined, classify.Mistake, classify.IdentityTheft, classify.Scam,
}

// worth reports whether a message may be shown.
func worth(r *dunsms.Report) bool { return slices.Contains(badness, r.Assessment.Verdict) }

// worse compares two messages by their verdict, its confidence and lead, how many rules they
// break, and then their line: the earlier one is shown first.
func worse(a, b *finding) int {
	at := func(f *finding) int { return slices.Index(badness, f.report.Assessment.Verdict) }
	return cmp.Or(
		cmp.Compare(at(b), at(a)),
		cmp.Compare(sureness(&b.report.Assessment), sureness(&a.report.Assessment)),
		cmp.Compare(b.report.Assessment.Lead, a.report.Assessment.Lead),
		cmp.Compare(len(b.report.Breaches), len(a.report.Breaches)),
		cmp.Compare(a.report.Line, b.report.Line),
	)
}

// sureness returns how sure a verdict is, as the place of its confidence in order.
func sureness(a *classify.Assessment) int {
	return slices.Index([]classify.Confidence{classify.ConfidenceLow, classify.ConfidenceHigh, classify.ConfidenceCertain}, a.Confidence)
}

// worst keeps the worst findings, the least bad of them on top. It implements heap.Interface.
type worst []*finding

func (w worst) Len() int           { return len(w) }
func (w worst) Less(i, j int) bool { return worse(w[i], w[j]) > 0 }
func (w worst) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *worst) Push(x any)        { *w = append(*w, x.(*finding)) }

func (w *worst) Pop() any {
	last := (*w)[len(*w)-1]
	*w = (*w)[:len(*w)-1]
	return last
}

// report is the page of -report. It is written to a temporary file in the same folder and renamed
// when it is complete. A nil report writes nothing.
type report struct {
	name     string
	file     *os.File
	settings settings
	checker  *dunsms.Checker
	worst    worst
	matters  []*foundMatter
	open     []openLine // the first maxShown of them
	listed   int        // messages or matters that might be shown
}

// newReport returns the page that s asks for, or nil if it asks for none. An error means that the
// page could not be written in the end.
func newReport(s settings, c *dunsms.Checker) (*report, error) {
	if s.report == "" {
		return nil, nil
	}
	if info, err := os.Stat(s.report); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("-report is not a file")
	}
	if !s.force && !isPage(s.report) {
		return nil, errors.New("-report names an existing file that is not a page: choose another name, or add -f to replace it")
	}
	f, err := os.CreateTemp(filepath.Dir(s.report), ".triage-*.html")
	if err != nil {
		return nil, errors.New("-report cannot be written: does its folder exist?")
	}
	return &report{name: s.report, file: f, settings: s, checker: c}, nil
}

// isPage reports whether a file is a page, empty or missing, so that replacing it loses no
// messages.
func isPage(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	defer f.Close()
	const begin = "<!doctype html>"
	head := make([]byte, len(begin))
	n, _ := io.ReadFull(f, head)
	return n == 0 || strings.EqualFold(string(head[:n]), begin)
}

// add takes the next message, in order; nil is ignored.
func (p *report) add(f *finding) {
	if p == nil || f == nil {
		return
	}
	p.listed++
	if len(p.worst) == maxShown {
		if worse(p.worst[0], f) <= 0 {
			return
		}
		heap.Pop(&p.worst)
	}
	heap.Push(&p.worst, f)
}

// write writes the page and renames it.
func (p *report) write(s summary) error {
	if p == nil {
		return nil
	}
	buffered := bufio.NewWriterSize(p.file, 64<<10)
	if err := p.render(buffered, s); err != nil {
		return err
	}
	if err := errors.Join(buffered.Flush(), p.file.Sync(), p.file.Close()); err != nil {
		return err
	}
	return os.Rename(p.file.Name(), p.name)
}

// render writes what the page shows.
func (p *report) render(w io.Writer, s summary) error {
	if p.settings.matters {
		return renderMatters(w, p.mattersView(s))
	}
	slices.SortFunc(p.worst, worse)
	return renderPage(w, p.view(s))
}

// discard removes the temporary file.
func (p *report) discard() {
	if p == nil {
		return
	}
	_ = p.file.Close()
	_ = os.Remove(p.file.Name()) // if all went well, it was renamed already
}
