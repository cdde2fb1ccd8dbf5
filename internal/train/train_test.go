package main

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// TestFresh: the committed model was made from the messages and settings of now, and the
// figures on its card are of these messages.
func TestFresh(t *testing.T) {
	c, err := readCard()
	require.NoError(t, err)
	messages, err := hashOfFiles(append(alwaysFiles, lotFiles)...)
	require.NoError(t, err)
	models, err := hashOfFiles(modelFiles...)
	require.NoError(t, err)
	assert.Equal(t, messages, c.Corpus, "the messages have changed: run go generate")
	assert.Equal(t, messages, c.Measured, "the messages have changed: run go run . -measure")
	assert.Equal(t, models, c.Models, "the models are not those on the card: run go generate")
	assert.Equal(t, settings, c.Settings)
	assert.Equal(t, least, c.Least)
	assert.Equal(t, keep, c.Keep)
	assert.Equal(t, keepScam, c.KeepScam)
	assert.Equal(t, often, c.Often)
	assert.Equal(t, caution, c.Caution)
	assert.Equal(t, saidPenalty, c.Penalty)
	drawn, err := os.ReadFile(pictureFile)
	require.NoError(t, err)
	assert.Equal(t, string(picture(c.HeldOut.Bins)), string(drawn), "the picture is not of the card")
}

// TestFloors: what the project promises of messages by a hand that the model has not
// seen.
func TestFloors(t *testing.T) {
	c, err := readCard()
	require.NoError(t, err)
	assert.GreaterOrEqual(t, c.HeldOut.Mean, 0.9)
	assert.LessOrEqual(t, c.HeldOut.Calibration, 0.03)
	last := c.HeldOut.Bins[9]
	assert.Positive(t, last.Rows)
	assert.GreaterOrEqual(t, last.Right, 0.95, "of messages given 0.9 to 1")
	for name, least := range map[string]float64{"owed": 0.95, "days": 0.95} {
		f := c.Chosen[name]
		assert.Equal(t, c.Corpus, f.Measured, "%s: the messages have changed: run go generate", name)
		assert.GreaterOrEqual(t, f.F1, least, name)
		assert.Greater(t, f.F1, f.ByRules, "%s: the model is worth it", name)
	}
}

func TestReadRows(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("a.jsonl", `{"id":"1","text":"甲","kind":"receipt","origin":"scam"}`+"\n"+`{"id":"2","text":"乙","kind":"other","kind_alt":["receipt"],"origin":"genuine"}`+"\n")
	rows, err := readRows(filepath.Join(dir, "*.jsonl"))
	require.NoError(t, err)
	require.Len(t, rows, 2)
	assert.Equal(t, "a", rows[0].lot)
	assert.Equal(t, linear.Example{Class: 2, Positive: 1}, rows[0].example())
	assert.Equal(t, linear.Example{Class: -1, Positive: 0}, rows[1].example(), "a doubtful kind trains nothing")
	assert.True(t, rows[1].isRight("receipt"))
	assert.False(t, rows[1].isRight("overdue"))

	write("b.jsonl", "甲\n")
	_, err = readRows(filepath.Join(dir, "b.jsonl"))
	assert.EqualError(t, err, "b.jsonl: line 1 cannot be read", "and nothing of the line")
	_, err = readRows(filepath.Join(dir, "none.jsonl"))
	assert.ErrorContains(t, err, "no file for")
}

func TestVocabulary(t *testing.T) {
	v := newVocabulary([][]uint32{{1, 5, 9}, {5, 9}, {9}}, 2)
	assert.Equal(t, []uint32{5, 9}, v.hashes)
	assert.Equal(t, []int32{0, 1}, v.of([]uint32{1, 5, 9}))
	assert.Empty(t, v.of([]uint32{1}))
}

func TestEncode(t *testing.T) {
	m := &linear.Model{Weights: [][linear.Outputs]float32{{0.5, -0.25, 0, 0.25, 100}, {}, {1: 1}}, Bias: [linear.Outputs]float32{1, 0, 0, 2, 3}}
	assert.Equal(t, []bool{true, false, false}, weightiest(m, 1, byAny))
	relative(m)
	quantise(m, 0.25)
	v := &vocabulary{hashes: []uint32{0x1234, 0x1240, 0x1300}}
	file := string(encode("kind", v, []column{columnOf(m, 0, "overdue", 0.25, 1), columnOf(m, 1, "reminder", 0.25, 0.5), columnOf(m, linear.Classes, "scam", 0.25, 1)}))
	assert.Equal(t, "dunsms kind, features 2, rows 2, overdue 0.25 -4, reminder 0.125 -8, scam 0.25 12\n"+
		"\xb4\x24\xcc\x01"+"\x07\x02"+"\x01\xfe\x7f\x04", file)
}

func TestChoice(t *testing.T) {
	amount := int64(500)
	r := &row{Kind: "overdue", AmountFen: &amount, candidates: []candidate{{Value: 300, Rank: 2, features: []int32{0}}, {Value: 500, Rank: 3, features: []int32{1}}}}
	assert.True(t, owed.says(r))
	m := &linear.Model{Weights: [][linear.Outputs]float32{{}, {linear.Classes: 2}}}
	assert.Equal(t, chosen{score: 1.25, right: true, wanted: true, found: true}, owed.choose(r, m), "2 without what it is behind for its rank")
	assert.Equal(t, chosen{score: 1, wanted: true, found: true}, owed.byRules(r), "the first rank")
	assert.Equal(t, 1.0, f1([]chosen{owed.choose(r, m)}, 0))
	assert.Zero(t, f1([]chosen{owed.choose(r, m)}, -2), "nothing is said")
	r.AmountAlt = []*int64{nil}
	assert.False(t, owed.says(r), "in doubt")
	assert.True(t, days.says(r))
	assert.Equal(t, chosen{score: 1}, days.byRules(r), "no rank is that of days")
	r.OverdueDays = new(int64(3))
	assert.True(t, days.isRight(r, &candidate{Value: 300}))
}

func TestWanted(t *testing.T) {
	r := &row{Asks: []string{"reply"}, AsksOptional: []string{"transfer"}, Ambiguous: []string{"threats"}}
	assert.Equal(t, int8(1), r.wanted("ask:reply"))
	assert.Equal(t, int8(0), r.wanted("ask:scan_code"))
	assert.Equal(t, int8(-1), r.wanted("ask:transfer"), "optional")
	assert.Equal(t, int8(-1), r.wanted("threat:visit"), "in doubt")
}

// TestFigureSaid: what cues say stays, and what none says is added where that is right.
func TestFigureSaid(t *testing.T) {
	all := [][]heard{{
		{score: -1, byCues: true, wanted: 1, lot: "a", debt: true},
		{score: 2, wanted: 1, lot: "a", debt: true},
		{score: 1, wanted: 0, lot: "a", debt: true},
		{score: 9, wanted: -1, lot: "a", debt: true},
		{score: -9, wanted: 0, lot: "a", debt: true},
	}}
	f := figureSaid("ask", []string{"ask:reply"}, all)
	assert.Equal(t, 1.0, f.F1)
	assert.Equal(t, 1.75, f.Without, "the greatest that adds what is right")
	assert.Equal(t, -6.0, f.With)
	assert.Equal(t, 0.6667, f.ByCues)
	assert.Equal(t, scores{2, 2, 1, 1}, f.Types["reply"])
	assert.Equal(t, scores{2, 2, 1, 1}, f.Lots["a"])
}

func TestEncodeSaid(t *testing.T) {
	models := []*linear.Sparse{{Weights: map[int32]float32{0: 0.5, 1: -0.25}, Bias: -1}}
	v := &vocabulary{hashes: []uint32{5, 9}}
	columns := saidColumns(models, []string{"ask:reply"}, []saidFigures{{Group: "ask", Without: 0.5, With: -2}})
	assert.Equal(t, "dunsms said, features 2, rows 2, ask:reply 0.0625 -24 16\n\x05\x04\x01\x01\x08\xfc", string(encode("said", v, columns)))
}

func TestFigure(t *testing.T) {
	one := func(lot, kind string, score float32) guess {
		return guess{&row{lot: lot, ID: "1", Kind: kind, Origin: "genuine"}, [linear.Outputs]float32{score, 0, 0, 0, -5}}
	}
	f := figure([]guess{one("a", "overdue", 9), one("a", "other", 9), one("b", "overdue", 9)}, temperatures{1, 1})
	assert.Equal(t, 0.75, f.Mean)
	assert.Equal(t, "a", f.Worst)
	assert.Equal(t, scores{2, 3, 0.6667, 1}, f.Kinds["overdue"])
	assert.InDelta(t, 1.0/3, f.Calibration, 0.001)
	require.Len(t, f.surest, 1)
	assert.Equal(t, "other", f.surest[0].Kind)
	var b strings.Builder
	f.print(&b, temperatures{1, 1})
	assert.Contains(t, b.String(), "worst a")
}

func TestTemperatures(t *testing.T) {
	var guesses []guess // sure, and right in two of three
	for i := range 30 {
		kind := "overdue"
		if i%3 == 0 {
			kind = "other"
		}
		guesses = append(guesses, guess{&row{Kind: kind, Origin: "unknown"}, [linear.Outputs]float32{4, 0, 0, 0, 0}})
	}
	assert.Less(t, chooseTemperatures(guesses).Kind, 0.6)
}

func TestPicture(t *testing.T) {
	d := xml.NewDecoder(strings.NewReader(string(picture([]bin{{0.9, 10, 0.95, 0.9}, {From: 0.1}}))))
	circles := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "circle" {
			circles++
		}
	}
	assert.Equal(t, 1, circles, "an empty bin has none")
}
