package learned

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// Kinds are the kinds, in the order of their scores. The last one's score is zero; the
// others are measured against it.
var Kinds = [...]string{"overdue", "reminder", "receipt", "other"}

// Scam is the number of the scam for Pieces, after the numbers of the kinds.
const Scam = len(Kinds)

// The outputs of a messageModel: those of the kinds except the last, that of a scam, and
// those of threats and asks.
const (
	scamOutput = len(Kinds) - 1
	saidOutput = scamOutput + 1
)

// messageModel tells the kind of a message, whether it is a scam, and what it threatens
// and asks for.
type messageModel struct {
	*model
	said     [mostOutputs]lexicon.Mention // the threat or ask of an output
	judged   lexicon.Mention              // all threats and asks that have an output
	numberOf [64]int                      // the number of the output for a bit of judged
}

// newMessageModel joins the model of the kind and that of threats and asks. It panics if
// the files hold other models, which is a fault of the build.
func newMessageModel(kind, said *file) *messageModel {
	if len(kind.outputs)+len(said.outputs) > mostOutputs {
		panic("dunsms: kind.model and said.model: together they have too many outputs")
	}
	m := &messageModel{model: newModel(kind, said)}
	if len(m.rows) > mostRows+1 {
		panic("dunsms: kind.model and said.model: together they have too many rows")
	}
	wanted := append(slices.Clone(Kinds[:scamOutput]), "scam")
	if !slices.EqualFunc(kind.outputs, wanted, func(o output, name string) bool { return o.name == name }) {
		panic("dunsms: kind.model: its outputs are not the kinds")
	}
	for k, o := range said.outputs {
		bit := slices.Index(lexicon.MentionNames(), o.name)
		if bit < 0 {
			panic("dunsms: said.model: an output is of no row of senses.tsv")
		}
		m.said[saidOutput+k] = 1 << bit
		m.judged |= 1 << bit
		m.numberOf[bit] = saidOutput + k
	}
	return m
}
