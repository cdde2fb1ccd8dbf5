package learned

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModelFiles reads the files that are embedded, which are 400 KB together at most.
func TestModelFiles(t *testing.T) {
	m := loadMessage()
	assert.Greater(t, len(m.rows), 1)
	assert.NotEmpty(t, m.judged)
	for _, m := range loadChoices() {
		assert.Greater(t, len(m.rows), 1)
	}
	assert.LessOrEqual(t, len(kindFile)+len(saidFile)+len(owedFile)+len(daysFile), 400_000)
}

// Two good files.
const (
	kinds = "dunsms kind, features 2, rows 2, overdue 0.5 3, other 0.25 -1\n\x81\x01\x02\x01\x03\x02\x03\xff"
	asks  = "dunsms said, features 2, rows 2, ask:transfer 0.5 -3 4\n\x81\x01\x03\x01\x01\x07\x08"
)

func TestModel(t *testing.T) {
	m, err := newModel("kind", kinds)
	require.NoError(t, err)
	assert.Equal(t, []output{{"overdue", 0.5, [2]int32{3, 3}}, {"other", 0.25, [2]int32{-1, -1}}}, m.outputs)
	assert.Equal(t, []row{{129, [firstOutputs]int8{2}, 0}, {131, [firstOutputs]int8{3, -1}, 0}, {}}, m.rows)
	assert.Equal(t, int32(0), m.find(129))
	assert.Equal(t, int32(1), m.find(131))
	assert.Equal(t, int32(-1), m.find(130))
	assert.Equal(t, int32(-1), m.find(1<<31))
}

// TestModelBroken refuses files that are not of these features.
func TestModelBroken(t *testing.T) {
	for name, file := range map[string]string{
		"empty":              "",
		"another's":          strings.Replace(kinds, "kind", "owed", 1),
		"of other features":  strings.Replace(kinds, "features 2", "features 99", 1),
		"fewer rows":         strings.Replace(kinds, "rows 2", "rows 1", 1),
		"more rows":          strings.Replace(kinds, "rows 2", "rows 3", 1),
		"too many rows":      strings.Replace(kinds, "rows 2", "rows 65536", 1),
		"rows below none":    strings.Replace(kinds, "rows 2", "rows -1", 1),
		"too many outputs":   strings.Replace(kinds, "overdue", strings.Repeat("overdue 0.5 3, ", mostOutputs)+"overdue", 1),
		"no bias":            strings.Replace(kinds, "0.5 3", "0.5", 1),
		"no unit":            strings.Replace(kinds, "0.5", "half", 1),
		"a bias beyond all":  strings.Replace(kinds, "0.5 3", "0.5 3000000000", 1),
		"a row twice":        strings.Replace(kinds, "\x81\x01\x02", "\x81\x01\x00", 1),
		"a hash around all":  strings.Replace(kinds, "\x81\x01\x02", "\x81\x01\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01", 1),
		"a hash beyond all":  strings.Replace(kinds, "\x81\x01\x02", "\xff\xff\xff\xff\x0f\x02", 1),
		"weight of no other": strings.Replace(kinds, "\x01\x03\x02", "\x01\x04\x02", 1),
		"cut short":          kinds[:len(kinds)-1],
		"cut shorter":        kinds[:len(kinds)-5],
		"too long":           kinds + "\x00",
	} {
		_, err := newModel("kind", file)
		assert.Error(t, err, name)
	}
	assert.PanicsWithValue(t, "dunsms: kind.model: its first line cannot be read", func() { mustLoad("kind", "") })
}

// TestJoined has a row of one model, one of both, and one of the other. A third model makes
// more outputs than the first ones.
func TestJoined(t *testing.T) {
	a, err := newModel("kind", kinds)
	require.NoError(t, err)
	b, err := newModel("said", asks)
	require.NoError(t, err)
	m := joined(a, b)
	assert.Equal(t, []row{{hash: 129, first: [firstOutputs]int8{2, 0, 7}}, {hash: 131, first: [firstOutputs]int8{3, -1}}, {hash: 132, first: [firstOutputs]int8{0, 0, 8}}, {}}, m.rows)
	assert.Equal(t, slices.Concat(a.outputs, b.outputs), m.outputs)
	m = joined(m, a)
	assert.Equal(t, slices.Concat(a.outputs, b.outputs, a.outputs), m.outputs)
	assert.Equal(t, [firstOutputs]int8{3, -1, 0, 3}, m.rows[1].first)
	assert.Empty(t, m.of(0))
	assert.Equal(t, []weight{{4, -1}}, m.of(1))
	assert.Empty(t, m.of(2))
	assert.Panics(t, func() { newMessageModel(a, b) }, "its outputs are not the kinds")
	assert.Panics(t, func() { newMessageModel(mustLoad("kind", kindFile), a) }, "not threats and asks")
}

// FuzzModel reads anything: a file is refused or read, and a model that was read can be
// asked for any feature.
func FuzzModel(f *testing.F) {
	f.Add(kindFile[:200])
	f.Add(kinds)
	f.Add(asks)
	f.Fuzz(func(t *testing.T, file string) {
		m, err := newModel("kind", file)
		if err != nil {
			return
		}
		for _, r := range m.rows[:len(m.rows)-1] {
			for _, w := range m.of(m.find(r.hash)) {
				assert.Less(t, int(w.output), len(m.outputs))
			}
		}
	})
}
