package parser

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

var (
	messagesFile   = flag.String("messages", "", "`file` of JSON lines, each with a text, whose features TestFeatures writes")
	featuresFile   = flag.String("features", "", "`file` that TestFeatures writes")
	candidatesFile = flag.String("candidates", "", "`file` that TestCandidateFeatures writes")
	saidFile       = flag.String("said", "", "`file` that TestSaidFeatures writes")
)

// TestFeatures writes the features of messages for internal/train: for each, the
// number of its features and their hashes, as integers of 32 bits, the lowest byte first.
func TestFeatures(t *testing.T) {
	if *featuresFile == "" {
		t.Skip("no -features given")
	}
	in, err := os.Open(*messagesFile)
	require.NoError(t, err)
	defer in.Close()
	out, err := os.Create(*featuresFile)
	require.NoError(t, err)
	w := bufio.NewWriter(out)
	p := standard()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct{ Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		hashes := p.features(m.Text)
		require.NoError(t, binary.Write(w, binary.LittleEndian, uint32(len(hashes))))
		require.NoError(t, binary.Write(w, binary.LittleEndian, hashes))
	}
	require.NoError(t, lines.Err())
	require.NoError(t, w.Flush())
	require.NoError(t, out.Close())
}

// features returns the hashes of the features of text.
func (p *Parser) features(text string) (hashes []uint32) {
	l := scan.Get()
	defer l.Release()
	l.Read(&p.tables, text)
	f := findFacts(l, nil)
	piece, facts := f.learnable(l)
	learned.Visit(l, &piece, &facts, func(hash uint32) { hashes = append(hashes, hash) })
	return hashes
}

// TestCandidateFeatures writes the candidates of messages for internal/train: for each a
// line of JSON with a list of them for each choice, by its name, in order. The messages
// have the kind that their labels say.
func TestCandidateFeatures(t *testing.T) {
	if *candidatesFile == "" {
		t.Skip("no -candidates given")
	}
	in, err := os.Open(*messagesFile)
	require.NoError(t, err)
	defer in.Close()
	out, err := os.Create(*candidatesFile)
	require.NoError(t, err)
	w := bufio.NewWriter(out)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct{ Text, Kind string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		require.NoError(t, json.NewEncoder(w).Encode(standard().candidateFeatures(m.Text, m.Kind)))
	}
	require.NoError(t, lines.Err())
	require.NoError(t, w.Flush())
	require.NoError(t, out.Close())
}

// candidateFeature is a candidate of a message with the hashes of its features.
type candidateFeature struct {
	Value  int64    `json:"value"`
	Rank   int8     `json:"rank"`
	Bare   bool     `json:"bare"`
	Hashes []uint32 `json:"hashes"`
}

// candidateFeatures returns the candidates of text.
func (p *Parser) candidateFeatures(text, kind string) map[string][]candidateFeature {
	l := scan.Get()
	defer l.Release()
	l.Read(&p.tables, text)
	f := findFacts(l, nil)
	piece, _ := f.learnable(l)
	features := func(candidates []learned.Candidate) []candidateFeature {
		list := make([]candidateFeature, len(candidates))
		for i, c := range candidates {
			list[i].Value, list[i].Rank, list[i].Bare = c.Value, c.Rank, c.Bare
			learned.VisitCandidate(l, &piece, candidates, i, slices.Index(learned.Kinds[:], kind), func(hash uint32) {
				list[i].Hashes = append(list[i].Hashes, hash)
			})
		}
		return list
	}
	all := map[string][]candidateFeature{"owed": features(learnableSums(nil, f.sums))}
	if Kind(kind) == KindOverdue {
		all["days"] = features(f.learnableDays(nil, l, -1))
	}
	return all
}

// TestSaidFeatures writes what cues say in messages for internal/train: a line of JSON with
// the names of all threats and asks, in order, and then one for each message with those
// that it has, and the hashes of its pieces.
func TestSaidFeatures(t *testing.T) {
	if *saidFile == "" {
		t.Skip("no -said given")
	}
	in, err := os.Open(*messagesFile)
	require.NoError(t, err)
	defer in.Close()
	out, err := os.Create(*saidFile)
	require.NoError(t, err)
	w := bufio.NewWriter(out)
	require.NoError(t, json.NewEncoder(w).Encode(spoken(^lexicon.Mention(0))))
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct{ Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		require.NoError(t, json.NewEncoder(w).Encode(standard().saidFeatures(m.Text)))
	}
	require.NoError(t, lines.Err())
	require.NoError(t, w.Flush())
	require.NoError(t, out.Close())
}

// saidFeature are the threats and asks that cues make in a message, and its pieces.
type saidFeature struct {
	Said   []string `json:"said"`
	Hashes []uint32 `json:"hashes"`
}

func (p *Parser) saidFeatures(text string) (s saidFeature) {
	l := scan.Get()
	defer l.Release()
	l.Read(&p.tables, text)
	f := findFacts(l, nil)
	piece, _ := f.learnable(l)
	learned.VisitText(l, &piece, func(hash uint32) { s.Hashes = append(s.Hashes, hash) })
	s.Said = spoken(f.said | f.shaped)
	return s
}

// spoken returns the names of the threats and asks among m.
func spoken(m lexicon.Mention) []string {
	list := []string{}
	for i, name := range lexicon.MentionNames() {
		if bit := lexicon.Mention(1) << i; m&bit != 0 && (bit.Of(lexicon.Threat)|bit.Of(lexicon.Ask)) != 0 {
			list = append(list, name)
		}
	}
	return list
}
