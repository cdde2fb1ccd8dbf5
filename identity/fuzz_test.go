package identity

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

// seed adds a column of a table, what the messages' tables hold under the keys,
// and what is likely to break a reader.
func seed(f *testing.F, table string, columns, column int, keys ...string) {
	for _, row := range readTable(f, table, columns, 1) {
		f.Add(row[column])
	}
	for _, in := range corpus.Strings(f, keys...) {
		f.Add(in)
	}
	for _, in := range []string{"\xff", "\x00", "*", "·", "X", "转", "【】", strings.Repeat("1", 50), strings.Repeat("*", 50), strings.Repeat("张", 50)} {
		f.Add(in)
	}
}

func requireParseError(t *testing.T, err error, in string) {
	t.Helper()
	var p *ParseError
	require.ErrorAs(t, err, &p)
	require.GreaterOrEqual(t, p.Offset, 0)
	require.LessOrEqual(t, p.Offset, len(in))
}

func FuzzParseName(f *testing.F) {
	seed(f, "names.tsv", 3, 0, "name", "name_alt")
	f.Fuzz(func(t *testing.T, in string) {
		n, err := ParseName(in)
		if err != nil {
			requireParseError(t, err, in)
			require.Empty(t, strings.Trim(MaskName(in), "*"))
			return
		}
		text, err := n.MarshalText()
		require.NoError(t, err)
		var again Name
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, n, again)
		shown := strings.TrimRight(MaskName(in), "*")
		require.True(t, shown == "" || shown == n.Surname(), "nothing shows but the surname")
		require.Equal(t, utf8.RuneCountInString(n.Reveal()), utf8.RuneCountInString(MaskName(in)))
		require.NotEqual(t, n.Reveal(), strings.Trim(MaskName(in), "*")+"x")
		if !n.Masked() {
			require.NotEqual(t, n.Reveal(), MaskName(in))
		}
		c := Compare(Claim{Name: n}, Profile{Name: n.Reveal()})
		require.NotEqual(t, Disagree, c.Field(FieldName).Outcome)
	})
}

func FuzzParsePhone(f *testing.F) {
	seed(f, "phones.tsv", 3, 0, "phones", "phone", "sender")
	f.Fuzz(func(t *testing.T, in string) {
		p, err := ParsePhone(in)
		if err != nil {
			requireParseError(t, err, in)
			return
		}
		text, err := p.MarshalText()
		require.NoError(t, err)
		var again Phone
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, p, again)
		require.NotEqual(t, Disagree, p.Fits(p))
		if !p.Class().Public() && !p.Masked() {
			require.GreaterOrEqual(t, strings.Count(p.String(), "*"), 3)
		}
	})
}

func FuzzCompare(f *testing.F) {
	for _, row := range readTable(f, "comparisons.tsv", 9, 1) {
		for i := range row {
			row[i] = strings.TrimPrefix(row[i], "-")
		}
		f.Add(row[0], row[1], row[2], row[3], row[4], row[5])
	}
	// Whom each message means, and who received another.
	name, number, phone := "", "", ""
	for _, row := range corpus.Rows(f) {
		myName, myNumber, myPhone := name, number, phone
		name, _ = row["name"].(string)
		number, _ = row["masked_id"].(string)
		phone, _ = row["phone"].(string)
		if r, ok := row["recipient"].(map[string]any); ok {
			myName, _ = r["name"].(string)
			myNumber, _ = r["id_number"].(string)
			if phones, ok := r["phones"].([]any); ok && len(phones) > 0 {
				myPhone, _ = phones[0].(string)
			}
		}
		if name+number+phone+myName+myNumber+myPhone != "" {
			f.Add(name, number, phone, myName, myNumber, myPhone)
		}
	}
	f.Fuzz(func(t *testing.T, name, number, phone, myName, myNumber, myPhone string) {
		var c Claim
		c.Name, _ = ParseName(name)
		c.ID, _ = ParseMaskedID(number)
		c.Phone, _ = ParsePhone(phone)
		p := Profile{Name: myName, Phones: []string{myPhone}}
		p.ID, _ = ParseID(myNumber)
		got := Compare(c, p)
		sum := 0.0
		for _, fc := range got.Fields {
			require.False(t, math.IsNaN(fc.Bits) || math.IsInf(fc.Bits, 0))
			require.False(t, fc.Outcome == Unknown && fc.Bits != 0)
			require.False(t, fc.Slip && fc.Outcome != Disagree)
			sum += fc.Bits
		}
		require.InDelta(t, sum, got.Bits, 1e-6)
		require.Equal(t, got, Compare(c, p))
		text, err := json.Marshal(c)
		require.NoError(t, err)
		var again Claim
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, c, again)
	})
}

func FuzzProfileJSON(f *testing.F) {
	for _, in := range []string{`{"name":"张三","id_number":"110101199003074514","phones":["13800001234"]}`, `{}`, `null`, `[]`, `{"id_number":"1"}`, `{"id_number":1}`, `{"phones":[1]}`} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		var p Profile
		err := json.Unmarshal([]byte(in), &p)
		if err != nil {
			var bad *ProfileError
			if errors.As(err, &bad) {
				assert.Contains(t, []string{"", "name", "id_number", "phones"}, bad.Field)
			}
			return
		}
		text, err := json.Marshal(p)
		require.NoError(t, err)
		var again Profile
		require.NoError(t, json.Unmarshal(text, &again))
		again.Phones, p.Phones = append([]string(nil), again.Phones...), append([]string(nil), p.Phones...)
		require.Equal(t, p, again)
	})
}

func FuzzMaskMessage(f *testing.F) {
	seed(f, "names.tsv", 3, 0, "name", "text")
	f.Add("【某某金融】尊敬的张三丰先生（1101**********4514），您已逾期12天，请致电13800001234。")
	f.Fuzz(func(t *testing.T, in string) {
		out := MaskMessage(in)
		require.True(t, utf8.ValidString(out))
		require.Equal(t, utf8.RuneCountInString(in), utf8.RuneCountInString(out))
		require.Equal(t, out, MaskMessage(out))
		for rest := out; rest != ""; {
			n := plainWord(rest)
			if n == 0 {
				var r rune
				r, n = utf8.DecodeRuneInString(rest)
				require.True(t, r == ' ' || unicode.IsPunct(r), "neither a listed word nor punctuation")
			}
			rest = rest[n:]
		}
	})
}
