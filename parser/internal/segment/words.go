package segment

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on the caller's words.
const (
	maxLine  = 1024        // bytes of a line
	maxRunes = 64          // runes of a word
	maxFreq  = 100_000_000 // jieba's corpus has 60 million words
	maxWords = 500_000
)

// WordError says which line of the caller's words cannot be used, and why. It holds
// nothing of the line.
type WordError struct {
	Line int    // from 1
	Rule string // the rule that the line breaks, such as "not UTF-8"
}

func (e *WordError) Error() string {
	return "segment: words, line " + strconv.Itoa(e.Line) + ": " + e.Rule
}

// entry is a word that is added to jieba's.
type entry struct {
	word string
	rung rung
}

// readWords reads and checks the caller's words, in order.
func (d *Dictionary) readWords(r io.Reader) ([]entry, error) {
	var entries []entry
	buf := bufio.NewReaderSize(r, maxLine+2)
	for n := 1; ; n++ {
		line, err := buf.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return nil, &WordError{n, "line too long"}
		}
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("segment: reading words: %w", err)
		}
		e, rule := d.parseWord(string(line), n == 1)
		if rule == "" && len(entries) == maxWords {
			rule = "too many words"
		}
		if rule != "" {
			return nil, &WordError{n, rule}
		}
		if e.word != "" {
			entries = append(entries, e)
		}
		if err == io.EOF {
			return entries, nil
		}
	}
}

// parseWord reads one line. An empty line gives the zero entry. rule is what is wrong
// with the line, "" if nothing is.
func (d *Dictionary) parseWord(line string, first bool) (e entry, rule string) {
	line = strings.TrimSuffix(line, "\n")
	line = strings.TrimSuffix(line, "\r")
	if first {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	if len(line) > maxLine {
		return entry{}, "line too long"
	}
	if !utf8.ValidString(line) {
		return entry{}, "not UTF-8"
	}
	if strings.IndexByte(line, 0) >= 0 {
		return entry{}, "NUL"
	}
	if strings.ContainsFunc(line, unicode.IsControl) {
		return entry{}, "control character"
	}
	fields := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' })
	if len(fields) == 0 {
		return entry{}, ""
	}
	if len(fields) > 3 {
		return entry{}, "too many fields"
	}
	word := fields[0]
	if utf8.RuneCountInString(word) > maxRunes {
		return entry{}, "word too long"
	}
	if strings.ContainsFunc(word, separator) {
		return entry{}, "separator in word"
	}
	freq, ok := parseFreq(fields[1:])
	if !ok {
		return entry{}, "bad frequency"
	}
	if freq == 0 {
		return entry{word, d.domain().tables.wholeRung(word)}, ""
	}
	return entry{word, d.domain().tables.rungOf(freq)}, ""
}

// parseFreq reads what follows the word: nothing, freq, tag, or freq and tag.
func parseFreq(fields []string) (freq uint64, ok bool) {
	if len(fields) == 0 || len(fields) == 1 && tag(fields[0]) {
		return 0, true
	}
	freq, err := strconv.ParseUint(fields[0], 10, 32)
	if err != nil || freq > maxFreq {
		return 0, false
	}
	return freq, true
}

// tag reports whether s looks like one of jieba's parts of speech.
func tag(s string) bool {
	return len(s) <= 8 && strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
