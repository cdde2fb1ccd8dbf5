package main

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed words.tsv
var wordsTSV string

// wordTable is words.tsv: the Chinese and the English text, by key.
var wordTable = sync.OnceValue(func() map[string][2]string {
	table := map[string][2]string{}
	for row := range strings.Lines(wordsTSV) {
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if !strings.HasPrefix(row, "#") && len(columns) == 3 {
			table[columns[0]] = [2]string{columns[1], columns[2]}
		}
	}
	return table
})

// words gives the words in a language.
type words remedy.Lang

// of returns what the table has for a word, or the word itself if it has nothing.
func (w words) of(part, word string) string {
	row, ok := wordTable()[part+"."+word]
	if !ok {
		return word
	}
	return w.pick(row[0], row[1])
}

// name returns the name of a word of the JSON.
func (w words) name(g plain.Group, word string) string { return plain.Name(g, word, remedy.Lang(w)) }

// pick returns the text in the language.
func (w words) pick(zh, en string) string {
	if remedy.Lang(w) == remedy.English {
		return en
	}
	return zh
}
