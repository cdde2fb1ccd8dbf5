package presend

import (
	"regexp"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// birthday finds the debtor's day or year of birth in a text: 1993年9月17日生, 生日9月17日.
var birthday = sync.OnceValue(func() *regexp.Regexp {
	const day = `(?:((?:19|20)[0-9]{2}) ?[年./-] ?)?(?:([0-9]{1,2}) ?[月./-] ?(?:([0-9]{1,2}) ?[日号]?)?)?`
	const eight = `((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])`
	return regexp.MustCompile(`(?:出生日期|出生年月日?|出生于|(?:^|[，。、；（( 您])生于|生日)(?:为|是|在)?[:： ]?(?:` + eight + `|` + day + `)|` + eight + `(?:出生|生)|` + day + `(?:出生|生人|生(?:[，。、；）)的]|$)|生日)`)
})

// born compares the dates of birth in the text with that in the record's ID number, and returns
// where they stand.
func (k *check) born() (all []parser.Span) {
	if !says(k.text, "born") {
		return nil
	}
	id := k.record.Person.ID
	year, month, day := id.BirthDate()
	for _, at := range birthday().FindAllStringSubmatchIndex(k.text, -1) {
		group := 1
		for group < 10 && at[2*group] < 0 && at[2*group+2] < 0 {
			group += 3
		}
		var n [3]int
		where := parser.Span{Start: -1}
		for i := range n {
			if start := at[2*(group+i)]; start >= 0 {
				n[i] = number(k.text[start:at[2*(group+i)+1]])
				where.End = at[2*(group+i)+1]
				if where.Start < 0 {
					where.Start = start
				}
			}
		}
		if where.Start < 0 || n[0] == 0 && n[2] == 0 || isDigit(k.text, where.Start-1) || beginsWith(k.text[at[1]:], "not_date_after") || k.ofOther(where) {
			continue
		}
		all = append(all, where)
		if !id.IsZero() && (n[0] != 0 && n[0] != year || n[1] != 0 && n[1] != int(month) || n[2] != 0 && n[2] != day) {
			k.differs("ID_DIFFERS", FieldIDNumber, where)
		}
	}
	return all
}
