package parser

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// hidden is how a value that holds a piece of the message prints: its type, and words that are
// ours.
func hidden(name string, words ...fmt.Stringer) string {
	var all []string
	for _, w := range words {
		if s := w.String(); s != "" {
			all = append(all, s)
		}
	}
	return name + "{" + strings.Join(all, " ") + "}"
}

func write(s fmt.State, shown string) { _, _ = io.WriteString(s, shown) }

// Format shows only the type, whatever the verb.
func (f Found) Format(s fmt.State, _ rune) { write(s, hidden("Found")) }

// LogValue shows only the type to slog.
func (f Found) LogValue() slog.Value { return slog.StringValue(hidden("Found")) }

// Format shows only the type, whatever the verb.
func (t Token) Format(s fmt.State, _ rune) { write(s, hidden("Token")) }

// LogValue shows only the type to slog.
func (t Token) LogValue() slog.Value { return slog.StringValue(hidden("Token")) }

// Format shows only the type, whatever the verb.
func (l LenderName) Format(s fmt.State, _ rune) { write(s, hidden("LenderName")) }

// LogValue shows only the type to slog.
func (l LenderName) LogValue() slog.Value { return slog.StringValue(hidden("LenderName")) }

// Format shows only the type, whatever the verb.
func (n Name) Format(s fmt.State, _ rune) { write(s, hidden("Name")) }

// LogValue shows only the type to slog.
func (n Name) LogValue() slog.Value { return slog.StringValue(hidden("Name")) }

// Format shows the type, role and precision, whatever the verb.
func (m Money) Format(s fmt.State, _ rune) { write(s, hidden("Money", m.Role, m.Precision)) }

// LogValue shows the type, role and precision to slog.
func (m Money) LogValue() slog.Value { return slog.StringValue(hidden("Money", m.Role, m.Precision)) }

// Format shows the type and precision, whatever the verb.
func (o Overdue) Format(s fmt.State, _ rune) { write(s, hidden("Overdue", o.Precision)) }

// LogValue shows the type and precision to slog.
func (o Overdue) LogValue() slog.Value { return slog.StringValue(hidden("Overdue", o.Precision)) }

// Format shows only the type, whatever the verb.
func (d Due) Format(s fmt.State, _ rune) { write(s, hidden("Due")) }

// LogValue shows only the type to slog.
func (d Due) LogValue() slog.Value { return slog.StringValue(hidden("Due")) }

// Format shows the type and the field Type, whatever the verb.
func (a Account) Format(s fmt.State, _ rune) { write(s, hidden("Account", a.Type)) }

// LogValue shows the type and the field Type to slog.
func (a Account) LogValue() slog.Value { return slog.StringValue(hidden("Account", a.Type)) }

// Format shows the type and the field Type, whatever the verb.
func (t Threat) Format(s fmt.State, _ rune) { write(s, hidden("Threat", t.Type)) }

// LogValue shows the type and the field Type to slog.
func (t Threat) LogValue() slog.Value { return slog.StringValue(hidden("Threat", t.Type)) }

// Format shows the type and the field Type, whatever the verb.
func (a Ask) Format(s fmt.State, _ rune) { write(s, hidden("Ask", a.Type)) }

// LogValue shows the type and the field Type to slog.
func (a Ask) LogValue() slog.Value { return slog.StringValue(hidden("Ask", a.Type)) }

// Format shows the type and the fields Type and Fold, whatever the verb.
func (s Signal) Format(state fmt.State, _ rune) { write(state, hidden("Signal", s.Type, s.Fold)) }

// LogValue shows the type and the fields Type and Fold to slog.
func (s Signal) LogValue() slog.Value { return slog.StringValue(hidden("Signal", s.Type, s.Fold)) }

// Format shows only the type, whatever the verb.
func (r Reason) Format(s fmt.State, _ rune) { write(s, hidden("Reason")) }

// LogValue shows only the type to slog.
func (r Reason) LogValue() slog.Value { return slog.StringValue(hidden("Reason")) }
