package dunsms_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
)

func TestVersion(t *testing.T) {
	log, err := os.ReadFile("CHANGELOG.md")
	require.NoError(t, err)
	head := regexp.MustCompile(`(?m)^## (\S+)`).FindSubmatch(log)
	require.NotNil(t, head)
	assert.Equal(t, string(head[1]), dunsms.Version, "the version of the newest entry")
}
