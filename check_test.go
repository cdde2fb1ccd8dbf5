package dunsms_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// messages returns the cases of testdata as messages.
func messages(t testing.TB) []dunsms.Message {
	t.Helper()
	f, err := os.Open("testdata/cases.jsonl")
	require.NoError(t, err)
	defer f.Close()
	var all []dunsms.Message
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var m dunsms.Message
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		all = append(all, m)
	}
	require.NotEmpty(t, all)
	return all
}

// TestReportReadsBack holds for every case: the JSON of a report reads back to an
// equal report, and the same message gives the same bytes.
func TestReportReadsBack(t *testing.T) {
	for _, m := range messages(t) {
		r, err := dunsms.Check(m)
		require.NoError(t, err, m.ID)
		data, err := json.Marshal(r)
		require.NoError(t, err, m.ID)
		var back dunsms.Report
		require.NoError(t, json.Unmarshal(data, &back), m.ID)
		r.Notice.Tokens = nil
		assert.True(t, assert.ObjectsAreEqual(*r, back), "%s: the report does not read back", m.ID)
		again, err := dunsms.Check(m)
		require.NoError(t, err)
		bytes, err := json.Marshal(again)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(bytes), m.ID)

		data, err = json.Marshal(m)
		require.NoError(t, err)
		var message dunsms.Message
		require.NoError(t, json.Unmarshal(data, &message), m.ID)
		assert.True(t, message.ReceivedAt.Equal(m.ReceivedAt), m.ID)
		message.ReceivedAt = m.ReceivedAt
		assert.True(t, assert.ObjectsAreEqual(m, message), "%s: the message does not read back", m.ID)
	}
}

// TestHidden: however a message or a report is printed, nothing of the message shows.
func TestHidden(t *testing.T) {
	for _, m := range messages(t)[:40] {
		r, err := dunsms.Check(m)
		require.NoError(t, err)
		var out strings.Builder
		log := slog.New(slog.NewJSONHandler(&out, withoutTime))
		for _, v := range []any{m, &m, *r, r} {
			fmt.Fprintf(&out, "%v %+v %#v %s %q ", v, v, v, v, v)
			log.Info("checked", "value", v)
		}
		for _, secret := range []string{m.Text, m.Sender, m.Recipient.Name, m.Recipient.ID.Reveal()} {
			if secret != "" {
				assert.NotContains(t, out.String(), secret, m.ID)
			}
		}
	}
}

func TestCheckErrors(t *testing.T) {
	_, err := dunsms.Check(dunsms.Message{Text: "秘\xff"})
	assert.True(t, errors.Is(err, parser.ErrNotUTF8))
	assert.NotContains(t, err.Error(), "秘")
	_, err = dunsms.Check(dunsms.Message{Text: strings.Repeat("秘", parser.MaxBytes)})
	assert.True(t, errors.Is(err, parser.ErrTooLong))
}

// TestChecker has the caller's own parser, evidence and language.
func TestChecker(t *testing.T) {
	m := dunsms.Message{Text: "【麦浪普惠】您的借款已逾期3天，应还100.00元。"}
	p, err := parser.New(parser.WithLenders([]parser.Lender{{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}}}))
	require.NoError(t, err)
	own := classify.Evidence{Code: "OWN_BLOCKLIST", Weights: classify.Scores{Scam: 9}}
	c := &dunsms.Checker{Parser: p, Evidence: []classify.Evidence{own}, Lang: remedy.English}
	r, err := c.Check(m)
	require.NoError(t, err)
	assert.Equal(t, "麦浪普惠金融", r.Notice.Lender.Canonical)
	assert.Equal(t, classify.Scam, r.Assessment.Verdict)
	require.NotEmpty(t, r.Steps)
	plain, err := dunsms.Check(m)
	require.NoError(t, err)
	assert.NotEqual(t, r.Steps[0].Text, plain.Steps[0].Text)
	assert.Equal(t, classify.Undetermined, plain.Assessment.Verdict)
}

// TestHeadline: the verdict and the reason are in the language of the Checker; Assess gives
// neither.
func TestHeadline(t *testing.T) {
	m := dunsms.Message{Text: "【麦浪普惠】您的借款已逾期3天，应还100.00元。"}
	for lang, want := range map[remedy.Lang][2]string{
		"":             {"真假还说不准。", "只有微弱的线索，不足以下结论。"},
		remedy.English: {"It is not clear yet whether this message is genuine.", "There are only weak clues, not enough for a verdict."},
	} {
		r, err := (&dunsms.Checker{Lang: lang}).Check(m)
		require.NoError(t, err)
		assert.Equal(t, want, [2]string{r.Assessment.Headline, r.Assessment.Reason})
		data, err := json.Marshal(r)
		require.NoError(t, err)
		assert.Contains(t, string(data), `"headline":"`+want[0]+`","reason":"`+want[1]+`"`)

		a := classify.Assess(&r.Notice, classify.Context{})
		assert.Empty(t, a.Headline+a.Reason)
		data, err = json.Marshal(a)
		require.NoError(t, err)
		assert.NotContains(t, string(data), "headline")
	}
}

func BenchmarkCheck(b *testing.B) {
	all := messages(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := dunsms.Check(all[i%len(all)]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRansom: where somebody is held, the police come first, whatever the text says of a debt.
func TestRansom(t *testing.T) {
	for _, text := range []string{"拿2万来赎人，今晚不到位你就等着，别报警。", "你儿子欠我们三万，人现在扣在公司，替他还了就放人，别报警。"} {
		r, err := dunsms.Check(dunsms.Message{Text: text, Sender: "13900001234"})
		require.NoError(t, err)
		require.NotEmpty(t, r.Steps)
		assert.Equal(t, "danger", r.Steps[0].List)
		assert.Contains(t, r.Steps[0].Text, "110")
	}
}
