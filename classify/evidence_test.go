package classify

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// sample is a message with context that a piece of evidence is tried on.
type sample struct {
	testCase
	Known    bool       `json:"known"` // the caller knows the lenders of knownLenders
	Evidence []Evidence `json:"evidence"`
}

// trial is a line of testdata/evidence.jsonl: where a code must fire, and where
// it must stay silent.
type trial struct {
	Code   string   `json:"code"`
	Hits   []sample `json:"hits"`
	Misses []sample `json:"misses"`
}

var knownLenders = []parser.Lender{
	{Name: "澜庭消费金融", Aliases: []string{"澜庭银行"}, Hotlines: []string{"400-000-1212", "955001"}, Domains: []string{"lantingdemo.cn"}, Senders: []string{"1069000000001"}},
	{Name: "望川小贷", Hotlines: []string{"955002"}, Domains: []string{"wangchuandemo.cn"}},
}

func (s *sample) assess(t *testing.T) Assessment {
	t.Helper()
	c := s.context()
	c.Evidence = s.Evidence
	if s.Known {
		c.Lenders = knownLenders
	}
	n := s.notice(t)
	checkLaws(t, n, c)
	a := Assess(n, c)
	for _, e := range a.Evidence {
		for _, at := range e.Spans {
			require.NotEmpty(t, s.Text[at.Start:at.End])
		}
	}
	return a
}

// TestEvidence: every code of the table fires on at least two messages and stays silent on a
// similar one.
func TestEvidence(t *testing.T) {
	tried := map[string]bool{}
	for _, trial := range readLines[trial](t, "classify/testdata/evidence.jsonl") {
		t.Run(trial.Code, func(t *testing.T) {
			tried[trial.Code] = true
			row := rows()[trial.Code]
			require.NotNil(t, row, "no such code")
			assert.GreaterOrEqual(t, len(trial.Hits), 2)
			assert.True(t, len(trial.Misses) > 0 || trial.Code == "PRIOR")
			for i, s := range trial.Hits {
				a := s.assess(t)
				e := find(a, trial.Code)
				assert.Equal(t, trial.Code, e.Code, "hit %d\n%s", i+1, a)
				assert.Equal(t, row.zh, e.Explain("zh"))
				assert.Equal(t, row.en, e.Explain("en"))
			}
			for i, s := range trial.Misses {
				a := s.assess(t)
				assert.Empty(t, find(a, trial.Code).Code, "miss %d\n%s", i+1, a)
			}
		})
	}
	for code := range rows() {
		assert.True(t, tried[code], "%s is not tried", code)
	}
}

// TestTable: the table and the code have the same evidence, every row can
// be read, and each group is known.
func TestTable(t *testing.T) {
	lines := 0
	for line := range strings.Lines(evidenceTable) {
		if !strings.HasPrefix(line, "#") {
			lines++
		}
	}
	require.Len(t, rows(), lines, "a row cannot be read, or a code is there twice")
	used := map[string]bool{}
	for _, c := range cues {
		used[c.code] = true
	}
	for _, a := range answers {
		used[a.code] = true
	}
	for _, f := range fields {
		used[f.agrees], used[f.disagrees] = true, true
	}
	for code, row := range rows() {
		assert.True(t, used[code] || row.group == "prior" || row.group == "wording" || row.group == "gate" || row.group == "contradiction", "nothing triggers %s", code)
		assert.NotEqual(t, len(groups), groupRank(row.group), "%s is of no known group", code)
		assert.NotEmpty(t, row.when)
		for _, w := range row.weights {
			assert.Equal(t, float64(int(2*w)), 2*w, "%s: weights are in half bits", code)
		}
	}
	for code := range used {
		assert.NotNil(t, rows()[code], "%s is not in the table", code)
	}
	assert.NotEmpty(t, shorteners())
	assert.Len(t, posing(), 4)
	assert.Len(t, hosts(), 4)
	for _, table := range []string{signatureTable, hostsTable, phrasesTable} {
		checkSorts(t, table)
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct {
		in   string
		want link
	}{
		{"http://user@WWW.Demo.cn:8080/A/b.APK?x#y", link{"www.demo.cn", "/a/b.apk"}},
		{"t.cn/AbC", link{"t.cn", "/abc"}},
		{"demo.cn?x", link{"demo.cn", ""}},
		{"", link{}},
		{"https://[2001:db8::1]/a", link{"[2001:db8::1]", "/a"}},
		{"demo.top/r?u=https://www.icbc.com.cn/pay", link{"demo.top", "/r"}},
	} {
		assert.Equal(t, test.want, parseLink(test.in))
	}
	assert.True(t, parseLink("https://[2001:db8::1]/a").isIP())
	assert.True(t, parseLink("a.demo.cn").isUnder("https://DEMO.cn/"))
	assert.False(t, parseLink("ademo.cn").isUnder("demo.cn"))
	assert.True(t, parseLink("icbc-demo.top").imitates("www.icbc.com.cn"))
	assert.True(t, parseLink("1antingbank.com").imitates("lantingbank.com"))
	assert.False(t, parseLink("abc.top").imitates("abd.com"), "three letters resemble by chance")
	assert.False(t, parseLink("").imitates(""))
}

func TestSameNumber(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"400-000-1212", "4000001212", true},
		{"+8610 80001212", "(010)80001212", false}, // the 0 of the area code is left out after +86
		{"+86 955001", "955001", true},
		{"955001", "9550011", false},
		{"", "", false},
		{"", "955001", false},
	} {
		assert.Equal(t, test.want, sameNumber(test.a, test.b), "%s %s", test.a, test.b)
	}
}

// checkSorts: each row of a table of words has a sort that the head explains, and comes once.
func checkSorts(t *testing.T, table string) {
	t.Helper()
	seen := map[string]bool{}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		word, sort, ok := strings.Cut(strings.TrimSpace(line), "\t")
		require.True(t, ok && word != "")
		assert.Contains(t, table, "\n# "+sort+": ", "%s is not explained", sort)
		assert.False(t, seen[line], "a row comes twice")
		seen[line] = true
	}
	require.NotEmpty(t, seen)
}
