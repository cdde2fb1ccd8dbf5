package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
)

// TestPopulation: among all messages of a phone more speaks for a genuine one from the start.
func TestPopulation(t *testing.T) {
	score := func(of classify.Population) float64 {
		c, err := newChecker(settings{people: of})
		require.NoError(t, err)
		r, err := c.Check(dunsms.Message{Text: "【青禾消费金融】您的借款已逾期3天，欠款100元，请尽快还款。"})
		require.NoError(t, err)
		return r.Assessment.Scores.Genuine
	}
	assert.Greater(t, score(classify.EveryMessage), score(classify.PeopleWhoAsk))
}
