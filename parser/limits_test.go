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

	"github.com/dunsms/dunsms/internal/growth"
)

// hardPieces are what long texts repeat: what shapes, names and signatures begin
// with and stop at, what folds, and what stands close to what it means.
var hardPieces = []string{
	"1", "*", "【", "】", "逾期", "逾", "欠", "a", "加", "还", "①", "\x00", "😀", "𝟏", "貸", "\u200b", " ", "\n", "。", ":", "x", "X",
	"¥", "元", "万", "十", "年", "天", "0.", "1 ", "1-", "138", "王", "在", "的", "qi", "yu", "(", ")", "-", "1*", "*1", "尾号", "身份证", "不", "借款",
	"中信银行花呗借呗", "1101**********1234", "2024年3月1日", "壹佰贰拾叁万", "1.1,1", "，*1", "0.*", "1,234.56元,", "1、", "分别为1", "王*明先生", "某", "先生", "请转告", "联系您的家",
	"a.cn/", "a.", "http://", "www.", "捷.", "+86", "(0", "0755", "400-000-1234", "6228480000001234567", "人脸6228480000001234567", "欠款1元", "借款人王某某", "逾 期 ", "逾qi还kuan",
	"【甲】", "[a]", "逾\u200b期", "逾\u202e", "欠，", "，", "、", "请点击", "欠款（（", "欠款））", "欠款:", "逾期 ", "如已还款请忽略", "25天", "至", "于", "为", "共计",
	"加微信xq_kefu01", "微信:", "日利率0.05%", "2小时内", "自3月1日起", "小贷", "有限公司", "受委托", "转账至",
}

// longTexts are texts of the greatest length, by what they are made of.
func longTexts() map[string]string {
	texts := map[string]string{"empty": "", "NUL": "\x00", "mixed cues": mixedCues()}
	for _, piece := range hardPieces {
		texts["of "+piece] = growth.Fill(piece, MaxBytes)
		texts["a debt of "+piece] = "借款逾期" + growth.Fill(piece, MaxBytes-len("借款逾期"))
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

// promised are the long texts that cost at most four times as much as ordinary
// messages of their length.
var promised = []string{"empty", "NUL", "mixed cues", "of 1", "of *", "of 【", "of 逾期", "of 欠", "of a", "of 加",
	"a debt of 1", "a debt of *", "a debt of 【", "a debt of 逾期", "a debt of 欠", "a debt of a", "a debt of 加"}

// TestLimits reads each of the long texts beside one of ordinary messages. Those
// that are not promised may take sixteen times as long.
func TestLimits(t *testing.T) {
	took := func(text string) time.Duration {
		return growth.Time(func() {
			_, err := Parse(text)
			require.NoError(t, err)
		})[0]
	}
	ordinary := growth.Fill(string(shapeMessage), MaxBytes)
	texts := longTexts()
	for _, name := range promised {
		require.Contains(t, texts, name)
	}
	for name, text := range texts {
		require.LessOrEqual(t, len(text), MaxBytes, name)
		times := 16.0
		if slices.Contains(promised, name) {
			times = 4
		}
		growth.AtMost(t, name, times, func() (long, other time.Duration) { return took(text), took(ordinary) })
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
