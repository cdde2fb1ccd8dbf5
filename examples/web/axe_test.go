//go:build !race

package main

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

// axeScript returns axe-core, which finds what keeps people from using a page, as npm
// installs it for all: npm install -g axe-core.
func axeScript(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("npm", "root", "-g").Output()
	if err != nil {
		t.Skip("npm is not in PATH")
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "axe-core", "axe.min.js"))
	if os.IsNotExist(err) {
		t.Skip("axe-core is not installed")
	}
	require.NoError(t, err)
	return string(script)
}

// TestAxe has axe-core look at the page with all that can be unfolded.
func TestAxe(t *testing.T) {
	slow.Skip(t)
	script := axeScript(t)
	b := open(t, view{390, 844, "light"})
	eval[any](b, script+"; null")
	type finding struct{ ID, Impact, Where string }
	for _, v := range views {
		b.see(v)
		for _, key := range []string{"", "undetermined", "mistake"} {
			if key == "" {
				b.clear()
			} else {
				b.sample(key)
			}
			b.unfold(true)
			found := eval[[]finding](b, `axe.run().then((r) => r.violations.flatMap((v) => v.nodes.map((n) => ({ ID: v.id, Impact: v.impact, Where: n.target.join(" ") }))))`)
			assert.Empty(t, found, "%v %s", v, key)
		}
	}
	eval[any](b, `document.querySelector("#text").labels[0].htmlFor = "", document.querySelector("#text").removeAttribute("placeholder")`)
	assert.NotEmpty(t, eval[[]finding](b, `axe.run().then((r) => r.violations.map((v) => ({ ID: v.id, Impact: v.impact })))`), "it finds a field without a name")
}
