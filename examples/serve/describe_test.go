package main

import (
	"go/ast"
	"go/doc"
	"go/parser"
	gotoken "go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const descriptionsHead = `# What the keys of requests and answers mean, for OpenAPI and the JSON Schema: the comments of the Go fields that they are.
#
# Columns (tab): schema.key; what it is. Sorted by the first.
# Made by go test ./examples/serve -run 'TestDescriptions|TestSchema' -update; do not edit it. Licence: MIT, as the project.
`

// TestDescriptions: the table has the comments of the fields.
func TestDescriptions(t *testing.T) {
	comments := sourceComments{}
	rows := map[string]string{}
	r := schemas(componentSchemas)
	for name := range r.Map() {
		of := r.TypeFromRef(componentSchemas + name)
		if of == nil || of.Kind() != reflect.Struct {
			continue
		}
		for _, f := range reflect.VisibleFields(of) {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.Anonymous || key == "" || key == "-" || r.Map()[name].Properties[key] == nil {
				continue
			}
			owner := of
			for _, i := range f.Index[:len(f.Index)-1] {
				owner = owner.Field(i).Type
			}
			if text := comments.of(t, owner)[f.Name]; text != "" {
				rows[name+"."+key] = text
			}
		}
	}
	var b strings.Builder
	b.WriteString(descriptionsHead)
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		b.WriteString(key + "\t" + rows[key] + "\n")
	}
	if *update {
		require.NoError(t, os.WriteFile("descriptions.tsv", []byte(b.String()), 0o644))
		descriptionsTable = []byte(b.String()) // for the schema, if it is rewritten, too
		return
	}
	assert.Equal(t, b.String(), string(descriptionsTable), "go test ./examples/serve -run 'TestDescriptions|TestSchema' -update")
}

// sourceComments are the comments of the fields of structs, by package, struct and field.
type sourceComments map[string]map[string]map[string]string

// of returns the comments of the fields of a struct of the project.
func (s sourceComments) of(t *testing.T, owner reflect.Type) map[string]string {
	t.Helper()
	dir, ok := strings.CutPrefix(owner.PkgPath(), "github.com/dunsms/dunsms")
	switch {
	case owner.PkgPath() == "main" || strings.HasSuffix(owner.PkgPath(), "/examples/serve"):
		dir = "."
	case ok:
		dir = filepath.Join("../..", dir)
	default:
		return nil
	}
	if s[dir] == nil {
		s[dir] = map[string]map[string]string{}
		names, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, name := range names {
			file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, parser.ParseComments)
			require.NoError(t, err)
			s.read(dir, file)
		}
	}
	return s[dir][owner.Name()]
}

func (s sourceComments) read(dir string, file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		fields, ok := spec.Type.(*ast.StructType)
		if !ok {
			return true
		}
		all := map[string]string{}
		for _, f := range fields.Fields.List {
			text := f.Doc.Text()
			if text == "" {
				text = f.Comment.Text()
			}
			for _, name := range f.Names {
				all[name.Name] = plainText(text)
			}
		}
		s[dir][spec.Name.Name] = all
		return true
	})
}

// plainText is a comment on one line, without the brackets of its links.
func plainText(comment string) string {
	var p doc.Package
	return strings.Join(strings.Fields(string(p.Text(comment))), " ")
}
