package main

import (
	"encoding/json"
	"errors"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// parsers are those of this worker, by the lenders that they know: the bundles of
// a worker run side by side and share one.
var parsers sync.Map // string → func() (*parser.Parser, error)

// workerParser returns the parser that knows these lenders beside its own.
func workerParser(known []parser.Lender) (*parser.Parser, error) {
	key, err := json.Marshal(known)
	if err != nil {
		return nil, errors.New("the lenders are no JSON")
	}
	made, _ := parsers.LoadOrStore(string(key), sync.OnceValues(func() (*parser.Parser, error) {
		return parser.New(parser.WithLenders(known))
	}))
	return made.(func() (*parser.Parser, error))()
}
