package parser_test

import (
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
	"github.com/dunsms/dunsms/parser/internal/fold"
)

// FuzzFoldedNotice asserts that a text says the same as its folded form, at the
// places to which the form maps back. Only what it hides, and its words,
// differ.
func FuzzFoldedNotice(f *testing.F) {
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	for _, text := range []string{"欠①②⑫元逾期㈠天", "貸款凍結，欠𝟏𝟐𝟑.𝟒元", "逾\u200b期２５天，１，２３４．５６元", "身份證１１０１０１＊＊＊＊＊＊＊＊１２３４逾期", "ｈｔｔｐ：／／Ａ.CN/Ab1 逾期"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var plain fold.Text
		if utf8.ValidString(text) {
			plain.Word(text)
		}
		want, err := parser.Parse(text)
		got, foldedErr := parser.Parse(string(plain.Runes))
		if err != nil || foldedErr != nil { // a form may be longer than its text
			t.Skip("Parse refuses it")
		}
		mapBack(&plain, reflect.ValueOf(got).Elem())
		for _, n := range []*parser.Notice{want, got} {
			n.Tokens, n.KindReasons, n.ScamReasons = nil, nil, nil // words
			n.Signals = slices.DeleteFunc(n.Signals, func(s parser.Signal) bool { return s.Type == parser.SignalEvasion })
			if len(n.Signals) == 0 {
				n.Signals = nil
			}
		}
		require.True(t, reflect.DeepEqual(want, got), "the folded form says something else")
	})
}

// mapBack moves each Found within v from the folded form, as text, to the text
// that it was made from.
func mapBack(from *fold.Text, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			mapBack(from, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			mapBack(from, v.Index(i))
		}
	case reflect.Struct:
		if found, ok := v.Addr().Interface().(*parser.Found); ok {
			form := string(from.Runes)
			i := utf8.RuneCountInString(form[:found.Span.Start])
			start, end := from.Span(i, i+utf8.RuneCountInString(found.Text))
			*found = parser.Found{Text: from.Source[start:end], Span: parser.Span{Start: start, End: end}}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				mapBack(from, v.Field(i))
			}
		}
	}
}
