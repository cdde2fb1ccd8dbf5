package lexicon

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/fold"
)

var (
	messagesFile = flag.String("messages", "", "`file` of JSON lines, each with a text, whose pieces TestPieces writes")
	piecesFile   = flag.String("pieces", "", "`file` that TestPieces writes")
)

// TestPieces writes what the gate weighs of messages, for internal/train: for each a line
// of JSON, its characters and pairs.
func TestPieces(t *testing.T) {
	if *messagesFile == "" {
		t.Skip("no -messages given")
	}
	in, err := os.Open(*messagesFile)
	require.NoError(t, err)
	defer in.Close()
	out, err := os.Create(*piecesFile)
	require.NoError(t, err)
	w := json.NewEncoder(out)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m struct{ Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		require.NoError(t, w.Encode(pieces(m.Text)))
	}
	require.NoError(t, lines.Err())
	require.NoError(t, out.Close())
}

// pieces returns the characters and pairs of text.
func pieces(text string) []string {
	list := []string{}
	before := rune(0)
	for _, r := range text {
		plain, shows := fold.Plain(r)
		c, ok := gateSymbol(r, plain, false)
		last := before
		if !shows || !ok || c == before {
			continue
		}
		before = c
		list = append(list, string(c))
		if last != 0 {
			list = append(list, string([]rune{last, c}))
		}
	}
	return list
}
