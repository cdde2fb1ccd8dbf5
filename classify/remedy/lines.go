package remedy

import (
	"cmp"
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

// letterFiles are the letters. The head of common.txt describes their format.
//
//go:embed data/letters/*.txt
var letterFiles embed.FS

// letterLines are the lines of the letters, by form.
var letterLines = sync.OnceValues(func() (map[string][]letterLine, error) {
	return readLetters(letterFiles)
})

// letterLine is a line of a letter. It is written if all its conditions hold.
type letterLine struct {
	when []condition
	text string // has places in braces
}

// places are the names that a line may have in braces, each with what is written if it is not
// known. Those that begin with shown are filled as in the message.
var places = map[string]string{
	"date":          "____年__月__日", // of the letter
	"id":            blank,
	"lender":        blank,
	"name":          blank,
	"phone":         blank,
	"received":      "____年__月__日__时__分",
	"reporter":      blank, // the lender if it may have reported the debt: not a collector
	"sender":        blank,
	"sha256":        blank, // of the message
	"shown_amount":  blank,
	"shown_id":      blank,
	"shown_name":    blank,
	"shown_overdue": blank,
	"shown_phone":   blank,
}

// letterKeys are the additional keys of the conditions of letters, with their values.
var letterKeys = map[string][]string{
	"asks_whom": {"no", "yes"},
	"evidence":  nil, // codes may be the caller's own
	"filled":    slices.Collect(maps.Keys(places)),
}

// letterReader reads the lines of a file.
type letterReader struct {
	blocks map[string][]letterLine // that a line may contain
	into   map[string][]letterLine
	name   string      // of the letter or block being read
	group  []condition // conditions of the lines below a line that has only conditions
}

// readLetters reads the common blocks, then the letters. The error is a *TableError, or errLetter
// if a file is missing.
func readLetters(dir fs.FS) (map[string][]letterLine, error) {
	const common = "common"
	letters, blocks := map[string][]letterLine{}, map[string][]letterLine{}
	for _, file := range append([]string{common}, slices.Sorted(maps.Keys(files))...) {
		r := &letterReader{blocks: blocks, into: letters, name: file}
		read := r.read
		if file == common {
			r = &letterReader{into: blocks}
			read = r.readCommon
		}
		data, err := fs.ReadFile(dir, "data/letters/"+file+".txt")
		if err != nil {
			return nil, errLetter
		}
		number := 0
		for text := range strings.Lines(string(data)) {
			number++
			if broken := read(strings.TrimSpace(text)); broken != "" {
				return nil, &TableError{Table: "letters/" + file, Line: number, Rule: broken}
			}
		}
	}
	return letters, nil
}

// readCommon reads a line of the common blocks. It returns the rule that the line breaks, "" for
// none.
func (r *letterReader) readCommon(text string) string {
	if text == "" || text[0] == '#' {
		return ""
	}
	name, isHead := strings.CutSuffix(text, ":")
	name, isBlock := strings.CutPrefix(name, "@")
	switch _, isPlace := places[name]; {
	case !isHead || !isBlock:
		if r.name == "" {
			return "not in a block"
		}
		return r.read(text)
	case isPlace || name <= r.name: // sorted, so that there are no duplicates
		return "no name for the next block"
	}
	r.name, r.group = name, nil
	return ""
}

// read reads a line and adds the lines that it expands to. It returns the rule that the line
// breaks, "" for none.
func (r *letterReader) read(text string) string {
	if strings.HasPrefix(text, "#") {
		return ""
	}
	var when []condition
	conditional := strings.HasPrefix(text, "[")
	for strings.HasPrefix(text, "[") {
		inside, rest, closed := strings.Cut(text[1:], "]")
		more, broken := readWhen(inside, letterKeys)
		if broken != "" || !closed {
			return cmp.Or(broken, "no end of conditions")
		}
		when, text = append(when, more...), strings.TrimSpace(rest)
	}
	if conditional && text == "" {
		r.group = when
		return ""
	}
	if name, ok := strings.CutPrefix(text, "@"); ok {
		if r.blocks[name] == nil {
			return "no such block"
		}
		text = "{" + name + "}"
	}
	return r.add(slices.Concat(r.group, when), text)
}

// add adds a line, or if it contains a block, one for each line of the block. It returns the rule
// that the line breaks, "" for none.
func (r *letterReader) add(when []condition, text string) string {
	for rest := text; rest != ""; {
		before, after, opened := strings.Cut(rest, "{")
		name, after, closed := strings.Cut(after, "}")
		_, isPlace := places[name]
		block := r.blocks[name]
		switch {
		case opened != closed || strings.Contains(before, "}") || opened && !isPlace && block == nil:
			return "no such place"
		case block != nil:
			for _, l := range block {
				if broken := r.add(slices.Concat(when, l.when), strings.Replace(text, "{"+name+"}", l.text, 1)); broken != "" {
					return broken
				}
			}
			return ""
		}
		rest = after
	}
	r.into[r.name] = append(r.into[r.name], letterLine{when, text})
	return ""
}

// fill returns the lines whose conditions hold in s, filled with what is known. Empty lines with
// nothing left between them are merged into one.
func fill(lines []letterLine, s setting, known map[string]string) string {
	var b strings.Builder
	empty := true // whether the line before is empty; true at first, so that the text begins with none
	for _, l := range lines {
		if l.text == "" && empty || !s.fits(l.when) {
			continue
		}
		empty = l.text == ""
		for rest := l.text; rest != ""; {
			before, after, _ := strings.Cut(rest, "{")
			name, after, _ := strings.Cut(after, "}")
			b.WriteString(before)
			b.WriteString(cmp.Or(known[name], places[name]))
			rest = after
		}
		b.WriteByte('\n')
	}
	return b.String()
}
