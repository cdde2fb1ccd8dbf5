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

// Situation is everything that the steps depend on. The zero Situation is for a message about
// which nothing is known. It holds personal data; under fmt and slog it shows only its verdict.
type Situation struct {
	// Notice is the message, or nil. A Notice that was read from JSON has no tokens, so no phrase
	// is found in its text.
	Notice     *parser.Notice
	Recipient  identity.Profile
	Assessment classify.Assessment
	Facts      classify.Facts
	Breaches   []conduct.Breach
	ReceivedAt time.Time // zero: not known
}

// Format shows only the verdict, whatever the verb.
func (s Situation) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, s.hidden()) }

// LogValue shows slog only the verdict.
func (s Situation) LogValue() slog.Value { return slog.StringValue(s.hidden()) }

// hidden shows the verdict only if it is one of ours: a caller may have set any text.
func (s Situation) hidden() string {
	for _, v := range verdicts {
		if v == string(verdictOf(s.Assessment)) {
			return "situation: " + v
		}
	}
	return "situation"
}
