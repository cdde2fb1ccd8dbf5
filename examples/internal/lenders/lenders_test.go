package lenders

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/dunsms/dunsms/parser"
)

// read reads data as a file.
func read(t *testing.T, data string) ([]parser.Lender, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "lenders")
	require.NoError(t, os.WriteFile(file, []byte(data), 0o600))
	return ReadFile(file)
}

// TestReadFile reads a list and one lender a line alike, whatever the encoding.
func TestReadFile(t *testing.T) {
	const a, b = `{"name":"麦浪普惠金融","aliases":["麦浪普惠"],"hotlines":["4000000001"]}`, `{"name":"青禾消费金融","domains":["qinghe.example"],"senders":["1069"]}`
	want := []parser.Lender{
		{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}, Hotlines: []string{"4000000001"}},
		{Name: "青禾消费金融", Domains: []string{"qinghe.example"}, Senders: []string{"1069"}},
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(a + "\n" + b)
	require.NoError(t, err)
	for _, data := range []string{"[" + a + ",\n" + b + "]", a + "\n" + b, "\ufeff" + a + "\r\n\r\n" + b + "\n", gbk} {
		got, err := read(t, data)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	for _, data := range []string{"", "[]", " [ ] "} {
		got, err := read(t, data)
		require.NoError(t, err)
		assert.Empty(t, got)
	}
}

// TestBad quotes nothing of the file.
func TestBad(t *testing.T) {
	for name, data := range map[string]string{
		"no JSON":         `秘8812`,
		"a string":        `"秘8812"`,
		"unknown key":     `{"name":"秘","秘8812":1}`,
		"another type":    `[{"name":"甲"},{"name":8812}]`,
		"not ended":       `[{"name":"秘8812"}`,
		"comma missing":   `[{"name":"秘"} {"name":"8812"}]`,
		"more at the end": `[{"name":"秘"}] 8812`,
		"a bracket more":  `{"name":"秘8812"}]`,
		"a number":        `8812`,
		"not UTF-8":       "{\"name\":\"8812秘密\xff\"}",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(t, data)
			assert.Empty(t, got)
			require.Error(t, err)
			assert.NotRegexp(t, "秘|8812|甲", err.Error())
		})
	}
	_, err := ReadFile(filepath.Join(t.TempDir(), "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
