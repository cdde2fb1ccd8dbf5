package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
)

// phone reads a phone of testdata: who has it, and its messages as lines.
func phone(t testing.TB, name string) (recipient json.RawMessage, lines []string, all []dunsms.Message) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	var p struct{ Recipient json.RawMessage }
	require.NoError(t, json.Unmarshal(head, &p))
	for l := range bytes.Lines(rest) {
		line := messageOf(t, l)
		i, bad := jsonl.Decode(jsonl.Line{Data: line})
		require.Nil(t, bad)
		lines, all = append(lines, string(line)), append(all, i.Message)
	}
	return p.Recipient, lines, all
}

// TestMatters: each form of a request gives what the library gives.
func TestMatters(t *testing.T) {
	s := startService(t)
	recipient, lines, messages := phone(t, "../../testdata/phones/a01.jsonl")
	require.NotNil(t, recipient)
	var who identity.Profile
	require.NoError(t, json.Unmarshal(recipient, &who))
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{Recipient: who}, slices.Values(messages))
	require.NoError(t, err)
	require.NotEmpty(t, r.Matters)
	want, err := jsonl.Encode(phoneAnswer{PhoneReport: *r})
	require.NoError(t, err)

	list := "[" + strings.Join(lines, ",\n") + "]"
	reply := s.ask(t, http.MethodPost, "/v1/matters", mediaJSON, `{"recipient":`+string(recipient)+`,"messages":`+list+`}`)
	require.Equal(t, http.StatusOK, reply.status, reply.body)
	assert.Equal(t, string(want), reply.body, "an object")

	whose := slices.Clone(lines) // one of the messages says whose phone it is
	whose[1] = strings.Replace(whose[1], "{", `{"recipient":`+string(recipient)+`,`, 1)
	reply = s.ask(t, http.MethodPost, "/v1/matters", mediaJSON, "["+strings.Join(whose, ",")+"]")
	assert.Equal(t, string(want), reply.body, "a list")
	reply = s.ask(t, http.MethodPost, "/v1/matters", mediaLines, strings.Join(whose, "\n"))
	assert.Equal(t, string(want), reply.body, "lines")
}

// TestMattersNamesWhatIsBad: by its place, and the others are read.
func TestMattersNamesWhatIsBad(t *testing.T) {
	s := startService(t)
	const good = `{"text":"【青禾消费金融】您的借款已逾期26天，欠款8000.00元，请尽快还款。","received_at":"2026-03-02T10:15:00+08:00"}`
	for media, in := range map[string]string{
		mediaJSON:  `[{"id":"x"},` + good + `,{"text":"a","type":"sent"},null]`,
		mediaLines: `{"id":"x"}` + "\n" + good + "\n" + `{"text":"a","type":"sent"}` + "\nnull\n",
	} {
		reply := s.ask(t, http.MethodPost, "/v1/matters", media, in)
		var a phoneAnswer
		decode(t, reply.body, &a)
		assert.Equal(t, 1, a.Messages)
		assert.Equal(t, 1, a.LeftOut)
		require.Len(t, a.Matters, 1)
		assert.Equal(t, []int{2}, a.Matters[0].Members[0].Messages)
		require.Len(t, a.Bad, 2)
		assert.Equal(t, jsonl.Answer{V: 1, Line: 1, ID: "x", Error: &jsonl.Error{Code: jsonl.BadJSON, Message: "text is missing"}}, a.Bad[0])
		assert.Equal(t, 4, a.Bad[1].Line)
	}
	reply := s.ask(t, http.MethodPost, "/v1/matters", mediaJSON, "[]")
	assert.Equal(t, `{"v":1,"messages":0}`+"\n", reply.body)
}
