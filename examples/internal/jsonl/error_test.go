package jsonl

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestKeyless: a key of the line is not in the error any more, one of ours is.
func TestKeyless(t *testing.T) {
	for in, want := range map[string]string{
		`{"text":"a","zhangsan":1}`:                  "a key is unknown; the known keys are facts, ",
		`{"text":"a","张三":1}`:                        "a key is unknown; the known keys are facts, ",
		`{"text":"a","recipient":{"zhangsan":"1"}}`:  "a key of recipient is unknown; the known keys are id_number, ",
		`{"text":"a","facts":{"zhangsan":"yes"}}`:    "a key of facts is unknown; the known keys are ",
		`{"text":"a","facts":{"has_account":"yep"}}`: "facts.has_account is not yes, no or unknown",
		`{"text":1}`: "text is not a string",
	} {
		_, bad := Decode(Line{Number: 1, Data: []byte(in)})
		require.NotNil(t, bad, in)
		assert.Equal(t, BadJSON, bad.Keyless().Code)
		assert.Contains(t, bad.Keyless().Message, want)
		assert.NotContains(t, bad.Keyless().Message, "zhangsan")
		assert.Equal(t, bad.Keyless(), bad.Keyless().Keyless())
	}
}
