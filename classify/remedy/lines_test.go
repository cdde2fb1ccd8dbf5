package remedy

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
)

// The embedded letters are whole: each form has its file, each file is a form, no place
// and no block is forgotten, and the codes of evidence are those of the table.
func TestLetterFiles(t *testing.T) {
	letters, err := readLetters(letterFiles)
	require.NoError(t, err)
	assert.ElementsMatch(t, slices.Collect(maps.Keys(files)), slices.Collect(maps.Keys(letters)))
	names, err := fs.Glob(letterFiles, "data/letters/*")
	require.NoError(t, err)
	require.Len(t, names, len(files)+1)
	var all strings.Builder
	for _, name := range names {
		data, err := fs.ReadFile(letterFiles, name)
		require.NoError(t, err)
		all.Write(data)
		assert.True(t, strings.HasPrefix(string(data), "# "), "%s: a head", name)
		form := strings.TrimSuffix(path.Base(name), ".txt")
		assert.True(t, form == "common" || files[form] != "", name)
	}
	for place := range places {
		assert.Contains(t, all.String(), "{"+place+"}")
	}
	common, err := fs.ReadFile(letterFiles, "data/letters/common.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(common)) {
		if block, ok := strings.CutPrefix(strings.TrimSuffix(line, ":\n"), "@"); ok {
			assert.True(t, strings.Contains(all.String(), "{"+block+"}") || strings.Contains(all.String(), "@"+block+"\n"), block)
		}
	}
	evidence, err := os.ReadFile("../evidence.tsv")
	require.NoError(t, err)
	for _, lines := range letters {
		for _, l := range lines {
			for _, c := range l.when {
				for _, v := range c.values {
					assert.True(t, c.key != "evidence" || strings.Contains(string(evidence), "\n"+v+"\t"), v)
				}
			}
		}
	}
}

// lettersOf returns files of letters: common blocks, that of a mistake, and empty ones.
func lettersOf(common, mistake string) fs.FS {
	dir := fstest.MapFS{"data/letters/common.txt": {Data: []byte(common)}}
	for form := range files {
		dir["data/letters/"+form+".txt"] = &fstest.MapFile{}
	}
	dir["data/letters/mistake.txt"].Data = []byte(mistake)
	return dir
}

func TestLetterForm(t *testing.T) {
	s := setting{
		verdicts: []string{"mistake"}, facts: classify.Facts{Repaid: classify.Yes}, circumstances: setOf(Heir, Bank),
		besides: map[string][]string{"asks_whom": {"no"}, "evidence": {"A", "B"}, "filled": {"name"}},
	}
	const common = "# head\n\n@one:\n[circumstance=heir] 是{name}\n\n[circumstance!=heir] 否\n@two:\n甲\n[repaid=no]\n乙\n[-]\n丙\n"
	for name, tt := range map[string]struct{ letter, want string }{
		"lines":                   {"一\n二", "一\n二\n"},
		"comment":                 {"# 一\n二\n", "二\n"},
		"spaces at the ends":      {"一 二 \r\n", "一 二\n"},
		"empty lines":             {"\n一\n\n\n二\n", "一\n\n二\n"},
		"empty lines around none": {"一\n\n[repaid=no] 二\n\n三\n", "一\n\n三\n"},
		"place":                   {"一{name}二{phone}三{date}", "一{id}二____三____年__月__日\n"},
		"fact":                    {"[repaid=yes] 一\n[repaid=no|unknown] 二\n[repaid!=no] 三\n", "一\n三\n"},
		"circumstance":            {"[circumstance=heir|card] 一\n[circumstance!=heir|card] 二\n", "一\n"},
		"verdict":                 {"[verdict=mistake] 一\n[verdict!=mistake] 二\n", "一\n"},
		"evidence":                {"[evidence=B|C] 一\n[evidence=C] 二\n[evidence!=C] 三\n", "一\n三\n"},
		"filled":                  {"[filled=name|phone] 一\n[filled!=name|phone] 二\n[filled=phone] 三\n", "一\n"},
		"asks whom":               {"[asks_whom=yes] 一\n[asks_whom=no] 二\n", "二\n"},
		"several":                 {"[repaid=yes,circumstance=card] 一\n[repaid=yes][circumstance=heir]二\n[repaid=yes][circumstance=card]三\n", "二\n"},
		"group":                   {"[repaid=no]\n一\n[repaid=yes] 二\n[repaid=yes]\n三\n[asks_whom=yes] 四\n[-]\n五\n", "三\n五\n"},
		"block":                   {"@two\n[repaid=no] @two\n", "甲\n丙\n"},
		"block in a line":         {"（{one}，{two}）\n", "（是{id}，甲）\n（是{id}，丙）\n"},
	} {
		t.Run(name, func(t *testing.T) {
			letters, err := readLetters(lettersOf(common, tt.letter))
			require.NoError(t, err)
			assert.Equal(t, tt.want, fill(letters["mistake"], s, map[string]string{"name": "{id}", "phone": ""}), "what is known is no place itself")
		})
	}
}

func TestBrokenLetters(t *testing.T) {
	const secret = "王小明"
	for name, tt := range map[string]struct {
		common, letter string
		line           int
		rule           string
	}{
		"place":                      {"", "一\n{" + secret + "}", 2, "no such place"},
		"place in a block":           {"@a:\n{x}\n", "", 2, "no such place"},
		"place after a block":        {"@a:\n一\n", "{a}{later}", 1, "no such place"},
		"place without an end":       {"", "{name", 1, "no such place"},
		"place without a beginning":  {"", "{name}name}", 1, "no such place"},
		"place without a name":       {"", "{}", 1, "no such place"},
		"block":                      {"", "@" + secret, 1, "no such block"},
		"place for a block":          {"", "@name", 1, "no such block"},
		"block in a letter":          {"", "@a:\n一\n", 1, "no such block"},
		"block in a block":           {"@a:\n一\n@b:\n@a\n", "", 4, "no such block"},
		"block in a line of itself":  {"@a:\n一\n二{a}\n", "", 3, "no such place"},
		"block without lines":        {"@a:\n", "@a\n", 1, "no such block"},
		"block twice":                {"@a:\n一\n@a:\n", "", 3, "no name for the next block"},
		"block not sorted":           {"@b:\n一\n@a:\n", "", 3, "no name for the next block"},
		"block named like a place":   {"@name:\n", "", 1, "no name for the next block"},
		"block without a name":       {"@:\n", "", 1, "no name for the next block"},
		"before the blocks":          {"# head\n一\n", "", 2, "not in a block"},
		"empty condition":            {"", "[] 一", 1, "no condition"},
		"no condition":               {"", "[" + secret + "] 一", 1, "no condition"},
		"key":                        {"", "[later=yes] 一", 1, "no such condition"},
		"key of lists":               {"", "[breach=INSULT] 一", 1, "no such condition"},
		"fact":                       {"", "[repaid=maybe] 一", 1, "no such condition"},
		"circumstance":               {"", "[circumstance=later] 一", 1, "no such condition"},
		"verdict":                    {"", "[verdict=later] 一", 1, "no such condition"},
		"filled":                     {"", "[filled=later] 一", 1, "no such condition"},
		"asks whom":                  {"", "[asks_whom=unknown] 一", 1, "no such condition"},
		"second of conditions":       {"", "[-][later=yes] 一", 1, "no such condition"},
		"conditions without an end":  {"", "[evidence=A 一", 1, "no end of conditions"},
		"condition alone on a line":  {"", "一\n[later=yes]\n", 2, "no such condition"},
		"condition in a block":       {"@a:\n[later=yes] 一\n", "", 2, "no such condition"},
		"condition before a comment": {"", "[later=yes] # 一", 1, "no such condition"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readLetters(lettersOf(tt.common, tt.letter))
			table := "letters/mistake"
			if tt.letter == "" {
				table = "letters/common"
			}
			assert.Equal(t, &TableError{Table: table, Line: tt.line, Rule: tt.rule}, err)
			assert.NotContains(t, err.Error(), secret)
		})
	}
	_, err := readLetters(fstest.MapFS{})
	assert.Equal(t, errLetter, err)
	_, broken := readWhen("evidence=A", listKeys)
	assert.Equal(t, "no such condition", broken, "lists have no conditions of letters")
}

// A letter that cannot be read is an error, and Letters leaves it out.
func TestBrokenLettersAreNotWritten(t *testing.T) {
	whole := letterLines
	t.Cleanup(func() { letterLines = whole })
	letterLines = func() (map[string][]letterLine, error) { return readLetters(lettersOf("", "{later}")) }
	c := Case{Matter: classify.Mistake}
	_, err := Objection(c)
	assert.Equal(t, errLetter, err)
	assert.Empty(t, Letters(c))
}
