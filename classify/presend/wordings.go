package presend

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

//go:embed wording.tsv
var wordingTSV string

// said is a row of wording.tsv.
type said struct {
	code      string
	gates     []string
	pattern   *regexp.Regexp
	hit, miss string
}

const sentenceEnds = "。；！？\n"

// when and unpaid replace WHEN and UNPAID in the patterns.
const (
	when   = `(?:今晚|今天|今日|今早|今夜|明早|明天|中午|下午|晚上|上午|半天|[0-9一二两三四五六七八九十]{1,3}(?:点|时|个?小时|分钟)|半(?:个)?小时)`
	unpaid = `(?:前|之前|内|之内|以内|还)?(?:再)?(?:若|如|要是|还|仍|再)?(?:不|没|未|拒不)(?:还|打款|付|处理|到账|转|结清|缴|交|回电|联系|接|主动)`
)

var wordings = sync.OnceValue(func() (all []said) {
	fill := strings.NewReplacer("WHEN", when, "UNPAID", unpaid)
	for row := range strings.Lines(wordingTSV) {
		c := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if !strings.HasPrefix(row, "#") && len(c) == 5 {
			all = append(all, said{c[0], strings.Fields(c[1]), regexp.MustCompile(fill.Replace(c[2])), c[3], c[4]})
		}
	}
	return all
})

// find returns where a text matches the row, except in a sentence that denies it or warns of it.
func (s *said) find(text string) (all []parser.Span) {
	if !slices.ContainsFunc(s.gates, func(gate string) bool { return strings.Contains(text, gate) }) {
		return nil
	}
	for _, at := range s.pattern.FindAllStringIndex(text, -1) {
		where := parser.Span{Start: at[0], End: at[1]}
		if !isWarning(text, where) {
			all = append(all, where)
		}
	}
	return all
}

// wording finds what no notice should say, except where the rules have found it already.
func (k *check) wording() {
	rows, found := wordings(), k.found
	for i := range rows {
		where := slices.DeleteFunc(rows[i].find(k.text), func(s parser.Span) bool {
			return slices.ContainsFunc(found, func(f Finding) bool { return f.Code == rows[i].code && overlaps(f.Spans, s) })
		})
		if len(where) > 0 {
			b, _ := k.tables().Cite(rows[i].code, k.record.PlannedAt) // empty for a look
			k.found = append(k.found, Finding{Code: rows[i].code, Spans: where, Source: b.Source})
		}
	}
}

func overlaps(all []parser.Span, s parser.Span) bool {
	return slices.ContainsFunc(all, func(other parser.Span) bool { return s.Start < other.End && other.Start < s.End })
}
