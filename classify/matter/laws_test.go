package matter

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// checkLaws asserts what holds for the messages of every phone. Messages are numbered from 1.
func checkLaws(t testing.TB, recipient identity.Profile, messages []Message) Result {
	t.Helper()
	r := mattersOf(recipient, messages)
	require.Equal(t, len(messages), r.Messages)
	text := map[int]string{}
	for _, m := range messages {
		text[m.Number] = m.Text
	}
	taken := map[int]bool{}
	for i := range r.Matters {
		checkMatter(t, &r.Matters[i], text)
		for _, member := range r.Matters[i].Members {
			for _, n := range member.Messages {
				require.False(t, taken[n], "a message is of two matters")
				taken[n] = true
			}
		}
	}
	for _, o := range r.Open {
		_, ok := text[o.Message]
		require.True(t, ok, "a message that is not there is open")
	}
	require.True(t, slices.IsSortedFunc(r.Open, func(a, b Open) int { return a.Message - b.Message }))

	first := asJSON(t, r)
	require.True(t, first == asJSON(t, mattersOf(recipient, messages)), "not the same twice")
	reversed := slices.Clone(messages)
	slices.Reverse(reversed)
	require.True(t, first == asJSON(t, mattersOf(recipient, reversed)), "not the same in another order")
	var back Result
	require.NoError(t, json.Unmarshal([]byte(first), &back))
	require.True(t, first == asJSON(t, back), "the JSON does not read back")
	return r
}

// mattersOf reads messages. One that cannot be read is among those that are open.
func mattersOf(recipient identity.Profile, messages []Message) Result {
	p := Phone{Recipient: recipient}
	for _, m := range messages {
		_ = p.AddMessage(m)
	}
	return p.Matters()
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

// checkMatter asserts what holds for every matter.
func checkMatter(t testing.TB, m *Matter, text map[int]string) {
	t.Helper()
	require.NotEmpty(t, m.Members)
	var numbers []int
	unjoined := 0
	for i, member := range m.Members {
		require.True(t, i == 0 || member.ReceivedAt.IsZero() || !member.ReceivedAt.Before(m.Members[i-1].ReceivedAt), "messages are in order of time")
		require.NotEmpty(t, member.Messages)
		require.True(t, slices.IsSorted(member.Messages))
		if len(member.Links) == 0 {
			unjoined++
		}
		numbers = append(numbers, member.Messages...)
	}
	require.Equal(t, 1, unjoined, "one message makes the matter, others are joined to it")
	require.Contains(t, stages, m.Stage)
	checkWeighed(t, m, text)
	for _, s := range m.Sums {
		require.Positive(t, s.Fen)
		require.Contains(t, numbers, s.Message)
	}
	for _, d := range m.Deadlines {
		require.Contains(t, numbers, d.Message)
	}
	for _, b := range m.Breaches {
		require.NotEmpty(t, b.Messages)
		require.True(t, slices.IsSorted(b.Messages))
		for _, n := range b.Messages {
			require.Contains(t, numbers, n)
		}
	}
	for _, list := range [][]Repeated{m.Threats, m.Asks} {
		for _, r := range list {
			require.False(t, r.Last.Before(r.First))
			require.Positive(t, r.Times)
		}
	}
	for _, s := range m.Senders {
		hours := 0
		for _, n := range s.Hours {
			hours += n
		}
		require.LessOrEqual(t, hours, s.Messages) // fewer where the time is not known
		require.LessOrEqual(t, s.MostADay, hours)
		require.Equal(t, s.Night, s.Hours[22]+s.Hours[23]+sum(s.Hours[:8]))
	}
	for _, s := range m.Shown {
		require.True(t, slices.IsSorted(s.Messages))
	}
}

func sum(list []int) (n int) {
	for _, i := range list {
		n += i
	}
	return n
}

// checkWeighed: the text that was weighed is that of its pieces, a line between messages, and
// every piece of the notice is where it says.
func checkWeighed(t testing.TB, m *Matter, text map[int]string) {
	t.Helper()
	require.NotEmpty(t, m.Pieces)
	end := 0
	for i, p := range m.Pieces {
		require.True(t, p.Start == end || i > 0 && p.Start == end+1 && m.Text[end] == '\n', "a gap between pieces")
		require.True(t, p.Start <= p.End && p.End <= len(m.Text))
		end = p.End
		own := text[p.Message]
		require.LessOrEqual(t, p.From+p.End-p.Start, len(own))
		require.True(t, m.Text[p.Start:p.End] == own[p.From:p.From+p.End-p.Start], "a piece has other bytes than its message")
	}
	require.Equal(t, len(m.Text), end)
	checkSpans(t, m.Text, reflect.ValueOf(m.Notice))
	for _, e := range m.Assessment.Evidence {
		for _, s := range e.Spans {
			require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(m.Text))
			require.True(t, utf8.ValidString(m.Text[s.Start:s.End]), "a span cuts a character")
		}
	}
}

// checkSpans looks for everything found in a notice: its text is that of its span, and no
// character is cut.
func checkSpans(t testing.TB, text string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			checkSpans(t, text, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkSpans(t, text, v.Index(i))
		}
	case reflect.Struct:
		if f, ok := reflect.TypeAssert[parser.Found](v); ok {
			require.True(t, 0 <= f.Span.Start && f.Span.Start <= f.Span.End && f.Span.End <= len(text))
			require.True(t, text[f.Span.Start:f.Span.End] == f.Text, "a span has other bytes than its text")
			require.True(t, utf8.ValidString(f.Text), "a span cuts a character")
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				checkSpans(t, text, v.Field(i))
			}
		}
	}
}

// TestLaws checks the laws for all scenes.
func TestLaws(t *testing.T) {
	for _, row := range trials(t) {
		for _, s := range append(row.Hits, row.Misses...) {
			checkLaws(t, s.Recipient, s.messages())
			checkLaws(t, identity.Profile{}, s.messages())
		}
	}
}

// TestLawsOfParts cuts a text at every character: it is joined again, with what is found across
// the cut.
func TestLawsOfParts(t *testing.T) {
	for cut := range oneText {
		list := messagesOf([]sms{{"1069000000001", 0, signed + "(1/2)" + oneText[:cut]}, {"1069000000001", 1, "(2/2)" + oneText[cut:]}})
		r := mattersOf(identity.Profile{}, list)
		require.Len(t, r.Matters, 1)
		checkMatter(t, &r.Matters[0], map[int]string{1: list[0].Text, 2: list[1].Text})
		assert.Equal(t, signed+oneText, r.Matters[0].Text)
	}
}

// TestLawsOfAll checks the laws for all scenes taken as the messages of one phone.
func TestLawsOfAll(t *testing.T) {
	var all []Message
	for _, row := range trials(t) {
		for _, s := range append(row.Hits, row.Misses...) {
			for _, m := range s.messages() {
				m.Number = len(all) + 1
				all = append(all, m)
			}
		}
	}
	r := checkLaws(t, identity.Profile{Name: "林晓舟"}, all)
	assert.NotEmpty(t, r.Matters)
	assert.Positive(t, r.Copies, "scenes have messages in common")
	assert.False(t, strings.Contains(asJSON(t, r), "null"))
}
