package sheet

import "strings"

// plain returns a value without the formula by which programs keep Excel from changing a number:
// ="10690000".
func plain(value string) string {
	text, ok := strings.CutPrefix(value, `="`)
	if end, closed := strings.CutSuffix(text, `"`); ok && closed {
		return end
	}
	return value
}

// formulas drops the = of values written as a formula, ="10690000". That is not valid CSV, which
// would be "=""10690000""".
type formulas struct {
	separator byte
	inside    bool // inside a value or a quotation
	quoted    bool
}

// copy copies as much as fits of the rest of a line.
func (f *formulas) copy(dst, src []byte) (written, read int) {
	for read < len(src) && written < len(dst) {
		c := src[read]
		read++
		if !f.inside && c == '=' && read < len(src) && src[read] == '"' {
			continue
		}
		if c == '"' {
			f.quoted = !f.quoted
		}
		f.inside = f.quoted || c != f.separator && c != '\n'
		dst[written] = c
		written++
	}
	return written, read
}

// withoutFormulas returns a line without the = of its formulas.
func withoutFormulas(line string, separator rune) string {
	f := formulas{separator: byte(separator)}
	dst := make([]byte, len(line))
	n, _ := f.copy(dst, []byte(line))
	return string(dst[:n])
}
