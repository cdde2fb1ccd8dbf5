package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rules are all that an error may say.
var rules = regexp.MustCompile(`^lexicon: line \d+: (` + strings.Join([]string{
	"not two or four columns", "not two columns", "not UTF-8", "table too long", "cannot be read, or is too long",
	"empty text", "empty word", "word too long", "more than 500 words",
	`\{ without \}`, `\} or \? without \{`, `\{ or \? within braces`, "braces around one word", "unknown part",
	"no name of a part", "part defined twice", "part below a row", "gap in a part", "part is not used",
	"part is not in its place", "row is not in its place", "word occurs twice", `word is also on line \d+`,
	`word has other meanings on line \d+`, `lies within line \d+`,
}, "|") + `)$`)

// FuzzRows asserts that the words of a row are bounded, in order, and the same
// when they are written out; and that no error holds a byte of the table.
func FuzzRows(f *testing.F) {
	for _, tt := range refused {
		if len(tt.table) < 1<<12 { // the longer ones are slow
			f.Add(tt.table)
		}
	}
	for _, tt := range expanded {
		f.Add(head + tt.word + "\tdebt")
	}
	f.Fuzz(func(t *testing.T, text string) {
		total := 0
		for row, err := range Rows(strings.NewReader(text)) {
			var bad *Error
			if errors.As(err, &bad) {
				assert.Regexp(t, rules, bad.Error())
				continue
			}
			require.NoError(t, err)
			require.Len(t, row.Parts, strings.Count(row.Word, Gap)+1)
			for _, words := range row.Parts {
				require.NotEmpty(t, words)
				require.LessOrEqual(t, len(words), MaxWords)
				require.True(t, slices.IsSortedFunc(words, wordOrder) && len(slices.Compact(words)) == len(words))
				require.False(t, slices.ContainsFunc(words, func(w string) bool {
					return w == "" || len(w) > maxWordBytes || strings.ContainsAny(w, "{}?|\t"+Gap)
				}))
				total += len(words)
			}
			checkWrittenOut(t, row)
		}
		require.LessOrEqual(t, total, maxTableWords)
		for _, bad := range checkTable(strings.NewReader(text)) {
			assert.Regexp(t, rules, bad.Error())
		}
	})
}

// checkWrittenOut reads a row anew with all its words written out.
func checkWrittenOut(t *testing.T, row Row) {
	t.Helper()
	parts := make([]string, len(row.Parts))
	for i, words := range row.Parts {
		parts[i] = strings.Join(words, "|")
	}
	line := fmt.Sprintf("%s\tdebt", strings.Join(parts, Gap))
	if line[0] == '@' || line[0] == '#' || len(line) >= bufio.MaxScanTokenSize {
		return
	}
	rows, bad := collect(line)
	require.Empty(t, bad)
	require.Len(t, rows, 1)
	require.True(t, slices.EqualFunc(row.Parts, rows[0].Parts, slices.Equal))
}
