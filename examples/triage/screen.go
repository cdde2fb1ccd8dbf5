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

// The widths of a screen that does not tell its own, and the least that is written on.
const usualWidth, leastWidth = 80, 32

// screenOf returns the screen that f is. Where f is none its width is that of COLUMNS, and it
// has no colours.
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

// colour is a colour of a terminal, as the number of its SGR sequence; "" is the usual one.
type colour string

// The colours. Each has a word beside it: no row is told by its colour alone.
const (
	red     colour = "31"
	green   colour = "32"
	yellow  colour = "33"
	magenta colour = "35"
	faint   colour = "2"
	bold    colour = "1"
)

// paint puts text in a colour, where the screen has them.
func (s screen) paint(c colour, text string) string {
	if !s.colours || c == "" || text == "" {
		return text
	}
	return "\x1b[" + string(c) + "m" + text + "\x1b[0m"
}

// harmless returns where answers are written to: a terminal gets no character of a message that
// would move its cursor or turn its text around. In JSON such a character is escaped, which says
// the same; what else is for people has none.
func (s *settings) harmless(stdout *os.File) io.Writer {
	switch {
	case !isTerminal(stdout), s.output == outputTable, s.output == outputExplain:
		return stdout
	case s.output == outputCSV:
		return filter{stdout, func(rune) string { return string(hidden) }}
	}
	return filter{stdout, escaped}
}

// filter writes text with something in place of what does not show.
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

// escaped writes a character as JSON does what it escapes.
func escaped(r rune) string {
	if a, b := utf16.EncodeRune(r); a != unicode.ReplacementChar {
		return fmt.Sprintf(`\u%04x\u%04x`, a, b)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
