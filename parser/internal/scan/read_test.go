package scan

import (
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// tables are the embedded ones. Package scantest, which has them for others, imports
// this one.
var tables = sync.OnceValue(func() *Tables {
	words, err := segment.NewDictionary(lexicon.BuiltinWords).Segmenter(nil)
	if err != nil {
		panic(err)
	}
	cues, _ := lexicon.Builtin()
	return &Tables{words, cues, lexicon.BuiltinLenders()}
})

// read returns the line of a text.
func read(text string) *Line {
	l := new(Line)
	l.Read(tables(), text)
	return l
}
