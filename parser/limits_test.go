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
	"github.com/dunsms/dunsms/parser/internal/hardtest"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// longTexts are texts of the greatest length, by what they are made of.
func longTexts() map[string]string {
	texts := map[string]string{"empty": "", "NUL": "\x00", "mixed cues": hardtest.MixedCues(MaxBytes)}
	for _, piece := range hardtest.Pieces {
		texts["of "+piece] = growth.Fill(piece, MaxBytes)
		texts["a debt of "+piece] = "借款逾期" + growth.Fill(piece, MaxBytes-len("借款逾期"))
	}
	return texts
}

// promised are the long texts that cost at most four times as much as ordinary
// messages of their length.
var promised = []string{"empty", "NUL", "mixed cues", "of 1", "of *", "of 【", "of 逾期", "of 欠", "of a", "of 加",
	"a debt of 1", "a debt of *", "a debt of 【", "a debt of 逾期", "a debt of 欠", "a debt of a", "a debt of 加"}

// TestLimits reads each of the long texts in turns with one of ordinary
// messages. Those that are not promised may take sixteen times as long.
func TestLimits(t *testing.T) {
	took := func(text string) time.Duration {
		return growth.Time(func() {
			_, err := Parse(text)
			require.NoError(t, err)
		})[0]
	}
	ordinary := growth.Fill(string(readertest.Message), MaxBytes)
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
