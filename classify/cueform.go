package classify

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// signaturesOf returns the signatures that contain a word of a sort.
func (r *reading) signaturesOf(sort string) (at []parser.Span) {
	if len(r.n.Signatures) == 0 {
		return nil
	}
	words := posing()[sort]
	for _, s := range r.n.Signatures {
		for _, w := range words {
			if strings.Contains(s.Text, w) {
				at = append(at, s.Span)
				break
			}
		}
	}
	return at
}

// posesAsOrgan: 【公安局】您的欠款….
func posesAsOrgan(r *reading) []parser.Span {
	if !r.overdue() {
		return nil
	}
	return r.signaturesOf("organ")
}

// accuses: 您涉嫌洗钱, 加专案组QQ: the police call or come, and want none of these. Money has its own
// cues, since what was stolen is paid back to an account of the police.
func accuses(r *reading) []parser.Span {
	if !r.says(useAccuses) || r.warns() && r.scamp < leastWording { // who accuses of 诈骗 says a word of warnings
		return nil
	}
	if !r.wants(parser.AskAddContact, parser.AskScanCode, parser.AskDownloadApp, parser.AskShareScreen, parser.AskGiveCode, parser.AskGiveDetails) {
		return nil
	}
	return r.speaks(useAccuses)
}

// isCourt reports whether a court, an arbitrator or a mediator signs.
func (r *reading) isCourt() bool { return len(r.signaturesOf("court")) > 0 }

// signsAsCourt reports whether a court of law signs. Its sites are under gov.cn; an arbitrator's
// or a mediator's need not be.
func (r *reading) signsAsCourt() bool {
	return slices.ContainsFunc(r.n.Signatures, func(s parser.Found) bool {
		return strings.Contains(s.Text, "法院") || strings.HasSuffix(s.Text, "法庭") || s.Text == "12368"
	})
}

// signsAsOffice reports whether a public office signs: 社保局, not a firm that deals in 社保.
func (r *reading) signsAsOffice() bool {
	return slices.ContainsFunc(r.n.Signatures, func(s parser.Found) bool {
		return slices.ContainsFunc(posing()["office"], func(w string) bool { return strings.HasSuffix(s.Text, w) })
	})
}

// isCourtCase reports whether a court writes to somebody who is sued, and not to a plaintiff, nor
// to send a code or to warn.
func (r *reading) isCourtCase() bool {
	return r.isCourt() && r.says(useCourtCase) &&
		!r.says(useNoCourtCase)
}

// posesAsCourt: a court that names a payee. One that does not may be real:
// mediation before a lawsuit is announced by SMS.
func posesAsCourt(r *reading) []parser.Span {
	at := r.signaturesOf("court")
	if len(at) == 0 {
		return nil
	}
	pay := append(append(r.asks(parser.AskTransfer), r.asks(parser.AskScanCode)...), r.payees()...)
	if len(pay) == 0 {
		return nil
	}
	return append(at, pay...)
}

func traditional(r *reading) []parser.Span { return r.folds(parser.FoldTraditional) }

func brokenWords(r *reading) []parser.Span { return r.folds(parser.FoldSeparators) }

// disguisedCharacters leaves out characters that hide a request to add a contact: those count for
// that cue.
func disguisedCharacters(r *reading) []parser.Span {
	at := append(r.folds(parser.FoldZeroWidth), r.folds(parser.FoldLookAlike)...)
	contact := r.asks(parser.AskAddContact)
	at = slices.DeleteFunc(at, func(s parser.Span) bool {
		return slices.ContainsFunc(contact, func(c parser.Span) bool { return overlap(s, c) })
	})
	if len(at) == 0 {
		return nil
	}
	return at
}

// frontSignature is the last place at which a signature in front may begin: after its bracket and
// a part number.
const frontSignature = 12

func signatureAtEnd(r *reading) (at []parser.Span) {
	for _, s := range r.n.Signatures {
		if s.Span.Start <= frontSignature {
			return nil
		}
		at = append(at, s.Span)
	}
	return at
}

// neutralSignature: 【温馨提示】, with no firm beside it.
func neutralSignature(r *reading) (at []parser.Span) {
	for _, s := range r.n.Signatures {
		if !slices.Contains(posing()["neutral"], s.Text) {
			return nil
		}
		at = append(at, s.Span)
	}
	return at
}

// differentSignature: the caller knows the lender that signs and another one that the text names,
// and the text mentions neither a sale nor a collector.
func differentSignature(r *reading) (at []parser.Span) {
	if r.lender == nil || len(r.n.Signatures) == 0 || len(r.signals(parser.SignalAssignee, parser.SignalCollector)) > 0 {
		return nil
	}
	text := ""
	for i := range r.lenders {
		l := &r.lenders[i]
		if l == r.lender || isNamed(r.lender, l.Name) || isNamed(l, r.lender.Name) {
			continue
		}
		if text == "" {
			text = r.text()
		}
		if !isNamed(l, text) {
			continue
		}
		for _, s := range append(r.say(l.Name), r.say(l.Aliases...)...) {
			if !slices.ContainsFunc(r.n.Signatures, func(f parser.Found) bool { return overlap(f.Span, s) }) {
				at = append(at, s)
			}
		}
	}
	return at
}
