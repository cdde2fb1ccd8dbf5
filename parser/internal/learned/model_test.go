package learned

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModelFiles reads the files that are embedded, which are 400 KB together at most.
func TestModelFiles(t *testing.T) {
	assert.NotEmpty(t, loadKind().hashes)
	assert.NotEmpty(t, loadOwed().hashes)
	assert.NotEmpty(t, loadSaid().hashes)
	assert.LessOrEqual(t, len(kindFile)+len(owedFile)+len(saidFile), 400_000)
}

// TestModelBroken refuses files that are not of these features.
func TestModelBroken(t *testing.T) {
	const good = "dunsms kind, features 1, rows 2, outputs 1, unit 0.5, 0.9 3\n\x01\x00\x00\x00\x02\x02\x00\x00\x00\xff"
	m, err := newModel("kind", good, 1)
	require.NoError(t, err)
	assert.Equal(t, []int8{2, -1}, m.weights)
	assert.Equal(t, int32(1), m.find(2))
	assert.Equal(t, int32(-1), m.find(3))
	for name, file := range map[string]string{
		"empty":             "",
		"another's":         strings.Replace(good, "kind", "owed", 1),
		"of other features": strings.Replace(good, "features 1", "features 99", 1),
		"too many outputs":  strings.Replace(good, "outputs 1", "outputs 2", 1),
		"no bias":           strings.Replace(good, ", 0.9 3", "", 1),
		"cut short":         good[:len(good)-1],
		"out of order":      strings.Replace(good, "\x01\x00\x00\x00\x02", "\x03\x00\x00\x00\x02", 1),
	} {
		_, err := newModel("kind", file, 1)
		assert.Error(t, err, name)
	}
	assert.PanicsWithValue(t, "dunsms: kind.model: its first line cannot be read", func() { mustLoad("kind", "", 1) })
}

func TestSaidModelBroken(t *testing.T) {
	const good = "dunsms said, features 1, weights 2, outputs 1, unit 0.5, ask:transfer -3 4\n\x01\x00\x00\x00\x00\x02\x02\x00\x00\x00\x00\xff"
	m, err := newSaidModel(good)
	require.NoError(t, err)
	assert.Equal(t, []saidWeight{{0, 2}, {0, -1}}, m.weights)
	assert.Equal(t, []uint16{0, 1, 2}, m.begins)
	for name, file := range map[string]string{
		"empty":               "",
		"of other features":   strings.Replace(good, "features 1", "features 99", 1),
		"an unknown output":   strings.Replace(good, "ask:transfer", "ask:nothing", 1),
		"no biases":           strings.Replace(good, " -3 4", "", 1),
		"too many outputs":    strings.Replace(good, "outputs 1", "outputs 99", 1),
		"weight of no output": strings.Replace(good, "\x01\x00\x00\x00\x00", "\x01\x00\x00\x00\x01", 1),
		"cut short":           good[:len(good)-1],
		"out of order":        strings.Replace(good, "\x01\x00\x00\x00\x00", "\x03\x00\x00\x00\x00", 1),
	} {
		_, err := newSaidModel(file)
		assert.Error(t, err, name)
	}
}

// FuzzModel reads anything: a file is refused or read, and a model that was read can be
// asked for any feature.
func FuzzModel(f *testing.F) {
	f.Add(kindFile[:200])
	f.Add("dunsms kind, features 1, rows 1, outputs 5, unit 0.5, 1 0, 1 0, 1 0, 1 0, 1 0\n\x01\x00\x00\x00\x02\x02\x02\x02\x02")
	f.Add("dunsms said, features 1, weights 1, outputs 1, unit 0.5, ask:transfer -3 4\n\x01\x00\x00\x00\x00\x02")
	f.Fuzz(func(t *testing.T, file string) {
		if m, err := newModel("kind", file, Scam+1); err == nil {
			for _, h := range m.hashes {
				assert.GreaterOrEqual(t, m.find(h), int32(0))
			}
		}
		if m, err := newSaidModel(file); err == nil {
			for _, h := range m.hashes {
				assert.GreaterOrEqual(t, m.find(h), int32(0))
			}
		}
	})
}
