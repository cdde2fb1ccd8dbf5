package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/slow"
)

var update = flag.Bool("update", false, "rewrite contract.schema.json and descriptions.tsv")

// TestSchemaIsOfTheTypes: the file is what the types give.
func TestSchemaIsOfTheTypes(t *testing.T) {
	want, err := contract()
	require.NoError(t, err)
	want = append(want, '\n')
	if *update {
		require.NoError(t, os.WriteFile("contract.schema.json", want, 0o644))
		contractSchema = want
	}
	assert.Equal(t, string(want), string(contractSchema), "go test ./examples/serve -run 'TestDescriptions|TestSchema' -update")
}

// strict is the schema of the file, applied more strictly than readers should: an unknown key or
// word is an error.
func strict(t testing.TB) *jsonschema.Compiler {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(contractSchema))
	require.NoError(t, err)
	visit(document, func(o map[string]any) {
		if o["type"] == "object" && o["properties"] != nil {
			o["additionalProperties"] = false
		}
		if all, ok := o[extensible]; ok {
			o["enum"] = all
		}
	})
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	require.NoError(t, c.AddResource("contract.json", document))
	return c
}

// visit calls f with all objects within v.
func visit(v any, f func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		f(v)
		for _, e := range v {
			visit(e, f)
		}
	case []any:
		for _, e := range v {
			visit(e, f)
		}
	}
}

func definition(t testing.TB, c *jsonschema.Compiler, name string) *jsonschema.Schema {
	t.Helper()
	s, err := c.Compile("contract.json#/$defs/" + name)
	require.NoError(t, err)
	return s
}

// holds asserts that a schema lets the JSON pass.
func holds(t testing.TB, s *jsonschema.Schema, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	if err := s.Validate(v); err != nil {
		require.Failf(t, "not as the schema has it", "%#v", err)
	}
	return v
}

// corpora are the messages whose answers are held against the schema.
func corpora(t testing.TB) (lines [][]byte) {
	patterns := []string{"../../testdata/sms/*.jsonl"}
	if slow.Asked() {
		patterns = append(patterns, "../../testdata/corpus/*.jsonl")
	}
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		require.NoError(t, err)
		require.NotEmpty(t, names, p)
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			for l := range bytes.Lines(data) {
				lines = append(lines, messageOf(t, l))
			}
		}
	}
	return lines
}

// TestAnswersAreAsTheSchemaHasThem: answers to the messages and phones of testdata have no key
// and no word that is not in the schema, and every key of the schema is in one of them.
func TestAnswersAreAsTheSchemaHasThem(t *testing.T) {
	s, c := startService(t), strict(t)
	seen := newCoverage(t)
	answer, message := definition(t, c, "Answer"), definition(t, c, "Message")
	lines := corpora(t)
	if growth.Race { // it is slow
		lines = lines[:len(lines)/20]
	}
	for _, l := range lines {
		holds(t, message, l)
	}
	lines = append(lines, []byte(`{"id":"x"}`))
	reply := s.ask(t, http.MethodPost, "/v1/check", mediaLines, string(bytes.Join(lines, []byte("\n"))))
	n := 0
	for l := range strings.Lines(reply.body) {
		v := holds(t, answer, []byte(l))
		name := "Report"
		if v.(map[string]any)["error"] != nil {
			name = "Refusal"
		}
		seen.note(name, seen.defs[name], v)
		n++
	}
	require.Equal(t, len(lines), n)

	phones, err := filepath.Glob("../../testdata/phones/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, phones)
	if growth.Race {
		phones = phones[:5]
	}
	bodies := []string{twice}
	for _, name := range phones {
		bodies = append(bodies, phoneBody(t, name))
	}
	phoneAnswer := definition(t, c, "PhoneAnswer")
	for _, body := range bodies {
		reply := s.ask(t, http.MethodPost, "/v1/matters", mediaJSON, body)
		require.Equal(t, http.StatusOK, reply.status, reply.body)
		seen.note("PhoneAnswer", seen.defs["PhoneAnswer"], holds(t, phoneAnswer, []byte(reply.body)))
	}

	notice, presendAnswer := definition(t, c, "PresendNotice"), definition(t, c, "PresendAnswer")
	all := notices(t)
	for i := range all[1:] { // each text has moved to the record before
		all[i].Text = all[i+1].Text
	}
	in := linesOf(t, all)
	for l := range strings.Lines(in) {
		holds(t, notice, []byte(l))
	}
	reply = s.ask(t, http.MethodPost, "/v1/presend", mediaLines, in)
	for l := range strings.Lines(reply.body) {
		seen.note("PresendReport", seen.defs["PresendReport"], holds(t, presendAnswer, []byte(l)))
	}
	if growth.Race {
		return
	}
	assert.Empty(t, seen.unseen(), "keys of the schema that no answer has")
}

// twice is a phone with a message that an export has twice, contradicting facts and a promise.
const twice = `[
	{"text":"【青禾消费金融】您的借款（合同号QH20250101）已逾期26天，欠款8000.00元，请尽快还款。","sender":"106900770011","received_at":"2026-03-02T10:15:00+08:00","facts":{"has_account":"yes","overseas_ties":"no"}},
	{"text":"【青禾消费金融】您的借款（合同号QH20250101）已逾期26天，欠款8000.00元，请尽快还款。","sender":"106900770011","received_at":"2026-03-02T10:15:00+08:00","facts":{"has_account":"yes"}},
	{"text":"【青禾消费金融】您的借款（合同号QH20250101）已逾期27天，欠款8010.00元，请尽快还款。","sender":"106900770011","received_at":"2026-03-03T10:15:00+08:00","facts":{"has_account":"no"}},
	{"text":"【青禾消费金融】您的借款（合同号QH20250101）您承诺3月8日还款1,200元，至今未到账，欠款已逾期36天。","sender":"106900770011","received_at":"2026-03-12T10:15:00+08:00"}]`

// phoneBody returns a phone of testdata as a request, with a message beside it that cannot be
// read and one that was sent.
func phoneBody(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	first, rest, _ := strings.Cut(string(data), "\n")
	var phone struct {
		Recipient json.RawMessage `json:"recipient"`
	}
	require.NoError(t, json.Unmarshal([]byte(first), &phone))
	messages := []string{`{"id":"bad"}`, `{"text":"好","type":"sent"}`, `{"text":"` + strings.Repeat("长", 6000) + `","id":"long"}`}
	for l := range strings.Lines(rest) {
		messages = append(messages, string(messageOf(t, []byte(l))))
	}
	body := map[string]any{"messages": rawList(messages)}
	if phone.Recipient != nil {
		body["recipient"] = phone.Recipient
	}
	all, err := json.Marshal(body)
	require.NoError(t, err)
	return string(all)
}

func rawList(all []string) (list []json.RawMessage) {
	for _, m := range all {
		list = append(list, json.RawMessage(m))
	}
	return list
}

// coverage notes which keys of the definitions of the schema answers have.
type coverage struct {
	defs map[string]*node
	seen map[string]bool
}

// node is what coverage reads of a schema.
type node struct {
	Ref        string           `json:"$ref"`
	Properties map[string]*node `json:"properties"`
	Items      *node            `json:"items"`
}

func newCoverage(t testing.TB) *coverage {
	t.Helper()
	var document struct {
		Defs map[string]*node `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(contractSchema, &document))
	return &coverage{document.Defs, map[string]bool{}}
}

// note notes the keys of a value of a definition.
func (c *coverage) note(name string, n *node, v any) {
	if n.Ref != "" {
		name = strings.TrimPrefix(n.Ref, "#/$defs/")
		n = c.defs[name]
	}
	switch v := v.(type) {
	case map[string]any:
		for key, e := range v {
			if p := n.Properties[key]; p != nil {
				c.seen[name+"."+key] = true
				c.note(name+"."+key, p, e)
			}
		}
	case []any:
		for _, e := range v {
			if n.Items != nil {
				c.note(name, n.Items, e)
			}
		}
	}
}

// neverThere are keys that the types have but no answer has, with the reason.
var neverThere = map[string]string{
	"MatterBreach.spans": "the breaches of a matter name messages, not bytes of one",
}

// unseen returns the keys that no answer has. Those of requests and problems are not asked for.
func (c *coverage) unseen() (all []string) {
	for name, n := range c.defs {
		if name == "Problem" || slices.Contains(requests, name) {
			continue
		}
		for key := range n.Properties {
			if !c.seen[name+"."+key] && neverThere[name+"."+key] == "" {
				all = append(all, name+"."+key)
			}
		}
	}
	slices.Sort(all)
	return all
}

// TestAnswerKeys: report and refusal together have the keys of the answer that is written, in
// its order and with what it omits.
func TestAnswerKeys(t *testing.T) {
	keys := func(v any) map[string]bool {
		all := map[string]bool{}
		for f := range reflect.TypeOf(v).Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			all[name] = true
		}
		return all
	}
	both := keys(report{})
	maps.Copy(both, keys(refusal{}))
	assert.Equal(t, keys(jsonl.Answer{}), both)
}

// TestRequestsAreAsTheSchemaHasThem: what the schema says of a request the service does.
func TestRequestsAreAsTheSchemaHasThem(t *testing.T) {
	s, c := startService(t), strict(t)
	message := definition(t, c, "Message")
	for _, row := range []struct {
		in string
		ok bool
	}{
		{`{"text":""}`, true},
		{`{"text":"好","id":"1","sender":"10690","received_at":"2026-03-01T10:00:00+08:00"}`, true},
		{`{"text":"好","recipient":{"name":"王小明","id_number":"110101199003070011","phones":["13800000000"]}}`, true},
		{`{"text":"好","facts":{"has_account":"no","repaid":"unknown","overseas_ties":"yes"}}`, true},
		{`{}`, false},
		{`[]`, false},
		{`"text"`, false},
		{`{"text":1}`, false},
		{`{"text":"好","id":1}`, false},
		{`{"text":"好","other":"1"}`, false},
		{`{"text":"好","recipient":{"age":"1"}}`, false},
		{`{"text":"好","recipient":{"phones":"13800000000"}}`, false},
		{`{"text":"好","facts":{"has_account":"maybe"}}`, false},
		{`{"text":"好","facts":{"other":"yes"}}`, false},
		{`{"text":"好","facts":["yes"]}`, false},
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(row.in))
		require.NoError(t, err)
		assert.Equal(t, row.ok, message.Validate(v) == nil, "schema: %s", row.in)
		reply := s.ask(t, http.MethodPost, "/v1/check", mediaJSON, row.in)
		assert.Equal(t, row.ok, reply.status == http.StatusOK, "service: %s: %s", row.in, fmt.Sprint(reply.status))
	}
}
