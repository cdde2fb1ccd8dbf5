package identity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

// Under every verb, and in a struct, a slice, a map, a pointer and slog, nothing
// shows but what String promises.
func TestPersonalDataPrintHidden(t *testing.T) {
	id := mustID(t, sampleID)
	claim := Claim{mustName(t, "张三丰先生"), SexMale, mustMask(t, "110101199003****14"), mustPhone(t, "13800001234")}
	profile := Profile{"张三丰", id, []string{"13800001234"}}
	values := []struct {
		value any
		shown string
	}{
		{id, "1101**********4514"},
		{claim.ID, "1101************14"},
		{claim.Name, "张**"},
		{claim.Phone, "138****1234"},
		{claim, "claim of name, sex, id, phone"},
		{profile, "profile of name, id_number, 1 phone"},
		{Claim{}, "claim of nothing"},
		{Profile{Phones: []string{"1", "2"}}, "profile of 2 phones"},
	}
	for _, v := range values {
		for _, verb := range []string{"%v", "%+v", "%s", "%d", "%x", "%5.1f", "%t", "%c", "%U", "%o"} {
			assert.Equal(t, v.shown, fmt.Sprintf(verb, v.value), verb)
		}
		for _, verb := range []string{"%#v", "%q"} {
			assert.Equal(t, fmt.Sprintf("%q", v.shown), fmt.Sprintf(verb, v.value), verb)
		}
		for _, nested := range []string{
			fmt.Sprintf("%v", []any{v.value}), fmt.Sprintf("%+v", struct{ Value any }{v.value}),
			fmt.Sprintf("%#v", map[string]any{"a": v.value}), fmt.Sprint(v.value), fmt.Sprintln(v.value),
		} {
			assertNothingOf(t, nested)
			assert.Contains(t, nested, v.shown)
		}
		for _, handler := range []func(*bytes.Buffer) slog.Handler{
			func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
			func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
		} {
			var b bytes.Buffer
			slog.New(handler(&b)).Info("read", "value", v.value)
			assertNothingOf(t, b.String())
			assert.Contains(t, b.String(), v.shown)
		}
	}
	assertNothingOf(t, fmt.Sprintf("%v %+v", &id, &profile))
}

func assertNothingOf(t testing.TB, printed string) {
	t.Helper()
	for _, secret := range []string{"0307", "19900307", sampleID, "三丰", "13800001234", "110101", fmt.Sprint(mustID(t, sampleID).body)} {
		assert.NotContains(t, printed, secret)
	}
}

func TestJSONIsWholeAndReadsBack(t *testing.T) {
	claim := Claim{mustName(t, "张**先生"), SexUnknown, mustMask(t, "110101********4514"), mustPhone(t, "138****1234")}
	text, err := json.Marshal(claim)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"张**先生","id":"110101********4514","phone":"138****1234"}`, string(text))
	var again Claim
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, claim, again)
	text, err = json.Marshal(Claim{Sex: SexFemale})
	require.NoError(t, err)
	assert.JSONEq(t, `{"sex":"female"}`, string(text))

	profile := Profile{"张三丰", mustID(t, sampleID), []string{"13800001234"}}
	text, err = json.Marshal(profile)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"张三丰","id_number":"`+sampleID+`","phones":["13800001234"]}`, string(text))
	var mine Profile
	require.NoError(t, json.Unmarshal(text, &mine))
	assert.Equal(t, profile, mine)
	text, err = json.Marshal(Profile{})
	require.NoError(t, err)
	assert.JSONEq(t, `{}`, string(text))
}

func TestProfileFromJSON(t *testing.T) {
	tests := []struct {
		name, in string
		field    string
		message  string
	}{
		{"whole", `{"name":"张三","id_number":"110101199003074514","phones":["13800001234"]}`, "", ""},
		{"empty", `{}`, "", ""},
		{"null", `null`, "", ""},
		{"nulls", `{"name":null,"id_number":null,"phones":null}`, "", ""},
		{"empty number", `{"id_number":""}`, "", ""},
		{"15 digits", `{"id_number":"110101900307451"}`, "", ""},
		{"unknown key", `{"nickname":"x"}`, "", ""},
		{"check digit", `{"id_number":"110101199003074515"}`, "id_number", "identity: profile: id_number: check digit"},
		{"date", `{"id_number":"110101199013074515"}`, "id_number", "identity: profile: id_number: no such date"},
		{"masked", `{"id_number":"1101**********4514"}`, "id_number", "identity: profile: id_number: bad character"},
		{"a number, not a string", `{"id_number":110101199003074514}`, "id_number", "identity: profile: id_number: wrong kind of JSON value"},
		{"name is an object", `{"name":{"first":"张三丰"}}`, "name", "identity: profile: name: wrong kind of JSON value"},
		{"one phone, no list", `{"phones":"13800001234"}`, "phones", "identity: profile: phones: wrong kind of JSON value"},
		{"phones as numbers", `{"phones":[13800001234]}`, "phones", "identity: profile: phones: wrong kind of JSON value"},
		{"a list", `["张三丰"]`, "-", "identity: profile: not a JSON object"},
		{"a string", `"张三丰"`, "-", "identity: profile: not a JSON object"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p Profile
			err := json.Unmarshal([]byte(tt.in), &p)
			if tt.message == "" {
				require.NoError(t, err)
				return
			}
			var bad *ProfileError
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, strings.Trim(tt.field, "-"), bad.Field)
			assert.EqualError(t, bad, tt.message)
			assert.Error(t, bad.Unwrap())
			assertNothingOf(t, err.Error())
			assert.Equal(t, Profile{}, p, "nothing is read of a bad profile")
		})
	}
	assert.Error(t, new(Profile).UnmarshalJSON([]byte("{")))
}

func TestWordsOfEnumerations(t *testing.T) {
	for s := SexUnknown; s <= SexFemale; s++ {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var again Sex
		require.NoError(t, again.UnmarshalText(text))
		assert.Equal(t, s, again)
	}
	for o := Unknown; o <= Disagree; o++ {
		text, err := o.MarshalText()
		require.NoError(t, err)
		var again Outcome
		require.NoError(t, again.UnmarshalText(text))
		assert.Equal(t, o, again)
	}
	var (
		s Sex
		o Outcome
		c PhoneClass
	)
	assert.Error(t, s.UnmarshalText([]byte("x")))
	assert.Error(t, o.UnmarshalText([]byte("x")))
	assert.Error(t, c.UnmarshalText([]byte("x")))
	assert.Equal(t, "unknown", Sex(9).String())
	assert.Equal(t, "unknown", Outcome(9).String())
	assert.Equal(t, "unknown", PhoneClass(99).String())
}

func TestMaskHelpers(t *testing.T) {
	tests := []struct {
		name     string
		mask     func(string) string
		in, want string
	}{
		{"ID", MaskID, "110101199003074514", "1101**********4514"},
		{"ID masked already", MaskID, "110101199003****14", "1101************14"},
		{"ID of 15 digits", MaskID, "110101900307451", "1101**********4514"},
		{"ID with a wrong check digit", MaskID, "110101199003074515", "1101**********4515"},
		{"no ID", MaskID, "张三丰 110101", "**********"},
		{"empty ID", MaskID, "", ""},
		{"phone", MaskPhone, "+86 138-0000-1234", "138****1234"},
		{"a firm's phone", MaskPhone, "95588", "95588"},
		{"no phone", MaskPhone, "张三丰", "***"},
		{"name", MaskName, "张三丰", "张**"},
		{"no name", MaskName, "张三丰,110101199003074514, 13800001234", strings.Repeat("*", maxStars)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, tt.mask(tt.in)) })
	}
}

func TestMaskMessage(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"notice", "【某某金融】尊敬的张三丰先生（1101**********4514），您的贷款已逾期12天，请致电13800001234。",
			"【**金融】尊敬的***先生（******************），您的贷款已逾期***，请致电***********。"},
		{"link", "点击 t.cn/A6xyz 还款", "点击 *.**/***** 还款"},
		{"other digits", "１２３①②三千元٣", "*********"},
		{"surname like a word", "请于您先生", "请于您先生"},
		{"control characters", "逾期\n\x00\t还款\u200b", "逾期   还款 "},
		{"not UTF-8", "逾期\xff\xfe", "逾期**"},
		{"emoji", "逾期😀", "逾期*"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, MaskMessage(tt.in)) })
	}
}

func TestPlainWords(t *testing.T) {
	last := ""
	for _, f := range tsv.Rows("plainwords.txt", plainWordsText, 1) {
		require.Len(t, f, 1)
		require.Less(t, last, f[0], "sorted, each once")
		last = f[0]
		n := utf8.RuneCountInString(f[0])
		require.LessOrEqual(t, n, longestPlainWord)
		if n == 1 {
			require.Contains(t, "请您的已", f[0], "a single character could be of a name")
		}
	}
}
