package scan

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// jointOf returns what is between the last two cues with a role before the first amount
// of a text, and how it joins them.
func jointOf(text string) (between string, j Joint) {
	l := read(text)
	var terms []*Token
	for k := range l.Tokens {
		t := &l.Tokens[k]
		if t.IsSum() {
			break
		}
		if t.Kind == Cue && t.Role != 0 {
			terms = append(terms, t)
		}
	}
	if len(terms) < 2 {
		return "", 0
	}
	a, b := terms[len(terms)-2], terms[len(terms)-1]
	return string(l.Runes[a.End:b.Start]), l.Joint(a.End, b.Start)
}

// TestJointRows reads the texts of joints.tsv: in the hit a joint of the kind comes
// between two terms, in the miss none does. Words are sorted, and none occurs twice.
func TestJointRows(t *testing.T) {
	kinds := map[string]Joint{"adds": Adds, "holds": Holds, "says": Adds}
	seen := map[string]bool{}
	for _, cells := range readertest.Table(t, jointTable, 4, 1) {
		kind, words, hit, miss := cells[0], strings.Split(cells[1], "|"), cells[2], cells[3]
		assert.True(t, slices.IsSorted(words), "%s: words are sorted", kind)
		for _, word := range words {
			assert.False(t, seen[word], "%s occurs twice", word)
			seen[word] = true
			assert.LessOrEqual(t, len([]rune(word)), maxJoint)
		}
		between, j := jointOf(hit)
		assert.Equal(t, kinds[kind], j, "%s: %s", kind, hit)
		assert.True(t, slices.ContainsFunc(words, func(w string) bool { return strings.Contains(between, w) }), "%s: %s", kind, hit)
		between, j = jointOf(miss)
		assert.Zero(t, j, "%s: %s", kind, miss)
		assert.NotEmpty(t, between, "%s: %s", kind, miss)
	}
}

// TestJoint has runes between two terms: the longest word counts at each rune, and a
// part counts more than a term.
func TestJoint(t *testing.T) {
	for between, want := range map[string]Joint{
		"": 0, "及": Adds, "以及": Adds, "及其": Adds, "和相应的": Adds, "及包含": Holds, "不含": Holds, "其中含": Holds, "产生的": 0, "的": 0, "：": 0, "，": 0,
		"，及": Adds, "还有": 0, "及原有": 0, strings.Repeat("及", maxJoint): Adds, strings.Repeat("及", maxJoint+1): 0,
	} {
		l := read(between)
		assert.Equal(t, want, l.Joint(0, int32(len(l.Runes))), between)
	}
	l := read("含罚息")
	assert.Equal(t, Holds, l.JointBefore(1))
	assert.Zero(t, l.JointBefore(0))
	assert.Zero(t, l.JointBefore(3))
}
