package remedy_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

func letterCodes(all []remedy.Letter) []string {
	var out []string
	for _, l := range all {
		out = append(out, l.Code)
	}
	return out
}

func TestWhichLetters(t *testing.T) {
	for name, want := range map[string][]string{
		"mistake": {"mistake"}, "mistake_repaid": {"mistake"}, "mistake_contact": {"mistake"}, "mistake_heir": {"mistake"}, "mistake_minor": {"mistake"},
		"mistake_wrong_sum": {"mistake", "credit_objection"}, "identity_theft": {"identity_theft", "credit_objection"}, "identity_theft_card": {"identity_theft", "credit_objection"},
		"guarantor": {"guarantor"}, "minor": {"minor"},
	} {
		assert.Equal(t, want, letterCodes(remedy.Letters(letterCase(t, name))), name)
	}
	two := letterCase(t, "two_matters_mistake")
	two.Matter = ""
	assert.Equal(t, []string{"identity_theft", "credit_objection", "mistake"}, letterCodes(remedy.Letters(two)))
	for _, v := range []classify.Verdict{classify.Genuine, classify.Scam, classify.NotANotice, classify.Undetermined, "later"} {
		assert.Empty(t, remedy.Letters(remedy.Case{Matter: v}), v)
	}
	minor := letterCase(t, "minor")
	minor.Matter = classify.Genuine
	assert.Equal(t, []string{"minor"}, letterCodes(remedy.Letters(minor)), "who borrowed as a minor may object to what is their own")
	minor.Matter = classify.Scam
	assert.Empty(t, remedy.Letters(minor))
}

// Courts, mediators, law firms and the police get no objection.
func TestNoLetterInAProcedure(t *testing.T) {
	for _, sign := range []string{"云溪区人民法院", "云溪金融调解中心", "青禾律师事务所", "云溪市公安局", "云溪仲裁委员会"} {
		c := letterCase(t, "mistake")
		var err error
		c.Notice, err = parser.Parse("【" + sign + "】程*禾女士，您的欠款8,000.00元已逾期26天，请尽快还款。")
		require.NoError(t, err)
		_, err = remedy.Objection(c)
		assert.Equal(t, remedy.ErrNoLetter, err, sign)
		assert.Empty(t, remedy.Letters(c), sign)
		c.Matter = classify.IdentityTheft
		all := remedy.Letters(c)
		assert.Equal(t, []string{"credit_objection"}, letterCodes(all), sign)
		assert.Contains(t, all[0].Text, "报送机构：____\n", sign)
	}
}

// A letter does not speak for the person who signs it: what the facts do not say is a box.
func TestLettersAssertNothing(t *testing.T) {
	for _, name := range letterNames {
		for _, l := range remedy.Letters(letterCase(t, name)) {
			letter, _, _ := strings.Cut(l.Text, "----------") // a reminder follows, which is not sent
			for line := range strings.Lines(letter) {
				for _, claim := range []string{"没有收到", "冒用", "没有借款", "没有申请", "没有在贵机构借款", "不是债务人", "没有继承", "不是本人所写", "事先不知道"} {
					if strings.Contains(line, claim) {
						assert.True(t, strings.HasPrefix(line, "□"), "%s: %s", name, claim)
					}
				}
			}
			assert.Contains(t, l.Text, "书面答复送达地址：____", name)
			assert.Contains(t, l.Text, "书面答复", name)
			assert.NotContains(t, l.Text, "抄送", name)
			assert.NotRegexp(t, `你|15日内书面答复处理结果`, l.Text, name)
		}
	}
}

func TestCreditObjections(t *testing.T) {
	for _, name := range []string{"identity_theft", "mistake_wrong_sum"} {
		all := remedy.Letters(letterCase(t, name))
		require.Len(t, all, 2, name)
		golden := filepath.Join("testdata", "credit_objection_"+name+".golden")
		if *update {
			require.NoError(t, os.WriteFile(golden, []byte(all[1].Text), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), all[1].Text)
	}
}

// A file has the whole letter, in lines that fit the page.
func TestFiles(t *testing.T) {
	flat := func(s string) string { return strings.NewReplacer("\r", "", "\n", "", " ", "").Replace(s) }
	names := map[string]string{}
	for _, name := range letterNames {
		for _, l := range remedy.Letters(letterCase(t, name)) {
			file, data := l.File()
			if code, ok := names[file]; ok {
				assert.Equal(t, code, l.Code, "two letters, one name")
			}
			names[file] = l.Code
			assert.Regexp(t, `^[\p{Han}-]+\.txt$`, file)
			require.True(t, utf8.Valid(data))
			assert.Equal(t, flat(l.Text), flat(string(data)), name)
			assert.Equal(t, strings.Count(string(data), "\n"), strings.Count(string(data), "\r\n"))
			for line := range strings.Lines(string(data)) {
				line = strings.TrimRight(line, "\r\n")
				width := 0
				for _, c := range line {
					width++
					if c > 0x24f {
						width++
					}
				}
				assert.LessOrEqual(t, width, 80, name)
				assert.NotRegexp(t, `^[，。；：！？、）》”]|[（《“]$`, line, name)
			}
		}
	}
	assert.Len(t, names, 5)
	_, data := remedy.Letters(letterCase(t, "identity_theft"))[0].File()
	got := strings.ReplaceAll(string(data), "\r\n", "\n") // the file in the tree has no CR
	golden := filepath.Join("testdata", "identity_theft.txt.golden")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

// A letter has both names of a renamed lender, and the table names lenders as the parser does.
func TestRenamed(t *testing.T) {
	last := ""
	for _, row := range rowsOf(t, "data/renamed.tsv") {
		require.Len(t, row, 2)
		assert.Less(t, last, row[0])
		last = row[0]
		n, err := parser.Parse("【" + row[1] + "】您的借款8,000.00元已逾期26天，请尽快还款。")
		require.NoError(t, err)
		require.NotNil(t, n.Lender, row[1])
		assert.Equal(t, row[0], n.Lender.Canonical)
		letter, err := remedy.Objection(remedy.Case{Matter: classify.Mistake, Notice: n})
		require.NoError(t, err)
		assert.Contains(t, letter, "致："+row[0]+"（原"+row[1]+"）\n")
	}
}

// Whatever a letter holds, its file is narrow and loses nothing.
func FuzzFile(f *testing.F) {
	for _, s := range []string{"", "一", strings.Repeat("（", 90), strings.Repeat("《一》，", 60), strings.Repeat("x ", 100), "a\r\nb", strings.Repeat("，x一（", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		flat := strings.NewReplacer("\r", "", "\n", "", " ", "")
		_, data := remedy.Letter{Text: text}.File()
		require.True(t, utf8.Valid(data))
		assert.Equal(t, flat.Replace(text), flat.Replace(string(data)))
		for line := range strings.Lines(string(data)) {
			width := 0
			for _, c := range strings.TrimRight(line, "\r\n") {
				width++
				if c > 0x24f {
					width++
				}
			}
			assert.LessOrEqual(t, width, 80)
		}
	})
}

// Lines without a place to break are broken all the same.
func TestFileOfLongWords(t *testing.T) {
	l := remedy.Letter{Code: "mistake", Text: strings.Repeat("x", 200) + strings.Repeat("（", 50) + "一\n" + strings.Repeat("，", 90) + "\n"}
	_, data := l.File()
	for line := range strings.Lines(string(data)) {
		assert.LessOrEqual(t, len([]rune(strings.TrimRight(line, "\r\n"))), 80)
	}
	assert.Equal(t, 200, strings.Count(string(data), "x"))
	assert.Equal(t, 90, strings.Count(string(data), "，"))
	name, data := remedy.Letter{}.File()
	assert.Equal(t, "异议申请书.txt", name)
	assert.Empty(t, data)
}

func TestLettersAreHidden(t *testing.T) {
	l := remedy.Letter{Code: "mistake", Title: "秘", Text: "秘"}
	assert.Equal(t, "letter: mistake letter: mistake", fmt.Sprintf("%v %#v", l, l))
	assert.Equal(t, "letter: mistake", l.LogValue().String())
	l.Code = "秘"
	assert.Equal(t, "letter", fmt.Sprint(l))
}
