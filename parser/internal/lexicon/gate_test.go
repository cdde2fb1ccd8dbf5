package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// TestGate has texts of each opening.
func TestGate(t *testing.T) {
	_, gate := Builtin()
	for _, row := range []struct {
		text string
		want Opening
	}{
		{"", Shut},
		{"周末一起吃饭吗", Shut},
		{"晚上吃火锅，我来接你", Shut},
		{"您的借款已逾期3天", ForDebt},
		{"【青禾银行】您尾号3391的信用卡本期账单已出", ForDebt},
		{"欠我的钱什么时候还", ForDebt},
		{"您已还款成功", ForDebt},
		{"请点击链接领取", ForFields},
		{"请添加客服微信 xq_kefu01", ForFields},
		{"请共享屏幕", ForFields},
	} {
		assert.Equal(t, row.want, gate.Open(row.text), row.text)
	}
	assert.NotEqual(t, Shut, gate.Open("请把验证码发给我"), "a scam, of a debt or not")
}

// TestGateDisguise opens the gate with words broken by what folding looks through.
func TestGateDisguise(t *testing.T) {
	_, gate := Builtin()
	const text = "您的借款已逾期3天，请尽快还款"
	require.Equal(t, ForDebt, gate.Open(text))
	for _, within := range []string{"\u200b", "\u0336", "\ufe0f\u2060", " ", "*", "　", "·-_|"} {
		broken := strings.Join(strings.Split(text, ""), within)
		assert.Equal(t, ForDebt, gate.Open(broken), "%q", within)
	}
	for _, text := range []string{"已逾qi3天", "已YU期3天", "贷kuan"} {
		assert.Equal(t, ForDebt, gate.Open(text), "a disguised word opens it by itself: %s", text)
	}
	require.Greater(t, len(disguised()), 100)
	for _, word := range disguised() {
		assert.Equal(t, ForDebt, gate.Open("您好"+string(word)), string(word))
	}
}

// TestDemands: each word of demands.tsv opens the gate for fields at least, and the rows
// are in order.
func TestDemands(t *testing.T) {
	_, gate := Builtin()
	require.Greater(t, len(demands()), 50)
	for i, word := range demands() {
		assert.NotEqual(t, Shut, gate.Open(string(word)), string(word))
		assert.NotEqual(t, Shut, gate.Open("晚上"+string(word)+"吧"), string(word))
		if i > 0 {
			assert.Less(t, string(demands()[i-1]), string(word))
		}
	}
}

// TestGateOfRows has callers' rows: what the tables say decides, and a single character
// only where the subject is a debt.
func TestGateOfRows(t *testing.T) {
	open := func(row CueRow, text string) bool { return NewGate([]CueRow{row}).Open(text) == ForDebt }
	for _, row := range []struct {
		name string
		row  CueRow
		want bool
	}{
		{"a sense that opens it", CueRow{Meaning: Meaning{Senses: Overdue}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Senses: Title}}, false},
		{"a mention that opens it", CueRow{Meaning: Meaning{Mentions: ThreatCreditRecord}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Mentions: ThreatVisit}}, false},
		{"a role that opens it", CueRow{Meaning: Meaning{Role: RoleOf("penalty")}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Role: RoleOf("fee")}}, false},
		{"no meaning", CueRow{}, false},
	} {
		row.row.Parts = [][][]rune{{[]rune("霁月")}}
		assert.Equal(t, row.want, open(row.row, "霁月"), row.name)
		assert.Equal(t, row.want, open(row.row, "霁 *\u200b月"), row.name)
		row.row.Parts = append(row.row.Parts, [][]rune{[]rune("岚")})
		assert.False(t, open(row.row, "霁月岚"), "%s: with a gap", row.name)
	}
	for sense, want := range map[Sense]bool{Debt: true, Overdue: false} {
		one := CueRow{Parts: [][][]rune{{[]rune("霁")}}, Meaning: Meaning{Senses: sense}}
		assert.Equal(t, want, open(one, "霁"), "a single character")
	}
}

// FuzzGate compares the gate with its sums taken piece by piece.
func FuzzGate(f *testing.F) {
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	weights := map[string][2]int8{}
	for _, cells := range tsv.Rows("gate.tsv", gateTable, 3) {
		weights[cells[0]] = [2]int8{weightIn("", 0, cells[1]), weightIn("", 0, cells[2])}
	}
	gate := NewGate(nil)
	gate.words, gate.first = runes.NewTrie(nil), [1 << 10]uint64{} // no word opens it
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("not UTF-8")
		}
		sum, seen := balance{sums: gate.bias}, map[string]bool{}
		for _, piece := range pieces(text) {
			if w, ok := weights[piece]; ok && !seen[piece] {
				seen[piece] = true
				for k := range w {
					sum.sums[k] += int32(w[k])
					sum.speak[k] += max(int32(w[k]), 0)
				}
			}
		}
		require.Equal(t, sum.opening(), gate.Open(text))
	})
}
