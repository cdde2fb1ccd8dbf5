// Package internal_test checks what the packages of the parser import of the project.
package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// module is the project's path, internalPath that of the packages in parser/internal.
// Names of packages are written without them.
const (
	module       = "github.com/dunsms/dunsms"
	internalPath = module + "/parser/internal"
)

// allowed are the parser and the packages in parser/internal, each with what it
// imports of the project, sorted. A package may import only those listed before it.
// Only tests import those at the end, from readertest on.
var allowed = []struct{ name, imports string }{
	{"segment", ""},
	{"segment/gen", ""},
	{"constants", "internal/tsv"},
	{"runes", ""},
	{"fold", "internal/han internal/lazy internal/tsv runes"},
	{"number", "internal/tsv runes"},
	{"calendar", "internal/tsv number runes"},
	{"shape", "internal/tsv number runes"},
	{"lexicon", "fold internal/lazy internal/tsv runes"},
	{"scan", "calendar fold internal/lazy internal/surnames internal/tsv lexicon number runes segment shape"},
	{"names", "identity internal/lazy internal/surnames internal/tsv lexicon number runes scan"},
	{"sender", "lexicon runes scan"},
	{"learned", "calendar internal/lazy lexicon runes scan"},
	{"parser", "calendar identity learned lexicon names number runes scan segment sender shape"},
	{"readertest", "fold internal/corpus internal/growth internal/tsv runes"},
	{"hardtest", "lexicon"},
	{"scantest", "lexicon scan segment"},
}

// outside are the other packages of the project that they may import.
var outside = []string{"identity", "internal/corpus", "internal/growth", "internal/han", "internal/lazy", "internal/surnames", "internal/tsv"}

// TestImports reads the imports of all files but tests. A package that is not
// listed fails, and so does a row without its package.
func TestImports(t *testing.T) {
	found := packages(t)
	before := slices.Clone(outside)
	for _, row := range allowed {
		imports, ok := found[row.name]
		delete(found, row.name)
		if !assert.True(t, ok, "%s: no such package", row.name) {
			continue
		}
		assert.Equal(t, row.imports, strings.Join(imports, " "), row.name)
		assert.Subset(t, before, imports, "%s imports a package that is not listed before it", row.name)
		before = append(before, row.name)
	}
	assert.Empty(t, slices.Collect(maps.Keys(found)), "packages that are not listed")
}

// packages returns the parser and the packages in parser/internal, by name, with
// what they import of the project.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == "testdata":
			return fs.SkipDir
		case strings.HasSuffix(path, ".go"):
			addFile(t, found, filepath.ToSlash(filepath.Dir(path)), path)
		}
		return nil
	}))
	files, err := filepath.Glob("../*.go")
	require.NoError(t, err)
	for _, file := range files {
		addFile(t, found, "parser", file)
	}
	return found
}

// addFile adds to the imports of a package those of one of its files, unless that
// is a test.
func addFile(t *testing.T, found map[string][]string, name, file string) {
	t.Helper()
	if strings.HasSuffix(file, "_test.go") {
		return
	}
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	require.NoError(t, err)
	imports := found[name]
	for _, spec := range tree.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		require.NoError(t, err)
		if path == module || strings.HasPrefix(path, module+"/") {
			imports = append(imports, strings.TrimPrefix(strings.TrimPrefix(path, internalPath+"/"), module+"/"))
		}
	}
	slices.Sort(imports)
	found[name] = slices.Compact(imports)
}
