package learned

import (
	"math"
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

// must returns what is read from a good file.
func must(t *testing.T, name, text string) *file {
	f, err := readFile(name, text)
	require.NoError(t, err)
	return f
}

// weightsOf returns the weights for the outputs of m.
func weightsOf(m *model, first packed, rest uint32) (by []int8) {
	for _, p := range append([]packed{first}, m.rest[rest][:]...) {
		for k := range 4 {
			by = append(by, int8(p.number(k)))
		}
	}
	return by[:len(m.outputs)]
}

// rowOf returns the weights of a row.
func rowOf(m *model, i int) []int8 { return weightsOf(m, m.rows[i].first, m.rows[i].rest) }

func TestModel(t *testing.T) {
	m := newModel(must(t, "kind", kinds))
	assert.Equal(t, []output{{"overdue", 0.5, [2]int32{3, 3}}, {"other", 0.25, [2]int32{-1, -1}}}, m.outputs)
	require.Len(t, m.rows, 3)
	assert.Equal(t, []int8{2, 0}, rowOf(m, 0))
	assert.Equal(t, []int8{3, -1}, rowOf(m, 1))
	assert.Equal(t, []int8{0, 0}, rowOf(m, 2))
	for i, hash := range []uint32{129, 131, math.MaxUint32} {
		assert.Equal(t, hash, m.rows[i].hash)
	}
	var tally tally
	tally.begin(m)
	list, n := make([]feature, 6), 0
	for i, hash := range []uint64{131, 130, 131, 1 << 31, 129, 0} {
		n += m.leads.put(&list[n], hash<<32, place(i))
	}
	assert.Equal(t, 5, n)
	assert.Equal(t, 2, tally.find(list[:n]))
	assert.Equal(t, []feature{{m.rows[1].first, 0, 0}, {m.rows[0].first, 0, 4}}, list[:2])
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
		_, err := readFile("kind", file)
		assert.Error(t, err, name)
	}
	assert.PanicsWithValue(t, "dunsms: kind.model: EOF", func() { mustRead("kind", "") })
	assert.PanicsWithValue(t, "dunsms: said.model: it is the model of something else", func() { mustRead("said", kindFile) })
	assert.Panics(t, func() { mustRead("kind", kindFile[:len(kindFile)-9]) }, "cut short")
}

// TestJoined has a row of one file, one of both, and one of the other. A third file makes
// more outputs than the first ones.
func TestJoined(t *testing.T) {
	a, b := must(t, "kind", kinds), must(t, "said", asks)
	m := newModel(a, b)
	assert.Equal(t, slices.Concat(a.outputs, b.outputs), m.outputs)
	require.Len(t, m.rows, 4)
	for i, want := range []row{{hash: 129}, {hash: 131}, {hash: 132}} {
		assert.Equal(t, want.hash, m.rows[i].hash)
	}
	assert.Equal(t, []int8{2, 0, 7}, rowOf(m, 0))
	assert.Equal(t, []int8{3, -1, 0}, rowOf(m, 1))
	assert.Equal(t, []int8{0, 0, 8}, rowOf(m, 2))
	m = newModel(a, b, a)
	assert.Equal(t, slices.Concat(a.outputs, b.outputs, a.outputs), m.outputs)
	assert.Equal(t, []int8{2, 0, 7, 2, 0}, rowOf(m, 0))
	assert.Equal(t, []int8{3, -1, 0, 3, -1}, rowOf(m, 1))
	assert.Equal(t, []int8{0, 0, 8, 0, 0}, rowOf(m, 2))
	assert.Panics(t, func() { newMessageModel(a, b) }, "its outputs are not the kinds")
	assert.Panics(t, func() { newMessageModel(mustRead("kind", kindFile), a) }, "not threats and asks")
}

// FuzzModel reads anything: a file is refused or read, and its model has the weights that
// the file names.
func FuzzModel(f *testing.F) {
	text, err := unpack(kindFile)
	require.NoError(f, err)
	f.Add(text[:200])
	f.Add(kinds)
	f.Add(asks)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := readFile("kind", text)
		if err != nil {
			return
		}
		m := newModel(file)
		var tally tally
		tally.begin(m)
		next := 0
		for i, h := range file.hashes {
			var f feature
			require.Equal(t, 1, m.leads.put(&f, uint64(h)<<32, nowhere))
			list := []feature{f}
			require.Equal(t, 1, tally.find(list))
			for k, by := range weightsOf(m, list[0].first, list[0].rest) {
				want := int8(0)
				if file.sets[i]>>k&1 != 0 {
					want = int8(file.weights[next])
					next++
				}
				require.Equal(t, want, by)
			}
		}
	})
}
