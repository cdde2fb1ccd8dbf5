package classify

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

var guessesFile = flag.String("guesses", "", "`file` of JSON lines that internal/train writes, for TestHeldOut")

// heldOut is a message of the corpus with the output of a model that was not trained on its lot.
type heldOut struct {
	Lot             string      `json:"lot"`
	Text            string      `json:"text"`
	Origin          string      `json:"origin"`
	Kind            parser.Kind `json:"kind"`
	KindProbability float64     `json:"kind_probability"`
	ScamProbability float64     `json:"scam_probability"`
}

// origins counts the messages of one origin.
type origins struct{ all, scam, silent int }

// TestHeldOut prints what the text alone decides, with the wording judged by models that were not
// trained on a message's lot: how many scams are called scam, how many pass without a warning, and
// how many others are called scam. A message passes if it is NotANotice, is no likely scam and
// offers nothing that is not the lender's.
func TestHeldOut(t *testing.T) {
	if *guessesFile == "" {
		t.Skip("no -guesses given")
	}
	lots, all := map[string]*origins{}, map[string]*origins{}
	count := func(m map[string]*origins, key string, a *Assessment) {
		if m[key] == nil {
			m[key] = new(origins)
		}
		m[key].all++
		switch {
		case a.Verdict == Scam:
			m[key].scam++
		case a.Verdict == NotANotice && !a.LikelyScam && a.Sender.Status != SenderUnverified && a.Sender.Status != SenderDenied:
			m[key].silent++
		}
	}
	for _, h := range readFile[heldOut](t, *guessesFile) {
		n, err := parser.Parse(h.Text)
		require.NoError(t, err)
		n.Kind, n.KindProbability, n.ScamProbability = h.Kind, h.KindProbability, h.ScamProbability
		a := Assess(n, Context{})
		count(all, h.Origin, &a)
		if h.Origin == "scam" {
			count(lots, h.Lot, &a)
		}
	}
	w := t.Output()
	for _, lot := range slices.Sorted(maps.Keys(lots)) {
		lots[lot].print(w, lot)
	}
	for _, origin := range slices.Sorted(maps.Keys(all)) {
		all[origin].print(w, origin)
	}
}

func (o *origins) print(w io.Writer, name string) {
	fmt.Fprintf(w, "%-14s %6d  called scam %6d (%.4f)  passed over %6d (%.4f)\n",
		name, o.all, o.scam, float64(o.scam)/float64(o.all), o.silent, float64(o.silent)/float64(o.all))
}
