package plain_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/classify/plain"
)

func TestOfMany(t *testing.T) {
	s := plain.Summary{Headline: "这很可能是一条诈骗短信。", Reason: "这条短信像是诈骗，但把握还不大。", Now: "Do not follow this message."}.OfMany()
	assert.Equal(t, plain.Summary{Headline: "这很可能是诈骗短信。", Reason: "这些短信像是诈骗，但把握还不大。", Now: "Do not follow these messages."}, s)
}
