package parser

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// longTexts are texts of the greatest length, by what they are made of.
func longTexts() map[string]string {
	fill := func(piece string) string { return strings.Repeat(piece, MaxBytes/len(piece)) }
	texts := map[string]string{
		"empty": "", "NUL": "\x00", "mixed cues": mixedCues(), "lenders": fill("中信银行花呗借呗"),
		"masked IDs": fill("1101**********1234"), "dates": fill("2024年3月1日"), "numerals": fill("壹佰贰拾叁万"),
		"points": fill("1.1,1"), "names": fill("王*明先生"), "phrases": fill("联系您的家"), "links": fill("a.cn/"), "hosts": fill("a."),
		"amounts": fill("欠款1元"), "debts of names": fill("借款人王某某"), "separated": fill("逾 期 "), "pinyin": fill("逾qi还kuan"),
		"signatures": fill("【甲】"), "hidden": fill("逾\u200b期"), "bidirectional": fill("逾\u202e"), "commas": fill("欠，"), "asks": fill("请点击"),
		"remarks": fill("欠款（（"), "closed": fill("欠款））"), "colons": fill("欠款:"), "blanks": fill("逾期 "), "ignores": fill("如已还款请忽略"),
	}
	for _, piece := range []string{"1", "*", "【", "】", "逾期", "逾", "欠", "a", "加", "还", "①", "\x00", "😀", "𝟏", "貸", "\u200b", " ", "\n", "。", ":", "x", "X",
		"¥", "元", "万", "十", "年", "天", "0.", "1 ", "1-", "138", "王", "在", "的", "qi", "yu", "(", "-", "1*", "*1", "尾号", "身份证", "不", "借款"} {
		texts["of "+piece] = fill(piece)
		texts["a debt of "+piece] = "借款逾期" + fill(piece)[:MaxBytes-12-(MaxBytes-12)%len(piece)]
	}
	return texts
}

// mixedCues has every word of the table, one after the other, as far as they
// go.
func mixedCues() string {
	var b strings.Builder
	for _, row := range builtinCues() {
		for _, words := range row.parts {
			w := string(words[len(words)-1])
			if b.Len()+len(w) > MaxBytes {
				return b.String()
			}
			b.WriteString(w)
		}
	}
	return b.String()
}

// promised are the long texts that are read in 5 ms.
var promised = []string{"empty", "NUL", "mixed cues", "of 1", "of *", "of 【", "of 逾期", "of 欠", "of a", "of 加",
	"a debt of 1", "a debt of *", "a debt of 【", "a debt of 逾期", "a debt of 欠", "a debt of a", "a debt of 加"}

// TestLimits reads each of the long texts, as the best of some runs: the machine
// may have other work. Those that are not promised may take 20 ms; the race
// detector makes that 200 ms for all.
func TestLimits(t *testing.T) {
	texts := longTexts()
	for _, name := range promised {
		require.Contains(t, texts, name)
	}
	for name, text := range texts {
		require.LessOrEqual(t, len(text), MaxBytes, name)
		limit := 20 * time.Millisecond
		switch {
		case raceEnabled:
			limit = 200 * time.Millisecond
		case slices.Contains(promised, name):
			limit = 5 * time.Millisecond
		}
		best := time.Hour
		for run := 0; run < 300 && best > limit; run++ {
			begin := time.Now()
			_, err := Parse(text)
			best = min(best, time.Since(begin))
			require.NoError(t, err, name)
		}
		assert.LessOrEqual(t, best, limit, name)
	}
}

// TestLimitsLinear reads half of each long text too: all of it takes no more
// than a little over twice as long.
func TestLimitsLinear(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector's own work is not linear")
	}
	best := func(text string) time.Duration {
		d := time.Hour
		for range 5 {
			begin := time.Now()
			_, err := Parse(text)
			d = min(d, time.Since(begin))
			require.NoError(t, err)
		}
		return d
	}
	for name, text := range longTexts() {
		half := text[:len(text)/2]
		for half != "" && invalidAt(half) >= 0 {
			half = half[:len(half)-1]
		}
		for try := 0; ; try++ {
			whole, part := best(text), best(half)
			if whole < 3*part+time.Millisecond {
				break
			}
			if try == 20 {
				t.Errorf("%s: %v, half of it %v", name, whole, part)
				break
			}
		}
	}
}

// TestSilent reads the long texts and those that Parse refuses in a process of
// its own, which must write nothing of its own accord.
func TestSilent(t *testing.T) {
	const variable = "PARSER_TEST_SILENT"
	if os.Getenv(variable) != "" {
		for _, text := range longTexts() {
			_, _ = Parse(text)
			Tokenize(text)
		}
		for _, text := range []string{"\xff", "逾期\xff\x00\xff", strings.Repeat("\xff逾", 5000), strings.Repeat("逾期", MaxBytes)} {
			_, err := Parse(text)
			require.Error(t, err)
			Tokenize(text)
		}
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSilent$")
	cmd.Env = append(os.Environ(), variable+"=1")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	require.NoError(t, cmd.Run())
	assert.Equal(t, "PASS\n", out.String())
	assert.Empty(t, errs.String())
}
