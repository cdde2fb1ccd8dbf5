package parser_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// TestPartsPrint: a part of a notice prints as its type and shows nothing of the message, sums
// included.
func TestPartsPrint(t *testing.T) {
	found := parser.Found{Text: "8,812.00元", Span: parser.Span{Start: 45, End: 56}}
	days := 8812
	for _, tt := range []struct {
		value any
		want  string
	}{
		{found, "Found{}"},
		{parser.Token{Found: found}, "Token{}"},
		{parser.LenderName{Found: found, Canonical: "8812"}, "LenderName{}"},
		{parser.Name{Found: found, Sex: identity.SexMale}, "Name{}"},
		{parser.Money{Found: found, Fen: 881200, Role: parser.RoleTotal, Precision: parser.PrecisionExact}, "Money{total exact}"},
		{parser.Money{}, "Money{}"},
		{parser.Overdue{Found: found, Days: &days, Precision: parser.PrecisionAtLeast}, "Overdue{at_least}"},
		{parser.Due{Found: found, Date: "8812-01-01"}, "Due{}"},
		{parser.Account{Found: found, Type: parser.AccountWeChat}, "Account{wechat}"},
		{parser.Threat{Found: found, Type: parser.ThreatVisit}, "Threat{visit}"},
		{parser.Ask{Found: found, Type: parser.AskClickLink}, "Ask{click_link}"},
		{parser.Signal{Found: found, Type: parser.SignalEvasion, Fold: parser.FoldSeparators}, "Signal{evasion separators}"},
		{parser.Reason{Found: found, Weight: 88.12}, "Reason{}"},
	} {
		pointer := reflect.New(reflect.TypeOf(tt.value))
		pointer.Elem().Set(reflect.ValueOf(tt.value))
		for _, v := range []any{tt.value, pointer.Interface()} {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
				assert.Equal(t, tt.want, fmt.Sprintf(verb, v), verb)
			}
			var log bytes.Buffer
			slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
				if a.Key != "part" {
					return slog.Attr{}
				}
				return a
			}})).Info("", "part", v)
			assert.Contains(t, log.String(), tt.want)
		}
	}
}
