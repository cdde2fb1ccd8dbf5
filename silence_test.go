package dunsms_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"io"
	"log/slog"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// mark is what is private in an input: a character, digits and letters,
// none of which an error of ours has.
const mark = "秘8812qzx"

var errMarked = errors.New("a reader quotes " + mark)

// failures make each exported function that returns an error fail in each of its
// ways, on marked input.
var failures = map[string]func(fails func(error)){
	"dunsms.Check":         func(fails func(error)) { texts(fails, check(dunsms.Check)) },
	"dunsms.Checker.Check": func(fails func(error)) { texts(fails, check(new(dunsms.Checker).Check)) },
	"parser.Parse":         func(fails func(error)) { texts(fails, second(parser.Parse)) },
	"parser.Parser.Parse":  func(fails func(error)) { texts(fails, second(mustParser().Parse)) },
	"parser.New":           options,
	"parser.WithWords":     options,
	"parser.WithCues":      options,
	"parser.WithLenders":   options,
	"parser.Money.UnmarshalJSON": func(fails func(error)) {
		for _, in := range badJSON("fen", "text", "span", "role") {
			fails(new(parser.Money).UnmarshalJSON([]byte(in)))
		}
	},
	"parser.Span.UnmarshalJSON": func(fails func(error)) {
		for _, in := range append(badJSON("start"), `[8812]`, `[8812,1]`, `[-8812,8812]`, `["`+mark+`",8812]`) {
			fails(new(parser.Span).UnmarshalJSON([]byte(in)))
		}
	},

	"identity.ParseID":       func(fails func(error)) { numbers(fails, second(identity.ParseID)) },
	"identity.ParseMaskedID": func(fails func(error)) { masked(fails, second(identity.ParseMaskedID)) },
	"identity.ParseName": func(fails func(error)) {
		for _, in := range []string{mark, "秘\n" + mark, strings.Repeat("秘", 60), "秘\xff", "张" + mark, strings.Repeat("先生", 15)} {
			fails(second(identity.ParseName)(in))
		}
	},
	"identity.ParsePhone": func(fails func(error)) {
		for _, in := range []string{mark, "1380000" + mark, strings.Repeat("8812", 20), "8", "88\xff12", "+86", "尾号881288128812"} {
			fails(second(identity.ParsePhone)(in))
		}
	},
	"identity.ID.UnmarshalText":       func(fails func(error)) { numbers(fails, unmarshal(new(identity.ID))) },
	"identity.MaskedID.UnmarshalText": func(fails func(error)) { masked(fails, unmarshal(new(identity.MaskedID))) },
	"identity.Name.UnmarshalText":     func(fails func(error)) { fails(unmarshal(new(identity.Name))(mark)) },
	"identity.Phone.UnmarshalText":    func(fails func(error)) { fails(unmarshal(new(identity.Phone))(mark)) },
	"identity.Outcome.UnmarshalText":  func(fails func(error)) { fails(unmarshal(new(identity.Outcome))(mark)) },
	"identity.Sex.UnmarshalText":      func(fails func(error)) { fails(unmarshal(new(identity.Sex))(mark)) },
	"identity.PhoneClass.UnmarshalText": func(fails func(error)) {
		fails(unmarshal(new(identity.PhoneClass))(mark))
	},
	"identity.Profile.UnmarshalJSON": func(fails func(error)) {
		numbers(fails, func(in string) error {
			data, err := json.Marshal(map[string]string{"name": mark, "id_number": in})
			if err != nil {
				return nil
			}
			return json.Unmarshal(data, new(identity.Profile))
		})
		for _, in := range append(badJSON("name", "id_number"), `{"phones":"`+mark+`"}`, `{"phones":[8812]}`) {
			fails(new(identity.Profile).UnmarshalJSON([]byte(in)))
		}
	},

	"classify.Answer.UnmarshalText": func(fails func(error)) { fails(unmarshal(new(classify.Answer))(mark)) },
	"conduct.Load": func(fails func(error)) {
		for _, in := range badTables(4, "AAA\t秘8812\t"+mark+"\t"+mark, twice("cba-2026\t"+mark+"\t"+mark)) {
			fails(third(conduct.Load(in(), nil, nil)))
		}
		for _, in := range badTables(7,
			"a\t8812\tbinding\tany\t"+mark+"\t2026-11-23\tA", "a\t2026-11-23\t"+mark+"\tany\tx\t2026-11-23\tA",
			"a\t2026-11-23\tbinding\t"+mark+"\tx\t2026-11-23\tA", "a\t2026-11-23\tbinding\tany\tx\t2026-11-23\t"+mark,
			twice("2026-11-23\tbinding\tany\t"+mark+"\t2026-11-23\tA")) {
			fails(third(conduct.Load(nil, in(), nil)))
		}
		for _, in := range badTables(2, mark+"\t"+mark, "self\t"+mark+"b\nself\t"+mark+"a") {
			fails(third(conduct.Load(nil, nil, in())))
		}
	},
	"remedy.Load": func(fails func(error)) {
		load := func(f remedy.Files) { fails(third(remedy.Load(f))) }
		for _, in := range badTables(4, mark+"\t"+mark+"\t8812\tA", mark+"\t"+mark+"\t2026-11-23\t"+mark, twice(mark+"\t2026-11-23\tA")) {
			load(remedy.Files{Sources: in()})
		}
		for _, in := range badTables(6, mark+"\t"+mark+"\t-\t"+mark+"\tx\tx", mark+"\t-\t"+mark+"\tx\tx\tx", mark+"\t-\t8812,3\tx\tx\tx", mark+"\t-\t-\tx\tx\t"+mark, twice("-\t-\t"+mark+"\t"+mark+"\t110"), mark+"\t-\t30,15\tx\tx\t110") {
			load(remedy.Files{Steps: in()})
		}
		for _, in := range badTables(4, mark+"\t1\t"+mark+"\t-", mark+"\t8812\t"+mark+"\t-", mark+"\t"+mark+"\tx\t"+mark, mark+"\t1\tanswer_court\t"+mark, mark+"\t1\tanswer_court\trepaid="+mark,
			mark+"\t1\tanswer_court\t-\n"+mark+"\t2\tanswer_court\t-", mark+"\t1\tanswer_court\t-\n8812\t1\tanswer_court\t-") {
			load(remedy.Files{Lists: in()})
		}
		for _, in := range badTables(6, strings.Repeat(mark+"\t", 5)+mark, twice(strings.Repeat(mark+"\t", 4)+"110")) {
			load(remedy.Files{Channels: in()})
		}
	},
	"remedy.NewAttachment": func(fails func(error)) {
		fails(third(remedy.NewAttachment(mark, iotest.ErrReader(errMarked))))
	},
	"remedy.NewRecord": func(fails func(error)) {
		fails(third(remedy.NewRecord(mark+"\xff", time.Time{}, mark, nil)))
		fails(third(remedy.NewRecord(mark, time.Time{}, mark+"\xff", nil)))
		fails(third(remedy.NewRecord(mark, time.Time{}, mark, nil, remedy.Attachment{Name: mark + "\xff"})))
		fails(third(remedy.NewRecord(mark, time.Date(88_12, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(8812, 0, 0), mark, nil)))
		fails(third(remedy.NewRecord(mark, time.Time{}, mark, map[string]any{mark: math.NaN()})))
		fails(third(remedy.NewRecord(mark, time.Time{}, mark, marshaler{})))
		fails(third(remedy.NewRecord(mark, time.Time{}, mark, json.RawMessage(mark))))
	},
	"remedy.ParseRecord": func(fails func(error)) {
		for _, in := range append(badJSON("v", "message", "received_at"), mark+"\xff", `{"v":8812}`) {
			fails(third(remedy.ParseRecord([]byte(in))))
		}
	},
	"remedy.Record.Verify": func(fails func(error)) {
		r := mustRecord()
		r.Message += mark
		fails(r.Verify())
		r = mustRecord()
		r.Sender += mark
		fails(r.Verify())
		r.Report = json.RawMessage(mark)
		fails(r.Verify())
		fails((*remedy.Record)(nil).Verify())
	},
	"remedy.Record.VerifyAttachment": func(fails func(error)) {
		r := mustRecord()
		fails(r.VerifyAttachment(0, strings.NewReader(mark+"?")))
		fails(r.VerifyAttachment(1, strings.NewReader(mark)))
		fails(r.VerifyAttachment(0, iotest.ErrReader(errMarked)))
	},
	"remedy.Objection": func(fails func(error)) {
		n, err := parser.Parse("【秘】张秘（身份证尾号8812），您的借款8812元已逾期3天，请加微信qzx8812。")
		if err != nil {
			return
		}
		me := identity.Profile{Name: mark, Phones: []string{mark}}
		for _, matter := range []classify.Verdict{"", mark, classify.Scam} {
			_, err := remedy.Objection(remedy.Case{Matter: matter, Notice: n, Profile: me, Sender: mark, MessageSHA256: mark})
			fails(err)
		}
	},
}

// neverFail are those that return an error because an interface wants one, or
// that return one they were given.
var neverFail = []string{
	"classify.Answer.MarshalText", "identity.ID.MarshalText", "identity.MaskedID.MarshalText", "identity.Name.MarshalText",
	"identity.Outcome.MarshalText", "identity.Phone.MarshalText", "identity.PhoneClass.MarshalText", "identity.Sex.MarshalText",
	"parser.Money.MarshalJSON", "parser.Span.MarshalJSON", "identity.ProfileError.Unwrap", "parser.Error.Unwrap",
}

// TestErrorsAreSilent finds nothing of a marked input in any error, however it is
// printed, nor in what it wraps.
func TestErrorsAreSilent(t *testing.T) {
	for name, fail := range failures {
		count := 0
		fail(func(err error) {
			count++
			require.Error(t, err, "%s: failure %d did not fail", name, count)
			for ; err != nil; err = errors.Unwrap(err) {
				var shown bytes.Buffer
				fmt.Fprintf(&shown, "%v %+v %#v %q %s", err, err, err, err, err.Error())
				slog.New(slog.NewTextHandler(&shown, withoutTime)).Error("failed", "err", err)
				slog.New(slog.NewJSONHandler(&shown, withoutTime)).Error("failed", "err", err)
				for _, part := range []string{"秘", `\u79d8`, "8812", "qzx"} {
					assert.False(t, strings.Contains(shown.String(), part), "%s: failure %d shows its input", name, count)
				}
			}
		})
		assert.Positive(t, count, name)
	}
}

var withoutTime = &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}}

// TestFailuresAreAll reads the source of the public packages: whatever returns
// an error is among failures.
func TestFailuresAreAll(t *testing.T) {
	var found []string
	for _, dir := range []string{".", "identity", "parser", "classify", "classify/conduct", "classify/remedy"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				found = append(found, failing(t, file)...)
			}
		}
	}
	slices.Sort(found)
	assert.Equal(t, found, slices.Sorted(maps.Keys(failures)))
}

// failing returns the exported functions and methods of a file that return an
// error or an Option, which does.
func failing(t *testing.T, file string) []string {
	t.Helper()
	f, err := goparser.ParseFile(token.NewFileSet(), file, nil, goparser.SkipObjectResolution)
	require.NoError(t, err)
	var names []string
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !fn.Name.IsExported() || fn.Type.Results == nil {
			continue
		}
		name := f.Name.Name + "."
		if fn.Recv != nil {
			of := fn.Recv.List[0].Type
			if p, ok := of.(*ast.StarExpr); ok {
				of = p.X
			}
			name += of.(*ast.Ident).Name + "."
		}
		name += fn.Name.Name
		fails := slices.ContainsFunc(fn.Type.Results.List, func(r *ast.Field) bool {
			id, ok := r.Type.(*ast.Ident)
			return ok && (id.Name == "error" || id.Name == "Option")
		})
		if fails && !slices.Contains(neverFail, name) {
			names = append(names, name)
		}
	}
	return names
}

func second[T any](f func(string) (T, error)) func(string) error {
	return func(in string) error { return third(f(in)) }
}

func third[T any](_ T, err error) error { return err }

func check(f func(dunsms.Message) (*dunsms.Report, error)) func(string) error {
	return func(in string) error {
		return third(f(dunsms.Message{ID: mark, Text: in, Sender: mark, Recipient: identity.Profile{Name: mark}}))
	}
}

func unmarshal(v interface{ UnmarshalText([]byte) error }) func(string) error {
	return func(in string) error { return v.UnmarshalText([]byte(in)) }
}

// texts are messages that are refused.
func texts(fails func(error), f func(string) error) {
	fails(f("借款逾期" + mark + "\xff"))
	fails(f("\xc3\xd8" + mark))
	fails(f(strings.Repeat(mark, parser.MaxBytes)))
}

// numbers are refused as ID numbers, by each rule.
func numbers(fails func(error), f func(string) error) {
	masked(fails, f)
	for _, in := range []string{"881288199003070011", "11010119908812001X", "110101199003078812", "881288********0011", "8812"} {
		fails(f(in))
	}
}

// masked are refused as masked ID numbers, and as whole ones.
func masked(fails func(error), f func(string) error) {
	for _, in := range []string{mark, "秘", "8812881288128812881288", "1101011990030700秘8", strings.Repeat(mark, 40), "1101018812*****0011\x00" + mark, "881288128"} {
		fails(f(in))
	}
}

// badJSON is what no object with such keys is, each with a mark.
func badJSON(keys ...string) []string {
	all := []string{mark, `"` + mark + `"`, `["` + mark + `"]`, `8812`}
	for _, key := range keys {
		for _, v := range []string{`{"` + mark + `":8812}`, `["` + mark + `"]`} {
			all = append(all, `{"`+key+`":`+v+`}`)
		}
	}
	return all
}

// badTables are tables of so many columns with lines that are refused: those
// given, and what is no line of a table.
func badTables(columns int, lines ...string) []func() io.Reader {
	all := []func() io.Reader{func() io.Reader { return iotest.ErrReader(errMarked) }}
	for _, line := range append(lines, mark, strings.Repeat(mark+"\t", columns)+mark, strings.Repeat("\t", columns-1), mark+"\xff", strings.Repeat(mark, 20_000)) {
		all = append(all, func() io.Reader { return strings.NewReader("# " + mark + "\n" + line + "\n") })
	}
	return all
}

// twice is a row whose key, which is marked, comes again before itself.
func twice(columns string) string {
	return mark + "b\t" + columns + "\n" + mark + "a\t" + columns
}

// options are tables of words, cues and lenders that are refused.
func options(fails func(error)) {
	for _, line := range []string{
		mark + "\xff", mark + "\x00", mark + "\x07", mark + " 3 n " + mark, strings.Repeat(mark, 9), "秘，8812", "秘 8812qzx 8812", "秘 -8812", strings.Repeat(mark, 200), strings.Repeat(mark+"\n", 1<<19),
	} {
		fails(third(parser.New(parser.WithWords(strings.NewReader("好\n" + line + "\n")))))
	}
	fails(third(parser.New(parser.WithWords(iotest.ErrReader(errMarked)))))
	for _, line := range []string{
		mark, mark + "\tdebt\t" + mark, "\tdebt", strings.Repeat(mark, 9) + "\tdebt", "秘…\tdebt", mark + "\t" + mark, mark + "\trole:" + mark, mark + "\xff\tdebt",
		strings.Repeat(mark, 10_000) + "\tdebt", strings.Repeat("# "+mark+"\n", 1<<19),
	} {
		fails(third(parser.New(parser.WithCues(strings.NewReader("尾账未销\tdebt\n" + line + "\n")))))
	}
	fails(third(parser.New(parser.WithCues(iotest.ErrReader(errMarked)))))
	for _, l := range []parser.Lender{{}, {Name: "秘", Aliases: []string{""}}, {Name: mark + "\xff"}, {Name: strings.Repeat(mark, 9)}, {Name: mark, Aliases: []string{strings.Repeat(mark, 9)}}} {
		l.Hotlines, l.Domains, l.Senders = []string{mark}, []string{mark}, []string{mark}
		fails(third(parser.New(parser.WithLenders([]parser.Lender{{Name: mark}, l}))))
	}
}

// marshaler fails with a mark.
type marshaler struct{}

func (marshaler) MarshalJSON() ([]byte, error) { return nil, errMarked }

func mustParser() *parser.Parser {
	p, err := parser.New()
	if err != nil {
		panic("the embedded tables cannot be read")
	}
	return p
}

func mustRecord() *remedy.Record {
	a, err := remedy.NewAttachment(mark, strings.NewReader(mark))
	if err == nil {
		var r *remedy.Record
		if r, err = remedy.NewRecord(mark, time.Time{}, mark, mark, a); err == nil {
			return r
		}
	}
	panic("a record cannot be made")
}
