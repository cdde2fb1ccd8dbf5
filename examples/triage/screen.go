package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/term"
)

// screen is what a table is written on.
type screen struct {
	width   int // columns
	colours bool
}

// The width if a screen does not tell its own, and the least width that is assumed.
const usualWidth, leastWidth = 80, 32

// screenOf returns the screen that f is. If f is no terminal, the width is that of COLUMNS, and
// there are no colours.
func screenOf(f *os.File, getenv func(string) string) screen {
	told, _ := strconv.Atoi(getenv("COLUMNS"))
	s := screen{width: told}
	if isTerminal(f) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			s.width = width
		}
		name := getenv("TERM")
		s.colours = getenv("NO_COLOR") == "" && name != "" && name != "dumb"
	}
	if s.width <= 0 {
		s.width = usualWidth
	}
	s.width = max(s.width, leastWidth)
	return s
}

// colour is a terminal colour, as the number of its SGR sequence; "" is the default colour.
type colour string

// The colours. Each goes with a word, so that no row is told by its colour alone.
const (
	red     colour = "31"
	green   colour = "32"
	yellow  colour = "33"
	magenta colour = "35"
	faint   colour = "2"
	bold    colour = "1"
)

// paint colours text, if the screen has colours.
func (s screen) paint(c colour, text string) string {
	if !s.colours || c == "" || text == "" {
		return text
	}
	return "\x1b[" + string(c) + "m" + text + "\x1b[0m"
}

// harmless returns the writer for answers. A terminal gets no character of a message that would
// move its cursor or reverse its text: in JSON it is escaped, in CSV replaced, and the forms for
// people have none.
func (s *settings) harmless(stdout *os.File) io.Writer {
	switch {
	case !isTerminal(stdout), s.output == outputTable, s.output == outputExplain:
		return stdout
	case s.output == outputCSV:
		return filter{stdout, func(rune) string { return string(hidden) }}
	}
	return filter{stdout, escaped}
}

// filter writes text with something in place of characters that are not visible.
type filter struct {
	w       io.Writer
	instead func(rune) string
}

// Write implements io.Writer for whole lines of UTF-8.
func (f filter) Write(p []byte) (int, error) {
	var b strings.Builder
	for _, r := range string(p) {
		if r == '\n' || r == '\t' || unicode.IsGraphic(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(f.instead(r))
		}
	}
	if _, err := io.WriteString(f.w, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// escaped returns a character as a JSON escape.
func escaped(r rune) string {
	if a, b := utf16.EncodeRune(r); a != unicode.ReplacementChar {
		return fmt.Sprintf(`\u%04x\u%04x`, a, b)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
