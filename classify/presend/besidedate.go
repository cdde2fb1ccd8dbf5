package presend

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// behindDay finds a sum that begins with the end of a date and a blank: 10 880元 in 2/10 880元.
var behindDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]{1,2} +([0-9]{1,7})(?:\.([0-9]{1,2}))?元?$`)
})

// unjoin takes the day of a date out of a sum that package parser has read as including it. It
// changes n, which must not be shared.
func unjoin(n *parser.Notice, text string) {
	for i := range n.Amounts {
		m := &n.Amounts[i]
		s := m.Span
		if !strings.Contains(text[s.Start:s.End], " ") || !isDigit(text, s.Start-2) || strings.IndexByte("/-.", text[s.Start-1]) < 0 {
			continue
		}
		at := behindDay().FindStringSubmatchIndex(text[s.Start:s.End])
		if at == nil {
			continue
		}
		sum := text[s.Start+at[2] : s.Start+at[3]]
		fen := "00"
		if at[4] >= 0 {
			fen = (text[s.Start+at[4]:s.Start+at[5]] + "0")[:2]
		}
		value, err := strconv.ParseInt(sum+fen, 10, 64)
		if err != nil {
			continue
		}
		joint := m.Span
		m.Fen, m.Span.Start, m.Text = value, s.Start+at[2], text[s.Start+at[2]:s.End]
		for _, copied := range []*parser.Money{n.Amount, n.Penalty} {
			if copied != nil && copied.Span == joint {
				*copied = *m
			}
		}
	}
}
