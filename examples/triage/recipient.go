package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/dunsms/dunsms/examples/internal/charset"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
)

// readRecipient reads a JSON file about the recipient of the messages. If name is "", it returns
// the zero Profile. The error quotes nothing of the file.
func readRecipient(name string) (p identity.Profile, err error) {
	if name == "" {
		return p, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return p, err
	}
	defer f.Close()
	data, err := io.ReadAll(charset.NewReader(io.LimitReader(f, jsonl.MaxLine)))
	if err != nil {
		return p, err
	}
	if !utf8.Valid(data) || !json.Valid(data) {
		return p, fmt.Errorf("the recipient file is not a single JSON object of at most %d bytes", jsonl.MaxLine)
	}
	if bad := jsonl.DecodeRecipient(data, &p); bad != nil {
		return p, fmt.Errorf("the recipient file: %s", bad.Message)
	}
	return p, nil
}
