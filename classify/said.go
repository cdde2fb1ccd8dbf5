package classify

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/parser"
)

//go:embed phrases.tsv
var phrasesTable string

// phrases are the phrases of phrases.tsv by use.
var phrases = sync.OnceValue(func() map[string][]string { return bySort(phrasesTable) })

// use is a use of phrases.tsv whose phrases are sought in the whole message.
type use int

const (
	useAccuses use = iota
	useCode
	useCourtCase
	useFirmsDebt
	useHeld
	useIllegalLender
	useNoCourtCase
	usePawn
	useRansom
	useSafeAccount
	useSchooling
	useSecret
	useSold
	useToMe
	useWarns
	useYou
)

var useNames = [...]string{
	useAccuses:       "accuses",
	useCode:          "code",
	useCourtCase:     "court_case",
	useFirmsDebt:     "firms_debt",
	useHeld:          "held",
	useIllegalLender: "illegal_lender",
	useNoCourtCase:   "no_court_case",
	usePawn:          "pawn",
	useRansom:        "ransom",
	useSafeAccount:   "safe_account",
	useSchooling:     "schooling",
	useSecret:        "secret",
	useSold:          "sold",
	useToMe:          "to_me",
	useWarns:         "warns",
	useYou:           "you",
}

// sought indexes the phrases of these uses.
var sought = sync.OnceValue(func() *phrase.Index {
	x := new(phrase.Index)
	for i, name := range useNames {
		for _, words := range phrases()[name] {
			x.Add(i, words)
		}
	}
	return x
})

// said is where phrases stand in a message.
type said struct {
	all     []saying
	present uint // a bit for each use of all
}

type saying struct {
	use use
	at  parser.Span
}

// hear finds the phrases of all uses in one pass over the words. A notice that was read back from
// JSON has no tokens, so nothing is found in it.
func (r *reading) hear() {
	x := sought()
	tokens := r.n.Tokens
	for i := range tokens {
		a, size := phrase.Decode(tokens[i].Text, 0)
		if !x.Begins(a) {
			continue
		}
		b, _ := phrase.Decode(tokens[i].Text, size)
		if b == 0 && i+1 < len(tokens) {
			b, _ = phrase.Decode(tokens[i+1].Text, 0)
		}
		alone, longer := x.At(a, b)
		for _, here := range [...][]phrase.Phrase{alone, longer} {
			for k := range here {
				if end, ok := r.spell(i, here[k].First()); ok {
					r.said.add(use(here[k].ID), parser.Span{Start: tokens[i].Span.Start, End: end})
				}
			}
		}
	}
}

func (s *said) add(u use, at parser.Span) {
	s.all = append(s.all, saying{u, at})
	s.present |= 1 << u
}

// says reports whether the message contains a phrase of a use.
func (r *reading) says(u use) bool { return r.said.present&(1<<u) != 0 }

// speaks returns where the message contains phrases of a use.
func (r *reading) speaks(u use) (at []parser.Span) {
	if !r.says(u) {
		return nil
	}
	for _, s := range r.said.all {
		if s.use == u {
			at = append(at, s.at)
		}
	}
	return at
}
