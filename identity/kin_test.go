package identity

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCalled(t *testing.T) {
	for _, test := range []struct{ own, called, want string }{
		{"于满仓", "满仓", "*满仓"},
		{"于满仓", "满仓哥", "*满仓"},
		{"于满仓", "于满仓大哥", "于满仓大哥"},
		{"于满仓", "于满仓同志", "于满仓"},
		{"王招弟", "招弟", "*招弟"},
		{"林小妹", "小妹", "*小妹"},
		{"欧阳小明", "小明", "**小明"},
		{"于满仓", "满堂", "满堂"},
		{"于满仓", "于*仓", "于*仓"},
		{"于仓", "仓", "仓"},
		{"", "满仓", "满仓"},
	} {
		c := claimOf(t, test.called, "", "").Called(Profile{Name: test.own})
		assert.Equal(t, test.want, c.Name.Reveal(), "%s called %s", test.own, test.called)
	}
	fits := Compare(claimOf(t, "满仓哥", "", "").Called(Profile{Name: "于满仓"}), Profile{Name: "于满仓"})
	assert.Equal(t, Agree, fits.Field(FieldName).Outcome)
}
