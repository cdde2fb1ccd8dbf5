package scan

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/joints.tsv
var jointTable string

// Joint says how two terms belong to one sum. The zero Joint means that they do not.
type Joint uint8

// The joints, as bits.
const (
	Adds  Joint = 1 << iota // the second is added to the first: 欠款及罚息
	Holds                   // the second is a part of the first, or left out of it: 欠款含罚息
	says                    // says nothing by itself
)

// joints are the words of joints.tsv.
type joints struct {
	words *runes.Trie
	are   []Joint // by the word's value in the trie, less one
}

var loadJoints = sync.OnceValue(func() *joints { return newJoints(jointTable) })

func newJoints(table string) *joints {
	const name = "joints.tsv"
	kinds := map[string]Joint{"adds": Adds, "holds": Holds, "says": says}
	var j joints
	var words [][]rune
	for line, cells := range tsv.Rows(name, table, 4) {
		kind, ok := kinds[cells[0]]
		if !ok {
			tsv.Broken(name, line, "unknown kind")
		}
		for word := range strings.SplitSeq(cells[1], "|") {
			words, j.are = append(words, []rune(word)), append(j.are, kind)
		}
	}
	j.words = runes.NewTrie(words)
	return &j
}

// maxJoint is the greatest distance between two terms of a sum, in runes.
const maxJoint = 12

// Joint returns how l.Runes[i:j] joins the terms on either side of it. Of the words
// that begin at one rune, the longest counts.
func (l *Line) Joint(i, j int32) Joint {
	if i >= j || j-i > maxJoint {
		return 0
	}
	var found Joint
	t := loadJoints()
	for r, at := l.Runes[i:j], 0; at < len(r); {
		v, end := t.words.Longest(r, at)
		if v == 0 {
			return 0
		}
		found, at = found|t.are[v-1], end
	}
	switch {
	case found&Holds != 0:
		return Holds
	case found&Adds != 0:
		return Adds
	}
	return 0
}

// JointBefore returns how the word before rune i joins the term at i to something that
// is no cue: 连同罚息1030元.
func (l *Line) JointBefore(i int32) Joint {
	const longest = 5
	for n := int32(1); n <= min(longest, i); n++ {
		if j := l.Joint(i-n, i); j != 0 {
			return j
		}
	}
	return 0
}
