package identity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNames(t *testing.T) {
	for _, row := range readTable(t, "names.tsv", 3, 100) {
		in, want, why := row[0], row[1], row[2]
		t.Run(why, func(t *testing.T) {
			n, err := ParseName(in)
			if err != nil {
				assert.True(t, n.IsZero())
				assert.Equal(t, want, describe(t, err))
				return
			}
			surname := n.Surname()
			if surname == "" {
				surname = "-"
			}
			got := strings.Join([]string{n.Reveal(), n.Sex().String(), surname, MaskName(in)}, " ")
			assert.Equal(t, want, got)

			text, err := n.MarshalText()
			require.NoError(t, err)
			var again Name
			require.NoError(t, again.UnmarshalText(text))
			assert.Equal(t, n, again, "the text reads back")
		})
	}
}
