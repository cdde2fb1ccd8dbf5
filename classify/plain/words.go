package plain

import (
	"bytes"
	_ "embed"
	"maps"
	"sync"

	"github.com/dunsms/dunsms/classify/internal/table"
	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed words.tsv
var wordsTable []byte

// Group is a set of words that belong together, such as the verdicts.
type Group string

// The groups, as words.tsv has them.
const (
	Account    Group = "account"    // parser.AccountType
	Answer     Group = "answer"     // classify.Answer
	Ask        Group = "ask"        // parser.AskType
	Confidence Group = "confidence" // classify.Confidence
	Error      Group = "error"      // why a line cannot be read
	Fact       Group = "fact"       // the JSON keys of classify.Facts, as questions
	FactWhy    Group = "fact_why"   // what the answer to such a question is good for
	Field      Group = "field"      // identity.Field
	Fold       Group = "fold"       // parser.Fold
	Kind       Group = "kind"       // parser.Kind
	Notice     Group = "notice"     // the JSON keys of parser.Notice
	Outcome    Group = "outcome"    // identity.Outcome, of the recipient
	Precision  Group = "precision"  // parser.Precision
	Role       Group = "role"       // parser.Role
	Sender     Group = "sender"     // classify.SenderStatus
	Sex        Group = "sex"        // identity.Sex
	Signal     Group = "signal"     // parser.SignalType
	Threat     Group = "threat"     // parser.ThreatType
	Trust      Group = "trust"      // remedy.Step.Trust, conduct.Breach.Trust
	Verdict    Group = "verdict"    // classify.Verdict
	Within     Group = "within"     // remedy.Step.Within
)

// words is words.tsv: the Chinese and the English name, by group and word.
var words = sync.OnceValue(func() map[string][2]string {
	all := map[string][2]string{}
	last := ""
	err := table.Rows(bytes.NewReader(wordsTable), 3, func(f []string) string {
		if f[0] <= last {
			return "not sorted"
		}
		last = f[0]
		all[f[0]] = [2]string{f[1], f[2]}
		return ""
	})
	if err != nil { // a test reads the embedded table
		return map[string][2]string{}
	}
	return all
})

// Name returns the name of a word of a group. If it has none, Name returns the word itself: new
// words may be added to the JSON, and some are a caller's own.
func Name[W ~string](g Group, word W, lang remedy.Lang) string {
	if names, ok := words()[string(g)+"."+string(word)]; ok {
		return names[column(lang)]
	}
	return string(word)
}

// Words returns all names, in Chinese and in English, by group and word: "verdict.scam". It is for
// programs that export them for use outside Go.
func Words() map[string][2]string { return maps.Clone(words()) }
