package learned_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// daysOf returns the durations of l as candidates.
func daysOf(l *scan.Line) (list []learned.Candidate) {
	for k := range l.Tokens {
		if t := &l.Tokens[k]; t.Kind == scan.Duration {
			list = append(list, learned.Candidate{Token: k, Rank: 2, Exact: true, Value: int64(l.Durations[t.Ref].Days) * 100})
		}
	}
	return list
}

func TestChoose(t *testing.T) {
	l := scantest.Read("您的借款已逾期25天，应还1,200元，请于3天内还款。")
	list := daysOf(l)
	r := learned.Read(l, &learned.Text{}, &learned.Facts{})
	defer r.Release()
	assert.Len(t, list, 2)
	assert.Equal(t, 0, r.Choose(learned.Days, l, list, 0))
	assert.Equal(t, -1, r.Choose(learned.Days, l, list[1:], 0), "a deadline")
	assert.Equal(t, -1, r.Choose(learned.Days, l, nil, 0))
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		r.Choose(learned.Days, l, list, 0)
		r.Choose(learned.Owed, l, list, 0)
	}))
}

// TestVisitCandidate: what is around a candidate are its features, and its value is not.
func TestVisitCandidate(t *testing.T) {
	features := func(text string) (hashes []uint32) {
		l := scantest.Read(text)
		learned.VisitCandidate(l, &learned.Text{}, daysOf(l), 0, 0, func(h uint32) { hashes = append(hashes, h) })
		return hashes
	}
	assert.Equal(t, features("您的借款已逾期25天未还"), features("您的借款已逾期26天未还"))
	assert.NotEqual(t, features("您的借款已逾期25天未还"), features("您的借款已拖欠25天未还"))
	assert.NotEqual(t, features("逾期25天"), features("逾期25日"), "the unit counts")
}

// TestGroupsApart: small values of different groups are different features, and no
// neighbour before is not none after.
func TestGroupsApart(t *testing.T) {
	seen := map[uint32]bool{}
	for _, group := range learned.ChoiceGroups() {
		for v := range uint64(1 << 9) {
			h := learned.HashOf(group, v)
			require.False(t, seen[h], "%x", h)
			seen[h] = true
		}
	}
}
