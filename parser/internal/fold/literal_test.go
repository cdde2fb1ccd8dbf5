package fold_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/fold"
)

// TestLiterals goes through the rune literals of the packages that read folded text, and their
// string literals that are more than ASCII: each character must be one that folding
// leaves as it is. Another one is never met, and what the code says of it is dead.
func TestLiterals(t *testing.T) {
	for dir, least := range map[string]int{"../runes": 20, "../number": 20, "../calendar": 20, "../shape": 20, "../scan": 20, "../names": 10, "../..": 20} {
		files, err := filepath.Glob(dir + "/*.go")
		require.NoError(t, err)
		count := 0
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				count += checkLiterals(t, file)
			}
		}
		assert.GreaterOrEqual(t, count, least, dir)
	}
}

// checkLiterals checks the literals of a file and returns how many it has.
func checkLiterals(t *testing.T, file string) (count int) {
	t.Helper()
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if n.Kind == token.CHAR || n.Kind == token.STRING && !isASCII(n.Value) {
				count++
				for _, c := range unfolded(t, n) {
					t.Errorf("%s: folding leaves no %q", fset.Position(n.Pos()), c)
				}
			}
		}
		return true
	})
	return count
}

// unfolded returns the characters of a literal that folding changes or drops. Of a
// pattern, which is a raw string, its ASCII is left out: \G and \d are no text.
func unfolded(t *testing.T, lit *ast.BasicLit) (found []rune) {
	t.Helper()
	text, err := strconv.Unquote(lit.Value)
	require.NoError(t, err)
	for _, c := range text {
		if c < 0x80 && lit.Value[0] == '`' {
			continue
		}
		if plain, ok := fold.Plain(c); !ok || plain != c {
			found = append(found, c)
		}
	}
	return found
}

// TestUnfolded runs the check on literals that never match and on ones that do.
func TestUnfolded(t *testing.T) {
	for _, row := range []struct{ literal, want string }{
		{`'!'`, ""}, {`'！'`, "！"}, {`'，'`, ""}, {`'；'`, ""}, {`'￥'`, "￥"}, {`'Ｏ'`, "Ｏ"}, {`'A'`, "A"}, {`'款'`, ""}, {`'還'`, "還"},
		{`'\n'`, ""}, {`'\t'`, "\t"}, {`'\''`, ""}, {`'∗'`, "∗"}, {`'\u200b'`, "\u200b"}, {`"点击Link（还款）"`, "L（）"}, {"`\\G[Ａ-–]`", "Ａ"},
	} {
		lit := &ast.BasicLit{Kind: token.CHAR, Value: row.literal}
		if row.literal[0] != '\'' {
			lit.Kind = token.STRING
		}
		assert.Equal(t, row.want, string(unfolded(t, lit)), row.literal)
	}
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
