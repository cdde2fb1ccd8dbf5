package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNameParts names the parts of a set and removes what an earlier attempt with other parts had
// already named.
func TestNameParts(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(name), 0o600))
		return file
	}
	a, b, bad := write("answers-part.jsonl.r-1.temp"), write("answers-part.jsonl.r-2.temp"), write("bad.temp")
	write("answers-00000-of-00003.jsonl")
	write("answers-00000-of-00002.jsonl")
	fs, o := local.New(t.Context()), output{Dir: dir, Name: answersName, Run: "r"}
	for range 2 { // the same where it is done again
		named, err := o.nameParts(t.Context(), fs, []writtenFile{{answersName, b}, {"bad-file", bad}, {answersName, a}})
		require.NoError(t, err)
		assert.Equal(t, []writtenFile{
			{"bad-file", bad}, {dir + "/answers-00000-of-00002.jsonl", a}, {dir + "/answers-00001-of-00002.jsonl", b},
		}, named)
		found, err := fs.List(t.Context(), o.pattern())
		require.NoError(t, err)
		assert.Equal(t, []string{dir + "/answers-00000-of-00002.jsonl"}, found)
	}

	o.Name = badName
	named, err := o.nameParts(t.Context(), fs, nil)
	require.NoError(t, err)
	require.Len(t, named, 1, "a set without lines is a file, too")
	assert.Equal(t, dir+"/bad-00000-of-00001.jsonl", named[0].Name)
	data, err := os.ReadFile(named[0].Temporary)
	require.NoError(t, err)
	assert.Empty(t, data)
}
