package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

// The groups of evidence that are read in a way of their own.
const (
	groupPrior   = "prior"
	groupRecords = "records"
	groupWording = "wording"
	groupGate    = "gate"
)

// Reason returns, as a sentence, what decided: where there is a story, the evidence that
// speaks for it and counts most against the runner-up, and of a debt that is genuine a
// record, without which it is never called so; where there is none, the gate that held it
// back. It is never the prior, and "" where nothing that decided has words.
func Reason(a classify.Assessment, lang remedy.Lang) string {
	if e := decisive(&a); e != nil {
		return sentence(e.Explain(string(lang)), lang)
	}
	return ""
}

// decisive returns the evidence that decided, nil if there is none.
func decisive(a *classify.Assessment) (most *classify.Evidence) {
	switch a.Verdict {
	case classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam:
	default:
		return lastGate(a)
	}
	if a.Verdict == classify.Genuine {
		most = strongest(a, 0, func(e *classify.Evidence) bool { return e.Group == groupRecords })
	}
	speaks := func(e *classify.Evidence) bool {
		return e.Group != groupPrior && e.Group != groupGate && speaksFor(e, a.Verdict)
	}
	if most == nil {
		most = strongest(a, telling, func(e *classify.Evidence) bool { return e.Group != groupWording && speaks(e) })
	}
	if most == nil {
		most = strongest(a, 0, speaks)
	}
	if most == nil {
		most = lastGate(a)
	}
	return most
}

// telling is from how many bits on a single thing is said rather than that the wording as a
// whole is that of scams, which nobody can check.
const telling = 2

// strongest returns of some of the evidence that has words what counts most for the verdict
// against the runner-up, nil if nothing counts more than so many bits.
func strongest(a *classify.Assessment, over float64, some func(e *classify.Evidence) bool) (most *classify.Evidence) {
	rival := runnerUp(a)
	best := over
	for i := range a.Evidence {
		e := &a.Evidence[i]
		if bits := e.Counted.Of(a.Verdict) - e.Counted.Of(rival); bits > best && some(e) && e.Explain("zh") != "" {
			most, best = e, bits
		}
	}
	return most
}

// speaksFor reports whether evidence counts more for a story than for two others: what
// counts against the runner-up alone says why it is not that, and not why it is this.
func speaksFor(e *classify.Evidence, story classify.Verdict) bool {
	less := 0
	for _, other := range stories {
		if e.Counted.Of(other) < e.Counted.Of(story) {
			less++
		}
	}
	return less >= 2
}

// stories are those that a verdict may be of.
var stories = [...]classify.Verdict{classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam}

// lastGate returns the gate that spoke last, and so decided.
func lastGate(a *classify.Assessment) *classify.Evidence {
	for i := len(a.Evidence) - 1; i >= 0; i-- {
		if a.Evidence[i].Group == groupGate {
			return &a.Evidence[i]
		}
	}
	return nil
}

// runnerUp returns the story with the highest score but for the verdict, the first of
// several.
func runnerUp(a *classify.Assessment) (rival classify.Verdict) {
	for _, story := range stories {
		if story != a.Verdict && (rival == "" || a.Scores.Of(story) > a.Scores.Of(rival)) {
			rival = story
		}
	}
	return rival
}

// sentence makes a sentence of an explanation.
func sentence(text string, lang remedy.Lang) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") || strings.HasSuffix(text, "。") {
		return text
	}
	if lang != remedy.English {
		return text + "。"
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}
