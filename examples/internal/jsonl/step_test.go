package jsonl

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
)

// plainly is Encode without what is kept.
func plainly(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(v))
	return b.String()
}

// TestEncode has the bytes of encoding/json for the answers to all cases, the second time, too.
func TestEncode(t *testing.T) {
	data, err := os.ReadFile("../../../testdata/cases.jsonl")
	require.NoError(t, err)
	for _, lang := range []remedy.Lang{remedy.Chinese, remedy.English} {
		checker := &dunsms.Checker{Lang: lang}
		for l := range strings.Lines(string(data)) {
			var m dunsms.Message
			require.NoError(t, json.Unmarshal([]byte(l), &m))
			r, err := checker.Check(m)
			require.NoError(t, err)
			a := AnswerOf(m, r, false)
			for range 2 {
				got, err := Encode(a)
				require.NoError(t, err)
				require.Equal(t, plainly(t, a), string(got))
			}
		}
	}
	a := ErrorAnswer(3, "<&>", badJSON("text is missing"))
	got, err := Encode(a)
	require.NoError(t, err)
	assert.Equal(t, plainly(t, a), string(got))
}

// TestStepKey tells steps apart that differ in any field.
func TestStepKey(t *testing.T) {
	step := remedy.Step{Code: "a"}
	all := []remedy.Step{step}
	of := reflect.TypeFor[remedy.Step]()
	for i := range of.NumField() {
		other := step
		switch f := reflect.ValueOf(&other).Elem().Field(i); f.Kind() {
		case reflect.String:
			f.SetString(f.String() + "<&>")
		default:
			f.Set(reflect.ValueOf([]int{15}))
		}
		all = append(all, other)
	}
	for _, days := range [][]int{{0}, {15, 30}, {15, 30, 60}, {15, 30, 60, 1}, {15, 30, 60, 2}} {
		other := step
		other.AnswerDays = days
		all = append(all, other)
	}
	for range 2 {
		got, err := Encode(Answer{V: 1, Steps: all})
		require.NoError(t, err)
		assert.Equal(t, plainly(t, Answer{V: 1, Steps: all}), string(got))
	}
}
