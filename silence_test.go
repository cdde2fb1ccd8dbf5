package dunsms_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"log/slog"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mark is the private part of an input: a character, digits and letters, none of which any
// error of ours has.
const mark = "秘8812qzx"

var errMarked = errors.New("a reader quotes " + mark)

// neverFail are functions that return an error only because an interface wants one, or that
// return one they were given.
var neverFail = []string{
	"classify.Answer.MarshalText", "classify.Answer.Value", "identity.ID.MarshalText", "identity.MaskedID.MarshalText", "identity.Name.MarshalText",
	"identity.Outcome.MarshalText", "identity.Outcome.Value", "identity.PhoneClass.Value", "identity.Sex.Value",
	"identity.Phone.MarshalText", "identity.PhoneClass.MarshalText", "identity.Sex.MarshalText",
	"parser.Money.MarshalJSON", "parser.Span.MarshalJSON", "dunsms.MessageError.Unwrap", "identity.ProfileError.Unwrap", "parser.Error.Unwrap",
}

// TestErrorsAreSilent: no error, however it is printed, and nothing that it wraps shows
// anything of a marked input.
func TestErrorsAreSilent(t *testing.T) {
	for name, fail := range failures {
		count := 0
		fail(func(err error) {
			count++
			require.Error(t, err, "%s: failure %d did not fail", name, count)
			for ; err != nil; err = errors.Unwrap(err) {
				var shown bytes.Buffer
				fmt.Fprintf(&shown, "%v %+v %#v %q %s", err, err, err, err, err.Error())
				slog.New(slog.NewTextHandler(&shown, withoutTime)).Error("failed", "err", err)
				slog.New(slog.NewJSONHandler(&shown, withoutTime)).Error("failed", "err", err)
				for _, part := range []string{"秘", `\u79d8`, "8812", "qzx"} {
					assert.False(t, strings.Contains(shown.String(), part), "%s: failure %d shows its input", name, count)
				}
			}
		})
		assert.Positive(t, count, name)
	}
}

var withoutTime = &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}}

// TestFailuresAreAll reads the source of the public packages: whatever returns an error is
// among failures.
func TestFailuresAreAll(t *testing.T) {
	var found []string
	for _, dir := range []string{".", "identity", "parser", "classify", "classify/conduct", "classify/matter", "classify/plain", "classify/remedy"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				found = append(found, failing(t, file)...)
			}
		}
	}
	slices.Sort(found)
	assert.Equal(t, found, slices.Sorted(maps.Keys(failures)))
}

// failing returns the exported functions and methods of a file that return an
// error or an Option, which does.
func failing(t *testing.T, file string) []string {
	t.Helper()
	f, err := goparser.ParseFile(token.NewFileSet(), file, nil, goparser.SkipObjectResolution)
	require.NoError(t, err)
	var names []string
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !fn.Name.IsExported() || fn.Type.Results == nil {
			continue
		}
		name := f.Name.Name + "."
		if fn.Recv != nil {
			of := fn.Recv.List[0].Type
			if p, ok := of.(*ast.StarExpr); ok {
				of = p.X
			}
			name += of.(*ast.Ident).Name + "."
		}
		name += fn.Name.Name
		fails := slices.ContainsFunc(fn.Type.Results.List, func(r *ast.Field) bool {
			of := r.Type
			if pairs, ok := of.(*ast.IndexListExpr); ok { // iter.Seq2[…, error]
				of = pairs.Indices[len(pairs.Indices)-1]
			}
			id, ok := of.(*ast.Ident)
			return ok && (id.Name == "error" || id.Name == "Option")
		})
		if fails && !slices.Contains(neverFail, name) && !readsAnyWord(name) {
			names = append(names, name)
		}
	}
	return names
}

// readsAnyWord reports whether a method is that of an enumeration that has no unknown words.
func readsAnyWord(method string) bool {
	return slices.ContainsFunc(enumerations, func(e reflect.Type) bool {
		return !slices.Contains(refuses, e) && (method == e.String()+".UnmarshalText" || method == e.String()+".MarshalText")
	})
}
