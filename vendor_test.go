package dunsms_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// importer reads a notice with the library.
const importer = `package main

import (
	"fmt"

	"github.com/dunsms/dunsms/parser"
)

func main() {
	n, err := parser.Parse("【某某金融】您已逾期3天，请还款100元。")
	fmt.Println(n.Kind, n.Amount.Fen, err)
}
`

// TestVendored builds and runs a module that imports the library from its vendor
// directory, with the tag purego: go mod vendor leaves out directories without Go
// files, in which gojieba has its C++ headers. It asks no server.
func TestVendored(t *testing.T) {
	slow.Skip(t)
	checkout, err := os.Getwd()
	require.NoError(t, err)
	mod, err := os.ReadFile("go.mod")
	require.NoError(t, err)
	_, requires, ok := strings.Cut(string(mod), "\nrequire ")
	require.True(t, ok)
	sum, err := os.ReadFile("go.sum")
	require.NoError(t, err)
	dir := t.TempDir()
	for name, content := range map[string]string{
		"go.mod": "module example.com/importer\n\ngo 1.26.0\n\nrequire github.com/dunsms/dunsms v0.0.0\n\nrequire " + requires +
			"\nreplace github.com/dunsms/dunsms => " + checkout + "\n",
		"go.sum":  string(sum),
		"main.go": importer,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	}
	run := func(name string, args ...string) (string, error) {
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOTOOLCHAIN=local")
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	out, err := run("go", "mod", "vendor")
	if err != nil && strings.Contains(out, "GOPROXY=off") {
		t.Skip("the module cache lacks a module that the library needs")
	}
	require.NoError(t, err, out)
	out, err = run("go", "build", "-mod=vendor", "-tags", "purego", "-o", "importer", ".")
	require.NoError(t, err, out)
	out, err = run(filepath.Join(dir, "importer"))
	require.NoError(t, err, out)
	assert.Equal(t, "overdue 10000 <nil>\n", out)
}
