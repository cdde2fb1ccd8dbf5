package conduct_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// testCase is a row of testdata/cases.tsv.
type testCase struct {
	rule      string
	hit       bool
	at        time.Time
	addressee identity.Outcome
	text      string
}

func readCases(t testing.TB) []testCase {
	file, err := os.Open("testdata/cases.tsv")
	require.NoError(t, err)
	defer file.Close()
	var out []testCase
	for sc := bufio.NewScanner(file); sc.Scan(); {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		f := strings.Split(sc.Text(), "\t")
		require.Len(t, f, 5)
		c := testCase{rule: f[0], hit: f[1] == "hit", text: f[4]}
		if f[2] != "-" {
			c.at, err = time.Parse(time.RFC3339, "2026-03-02T"+f[2]+":00+08:00")
			require.NoError(t, err)
		}
		require.NoError(t, c.addressee.UnmarshalText([]byte(f[3])))
		out = append(out, c)
	}
	return out
}

func TestCases(t *testing.T) {
	hits, misses := map[string]int{}, map[string]int{}
	for i, c := range readCases(t) {
		t.Run(fmt.Sprintf("%s/%d", c.rule, i), func(t *testing.T) {
			n, err := parser.Parse(c.text)
			require.NoError(t, err)
			got := conduct.Breaches(n, c.at, c.addressee)
			assert.Equal(t, c.hit, slices.ContainsFunc(got, func(b conduct.Breach) bool { return b.Rule == c.rule }), "kind %s", n.Kind)
			for _, b := range got {
				for _, s := range b.Spans {
					assert.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(c.text))
				}
				if b.Rule != conduct.NightHours {
					assert.NotEmpty(t, b.Spans, b.Rule)
				}
			}
			assert.Equal(t, got, conduct.Breaches(n, c.at.UTC(), c.addressee), "the zone of the time does not matter")
			data, err := json.Marshal(got)
			require.NoError(t, err)
			var back []conduct.Breach
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, got, back)
		})
		if c.hit {
			hits[c.rule]++
		} else {
			misses[c.rule]++
		}
	}
	for _, r := range conduct.Builtin().Rules() {
		if r.Code == conduct.AfterObjection || r.Code == conduct.ContactFlood {
			continue // one message does not show it
		}
		assert.NotZero(t, hits[r.Code], "%s has no hit", r.Code)
		assert.NotZero(t, misses[r.Code], "%s has no miss", r.Code)
	}
}

func TestTables(t *testing.T) {
	tables, err := conduct.Load(nil, nil, nil)
	require.NoError(t, err)
	constants := []string{
		conduct.AfterObjection, conduct.ContactFlood, conduct.CriminalCharge, conduct.ExtraFees, conduct.FalseConsequence, conduct.HomeVisit, conduct.InducedBorrowing,
		conduct.Insult, conduct.NightHours, conduct.PosesAsForum, conduct.PosesAsLender, conduct.PosesAsOrgan,
		conduct.PrivateChannel, conduct.PublicPosting, conduct.RelativeMadeToPay, conduct.TakesProperty,
		conduct.ThirdPersonPressed, conduct.ThirdPersonThreat, conduct.ThirdPersonTold, conduct.ThreatensHarassment,
		conduct.ThreatensPublication, conduct.ThreatensViolence,
	}
	// Of these, only reports were read; the others were compared with a text of the law.
	noArticle := []string{"cba-2026", "cbirc-2022-9", "cost-2026", "gbt-45251", "microloan-2024", "nfra-2024-4"}
	article := `第[一二三四五六七八九十百千零]+条`
	var codes []string
	for _, r := range tables.Rules() {
		codes = append(codes, r.Code)
		assert.NotEqual(t, r.Zh, r.En)
		assert.NotRegexp(t, `\p{Han}`, r.En)
		assert.Regexp(t, `\p{Han}`, r.Zh)
		assert.NotEmpty(t, r.Instruments)
		assert.NotRegexp(t, `第\s*[0-9一二三四五六七八九十百]+\s*条`, r.Zh, "articles stand with the instruments")
		for _, key := range r.Instruments {
			i, ok := tables.Instrument(key)
			require.True(t, ok)
			assert.Equal(t, "2026-11-28", i.Checked)
			assert.Contains(t, i.Source, i.From, "the source names the date")
			if slices.Contains(noArticle, key) {
				assert.NotRegexp(t, article, i.Source, "no article that was not read")
			} else {
				assert.Regexp(t, article, i.Source)
			}
		}
	}
	assert.Equal(t, constants, codes, "sorted, each once, each with its constant")
}

// TestCite cites the rules that only many messages show.
func TestCite(t *testing.T) {
	at := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	for _, rule := range []string{conduct.AfterObjection, conduct.ContactFlood} {
		b, ok := conduct.Builtin().Cite(rule, at)
		require.True(t, ok, rule)
		assert.Equal(t, rule, b.Rule)
		assert.NotEmpty(t, b.Source)
		assert.Empty(t, b.Spans)
		_, ok = new(conduct.Tables).Cite(rule, at)
		assert.False(t, ok, "a table without the rule")
	}
	b, _ := conduct.Builtin().Cite(conduct.AfterObjection, at)
	assert.True(t, b.Binding, "the law on personal data binds everybody")
	b, _ = conduct.Builtin().Cite(conduct.ContactFlood, at)
	assert.False(t, b.Binding, "self-regulation binds nobody")
	_, ok := conduct.Builtin().Cite(conduct.ContactFlood, time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC))
	assert.False(t, ok, "before there was one")
}

func parse(t testing.TB, text string) *parser.Notice {
	n, err := parser.Parse(text)
	require.NoError(t, err)
	return n
}

func date(s string) time.Time {
	at, _ := time.Parse(time.RFC3339, s)
	return at
}

// What is cited, and whether as binding, depends on the lender and on the date.
func TestCitations(t *testing.T) {
	const threat = "您的借款2340元已逾期40天，今天不还就打断腿。"
	type cited struct {
		Source  string // its beginning
		Binding bool
	}
	const (
		security  = "《治安管理处罚法》"
		consumers = "《银行保险机构消费者权益保护管理办法》"
		company   = "《消费金融公司管理办法》"
		small     = "《小额贷款公司监督管理暂行办法》"
		cards     = "《商业银行信用卡业务监督管理办法》"
		banks     = "中国银行业协会"
		ifBank    = "如果对方是银行或消费金融公司："
		ifCompany = "如果对方是消费金融公司："
		ifSmall   = "如果对方是小额贷款公司："
		ifCard    = "如果对方是发卡银行："
	)
	unknown := []cited{{security, true}, {ifBank + consumers, false}, {ifCompany + company, false}, {ifSmall + small, false}, {ifBank + banks, false}}
	tests := []struct {
		name, text, at string
		want           []cited
	}{
		{"consumer finance", "【青禾消费金融】" + threat, "2026-03-02T10:00:00+08:00",
			[]cited{{security, true}, {consumers, true}, {company, true}, {banks, false}}},
		{"a bank", "【云杉银行】" + threat, "2026-03-02T10:00:00+08:00",
			[]cited{{security, true}, {consumers, true}, {banks, false}}},
		{"a bank, of a credit card", "【云杉银行】您的信用卡欠款2340元已逾期40天，今天不还就打断腿。", "2026-03-02T10:00:00+08:00",
			[]cited{{security, true}, {consumers, true}, {cards, true}, {banks, false}}},
		{"a small-loan company", "【惠农小贷】" + threat, "2026-03-02T10:00:00+08:00",
			[]cited{{security, true}, {small, true}}},
		{"a platform", "【星桥分期】" + threat, "2026-03-02T10:00:00+08:00", unknown},
		{"not known who", threat, "2026-03-02T10:00:00+08:00", unknown},
		{"not known who, of a credit card", "您的信用卡欠款2340元已逾期40天，今天不还就打断腿。", "2026-03-02T10:00:00+08:00",
			[]cited{{security, true}, {ifBank + consumers, false}, {ifCompany + company, false}, {ifSmall + small, false}, {ifCard + cards, false}, {ifBank + banks, false}}},
		{"a private person", "你欠我的2340元逾期40天，今天不还就打断腿。", "2026-03-02T10:00:00+08:00", []cited{{security, true}}},
		{"a utility", "【国家电网】户号0921欠电费217元，逾期7天，不还就打断腿。", "2026-03-02T10:00:00+08:00", []cited{{security, true}}},
		{"before the later ones", "【青禾消费金融】" + threat, "2025-12-31T23:00:00+08:00",
			[]cited{{consumers, true}, {company, true}}},
		{"the day in China counts", "【青禾消费金融】" + threat, "2025-12-31T16:00:00Z",
			[]cited{{security, true}, {consumers, true}, {company, true}}},
		{"before any", "【青禾消费金融】" + threat, "2020-01-01T10:00:00+08:00", nil},
		{"time not known", "【青禾消费金融】" + threat, "",
			[]cited{{security, true}, {consumers, true}, {company, true}, {banks, false}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []cited
			for _, b := range conduct.Breaches(parse(t, tt.text), date(tt.at), identity.Unknown) {
				if b.Rule != conduct.ThreatensViolence {
					continue
				}
				for _, c := range append([]conduct.Citation{{Source: b.Source, Binding: b.Binding}}, b.Also...) {
					name := c.Source
					for _, w := range tt.want {
						if strings.HasPrefix(name, w.Source) {
							name = w.Source
						}
					}
					got = append(got, cited{name, c.Binding})
				}
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// Each sort of lender is held to its own instruments and to those for anybody.
func TestScopes(t *testing.T) {
	with := []conduct.Scope{conduct.ScopeAny, conduct.ScopeRepeated, conduct.ScopeLender, conduct.ScopeNewContract}
	tests := map[string][]conduct.Scope{
		"【云杉银行】":       append(with, conduct.ScopeLicensed, conduct.ScopeBank),
		"【青禾消费金融】":     append(with, conduct.ScopeLicensed, conduct.ScopeConsumerFinance),
		"【惠农小额贷款】":     append(with, conduct.ScopeSmallLoan),
		"【长宁区人民法院】":    {conduct.ScopeAny, conduct.ScopeRepeated},
		"【国家电网】":       {conduct.ScopeAny, conduct.ScopeRepeated},
		"【市公安局】":       {conduct.ScopeAny, conduct.ScopeRepeated},
		"【中国人民银行征信中心】": {conduct.ScopeAny, conduct.ScopeRepeated},
	}
	for _, c := range readCases(t) {
		for signature, scopes := range tests {
			_, text, signed := strings.Cut(c.text, "】")
			if !signed {
				text = c.text
			}
			for _, b := range conduct.Breaches(parse(t, signature+text), c.at, c.addressee) {
				for _, also := range append([]conduct.Citation{{Source: b.Source, Scope: b.Scope}}, b.Also...) {
					if also.Scope == conduct.ScopeBankCard && signature == "【云杉银行】" {
						continue
					}
					assert.Contains(t, scopes, also.Scope, "%s %s", signature, b.Rule)
					assert.NotContains(t, also.Source, "如果对方")
				}
			}
		}
	}
}

// For a swindler's message only what is for anybody remains.
func TestAnybody(t *testing.T) {
	const text = "【青禾消费金融】您的借款2340元已逾期40天，再不还追究刑事责任，今天就打断腿，天天打你电话，打到你还为止。"
	all := conduct.Breaches(parse(t, text), date("2026-03-02T23:00:00+08:00"), identity.Unknown)
	before := fmt.Sprint(all)
	var rules []string
	for _, b := range conduct.Anybody(all) {
		rules = append(rules, b.Rule)
		for _, c := range append([]conduct.Citation{{Scope: b.Scope}}, b.Also...) {
			assert.Contains(t, []conduct.Scope{conduct.ScopeAny, conduct.ScopeRepeated}, c.Scope)
		}
	}
	assert.Equal(t, []string{conduct.ThreatensViolence, conduct.ThreatensHarassment}, rules)
	assert.Equal(t, before, fmt.Sprint(all), "what is given is not changed")
	assert.Empty(t, conduct.Anybody(nil))
}

func TestNothing(t *testing.T) {
	assert.Nil(t, conduct.Breaches(nil, time.Time{}, identity.Unknown))
	assert.Nil(t, conduct.Breaches(&parser.Notice{}, date("2026-03-02T23:00:00+08:00"), identity.Disagree))
	var zero conduct.Tables
	assert.Nil(t, zero.Breaches(parse(t, "您的借款2340元已逾期40天，今天不还就打断腿。"), time.Time{}, identity.Unknown))
	assert.Empty(t, conduct.Breach{}.Explain("zh"))
}

func TestExplain(t *testing.T) {
	b := conduct.Breach{Rule: conduct.NightHours}
	assert.Contains(t, b.Explain("zh"), "22:00")
	assert.Contains(t, b.Explain("en"), "22:00")
	assert.NotEqual(t, b.Explain("zh"), b.Explain("en"))
	assert.Equal(t, b.Explain("zh"), b.Explain("fr"))
}

// Spans lie in the caller's text although the tokens are folded.
func TestSpansOfPosing(t *testing.T) {
	const text = "您好，我是长宁区公安分局的陈某，您的欠款2340元已逾 期40天。"
	for _, b := range conduct.Breaches(parse(t, text), time.Time{}, identity.Unknown) {
		if b.Rule == conduct.PosesAsOrgan {
			require.Len(t, b.Spans, 1)
			got := text[b.Spans[0].Start:b.Spans[0].End]
			assert.True(t, strings.HasPrefix(got, "我是长宁区公安"))
			assert.NotContains(t, got, "陈")
			return
		}
	}
	t.Error("not found")
}

func TestLoad(t *testing.T) {
	const secret = "王小明13800001234"
	const instrument = "x\t2026-01-01\tbinding\tany\tname\t2026-01-02\tB\n"
	tests := []struct {
		name, rules, instruments, words string
		want                            string
	}{
		{"columns", "", secret + "\n", "", "conduct: instruments, line 1: wrong number of columns"},
		{"empty column", "", "# head\n\nx\t2026-01-01\tbinding\tany\t\t2026-01-02\tB\n", "", "conduct: instruments, line 3: empty column"},
		{"date", "", "x\t" + secret + "\tbinding\tany\tname\t2026-01-02\tB\n", "", "conduct: instruments, line 1: no date"},
		{"force", "", "x\t2026-01-01\t" + secret + "\tany\tname\t2026-01-02\tB\n", "", "conduct: instruments, line 1: neither binding nor recommended"},
		{"scope", "", "x\t2026-01-01\tbinding\t" + secret + "\tname\t2026-01-02\tB\n", "", "conduct: instruments, line 1: no such scope"},
		{"trust", "", "x\t2026-01-01\tbinding\tany\tname\t2026-01-02\t" + secret + "\n", "", "conduct: instruments, line 1: no such trust"},
		{"twice", "", instrument + instrument, "", "conduct: instruments, line 2: not sorted"},
		{"not UTF-8", "", "\xff\n", "", "conduct: instruments, line 1: not UTF-8"},
		{"long line", "", instrument + strings.Repeat("x", 1<<17), "", "conduct: instruments, line 2: line too long"},
		{"unknown instrument", "A\t" + secret + "\tzh\ten\n", instrument, "", "conduct: rules, line 1: no such instrument"},
		{"rules unsorted", "B\tx\tzh\ten\nA\tx\tzh\ten\n", instrument, "", "conduct: rules, line 2: not sorted"},
		{"meaning", "A\tx\tzh\ten\n", instrument, secret + "\tword\n", "conduct: words, line 1: no such meaning"},
		{"gap in a name", "A\tx\tzh\ten\n", instrument, "organ\ta…b\n", "conduct: words, line 1: a word with a gap or a choice"},
		{"empty part", "A\tx\tzh\ten\n", instrument, "posting\ta|…b\n", "conduct: words, line 1: a part of a word is empty"},
		{"words unsorted", "A\tx\tzh\ten\n", instrument, "self\tb\nself\ta\n", "conduct: words, line 2: not sorted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := conduct.Load(strings.NewReader(tt.rules), strings.NewReader(tt.instruments), strings.NewReader(tt.words))
			require.EqualError(t, err, tt.want)
			assert.IsType(t, &conduct.TableError{}, err)
		})
	}
	own, err := conduct.Load(strings.NewReader("INSULT\tx\t不得辱骂\tno abuse\n"), strings.NewReader(instrument), strings.NewReader(""))
	require.NoError(t, err)
	got := own.Breaches(parse(t, "你的借款2340元逾期40天，不要脸，今天不还就打断腿！"), time.Time{}, identity.Unknown)
	require.Len(t, got, 1)
	assert.Equal(t, "name", got[0].Source)
	assert.True(t, got[0].Binding)
	assert.Equal(t, "no abuse", own.Explain(got[0].Rule, "en"))
	_, err = conduct.Load(failing{}, nil, nil)
	assert.EqualError(t, err, "conduct: table cannot be read")
}

// failing is a reader whose error quotes personal data.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, fmt.Errorf("王小明13800001234") }
