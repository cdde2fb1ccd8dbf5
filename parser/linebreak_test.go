package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// summary writes what a notice says of sums and times: 2600/total, masked/total, late 9,
// since 2026-05-08, due 2026-05-08, due in 3.
func summary(n *Notice) string {
	var all []string
	for _, m := range n.Amounts {
		if m.Precision == PrecisionMasked {
			all = append(all, fmt.Sprintf("masked/%s", m.Role))
			continue
		}
		all = append(all, fmt.Sprintf("%g/%s", float64(m.Fen)/100, m.Role))
	}
	if o := n.Overdue; o != nil && o.Days != nil {
		all = append(all, fmt.Sprint("late ", *o.Days))
	}
	if o := n.Overdue; o != nil && o.Since != "" {
		all = append(all, "since "+o.Since)
	}
	if d := n.Due; d != nil && d.InDays != nil {
		all = append(all, fmt.Sprint("due in ", *d.InDays))
	} else if d != nil {
		all = append(all, "due "+d.Date)
	}
	return strings.Join(all, ", ")
}

// TestLineBreaks has texts that are broken into lines after a label, and within a word or
// a number.
func TestLineBreaks(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"【星桥小贷】待还总额\n¥2,600.00\n还款日\n2026-05-08\n最低还款额\n¥260.00", "2600/total, 260/minimum, due 2026-05-08"},
		{"【星桥小贷】您的贷款已逾期\n9天", "late 9"},
		{"【星桥小贷】您的贷款逾期天数\n9\n逾期金额\n2600.00", "2600/overdue, late 9"},
		{"【星桥小贷】还款日期：\n2026年5月8日", "due 2026-05-08"},
		{"【星桥小贷】距还款日还有\n3天，待还2600元", "2600/total, due in 3"},
		{"【星桥小贷】请于5月8\n日前还款2600\n元", "2600/total, due --05-08"},
		{"【星桥小贷】您的贷款已逾\n期9天，欠款2,6\n00.00元", "2600/total, late 9"},
		{"【星桥小贷】您的贷款已逾期9天，欠款26\n35元", "masked/total, late 9"},
		{"【星桥小贷】您的贷款已逾期1\n9天，欠款2600元", "2600/total"},

		{"【星桥小贷】待还总额：\n还款日：\n2026-05-08\n最低还款额：260元", "260/minimum, due 2026-05-08"},
		{"【星桥小贷】逾期金额\n罚息\n26元", "26/penalty"},
		{"【星桥小贷】贷款逾期天数：9\n2600元", "2600/total, late 9"},
		{"【星桥小贷】还款计划\n期次 应还\n3 10-28 905.11\n4 11-28 905.11", ""},
		{"【星桥小贷】您的贷款已逾期\n2026年5月8日", ""},
		{"【星桥小贷】您的贷款逾期起始日\n2026年5月8日", "since 2026-05-08"},
		{"【星桥小贷】您的贷款已逾期\n请致电客服\n13800001234", ""},
	} {
		for _, ends := range []string{"\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n\n", "  \n", "\n\u3000\u3000", " \r\n \r\n\t"} {
			text := strings.ReplaceAll(tt.text, "\n", ends)
			n, err := Parse(text)
			require.NoError(t, err)
			assert.Equal(t, tt.want, summary(n), "%q", text)
		}
	}
}

// TestLunar has days of the lunar calendar, which are no dates, and others.
func TestLunar(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"【星桥小贷】请于农历七月初七前还款2600元", "2600/total"},
		{"【星桥小贷】请于（阴历）7月7日前还款2600元", "2600/total"},
		{"【星桥小贷】请于7月7日（农历）前还款2600元", "2600/total"},
		{"【星桥小贷】还款日：旧历七月初七，待还2600元", "2600/total"},
		{"【星桥小贷】请于正月初六前还款2600元", "2600/total"},
		{"【星桥小贷】请于除夕前还款2600元", "2600/total"},
		{"【星桥小贷】您的贷款自腊月十八日起逾期，待还2600元", "2600/total"},
		{"【星桥小贷】您的贷款自农历七月初七起逾期，待还2600元", "2600/total"},
		{"【星桥小贷】请于7月7日（农历五月廿三）前还款2600元", "2600/total, due --07-07"},
		{"【星桥小贷】请于公历7月7日前还款2600元", "2600/total, due --07-07"},
		{"【星桥小贷】您的贷款自7月7日起逾期，待还2600元", "2600/total, since --07-07"},
		{"【星桥小贷】还款日2026 07 07，待还2600元", "2600/total, due 2026-07-07"},
		{"【星桥小贷】还款日二〇二六年七月七日，待还2600元", "2600/total, due 2026-07-07"},
		{"【星桥小贷】待还2600元，大后天到期", "2600/total, due in 3"},
		{"【星桥小贷】待还2600元，大後天到期", "2600/total, due in 3"},
		{"【星桥小贷】待还2600元，後天到期", "2600/total, due in 2"},
		{"【星桥小贷】待还2600元，大前天到期", "2600/total"},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		assert.Equal(t, tt.want, summary(n), tt.text)
	}
}

// TestSeparatorsBetweenWords has marks between two words, which hide nothing, and marks
// and spellings that hide a word. Both texts say the same.
func TestSeparatorsBetweenWords(t *testing.T) {
	for _, tt := range []struct {
		text   string
		hidden []string
	}{
		{"【星桥小贷】您的贷款逾期 天数：9 天", nil},
		{"【星桥小贷】您的贷款 逾期 天数|9天", nil},
		{"【星桥小贷】您的贷款🔔逾期9天", nil},
		{"【星桥小贷】您的贷款、逾期9天", nil},
		{"【星桥小贷】您的 贷款 已 逾期 9 天", nil},
		{"【星桥小贷】逾期/期限 贷款逾期9天，还款 方式：代扣", nil},
		{"【星桥小贷】您的本金/利息 逾期9天", nil},
		{"【星桥小贷】贷款逾期9天，请还款🙏回T", nil},
		{"【星桥小贷】您的贷🔔款逾期9天", []string{"贷🔔款"}},
		{"【星桥小贷】您的贷.款已逾*期9天", []string{"贷.款", "逾*期"}},
		{"【星桥小贷】您的信用 卡已逾期9天", []string{"用 卡"}},
		{"【星桥小贷】您的贷款已於期9天", []string{"於期"}},
		{"【星桥小贷】您的贷款已于期9天", []string{"于期"}},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		assert.Equal(t, KindOverdue, n.Kind, tt.text)
		assert.Equal(t, "late 9", summary(n), tt.text)
		var hidden []string
		for _, s := range n.Signals {
			if s.Type == SignalEvasion && s.Fold != FoldTraditional {
				hidden = append(hidden, s.Text)
			}
		}
		assert.Equal(t, tt.hidden, hidden, tt.text)
	}
}
