package presend

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
)

// mutations change a record in a field that the text shows.
var mutations = []struct {
	name   string
	shown  func(text string, r *Record) bool
	change func(t *testing.T, r *Record)
}{
	{"amount", func(_ string, r *Record) bool { return r.Amount != nil }, func(_ *testing.T, r *Record) { r.Amount = new(*r.Amount + 1000) }},
	{"days", func(_ string, r *Record) bool { return r.Days != nil }, func(_ *testing.T, r *Record) { r.Days = new(*r.Days + 7) }},
	{"due", func(_ string, r *Record) bool { return !r.Due.IsZero() }, func(_ *testing.T, r *Record) { r.Days, r.Due = nil, r.Due.AddDate(0, 0, 7) }},
	{"id", func(text string, r *Record) bool { return strings.Contains(text, r.Person.ID.Reveal()[14:]) }, func(t *testing.T, r *Record) {
		id, err := identity.ParseID("330203199104121171")
		require.NoError(t, err)
		r.Person.ID = id
	}},
	{"name", func(text string, r *Record) bool { return strings.ContainsAny(text, r.Person.Name) }, func(_ *testing.T, r *Record) { r.Person.Name, r.Person.ID = "龚翠屏", identity.ID{} }},
	{"periods", func(_ string, r *Record) bool { return r.Periods != nil }, func(_ *testing.T, r *Record) { r.Periods = new(*r.Periods + 1) }},
	{"phone", func(text string, r *Record) bool { return strings.Contains(text, r.Person.Phones[0][7:]) }, func(_ *testing.T, r *Record) { r.Person.Phones = []string{"13800009993"} }},
	{"since", func(_ string, r *Record) bool { return !r.Since.IsZero() }, func(_ *testing.T, r *Record) { r.Days, r.Since = nil, r.Since.AddDate(0, 0, 7) }},
}

// notSaid are notices whose text does not show the changed field.
var notSaid = []string{
	"a.jsonl:130: periods", // 11月的那一期 counts nothing
	"b.jsonl:19: name",     // a name after 快乐 is not read, and 您 may be anybody
	"b.jsonl:20: days",     // 逾30天 is true of 37 days
	"b.jsonl:96: name",     // a name before 职工 is not read, and the record without an ID number has nothing else
	"c.jsonl:30: days",     // gives no days, and a due date that is the record's
	"c.jsonl:73: days",     // so does this
	"d.jsonl:3: periods",   // 3期借款待还 is not read
	"d.jsonl:60: days",     // 昨日扣收 gives no days, and is read as no due date
	"d.jsonl:60: due",
	"d.jsonl:64: days",  // 已逾10天 is true of 17 days
	"d.jsonl:83: days",  // gives no days
	"d.jsonl:86: name",  // 贵客户: there is no name
	"d.jsonl:100: days", // so does this
	"e.jsonl:13: days",  // gives no days
	"e.jsonl:27: due",
	"e.jsonl:39: due",
	"e.jsonl:101: days",
	"e.jsonl:101: due",
	"f.jsonl:7: amount", // this lot nobody has mended anything with
	"f.jsonl:28: due",
	"f.jsonl:77: phone",
	"f.jsonl:95: due",
	"f.jsonl:116: due",
	"g.jsonl:24: name",     // a name before 家长 is not read
	"g.jsonl:38: periods",  // 本月这期: counts nothing
	"g.jsonl:60: periods",  // counts nothing
	"g.jsonl:64: periods",  // nor does this
	"g.jsonl:120: days",    // gives no days, and a due date that is the record's
	"g.jsonl:129: days",    // gives no days
	"g.jsonl:137: name",    // 时光, a word of its own
	"g.jsonl:141: name",    // so is 温暖
	"g.jsonl:163: name",    // and this
	"g.jsonl:166: periods", // counts nothing
	"g.jsonl:175: periods", // nor does this
	"g.jsonl:245: due",     // 今天24:00截止 may be said of an offer
	"g.jsonl:265: days",    // 四天前 is so since the due date, which is the record's
	"g.jsonl:271: periods", // 第121期 counts nothing
	"g.jsonl:328: days",    // gives no days
	"g.jsonl:333: periods", // 第4期 counts nothing
	"g.jsonl:338: periods", // counts nothing
	"g.jsonl:345: due",     // 11月的最后一天 is not read
	"g.jsonl:353: phone",   // a tail that may be that of an account
	"g.jsonl:395: name",    // a surname that is not in the table
	"g.jsonl:410: due",     // the other due date stands there, of an offer
	"g.jsonl:414: name",    // 鸠摩 is not read as a name
	"h.jsonl:2: periods",   // 第4期 counts nothing
	"h.jsonl:4: periods",   // 5月、6月租金 is not counted
	"h.jsonl:15: periods",  // 第3期 counts nothing
	"h.jsonl:19: days",     // 逾期超30天 is true of 41 days
	"h.jsonl:27: periods",  // 第2期 counts nothing
	"h.jsonl:29: phone",    // 尾号 behind a hidden name is of what is not said
	"h.jsonl:33: periods",  // 第5期 counts nothing
	"h.jsonl:35: periods",  // nor does 第14期
	"h.jsonl:50: periods",  // 第12期
	"h.jsonl:53: periods",  // 第12期 counts nothing
	"h.jsonl:63: phone",    // a number in brackets behind a name is of what is not said
	"h.jsonl:65: amount",   // the minimum is asked for, and is the record's
	"h.jsonl:67: periods",  // 第3期
	"h.jsonl:75: periods",  // counts nothing
	"h.jsonl:79: name",     // nor is this one
	"h.jsonl:87: periods",  // 第10期
	"i.jsonl:11: due",      // gives a day that is the last of several
	"i.jsonl:21: due",
	"i.jsonl:33: days",
	"i.jsonl:53: name", // 蓝天, a word of its own
	"i.jsonl:59: due",
	"i.jsonl:61: due",
	"i.jsonl:77: phone",
	"i.jsonl:83: due",
	"i.jsonl:89: name", // a given name that is a word
	"i.jsonl:102: due", // gives two days
	"i.jsonl:115: phone",
	"j.jsonl:3: days", // 现逾10天, behind 账期
	"j.jsonl:3: due",
	"j.jsonl:47: phone",   // the tail of an account
	"j.jsonl:50: periods", // two months, each named with a day
	"j.jsonl:58: due",
	"j.jsonl:66: periods",  // two months, named
	"j.jsonl:84: periods",  // two instalments, one of them put off
	"j.jsonl:88: periods",  // two months, named
	"j.jsonl:105: amount",  // the least payment
	"j.jsonl:136: periods", // puts right what was said before
	"j.jsonl:136: phone",   // the tail of a user
}

// TestOtherRecords checks the right notices of the lots against records that differ in one field,
// and counts how many get a finding about the record.
func TestOtherRecords(t *testing.T) {
	files, err := filepath.Glob("testdata/*.jsonl")
	require.NoError(t, err)
	type count struct{ found, all int }
	counts := map[string]count{}
	var missed []string
	for _, name := range files {
		for line, l := range lots(t, name) {
			if !l.Right {
				continue
			}
			for _, m := range mutations {
				n, c := l.notice(t)
				if !m.shown(n.Text, &n.Record) {
					continue
				}
				m.change(t, &n.Record)
				got, err := c.Check(n)
				require.NoError(t, err)
				k := counts[m.name]
				k.all++
				if slices.ContainsFunc(got.Findings, func(f Finding) bool { return f.Part == PartRecord }) {
					k.found++
				} else {
					missed = append(missed, fmt.Sprintf("%s:%d: %s", filepath.Base(name), line, m.name))
				}
				counts[m.name] = k
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%-12s %d/%d", name, counts[name].found, counts[name].all)
	}
	assert.Equal(t, notSaid, missed)
}
