package dunsms_test

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing/iotest"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// failures make each exported function that returns an error fail in each of its
// ways, on marked input.
var failures = map[string]func(fails func(error)){
	"dunsms.Checker.CheckAll": func(fails func(error)) {
		all := []dunsms.Message{{ID: mark, Text: mark + "\xff", Sender: mark}, {ID: mark, Text: strings.Repeat(mark, parser.MaxBytes), Sender: mark}}
		for _, err := range new(dunsms.Checker).CheckAll(context.Background(), slices.Values(all)) {
			fails(err)
		}
		for _, err := range (&dunsms.Checker{Population: mark}).CheckAll(context.Background(), slices.Values(all)) {
			fails(err)
		}
	},
	"dunsms.Check":         func(fails func(error)) { texts(fails, check(dunsms.Check)) },
	"dunsms.Checker.Check": func(fails func(error)) { texts(fails, check(new(dunsms.Checker).Check)) },
	"dunsms.Checker.Matters": func(fails func(error)) {
		ctx, stop := context.WithCancel(context.Background())
		stop()
		_, err := new(dunsms.Checker).Matters(ctx, dunsms.Phone{}, slices.Values([]dunsms.Message{{ID: mark, Text: mark, Sender: mark}}))
		fails(err)
	},
	"parser.Parse":        func(fails func(error)) { texts(fails, second(parser.Parse)) },
	"parser.Parser.Parse": func(fails func(error)) { texts(fails, second(mustParser().Parse)) },
	"parser.New":          options,
	"parser.WithWords":    options,
	"parser.WithCues":     options,
	"parser.WithLenders":  options,
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

	"identity.ParseAddressed": func(fails func(error)) {
		for _, in := range []string{mark, "秘\n" + mark, strings.Repeat("秘", 60), "秘\xff", "张" + mark} {
			fails(second(identity.ParseAddressed)(in))
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

	"classify.Answer.UnmarshalText":     func(fails func(error)) { fails(unmarshal(new(classify.Answer))(mark)) },
	"classify.Population.Validate":      func(fails func(error)) { fails(classify.Population(mark).Validate()) },
	"classify.Population.UnmarshalText": func(fails func(error)) { fails(unmarshal(new(classify.Population))(mark)) },
	"classify.Population.MarshalText":   func(fails func(error)) { fails(third(classify.Population(mark).MarshalText())) },
	"classify.Population.Value":         func(fails func(error)) { fails(third(classify.Population(mark).Value())) },
	"classify.Population.Scan":          func(fails func(error)) { scanned(fails, new(classify.Population)) },
	"classify.Answer.Scan":              func(fails func(error)) { scanned(fails, new(classify.Answer)) },
	"identity.Outcome.Scan":             func(fails func(error)) { scanned(fails, new(identity.Outcome)) },
	"identity.PhoneClass.Scan":          func(fails func(error)) { scanned(fails, new(identity.PhoneClass)) },
	"identity.Sex.Scan":                 func(fails func(error)) { scanned(fails, new(identity.Sex)) },
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
	"matter.Phone.AddMessage": func(fails func(error)) {
		texts(fails, func(in string) error {
			return new(matter.Phone).AddMessage(matter.Message{Text: in, ID: mark, Sender: mark})
		})
	},
	"matter.Phone.Read": func(fails func(error)) {
		texts(fails, func(in string) error {
			return third(new(matter.Phone).Read(matter.Message{Text: in, ID: mark, Sender: mark}))
		})
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
		for _, in := range badTables(6, mark+"\ttext\t"+mark+"\t-\t-\t-", "court\t"+mark+"\t"+mark+"\t-\t-\t-", twice("court\ttext\t"+mark+"\t-\t-\t-")) {
			load(remedy.Files{Circumstances: in()})
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
