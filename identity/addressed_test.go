package identity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
)

func TestParseAddressed(t *testing.T) {
	for in, want := range map[string]string{
		"贾姨": "贾", "周哥": "周", "老周": "周", "小王": "王", "欧阳姐": "欧阳",
		"王建国": "王建国", "周强": "周强", "张*": "张*", "老舍": "老舍", "王小妹": "王小妹",
	} {
		n, err := identity.ParseAddressed(in)
		require.NoError(t, err)
		assert.Equal(t, want, n.Reveal())
	}
	_, err := identity.ParseAddressed("")
	assert.Error(t, err)
}
