package parser

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

var (
	messagesFile = flag.String("messages", "", "`file` of JSON lines, each with a text, whose features TestFeatures writes")
	featuresFile = flag.String("features", "", "`file` that TestFeatures writes")
)

// TestFeatures writes the features of messages for internal/train: for each, the
// number of its features and their hashes, as integers of 32 bits, the lowest byte first.
func TestFeatures(t *testing.T) {
	if *messagesFile == "" {
		t.Skip("no -messages given")
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
