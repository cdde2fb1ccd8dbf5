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

// slowRead brings what ParseID accepts into 18 plain characters, another way.
func slowRead(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	const wide, plain = "０１２３４５６７８９Ｘｘx", "0123456789XXX"
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", r) || unicode.IsSpace(r) {
			return -1
		}
		if i := strings.IndexRune(wide, r); i >= 0 {
			return rune(plain[utf8.RuneCountInString(wide[:i])])
		}
		return r
	}, s)
	if len(s) == 15 && strings.Trim(s, "0123456789") == "" {
		s = s[:6] + "19" + s[6:]
		for _, c := range "0123456789X" {
			if slowValid(s + string(c)) {
				return s + string(c), true
			}
		}
	}
	return s, slowValid(s)
}

func FuzzParseID(f *testing.F) {
	seed(f, "ids.tsv", 4, 1, "id_number", "id_full", "masked_id")
	f.Fuzz(func(t *testing.T, in string) {
		id, err := ParseID(in)
		want, ok := slowRead(in)
		if !ok {
			requireParseError(t, err, in)
			require.True(t, id.IsZero())
			return
		}
		require.NoError(t, err)
		require.Equal(t, want, id.Reveal())
		require.Equal(t, want[:4]+"**********"+want[14:], id.String())
		again, err := ParseID(id.Reveal())
		require.NoError(t, err)
		require.Equal(t, id, again)
		require.Equal(t, uint64(1), mustMask(t, want).Candidates())
	})
}

func requireParseError(t *testing.T, err error, in string) {
	t.Helper()
	var p *ParseError
	require.ErrorAs(t, err, &p)
	require.GreaterOrEqual(t, p.Offset, 0)
	require.LessOrEqual(t, p.Offset, len(in))
}

// A number masked in any form fits itself, and is among the candidates.
func FuzzMaskedNumberFitsItself(f *testing.F) {
	f.Add(uint64(11010119900307451), uint32(0x3ff0), uint8(0), uint8(0))
	f.Add(uint64(11010119900307451), uint32(0x0ff0), uint8(1), uint8(1))
	f.Add(uint64(31011519851230001), uint32(0x1c38), uint8(2), uint8(2))
	f.Add(uint64(31011519851230001), uint32(0x20001), uint8(7), uint8(3))
	marks := []string{"*", "＊", "x", "X", "×", "●", "•", "·", "…", "~", "#", "_", "?"}
	f.Fuzz(func(t *testing.T, body uint64, hide uint32, mark, collapse uint8) {
		d := ID{body % 1e17}.digits()
		id, err := ParseID(string(d[:]))
		if err != nil {
			return
		}
		star := marks[int(mark)%len(marks)]
		in, ok := maskBy(d, hide, star, int(collapse%4))
		if !ok {
			return
		}
		m, err := ParseMaskedID(in)
		if err != nil { // so little is shown that it is a tail of 1, 2, or 7 and more
			require.NotContains(t, in, star)
			return
		}
		require.NotEqual(t, Disagree, m.Fits(id))
		require.Positive(t, m.Candidates())
		require.GreaterOrEqual(t, Compare(Claim{ID: m}, Profile{ID: id}).Bits, 0.0)
		hiddenInMiddle := 0
		for i, c := range m.String() {
			if i >= 4 && i < len(m.String())-4 {
				require.Equal(t, '*', c)
				hiddenInMiddle++
			}
		}
		require.Equal(t, max(len(m.String())-8, 0), hiddenInMiddle)
	})
}

// maskBy hides the characters of d that hide has a bit for; every run is stars
// long, or as long as it is if stars is 0. It is not ok if the form says
// something else: a lone X at the end, runs that add up to 18 by chance.
func maskBy(d [idLength]byte, hide uint32, star string, stars int) (in string, ok bool) {
	var b strings.Builder
	var runs []int
	for i, c := range d {
		if hide&(1<<i) == 0 {
			b.WriteByte(c)
			continue
		}
		if i > 0 && hide&(1<<(i-1)) != 0 {
			runs[len(runs)-1]++
		} else {
			runs = append(runs, 1)
			b.WriteString(strings.Repeat(star, stars))
		}
		if stars == 0 {
			b.WriteString(star)
		}
	}
	in = b.String()
	if lone := strings.TrimRight(in, star); strings.EqualFold(star, "x") && len(in)-len(lone) == 1 && lone != "" && d[17] != 'X' {
		return "", false
	}
	if stars > 0 && utf8.RuneCountInString(in) == idLength {
		for _, n := range runs {
			if n != stars {
				return "", false
			}
		}
	}
	return in, true
}

func FuzzParseMaskedID(f *testing.F) {
	seed(f, "ids.tsv", 4, 1, "masked_id", "id_full", "id_number")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := ParseMaskedID(in)
		if err != nil {
			requireParseError(t, err, in)
			return
		}
		again, err := ParseMaskedID(m.Reveal())
		require.NoError(t, err)
		require.Equal(t, m, again)
		require.LessOrEqual(t, len(m.Reveal()), idLength)
		if id, ok := m.Whole(); ok {
			require.Equal(t, Agree, m.Fits(id))
		}
		require.Equal(t, m.Candidates(), again.Candidates())
	})
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
