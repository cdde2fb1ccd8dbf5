package jsonl

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// objects are valid JSON.
var objects = []string{
	`{}`, ` { } `, `null`, ` null `, `{"a":1}`, `{"a" : "b" , "c":[1,{"d":"}"}],"e":{"f":[[]]}}`, "{\r\n\t\"a\"\n:\n1.5e3\n,\"b\":true}\n",
	`{"\"":"\\","a\\":"\\\"","\u4e00":"\ud83d\ude00"}`, `{"":"","a":null,"b":-0,"c":"}","d":"]"}`, `{"a":{"a":{"a":{}}}}`,
	`{"a":"\ud800","b":"\\\\"}`, "{\"\xff\":\"\xff\"}", `[]`, `"a"`, `1`, `[{"a":1}]`, `{"a":[],"b":[[],{}]}`,
}

// FuzzMembers cuts valid JSON where a json.Decoder does, and reads its strings as that does.
func FuzzMembers(f *testing.F) {
	for _, o := range objects {
		f.Add([]byte(o))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var keys, values []string
		bad := members("it", data, func(key string, value json.RawMessage) *Error {
			keys, values = append(keys, key), append(values, string(value))
			return nil
		})
		if !json.Valid(data) {
			return // but for a panic all is allowed
		}
		d := json.NewDecoder(bytes.NewReader(data))
		open, err := d.Token()
		require.NoError(t, err)
		if open != json.Delim('{') {
			require.Equal(t, open != nil, bad != nil)
			require.Empty(t, keys)
			return
		}
		var want []string
		seen := map[string]bool{}
		twice := false
		for d.More() {
			key, err := d.Token()
			require.NoError(t, err)
			var value json.RawMessage
			require.NoError(t, d.Decode(&value))
			want = append(want, string(value))
			require.Less(t, len(want)-1, len(values))
			require.Equal(t, key, keys[len(want)-1])
			twice = twice || seen[keys[len(want)-1]]
			seen[keys[len(want)-1]] = true
			var s string
			got, ok := text(value)
			require.Equal(t, json.Unmarshal(value, &s) == nil, ok)
			require.Equal(t, s, got)
		}
		require.Equal(t, want, values)
		require.Equal(t, twice, bad != nil)
	})
}

// Invalid JSON gives an error or what could be read, never a panic.
func TestMembersOfNoJSON(t *testing.T) {
	for _, o := range objects {
		for i := range o {
			assert.NotPanics(t, func() {
				members("it", []byte(o[:i]), func(string, json.RawMessage) *Error { return nil })
			})
		}
	}
}
