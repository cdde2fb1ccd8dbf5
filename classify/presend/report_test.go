package presend

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Records and notices show nothing of a person under fmt and slog, however deeply nested.
func TestHidden(t *testing.T) {
	n := Notice{"秘文8812", Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), Amount: new(int64(881200)), Sender: "1069秘"}}
	for _, v := range []any{n, &n, n.Record, []Notice{n}, struct{ N Notice }{n}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
			assert.NotRegexp(t, "秘|8812|沈|1171|3401", fmt.Sprintf(verb, v), verb)
		}
	}
	var out bytes.Buffer
	slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "notice", n, "record", n.Record)
	assert.Contains(t, out.String(), "Notice{}")
	assert.NotRegexp(t, "秘|8812|沈|1171|3401", out.String())
}

// What is not known is not compared, and what cannot be read is an error without input.
func TestNothingKnown(t *testing.T) {
	got, err := new(Checker).Check(Notice{Text: head + debt + tail})
	require.NoError(t, err)
	assert.Equal(t, &Report{}, got)
	for text, want := range map[string]error{"秘\xff": parser.ErrNotUTF8, strings.Repeat("秘", parser.MaxBytes): parser.ErrTooLong} {
		got, err := new(Checker).Check(Notice{Text: text})
		assert.Nil(t, got)
		require.ErrorIs(t, err, want)
		assert.NotContains(t, err.Error(), "秘")
	}
}

func TestLanguageAndIgnore(t *testing.T) {
	n := Notice{"【青禾消费金融】周*平先生，" + debt + tail, Record{Person: identity.Profile{Name: "沈亦安"}, Unreadable: []Field{FieldDays, FieldPhone, "own"}}}
	texts := func(c Checker) (all []string) {
		got, err := c.Check(n)
		require.NoError(t, err)
		assert.Equal(t, identity.Disagree, got.Fits)
		for _, f := range got.Findings {
			all = append(all, f.Text)
		}
		return all
	}
	assert.Equal(t, []string{"记录里有缺少或读不了的项，无从核对：逾期天数、手机号、own", "姓名与记录不符"}, texts(Checker{}))
	assert.Equal(t, texts(Checker{}), texts(Checker{Lang: "fr"}))
	assert.Equal(t, []string{"the name does not match the record"}, texts(Checker{Lang: remedy.English, Ignore: []string{"RECORD_UNREADABLE"}}))
	assert.Equal(t, "days overdue", FieldDays.Name(remedy.English))
}

func TestFieldNames(t *testing.T) {
	for _, f := range []Field{FieldName, FieldIDNumber, FieldPhone, FieldPlannedAt, FieldAmount, FieldDays, FieldPeriods, FieldSince, FieldDue, FieldSender} {
		assert.NotEmpty(t, f.Name(remedy.Chinese), f)
		assert.NotEqual(t, f.Name(remedy.Chinese), f.Name(remedy.English), f)
	}
	assert.Len(t, fieldNames, 10)
}

// CheckAll checks each notice beside its neighbours, in order, and ends when told to.
func TestCheckAll(t *testing.T) {
	var batch []Notice
	for range 5 {
		for _, c := range cases {
			batch = append(batch, Notice{c.text, Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon}})
		}
	}
	batch = append(batch, Notice{Text: "\xff"}, Notice{"【青禾消费金融】王*明（身份证尾号0011），" + debt, Record{Person: person(t, "程小禾", "440305198809042026", "13800003402")}},
		Notice{Record: Record{Person: person(t, "王小明", "110101199003070011", "13800003405")}})
	c := new(Checker)
	i := 0
	for got, err := range c.CheckAll(t.Context(), slices.Values(batch)) {
		var before, behind *Record
		if i > 0 {
			before = &batch[i-1].Record
		}
		if i+1 < len(batch) {
			behind = &batch[i+1].Record
		}
		want, wantErr := c.checkBeside(before, batch[i], behind)
		require.Equal(t, want, got)
		i++
		if wantErr == nil {
			require.NoError(t, err)
			continue
		}
		require.Equal(t, &NoticeError{i, wantErr}, err)
		require.ErrorIs(t, err, parser.ErrNotUTF8)
		require.Equal(t, fmt.Sprintf("presend: notice %d: %v", i, wantErr), err.Error())
	}
	assert.Equal(t, len(batch), i)

	for range c.CheckAll(t.Context(), slices.Values(batch)) {
		break // which ends CheckAll
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	i = 0
	var last error
	for got, err := range c.CheckAll(ctx, slices.Values(batch)) {
		if i++; i == 10 {
			cancel()
		}
		if got == nil {
			last = err
		}
	}
	assert.ErrorIs(t, last, context.Canceled)
	assert.Less(t, i, len(batch))
	for range c.CheckAll(t.Context(), slices.Values([]Notice{})) {
		assert.Fail(t, "there is none")
	}
}

// A rule that findings.tsv does not have is the caller's own.
func TestRuleOfCaller(t *testing.T) {
	k := check{Checker: new(Checker), found: []Finding{{Code: "OWN_RULE"}, {Code: conduct.NightHours}}}
	got := k.merged()
	require.Len(t, got, 2)
	for _, f := range got {
		assert.Equal(t, PartRule, f.Part)
	}
}
