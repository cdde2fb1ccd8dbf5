package parser_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
)

// TestConcurrent has 64 goroutines share a Parser, each beginning elsewhere.
func TestConcurrent(t *testing.T) {
	p, err := parser.New(
		parser.WithCues(strings.NewReader("尾账未销\toverdue,debt\n")),
		parser.WithLenders([]parser.Lender{{Name: "霁月轩"}}))
	require.NoError(t, err)
	texts := []string{
		"",
		"您的快递已到，请凭取件码1234领取。",
		"【霁月轩】何秋水，您的尾账未销，请加薇xq_kefu01",
		"【星桥小贷】王*明（身份证1101**********1234），您的借款已逾 期25天，应还1,234.56元，罚息80.50元，请致电400-000-1234。",
		strings.Repeat("逾期25天，欠款1,234.56元。", 40),
		"逾期\xff",
	}
	texts = append(texts, corpus.Texts(t)[:60]...)
	want := make([][]byte, len(texts))
	for i, text := range texts {
		want[i] = answer(p, text)
	}
	var all sync.WaitGroup
	for g := range 64 {
		all.Go(func() {
			for i := range texts {
				i = (i + 7*g) % len(texts)
				if !bytes.Equal(want[i], answer(p, texts[i])) {
					t.Errorf("goroutine %d: another answer to text %d", g, i)
				}
			}
		})
	}
	all.Wait()
}

// answer is all that a Parser says of a text.
func answer(p *parser.Parser, text string) []byte {
	n, err := p.Parse(text)
	message := ""
	if err != nil {
		message = err.Error()
	}
	data, err := json.Marshal([]any{n, message, p.Relevant(text), p.Tokenize(text)})
	if err != nil {
		return nil
	}
	return data
}

// TestFirstUse has many goroutines use the package at once; run alone, they are
// the first.
func TestFirstUse(t *testing.T) {
	var all sync.WaitGroup
	for range 64 {
		all.Go(func() {
			n, err := parser.Parse("您的借款已逾期25天")
			assert.NoError(t, err)
			assert.Equal(t, parser.KindOverdue, n.Kind)
		})
	}
	all.Wait()
}
