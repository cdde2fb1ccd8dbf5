package main

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed words.tsv
var wordsTSV string

// wordTable is words.tsv: by key, what it says in Chinese and in English.
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

// words are the words of a language.
type words remedy.Lang

// of returns what stands for a word of the JSON. The word itself stands for one
// that is not in the table: words are added to the JSON.
func (w words) of(part, word string) string {
	row, ok := wordTable()[part+"."+word]
	switch {
	case !ok:
		return word
	case remedy.Lang(w) == remedy.English:
		return row[1]
	}
	return row[0]
}

// pick returns what is for the language.
func (w words) pick(zh, en string) string {
	if remedy.Lang(w) == remedy.English {
		return en
	}
	return zh
}
