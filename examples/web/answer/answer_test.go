package answer

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// testCase is a line of testdata/cases.jsonl.
type testCase struct {
	ID         string
	Text       string
	Sender     string
	ReceivedAt time.Time `json:"received_at"`
	Recipient  identity.Profile
	Facts      classify.Facts
}

func (c testCase) question(lang remedy.Lang) Question {
	q := Question{
		Text: c.Text, Lang: lang, Facts: c.Facts, Sender: c.Sender, ReceivedAt: c.ReceivedAt,
		Name: c.Recipient.Name, IDNumber: c.Recipient.ID.Reveal(),
	}
	if len(c.Recipient.Phones) > 0 {
		q.Phone = c.Recipient.Phones[0]
	}
	return q
}

// cases returns the judged cases of the project.
func cases(t *testing.T) (all []testCase) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/cases.jsonl")
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		var c testCase
		require.NoError(t, json.Unmarshal([]byte(line), &c))
		all = append(all, c)
	}
	require.NotEmpty(t, all)
	return all
}

const (
	dun = "【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期26天，产生罚息112.40元，请尽快还款。"
	me  = "510106199511203315" // invented, with the right check digit
)

func TestStates(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       State
		verdict    classify.Verdict
	}{
		{"nothing", "", Empty, ""},
		{"white space", " \n\t　", Empty, ""},
		{"one byte too many", strings.Repeat("a", parser.MaxBytes+1), TooLong, ""},
		{"as long as it may be", strings.Repeat("a", parser.MaxBytes), Read, classify.NotANotice},
		{"not UTF-8", "逾期\xff", Failed, ""},
		{"chat", "明天见", Read, classify.NotANotice},
		{"a notice", dun, Read, classify.Undetermined},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := To(Question{Text: c.text})
			assert.Equal(t, c.want, a.State)
			assert.Equal(t, c.verdict, a.Verdict)
			if c.want != Read {
				dont := a.Dont
				a.Dont = nil
				assert.Equal(t, Answer{State: c.want}, a)
				assert.Equal(t, c.want == Empty, len(dont) > 0, "what never to do is good to know before")
			}
		})
	}
}

// The page says what the library says.
func TestVerdict(t *testing.T) {
	q := Question{Text: dun, Name: "林问渠", IDNumber: me, Facts: classify.Facts{HasAccount: classify.No, ShownInApp: classify.No}}
	a := To(q)
	assert.Equal(t, classify.Mistake, a.Verdict)
	assert.Equal(t, classify.ConfidenceHigh, a.Confidence)
	assert.Equal(t, parser.KindOverdue, a.Kind)
	assert.Empty(t, a.Leaning, "there is a verdict")
	assert.NotContains(t, a.Also, a.Verdict)
	assert.Equal(t, []identity.FieldComparison{
		{Field: identity.FieldName, Outcome: identity.Disagree, Bits: a.Comparison[0].Bits},
		{Field: identity.FieldSex, Outcome: identity.Agree, Bits: a.Comparison[1].Bits},
		{Field: identity.FieldID, Outcome: identity.Disagree, Bits: a.Comparison[2].Bits},
	}, a.Comparison)
	assert.NotEmpty(t, a.Ask)
	assert.Equal(t, "calm", a.Do[0].List)

	q.Lang = remedy.English
	assert.Contains(t, To(q).Do[0].Text, "Stay calm")
}

func TestLeans(t *testing.T) {
	unproven := To(Question{Text: dun, Name: "沈亦安", IDNumber: "", Facts: classify.Facts{HasAccount: classify.Yes}})
	assert.Equal(t, classify.Undetermined, unproven.Verdict)
	assert.Equal(t, classify.Genuine, unproven.Leaning)
	thin := To(Question{Text: "您的贷款已逾期6天，请致电13800002616。"})
	assert.Equal(t, classify.Undetermined, thin.Verdict)
	assert.Empty(t, thin.Leaning, "a lead under 2 bits says nothing")
}

func TestTwoMatters(t *testing.T) {
	a := To(Question{Text: dun, Name: "林问渠", IDNumber: me, Facts: classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes}})
	assert.True(t, a.TwoMatters)
	require.Len(t, a.Letters, 2)
	assert.Equal(t, classify.IdentityTheft, a.Letters[0].Matter)
	assert.Equal(t, classify.Mistake, a.Letters[1].Matter)
	assert.Contains(t, a.Letters[0].Text, me)
	assert.NotContains(t, a.Letters[1].Text, me, "a mistake needs no ID number")
}

func TestLetter(t *testing.T) {
	q := Question{
		Text: dun, Name: " 林问渠 ", IDNumber: me, Phone: "13800001234", Sender: "106900001234",
		ReceivedAt: time.Date(2026, 3, 1, 2, 0, 0, 0, time.UTC), Now: time.Date(2026, 3, 2, 2, 0, 0, 0, time.UTC),
		Facts: classify.Facts{HasAccount: classify.No, ShownInApp: classify.No},
	}
	a := To(q)
	require.Len(t, a.Letters, 1)
	for _, part := range []string{"致：青禾消费金融", "申请人：林问渠", "13800001234", "106900001234", "2026年03月01日10时00分", "日期：2026年03月02日", "SHA-256"} {
		assert.Contains(t, a.Letters[0].Text, part)
	}
	assert.Empty(t, To(Question{Text: "【云杉银行】卡已凍結，请致电008613800003390恢复，逾期未还将起诉，请提供验证码。"}).Letters, "no letter to a swindler")
}

func TestBreaches(t *testing.T) {
	text := "【青禾消费金融】您的借款已逾期26天，再不还款将联系您的家人。"
	for lang, want := range map[remedy.Lang]string{remedy.Chinese: "家人", remedy.English: "family"} {
		a := To(Question{Text: text, Lang: lang})
		require.Len(t, a.Breaches, 1)
		assert.Contains(t, a.Breaches[0].Text, want)
		assert.GreaterOrEqual(t, len(a.Breaches[0].Citations), 2)
	}
}

func TestWrong(t *testing.T) {
	for _, c := range []struct {
		name, id, phone string
		want            []Wrong
	}{
		{"all well", me, "138 0000 1234", nil},
		{"spaces and an x", " 11010119900307 867X ", "", []Wrong{{"id_number", identity.RuleCheck}}},
		{"a digit is missing", me[1:], "", []Wrong{{"id_number", identity.RuleLength}}},
		{"a digit is wrong", me[:17] + "4", "", []Wrong{{"id_number", identity.RuleCheck}}},
		{"no such day", "510106199502303315", "", []Wrong{{"id_number", identity.RuleDate}}},
		{"no such province", "990106199511203315", "", []Wrong{{"id_number", identity.RuleProvince}}},
		{"letters", "hello", "phone", []Wrong{{"id_number", identity.RuleCharacter}, {"phone", identity.RuleCharacter}}},
		{"a number too short", "", "12", []Wrong{{"phone", identity.RuleLength}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := To(Question{Text: dun, Name: "林问渠", IDNumber: c.id, Phone: c.phone})
			assert.Equal(t, c.want, got.Wrong)
			if c.want == nil {
				return
			}
			without := To(Question{Text: dun, Name: "林问渠"})
			got.Wrong = nil
			assert.Equal(t, without, got, "what is wrong is left out")
		})
	}
}

func TestRecord(t *testing.T) {
	q := Question{Text: dun, Sender: "106900001234", ReceivedAt: time.Date(2026, 3, 1, 2, 0, 0, 0, time.UTC)}
	data, err := Record(q)
	require.NoError(t, err)
	r, err := remedy.ParseRecord(data)
	require.NoError(t, err)
	require.NoError(t, r.Verify())
	assert.Equal(t, dun, r.Message)
	assert.Equal(t, q.Sender, r.Sender)
	assert.True(t, q.ReceivedAt.Equal(r.ReceivedAt))
	assert.Contains(t, string(r.Report), `"verdict": "undetermined"`)

	_, err = Record(Question{Text: strings.Repeat("逾期", parser.MaxBytes)})
	assert.ErrorIs(t, err, parser.ErrTooLong)
	assert.NotContains(t, err.Error(), "逾期")
}
