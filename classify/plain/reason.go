package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

// The groups of evidence that are treated specially.
const (
	groupPrior   = "prior"
	groupRecords = "records"
	groupWording = "wording"
	groupGate    = "gate"
)

// Reason returns, as a sentence, what decided the verdict: if it is a story, the evidence that
// speaks for it and counts most against the runner-up; for Genuine, preferably a record; if it is
// no story, the gate that decided. The prior is never the reason. Reason returns "" if nothing
// that decided has an explanation.
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

// telling is the bits above which a single thing is given as the reason rather than the wording as
// a whole, which nobody can check.
const telling = 2

// strongest returns the evidence with an explanation, among that for which some returns true, that
// counts most for the verdict against the runner-up; nil if none counts more than over bits.
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

// speaksFor reports whether evidence counts more for a story than for at least two others: what
// counts only against the runner-up says why it is not that story, not why it is this one.
func speaksFor(e *classify.Evidence, story classify.Verdict) bool {
	less := 0
	for _, other := range stories {
		if e.Counted.Of(other) < e.Counted.Of(story) {
			less++
		}
	}
	return less >= 2
}

// stories are the stories that a verdict may name.
var stories = [...]classify.Verdict{classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam}

// lastGate returns the last gate, which decided; nil if there is none.
func lastGate(a *classify.Assessment) *classify.Evidence {
	for i := len(a.Evidence) - 1; i >= 0; i-- {
		if a.Evidence[i].Group == groupGate {
			return &a.Evidence[i]
		}
	}
	return nil
}

// runnerUp returns the story with the highest score other than the verdict, at a tie the first.
func runnerUp(a *classify.Assessment) (rival classify.Verdict) {
	for _, story := range stories {
		if story != a.Verdict && (rival == "" || a.Scores.Of(story) > a.Scores.Of(rival)) {
			rival = story
		}
	}
	return rival
}

// sentence makes an explanation into a sentence.
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
