package remedy

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Situation is all that the steps depend on. The zero Situation is that of a message
// of which nothing is known. It holds personal data; under fmt and slog it shows its
// verdict alone.
type Situation struct {
	// Notice is the message; nil where there is none. One that was read from JSON
	// has no tokens, and then no phrase of its text is found.
	Notice     *parser.Notice
	Recipient  identity.Profile
	Assessment classify.Assessment
	Facts      classify.Facts
	Breaches   []conduct.Breach
	ReceivedAt time.Time // zero: not known
}

// Format shows the verdict alone, whatever the verb.
func (s Situation) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, s.hidden()) }

// LogValue shows slog the verdict alone.
func (s Situation) LogValue() slog.Value { return slog.StringValue(s.hidden()) }

// hidden shows a verdict only if it is one of ours: a caller may have set any text.
func (s Situation) hidden() string {
	for _, v := range verdicts {
		if v == string(verdictOf(s.Assessment)) {
			return "situation: " + v
		}
	}
	return "situation"
}
