package readertest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Used returns the names of a package in parser/internal that the parser's code uses,
// in the package itself and elsewhere. Tests, and the file that declares the names, do
// not count.
func Used(t *testing.T, pkg, declares string) map[string]bool {
	t.Helper()
	within, err := filepath.Glob("../*/*.go")
	require.NoError(t, err)
	above, err := filepath.Glob("../../*.go")
	require.NoError(t, err)
	used := map[string]bool{}
	for _, file := range slices.Concat(within, above) {
		if strings.HasSuffix(file, "_test.go") || file == filepath.Join("..", pkg, declares) {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		own := filepath.Dir(file) == filepath.Join("..", pkg)
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == pkg {
					used[n.Sel.Name] = true
				}
			case *ast.Ident:
				used[n.Name] = used[n.Name] || own
			}
			return true
		})
	}
	return used
}

// Constants returns the constants of a type that a file declares, in order, and their
// strings, if any.
func Constants(t *testing.T, file, typ string) (names, values []string) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	for _, decl := range tree.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		of := ""
		for _, spec := range group.Specs {
			value := spec.(*ast.ValueSpec)
			if id, ok := value.Type.(*ast.Ident); ok {
				of = id.Name
			}
			if of != typ {
				continue
			}
			names = append(names, value.Names[0].Name)
			if len(value.Values) == 1 {
				if lit, ok := value.Values[0].(*ast.BasicLit); ok {
					word, err := strconv.Unquote(lit.Value)
					require.NoError(t, err)
					values = append(values, word)
				}
			}
		}
	}
	require.NotEmpty(t, names)
	return names, values
}
