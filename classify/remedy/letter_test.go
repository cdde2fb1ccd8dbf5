package remedy_test

import (
	"flag"
	"os"
	"path/filepath"
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

var update = flag.Bool("update", false, "rewrite the letters of testdata")

const idNumber = "330203199104121171"

var letterNames = []string{
	"mistake", "mistake_recycled", "mistake_repaid", "mistake_blank", "identity_theft", "identity_theft_blank",
	"two_matters_mistake", "two_matters_theft",
	"mistake_contact", "mistake_heir", "mistake_unnamed", "mistake_collector", "mistake_minor", "mistake_renamed", "mistake_wrong_sum",
	"identity_theft_card", "guarantor", "minor",
}

// letterCase returns the case of a letter of testdata, as the library itself
// assesses it.
func letterCase(t testing.TB, name string) remedy.Case {
	profile := identity.Profile{Name: "沈亦安", Phones: []string{"13800003401"}}
	id, err := identity.ParseID(idNumber)
	require.NoError(t, err)
	profile.ID = id
	other := "【青禾消费金融】程*禾女士（身份证440305********2026），您的借款本金8,000.00元已逾期26天，请尽快还款。"
	own := "【青禾消费金融】沈亦安先生（身份证330203********1171），您的借款本金8,000.00元已逾期26天，请尽快还款。"
	var c remedy.Case
	text := other
	switch name {
	case "mistake":
		c.Facts = classify.Facts{HasAccount: classify.No, LenderConfirms: classify.No}
	case "mistake_recycled":
		c.Facts = classify.Facts{HasAccount: classify.No, NumberOnOtherRecord: classify.Yes}
	case "mistake_repaid":
		text = own
		c.Facts = classify.Facts{HasAccount: classify.Yes, Repaid: classify.Yes}
	case "identity_theft":
		text = own
		c.Facts = classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes, OnCreditReport: classify.Yes}
	case "two_matters_mistake", "two_matters_theft":
		c.Facts = classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes}
	case "mistake_contact":
		text = "【青禾小额贷款】请转告程晓禾：其借款8,000.00元已逾期26天，请其尽快还款。"
		c.Facts = classify.Facts{HasAccount: classify.No, KnowsNamed: classify.Yes}
	case "mistake_heir":
		text = "【青禾银行】程*禾已去世，其借款8,000.00元已逾期26天，请继承人尽快还款。"
		c.Facts = classify.Facts{HasAccount: classify.No}
	case "mistake_unnamed":
		text = "程*禾女士，您的借款本金8,000.00元已逾期26天，请尽快还款。"
		c.Facts = classify.Facts{HasAccount: classify.No}
	case "mistake_collector":
		text = "【云溪商务咨询】受委托通知程*禾女士：您的借款本金8,000.00元已逾期26天，请尽快还款。"
		c.Facts = classify.Facts{HasAccount: classify.No}
	case "mistake_minor":
		id := "330203201304121176"
		profile.ID, err = identity.ParseID(id)
		require.NoError(t, err)
	case "mistake_renamed":
		text = "【捷信】程*禾女士，您的借款本金8,000.00元已逾期26天，请尽快还款。"
	case "mistake_wrong_sum":
		text = own
		c.Facts = classify.Facts{HasAccount: classify.Yes, AmountAgrees: classify.No, OnCreditReport: classify.Yes}
	case "identity_theft_card":
		text = "【青禾银行】沈亦安先生，您的信用卡已逾期26天，应还8,000.00元，请尽快还款。"
		c.Facts = classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes}
	case "guarantor":
		text = "【青禾银行】沈亦安，您为程晓禾担保的借款8,000.00元已逾期26天，请履行担保责任。"
	case "minor":
		id := "330203201304121176"
		profile.ID, err = identity.ParseID(id)
		require.NoError(t, err)
		text = own
		c.Facts = classify.Facts{HasAccount: classify.Yes}
	case "mistake_blank":
		return remedy.Case{Matter: classify.Mistake}
	case "identity_theft_blank":
		return remedy.Case{Matter: classify.IdentityTheft}
	default:
		require.Fail(t, "no such letter")
	}
	c.Matter = classify.Mistake
	if strings.HasSuffix(name, "theft") || name == "identity_theft_card" {
		c.Matter = classify.IdentityTheft
	}
	c.Notice, err = parser.Parse(text)
	require.NoError(t, err)
	c.Profile, c.Sender, c.ReceivedAt = profile, sender, receivedAt.UTC()
	c.Date = time.Date(2026, 3, 3, 0, 0, 0, 0, time.FixedZone("", 8*60*60))
	c.Assessment = classify.Assess(c.Notice, classify.Context{
		Recipient: profile, Sender: sender, ReceivedAt: receivedAt, Facts: c.Facts,
	})
	r, err := remedy.NewRecord(text, receivedAt, sender, nil)
	require.NoError(t, err)
	c.MessageSHA256 = r.MessageSHA256
	return c
}

func TestLetters(t *testing.T) {
	for _, name := range letterNames {
		t.Run(name, func(t *testing.T) {
			got, err := remedy.Objection(letterCase(t, name))
			require.NoError(t, err)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
			assert.NotContains(t, got, "\n\n\n")
			assert.NotContains(t, got, "<no value>")
		})
	}
}

// What a letter must and must not say, whatever the goldens hold.
func TestLettersSay(t *testing.T) {
	for _, name := range []string{"mistake", "mistake_recycled", "mistake_repaid", "mistake_blank", "two_matters_mistake"} {
		got, err := remedy.Objection(letterCase(t, name))
		require.NoError(t, err)
		assert.NotContains(t, got, idNumber, "no ID number is needed for a wrong number")
		assert.Equal(t, name != "mistake_repaid", strings.Contains(got, "不提供身份证号码和身份证复印件"), "who has an account has to say which")
		assert.Contains(t, got, "《个人信息保护法》第四十六条")
		assert.Contains(t, got, "书面答复")
		assert.Contains(t, got, "书面答复送达地址：____")
	}
	repaid, err := remedy.Objection(letterCase(t, "mistake_repaid"))
	require.NoError(t, err)
	assert.NotContains(t, repaid, "与该笔债务无关", "who repaid was the debtor")
	assert.NotContains(t, repaid, "手机号码登记", "the number is not what is wrong")
	two, err := remedy.Objection(letterCase(t, "two_matters_theft"))
	require.NoError(t, err)
	assert.NotContains(t, two, "程*禾", "the message means somebody else, the objection is to another loan")
	several := letterCase(t, "mistake")
	several.Profile.Phones = append(several.Profile.Phones, "13800003402")
	got, err := remedy.Objection(several)
	require.NoError(t, err)
	assert.Contains(t, got, "收到短信的手机号码：____\n")
	assert.Contains(t, got, several.MessageSHA256)
	several.MessageSHA256 = "沈亦安"
	got, err = remedy.Objection(several)
	require.NoError(t, err)
	assert.NotContains(t, got, "SHA-256")
	for _, name := range []string{"identity_theft", "identity_theft_blank", "two_matters_theft"} {
		got, err := remedy.Objection(letterCase(t, name))
		require.NoError(t, err)
		assert.Contains(t, got, "受案回执")
		assert.Contains(t, got, "20日内")
		assert.Contains(t, got, "他用无效")
		assert.Contains(t, got, "不构成对债务的承认")
	}
	blank, err := remedy.Objection(remedy.Case{Matter: classify.IdentityTheft})
	require.NoError(t, err)
	assert.Contains(t, blank, "公民身份号码：____")
}

// The verdict chooses the letter where the caller does not; others have none.
func TestLetterOfVerdict(t *testing.T) {
	for _, v := range append(verdicts, "", "later") {
		_, err := remedy.Objection(remedy.Case{Assessment: classify.Assessment{Verdict: v}})
		if v == classify.Mistake || v == classify.IdentityTheft {
			assert.NoError(t, err, v)
		} else {
			assert.Equal(t, remedy.ErrNoLetter, err, v)
		}
	}
	_, err := remedy.Objection(remedy.Case{Matter: classify.Scam, Assessment: classify.Assessment{Verdict: classify.Mistake}})
	assert.Equal(t, remedy.ErrNoLetter, err)
}

// What a message or a sender writes stays on its line and is no template.
func TestLetterIsNotLaidOutByTheMessage(t *testing.T) {
	found := func(s string) parser.Found { return parser.Found{Text: s} }
	c := remedy.Case{
		Matter: classify.Mistake,
		Sender: "106\n三、说明\u202e\x00",
		Notice: &parser.Notice{
			Lender: &parser.LenderName{Found: found("{{.ID}}\r\n\t致")},
			Name:   &parser.Name{Found: found(strings.Repeat("长", 500))},
		},
	}
	got, err := remedy.Objection(c)
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(got, "\n三、说明"))
	assert.Contains(t, got, "致：{{.ID}}   致\n")
	assert.NotContains(t, got, "\u202e")
	assert.NotContains(t, got, "\x00")
	assert.NotContains(t, got, strings.Repeat("长", 61))
}
