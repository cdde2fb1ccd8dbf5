package dunsms_test

import (
	"database/sql"
	"encoding"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// enumerations are the types with a closed set of words.
var enumerations = []reflect.Type{
	reflect.TypeFor[classify.Answer](), reflect.TypeFor[classify.Confidence](), reflect.TypeFor[classify.Population](),
	reflect.TypeFor[classify.SenderStatus](), reflect.TypeFor[classify.Verdict](),
	reflect.TypeFor[conduct.Scope](),
	reflect.TypeFor[identity.Field](), reflect.TypeFor[identity.Outcome](), reflect.TypeFor[identity.PhoneClass](),
	reflect.TypeFor[identity.Rule](), reflect.TypeFor[identity.Sex](),
	reflect.TypeFor[matter.Reason](), reflect.TypeFor[matter.Stage](),
	reflect.TypeFor[parser.AccountType](), reflect.TypeFor[parser.AskType](), reflect.TypeFor[parser.Fold](),
	reflect.TypeFor[parser.Kind](), reflect.TypeFor[parser.Precision](), reflect.TypeFor[parser.Role](),
	reflect.TypeFor[parser.SignalType](), reflect.TypeFor[parser.ThreatType](),
	reflect.TypeFor[plain.Group](),
	reflect.TypeFor[presend.Field](), reflect.TypeFor[presend.Part](),
	reflect.TypeFor[remedy.Circumstance](), reflect.TypeFor[remedy.Lang](),
}

// refuses are the enumerations whose values callers give, or whose words will never be more: an
// unknown word is an error. The others read every word.
var refuses = []reflect.Type{
	reflect.TypeFor[classify.Answer](), reflect.TypeFor[classify.Population](),
	reflect.TypeFor[identity.Outcome](), reflect.TypeFor[identity.PhoneClass](), reflect.TypeFor[identity.Sex](),
}

// publicFiles calls f with each file of the public packages but those of tests.
func publicFiles(t *testing.T, f func(file *ast.File)) {
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "internal" || d.Name() == "examples" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != "."):
			return fs.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := goparser.ParseFile(token.NewFileSet(), path, nil, goparser.SkipObjectResolution)
		if err == nil {
			f(file)
		}
		return err
	}))
}

// constants returns the words of the exported constants in the source, by the declared type; none
// for types that are numbers.
func constants(t *testing.T) map[string][]string {
	all := map[string][]string{}
	publicFiles(t, func(file *ast.File) {
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				s := s.(*ast.ValueSpec)
				of, ok := s.Type.(*ast.Ident)
				if !ok || !of.IsExported() || !s.Names[0].IsExported() {
					continue
				}
				name := file.Name.Name + "." + of.Name
				all[name] = append(all[name], words(s.Values)...)
			}
		}
	})
	return all
}

func words(values []ast.Expr) (words []string) {
	for _, v := range values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if word, err := strconv.Unquote(lit.Value); err == nil {
				words = append(words, word)
			}
		}
	}
	return words
}

// TestEnumerationsAreAll reads the source: each exported type with declared constants must be among
// enumerations.
func TestEnumerationsAreAll(t *testing.T) {
	var want, got []string
	for name := range constants(t) {
		want = append(want, name)
	}
	for _, e := range enumerations {
		got = append(got, e.String())
	}
	slices.Sort(want)
	slices.Sort(got)
	assert.Equal(t, want, got)
}

// TestEnumerationsAreText: a value of each enumeration is the same word to fmt, JSON, XML and SQL,
// and reads back from each. The error for an unknown word shows nothing of it.
func TestEnumerationsAreText(t *testing.T) {
	db := echo(t)
	declared := constants(t)
	for _, e := range enumerations {
		t.Run(e.String(), func(t *testing.T) {
			values := valuesOf(e, declared[e.String()])
			require.Greater(t, len(values), 1)
			seen := map[string]bool{}
			for _, v := range values {
				text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
				require.NoError(t, err)
				word := string(text)
				assert.False(t, seen[word], "%s twice", word)
				seen[word] = true
				assert.NotEmpty(t, word)
				assert.Equal(t, word, v.Interface().(fmt.Stringer).String())
				assert.Equal(t, word, fmt.Sprint(v.Interface()))

				data, err := json.Marshal(v.Interface())
				require.NoError(t, err)
				assert.Equal(t, strconv.Quote(word), string(data))
				back := reflect.New(e)
				require.NoError(t, json.Unmarshal(data, back.Interface()))
				assert.Equal(t, v.Interface(), back.Elem().Interface())

				data, err = xml.Marshal(v.Interface())
				require.NoError(t, err)
				assert.Contains(t, string(data), ">"+word+"<")
				back = reflect.New(e)
				require.NoError(t, xml.Unmarshal(data, back.Interface()))
				assert.Equal(t, v.Interface(), back.Elem().Interface())

				var column any
				require.NoError(t, db.QueryRowContext(t.Context(), "", v.Interface()).Scan(&column))
				assert.Equal(t, word, column)
				for _, column := range []any{word, []byte(word)} {
					back = reflect.New(e)
					require.NoError(t, db.QueryRowContext(t.Context(), "", column).Scan(back.Interface()))
					assert.Equal(t, v.Interface(), back.Elem().Interface())
				}
			}
			checkUnknown(t, db, e, values[1])
		})
	}
}

// valuesOf returns the values of an enumeration: those of words, or the numbers that have a name.
func valuesOf(e reflect.Type, declared []string) (values []reflect.Value) {
	if e.Kind() == reflect.String {
		for _, word := range declared {
			values = append(values, reflect.ValueOf(word).Convert(e))
		}
		return values
	}
	zero := fmt.Sprint(reflect.Zero(e).Interface())
	for i := range 256 {
		v := reflect.New(e).Elem()
		v.SetUint(uint64(i))
		if i == 0 || fmt.Sprint(v.Interface()) != zero {
			values = append(values, v)
		}
	}
	return values
}

// checkUnknown reads an unknown word, a number, and NULL over a value.
func checkUnknown(t *testing.T, db *sql.DB, e reflect.Type, before reflect.Value) {
	back := reflect.New(e)
	back.Elem().Set(before)
	err := back.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(mark))
	fromSQL := db.QueryRowContext(t.Context(), "", mark).Scan(back.Interface())
	if !slices.Contains(refuses, e) {
		require.NoError(t, err)
		require.NoError(t, fromSQL)
		assert.Equal(t, mark, back.Elem().String())
		return
	}
	require.Error(t, err)
	require.Error(t, fromSQL)
	assert.NotContains(t, err.Error()+fromSQL.Error(), "8812")
	assert.Equal(t, before.Interface(), back.Elem().Interface(), "not touched by what cannot be read")
	if _, scans := back.Interface().(sql.Scanner); assert.True(t, scans) {
		err = db.QueryRowContext(t.Context(), "", 8812).Scan(back.Interface())
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "8812")
		require.NoError(t, db.QueryRowContext(t.Context(), "", nil).Scan(back.Interface()))
		assert.True(t, back.Elem().IsZero(), "NULL is the zero value")
	}
}
