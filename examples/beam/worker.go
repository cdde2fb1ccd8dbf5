package main

import (
	"encoding/json"
	"errors"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// parsers are the parsers of this worker, by the lenders that they know: the bundles of a worker
// run in parallel and share one.
var parsers sync.Map // string → func() (*parser.Parser, error)

// workerParser returns the parser that knows these lenders besides the embedded ones.
func workerParser(known []parser.Lender) (*parser.Parser, error) {
	key, err := json.Marshal(known)
	if err != nil {
		return nil, errors.New("the lenders are not JSON")
	}
	made, _ := parsers.LoadOrStore(string(key), sync.OnceValues(func() (*parser.Parser, error) {
		return parser.New(parser.WithLenders(known))
	}))
	return made.(func() (*parser.Parser, error))()
}
