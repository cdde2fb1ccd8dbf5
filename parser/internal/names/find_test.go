package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

func TestFind(t *testing.T) {
	const male, female, unknown = identity.SexMale, identity.SexFemale, identity.SexUnknown
	for _, row := range []struct {
		in       string // ‹…› marks the name; without it there is none
		sex      identity.Sex
		relation bool
		why      string
	}{
		{"‹王明›先生，您的借款已逾期", male, false, "a title"},
		{"尊敬的‹李›女士，您的借款已逾期", female, false, "a surname before a title"},
		{"‹王›太太您好，您的借款已逾期", female, false, "another title of a woman"},
		{"‹王›夫人您好，您的借款已逾期", female, false, ""},
		{"‹王›男士您好，您的借款已逾期", male, false, "another of a man"},
		{"‹王›师傅您好，您的借款已逾期", unknown, false, "a title of both"},
		{"‹*建国›太太，您的借款已逾期", female, false, "after a given name"},
		{"‹王某君›您好，您的借款已逾期", unknown, false, "a title of one character ends a name"},
		{"匚明您好，您的借款已逾期", unknown, false, "no surname"},
		{"‹欧阳小明›您好，您的借款已逾期", unknown, false, "a surname of two characters"},
		{"【星桥小贷】‹何秋水›，您的借款已逾期", unknown, false, "after the signature"},
		{"您好，借款人‹王*明›的借款已逾期", unknown, false, "a hidden character"},
		{"【星桥小贷】‹王某某›，您的借款已逾期", unknown, false, "of two hidden ones"},
		{"‹*小明›您好，您的借款已逾期", unknown, false, "the surname is hidden"},
		{"‹阿依古丽·买买提›女士，您的借款已逾期", female, false, "a dot"},
		{"请转告‹王明›尽快还款", unknown, true, "the text is to somebody else"},
		{"您的朋友‹王明›在我行的借款已逾期", unknown, true, "a friend"},
		{"您是‹何秋水›的联系人，他的借款已逾期", unknown, true, "whom to ask about it"},
		{"户名：‹王明›，您的借款已逾期", unknown, false, "whose account it is"},
		{"请还款至6228480000001234567，户名：王明", unknown, false, "who is to be paid"},
		{"我是王明，负责您的案件", unknown, false, "who collects"},
		{"请联系王经理还款", unknown, false, "another who collects"},
		{"借款人‹何秋水›，请联系李经理还款", unknown, false, "beside one who collects"},
		{"王明的借款，借款人‹李小红›，已逾期", unknown, false, "the place with the most points"},
		{"借款人‹何秋水›，借款人何秋波，已逾期", unknown, false, "of equals the first"},
		{"【花某呗】尊敬的花某呗用户，您的借款已逾期", unknown, false, "the signature"},
		{"您的借款已逾期，请高兴地还款", unknown, false, "a word"},
		{"您的借款已逾期", unknown, false, "nobody"},
		{"", unknown, false, "nothing"},
	} {
		checkFind(t, row.in, row.sex, row.relation, row.why)
	}
}

// checkFind finds the name that ‹…› marks in a text, or none where nothing is marked.
func checkFind(t *testing.T, in string, sex identity.Sex, relation bool, why string) {
	t.Helper()
	marked := in
	if !strings.Contains(in, "‹") {
		marked += "‹›"
	}
	l, start, end := scantest.ReadMarked(t, marked)
	name, ok := Find(l)
	if start == end {
		assert.False(t, ok, "%s (%s): %v", in, why, name)
		return
	}
	assert.True(t, ok, "%s (%s)", in, why)
	assert.Equal(t, Name{start, end, sex, relation}, name, "%s (%s)", in, why)
}

// TestUnknownAtStart has a strong reason before a name that the text begins with: no
// colon can come before it, whatever the table gives the head of a text.
func TestUnknownAtStart(t *testing.T) {
	f := newFinder(scantest.Read("匚明您好"))
	assert.False(t, f.mayBeUnknown(&candidate{form: unknown, end: 2}, strong, firm))
	assert.True(t, f.mayBeUnknown(&candidate{form: unknown, end: 2}, strong, strong))
}
