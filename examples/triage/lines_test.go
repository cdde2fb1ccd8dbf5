package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// answers runs input through the pipeline and returns the output.
func answers(t *testing.T, s settings, in string) (string, summary) {
	t.Helper()
	var b bytes.Buffer
	out := newOutput(&b, nil)
	checker, err := newChecker(s)
	require.NoError(t, err)
	require.NoError(t, process(context.Background(), linesOf(t, s, in), answerer(s, checker), out))
	out.close()
	return b.String(), out.summary
}

// linesOf returns the lines of an input: without a form, JSON Lines.
func linesOf(t *testing.T, s settings, in string) iter.Seq2[line, error] {
	t.Helper()
	f, err := inbox.Open("in", strings.NewReader(in), inbox.Options{Form: cmp.Or(s.form, inbox.JSONL)})
	require.NoError(t, err)
	return f.Entries()
}

// lineOf returns a line of JSON Lines.
func lineOf(number int, data string) line {
	return line{Line: jsonl.Line{Number: number, Data: []byte(data)}}
}

// golden compares got with a file of testdata, which -update rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

// known ends the error of a key that is not.
const known = "; the known keys are facts, id, received_at, recipient, sender, text, type, and other programs' names for them"

// badLines are lines that are answered with an error. 秘 and 8812 stand for
// what is private in them.
var badLines = []struct {
	name, in string
	id       string // found beside the error
	code     jsonl.Code
	message  string
}{
	{"no JSON", `秘8812`, "", jsonl.BadJSON, "the line is not one JSON object"},
	{"an array", `["秘8812"]`, "", jsonl.BadJSON, "the line is not an object"},
	{"a string", `"秘8812"`, "", jsonl.BadJSON, "the line is not an object"},
	{"null has no text", `null`, "", jsonl.BadJSON, "text is missing"},
	{"cut short", `{"text":"秘8812`, "", jsonl.BadJSON, "the line is not one JSON object"},
	{"data after the object", `{"id":"a","text":"秘8812"} 8812`, "", jsonl.BadJSON, "the line is not one JSON object"},
	{"two objects", `{"text":"秘8812"}{"text":"秘8812"}`, "", jsonl.BadJSON, "the line is not one JSON object"},
	{"a comma too many", `{"text":"秘8812",}`, "", jsonl.BadJSON, "the line is not one JSON object"},
	{"deep", strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), "", jsonl.BadJSON, "the line is not one JSON object"},
	{"no text", `{"id":"a"}`, "a", jsonl.BadJSON, "text is missing"},
	{"text is null", `{"id":"a","text":null}`, "a", jsonl.BadJSON, "text is missing"},
	{"text is a number", `{"text":8812,"id":"a"}`, "a", jsonl.BadJSON, "text is not a string"},
	{"id is a number", `{"text":"秘","id":8812}`, "", jsonl.BadJSON, "id is not a string"},
	{"unknown key", `{"秘8812":1,"text":"秘","id":"a"}`, "a", jsonl.BadJSON, "a key is unknown" + known},
	{"a key that is named", `{"recieved_at":"8812","text":"秘","id":"a"}`, "a", jsonl.BadJSON, "the key recieved_at is unknown" + known},
	{"a key of digits", `{"k8812":"8812","text":"秘","id":"a"}`, "a", jsonl.BadJSON, "a key is unknown" + known},
	{"a long key", `{"` + strings.Repeat("k", 41) + `":"8812","text":"秘","id":"a"}`, "a", jsonl.BadJSON, "a key is unknown" + known},
	{"keys differ by case", `{"Text":"秘8812","id":"a"}`, "a", jsonl.BadJSON, "the key Text is unknown" + known},
	{"text twice", `{"id":"a","text":"秘","text":"秘8812"}`, "a", jsonl.BadJSON, "a key comes twice"},
	{"another's name for text", `{"body":8812,"id":"a"}`, "a", jsonl.BadJSON, "body is not a string"},
	{"parts of no MMS", `{"parts":"秘8812","id":"a"}`, "a", jsonl.BadJSON, "parts is not a list of the parts of an MMS"},
	{"sender is a number", `{"id":"a","text":"秘","sender":8812}`, "a", jsonl.BadJSON, "sender is not a string"},
	{"facts is a list", `{"id":"a","text":"秘","facts":["秘8812"]}`, "a", jsonl.BadJSON, "facts is not an object"},
	{"unknown fact", `{"id":"a","text":"秘","facts":{"秘8812":"yes"}}`, "a", jsonl.BadJSON, "a key of facts is unknown; the known keys are amount_agrees, has_account, harmed, knows_named, lender_confirms, number_on_other_record, on_credit_report, overseas_ties, received_money, repaid, sender_confirmed, shown_in_app"},
	{"answer is no answer", `{"id":"a","text":"秘","facts":{"repaid":"秘8812"}}`, "a", jsonl.BadJSON, "facts.repaid is not yes, no or unknown"},
	{"answer is a boolean", `{"id":"a","text":"秘","facts":{"repaid":true}}`, "a", jsonl.BadJSON, "facts.repaid is not yes, no or unknown"},
	{"recipient is a string", `{"id":"a","text":"秘","recipient":"秘8812"}`, "a", jsonl.BadJSON, "recipient is not an object"},
	{"unknown key of the recipient", `{"id":"a","text":"秘","recipient":{"秘8812":""}}`, "a", jsonl.BadJSON, "a key of recipient is unknown; the known keys are id_number, name, phones"},
	{"name is a number", `{"id":"a","text":"秘","recipient":{"name":8812}}`, "a", jsonl.BadJSON, "recipient.name is not a string"},
	{"one phone", `{"id":"a","text":"秘","recipient":{"phones":"8812"}}`, "a", jsonl.BadJSON, "recipient.phones is not a list"},
	{"a phone that is a number", `{"id":"a","text":"秘","recipient":{"phones":["95588",8812]}}`, "a", jsonl.BadJSON, "recipient.phones is not a string"},
	{"no phone number", `{"id":"a","text":"秘","recipient":{"phones":["13800000000","秘"]}}`, "a", jsonl.BadRecipient, "recipient.phones: bad character"},
	{"name is no name", `{"id":"a","text":"秘","recipient":{"name":"秘\n8812"}}`, "a", jsonl.BadRecipient, "recipient.name: bad character"},
	{"ID too short", `{"id":"a","text":"秘","recipient":{"id_number":"8812"}}`, "a", jsonl.BadRecipient, "recipient.id_number: bad length"},
	{"ID with a wrong check digit", `{"id":"a","text":"秘","recipient":{"id_number":"110101199003078811"}}`, "a", jsonl.BadRecipient, "recipient.id_number: check digit"},
	{"GBK", "{\"id\":\"a\",\"text\":\"\xc3\xd8\"}", "a", jsonl.NotUTF8, "the line has bytes that are not valid in the file's encoding"},
	{"GBK that breaks the JSON", "{\"id\":\"a\",\"text\":\"\x95\\\"}", "", jsonl.NotUTF8, "the line has bytes that are not valid in the file's encoding"},
	{"GBK in the ID", "{\"id\":\"\xc3\xd8\",\"text\":\"\"}", "", jsonl.NotUTF8, "the line has bytes that are not valid in the file's encoding"},
	{"line too long", `{"text":"` + strings.Repeat("8", jsonl.MaxLine) + `"}`, "", jsonl.TooLong, "the line is longer than 1048576 bytes"},
}

func TestBadLines(t *testing.T) {
	for _, c := range badLines {
		t.Run(c.name, func(t *testing.T) {
			out, sum := answers(t, settings{}, "\ufeff"+c.in+"\n"+`{"id":"next","text":"明天见"}`+"\n")
			bad, rest, _ := strings.Cut(out, "\n")
			want := jsonl.Answer{V: 1, Line: 1, ID: c.id, Error: &jsonl.Error{Code: c.code, Message: c.message}}
			var got jsonl.Answer
			require.NoError(t, json.Unmarshal([]byte(bad), &got))
			assert.Equal(t, want, got)
			assert.NotRegexp(t, "秘|8812", bad)
			assert.Contains(t, rest, `"line":2,"id":"next","notice":{"kind":"other"`, "the rest goes on")
			assert.Equal(t, 1, sum.bad)
		})
	}
}

// TestTextTooLong has the parser's own errors.
func TestTextTooLong(t *testing.T) {
	long, _ := json.Marshal(map[string]string{"id": "a", "text": strings.Repeat("逾", 6000)})
	out, _ := answers(t, settings{}, string(long))
	assert.Contains(t, out, `{"v":1,"line":1,"id":"a","error":{"code":"too_long",`)
	assert.NotContains(t, out, "逾")
	out, _ = answers(t, settings{form: inbox.Text}, "好\n\xc3\xd8\n")
	assert.Contains(t, out, `{"v":1,"line":2,"error":{"code":"not_utf8",`)
}

// TestAnswerIsReport reads answers back as reports, which are those of Check.
func TestAnswerIsReport(t *testing.T) {
	data, err := os.ReadFile("../../testdata/sms/sample.jsonl")
	require.NoError(t, err)
	for _, s := range []settings{{}, {tokens: true}, {lang: remedy.English}} {
		checker := &dunsms.Checker{Lang: s.lang}
		answer := answerer(s, checker)
		number := 0
		for l := range strings.Lines(string(data)) {
			number++
			i, bad := jsonl.Decode(jsonl.Line{Data: []byte(l)})
			require.Nil(t, bad)
			m := i.Message
			want, err := checker.Check(m)
			require.NoError(t, err)
			want.Line, want.Notice.Tokens = number, nil
			if !jsonl.HasRecipient(m) {
				want.Comparison = identity.Comparison{}
			}
			var got dunsms.Report
			require.NoError(t, json.Unmarshal(answer(lineOf(number, l)).out, &got))
			assert.True(t, reflect.DeepEqual(*want, got), "%+v: line %d", s, number)
		}
	}
}

// TestAnswerKeys has the keys of a report, in its order, and error.
func TestAnswerKeys(t *testing.T) {
	keys := func(of reflect.Type) (keys []string) {
		for field := range of.Fields() {
			key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			keys = append(keys, key)
		}
		return keys
	}
	assert.Equal(t, append(keys(reflect.TypeFor[dunsms.Report]()), "error"), keys(reflect.TypeFor[jsonl.Answer]()))
}

// A line of 1 MiB is answered as any other.
func TestFullLine(t *testing.T) {
	const frame = `{"text":"明天见","id":""}`
	id := strings.Repeat("7", jsonl.MaxLine-len(frame))
	out, _ := answers(t, settings{}, fmt.Sprintf(`{"text":"明天见","id":"%s"}`, id))
	var got struct {
		ID     string
		Notice *parser.Notice
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, id, got.ID)
	assert.NotNil(t, got.Notice)
}

// TestAnswers compares whole answers with testdata/answers.golden, which
// -update rewrites.
func TestAnswers(t *testing.T) {
	sample, err := os.ReadFile("../../testdata/sms/sample.jsonl")
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(sample), "\n")
	phone, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	var b strings.Builder
	for _, c := range []struct {
		name string
		s    settings
		in   string
	}{
		{"jsonl", settings{}, string(sample)},
		{"tokens, in English", settings{tokens: true, lang: remedy.English}, first},
		{"xml", settings{form: inbox.XML}, string(phone)},
		{"text", settings{form: inbox.Text}, "【某某金融】您已逾期3天，请还款100元。\n\n明天见\n"},
	} {
		out, sum := answers(t, c.s, c.in)
		sum.took = time.Second
		fmt.Fprintf(&b, "%s\n%s%v\n\n", c.name, out, sum)
	}
	golden(t, "answers.golden", b.String())
}

// Answers come in the order of the lines, however long each takes.
func TestOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var in strings.Builder
	const count = 5000
	for i := range count {
		text := "明天见"
		switch rng.IntN(20) {
		case 0:
			text = strings.Repeat("您已逾期3天，请还款100元。", 1+rng.IntN(200))
		case 1:
			text = "\xff"
		}
		fmt.Fprintf(&in, `{"id":"%d","text":"%s"}`+"\n", i, text)
	}
	out, sum := answers(t, settings{}, in.String())
	decoder := json.NewDecoder(strings.NewReader(out))
	for i := range count {
		var got struct {
			Line int
			ID   string
		}
		require.NoError(t, decoder.Decode(&got))
		require.Equal(t, i+1, got.Line)
		require.Equal(t, fmt.Sprint(i), got.ID)
	}
	assert.False(t, decoder.More())
	assert.Positive(t, sum.bad)
}

// TestComparison answers with a comparison where something of the recipient is
// known, and without one where nothing is.
func TestComparison(t *testing.T) {
	answer := answerer(settings{}, new(dunsms.Checker))
	const text = "【云杉小贷】王*明（身份证尾号0011），您的借款已逾期3天。"
	for _, c := range []struct{ recipient, want string }{
		{``, `null`},
		{`,"recipient":{}`, `null`},
		{`,"recipient":{"name":"王小明","id_number":"110101199003070011"}`, `"agree"`},
		{`,"recipient":{"name":"李四方","id_number":"110101199003070126"}`, `"disagree"`},
		{`,"recipient":{"phones":["13800000000"]}`, `"unknown"`},
	} {
		out := answer(lineOf(1, `{"text":"`+text+`"`+c.recipient+`}`))
		var r struct {
			Comparison struct{ Outcome json.RawMessage }
		}
		require.NoError(t, json.Unmarshal(out.out, &r), c.recipient)
		if r.Comparison.Outcome == nil {
			r.Comparison.Outcome = json.RawMessage("null")
		}
		assert.Equal(t, c.want, string(r.Comparison.Outcome), c.recipient)
	}
}
