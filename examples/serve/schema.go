package main

import (
	_ "embed"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// report and refusal are the two forms of jsonl.Answer.
type report struct {
	V          int                  `json:"v"`            // the version of the contract
	Line       int                  `json:"line"`         // of the request, from 1
	ID         string               `json:"id,omitempty"` // the caller's own
	Notice     parser.Notice        `json:"notice"`
	Comparison *identity.Comparison `json:"comparison,omitempty"` // absent if nothing is known of the recipient
	Assessment classify.Assessment  `json:"assessment"`
	Breaches   []conduct.Breach     `json:"breaches,omitempty"`
	Steps      []remedy.Step        `json:"steps,omitempty"`
}

type refusal struct {
	V     int         `json:"v"`            // the version of the contract
	Line  int         `json:"line"`         // of the request, from 1
	ID    string      `json:"id,omitempty"` // the caller's own
	Error jsonl.Error `json:"error"`
}

// money is the JSON of parser.Money, which has its own MarshalJSON.
type money struct {
	Fen       *int64           `json:"fen,omitempty"`     // 0.01 yuan; the lower end of a range; absent if it is masked
	MaxFen    *int64           `json:"max_fen,omitempty"` // the upper end of a range
	Text      string           `json:"text"`
	Span      parser.Span      `json:"span"`
	Role      parser.Role      `json:"role"`
	Precision parser.Precision `json:"precision"`
}

// span is the JSON of parser.Span, which has its own MarshalJSON.
type span struct{}

// Schema is for package huma.
func (span) Schema(huma.Registry) *huma.Schema {
	two, zero := 2, 0.0
	return &huma.Schema{
		Type: huma.TypeArray, MinItems: &two, MaxItems: &two,
		Items:       &huma.Schema{Type: huma.TypeInteger, Minimum: &zero},
		Description: "start and end in bytes of the text in UTF-8; the end is not of it",
	}
}

// closed is the schema of a type whose values are fixed words. New words may be added; readers
// must accept ones they do not know.
type closed[T any] struct{}

// Schema is for package huma.
func (closed[T]) Schema(huma.Registry) *huma.Schema {
	for _, s := range closedSets() {
		if s.of == typeOf[T]() {
			return wordsSchema(s.words)
		}
	}
	return nil
}

func wordsSchema(all []string) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Extensions: map[string]any{extensible: all}}
}

// extensible is the schema keyword for a set of words to which more may be added.
const extensible = "x-extensible-enum"

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// closedSet is the words of a type, with the type that describes it.
type closedSet struct {
	of, as reflect.Type
	words  []string
}

func setOf[T any](words []string) closedSet {
	return closedSet{typeOf[T](), typeOf[closed[T]](), words}
}

func closedSets() []closedSet {
	return []closedSet{
		setOf[parser.Kind](wordsOf(plain.Kind)),
		setOf[parser.Role](wordsOf(plain.Role)),
		setOf[parser.Precision](wordsOf(plain.Precision)),
		setOf[parser.AccountType](wordsOf(plain.Account)),
		setOf[parser.ThreatType](wordsOf(plain.Threat)),
		setOf[parser.AskType](wordsOf(plain.Ask)),
		setOf[parser.SignalType](wordsOf(plain.Signal)),
		setOf[parser.Fold](wordsOf(plain.Fold)),
		setOf[identity.Outcome](wordsOf(plain.Outcome)),
		setOf[identity.Field](wordsOf(plain.Field)),
		setOf[identity.Sex](wordsOf(plain.Sex)),
		setOf[classify.Verdict](wordsOf(plain.Verdict)),
		setOf[classify.Confidence](wordsOf(plain.Confidence)),
		setOf[classify.SenderStatus](wordsOf(plain.Sender)),
		setOf[classify.Answer](wordsOf(plain.Answer)),
		setOf[jsonl.Code](textsOf(slices.Sorted(maps.Keys(statuses))...)),
		setOf[presend.Part](textsOf(presend.PartRecord, presend.PartRule, presend.PartLook)),
		setOf[presend.Field](textsOf(presend.FieldName, presend.FieldIDNumber, presend.FieldPhone, presend.FieldPlannedAt, presend.FieldAmount, presend.FieldDays, presend.FieldPeriods, presend.FieldSince, presend.FieldDue, presend.FieldSender)),
		setOf[matter.Stage](textsOf(matter.Current, matter.Overdue, matter.Collected, matter.Sold, matter.Mediated, matter.AtLaw, matter.InCourt, matter.Settled)),
		setOf[matter.Reason](textsOf(matter.Ambiguous, matter.PartMissing, matter.Untimed, matter.Unreadable)),
	}
}

// wordsOf returns the words of a group, sorted by code point.
func wordsOf(g plain.Group) (all []string) {
	for key := range plain.Words() {
		if word, ok := strings.CutPrefix(key, string(g)+"."); ok {
			all = append(all, word)
		}
	}
	slices.Sort(all)
	return all
}

func textsOf[W ~string](words ...W) (all []string) {
	for _, w := range words {
		all = append(all, string(w))
	}
	return all
}

// fieldWords are the word sets of fields whose type is string.
var fieldWords = []struct {
	schema, field string
	words         plain.Group
}{
	{"Breach", "trust", plain.Trust},
	{"Citation", "trust", plain.Trust},
	{"MatterBreach", "trust", plain.Trust},
	{"Question", "fact", plain.Fact},
	{"Step", "trust", plain.Trust},
	{"Step", "within", plain.Within},
}

// names are the schema names of types whose own name another type also has.
var names = map[reflect.Type]string{
	typeOf[classify.Ask]():   "Question",
	typeOf[presend.Notice](): "PresendNotice",
	typeOf[matter.Breach]():  "MatterBreach",
	typeOf[matter.Sender]():  "MatterSender",
}

// requests are the schemas of requests, in which an unknown key is an error.
var requests = []string{"Facts", "Message", "PhoneRequest", "PresendNotice", "Profile", "Record"}

// schemas returns the schemas of all types in requests and answers, made from the types.
func schemas(prefix string) huma.Registry {
	huma.DefaultArrayNullable = false // an empty list is absent
	r := huma.NewMapRegistry(prefix, func(t reflect.Type, hint string) string {
		if name, ok := names[t]; ok {
			return name
		}
		return huma.DefaultSchemaNamer(t, hint)
	})
	for _, s := range closedSets() {
		r.RegisterTypeAlias(s.of, s.as)
	}
	r.RegisterTypeAlias(typeOf[parser.Span](), typeOf[span]())
	r.RegisterTypeAlias(typeOf[parser.Money](), typeOf[money]())
	r.RegisterTypeAlias(typeOf[jsonl.Answer](), typeOf[refusal]()) // only within another answer
	for _, t := range []reflect.Type{typeOf[phoneRequest](), typeOf[phoneAnswer](), typeOf[report](), typeOf[refusal](), typeOf[presend.Notice](), typeOf[presendReport](), typeOf[problem]()} {
		r.Schema(t, true, "")
	}
	finishSchemas(r.Map(), prefix)
	return r
}

// finishSchemas adds what the types do not say.
func finishSchemas(all map[string]*huma.Schema, prefix string) {
	for _, f := range fieldWords {
		all[f.schema].Properties[f.field] = wordsSchema(wordsOf(f.words))
	}
	facts := *all["Facts"]
	all["KnownFacts"] = &facts
	all["MatterReport"].Properties["facts"] = &huma.Schema{Ref: prefix + "KnownFacts"}
	for name, s := range all {
		s.AdditionalProperties = nil // keys may be added, and readers must accept them
		if slices.Contains(requests, name) {
			s.AdditionalProperties = false
		}
	}
	all["Answer"] = &huma.Schema{
		Description: "what is said of one message, or why it cannot be read",
		OneOf:       []*huma.Schema{{Ref: prefix + "Report"}, {Ref: prefix + "Refusal"}},
	}
	all["PresendAnswer"] = &huma.Schema{
		Description: "what is said of one notice, or why it cannot be read",
		OneOf:       []*huma.Schema{{Ref: prefix + "PresendReport"}, {Ref: prefix + "Refusal"}},
	}
	describe(all)
}

//go:embed descriptions.tsv
var descriptionsTable []byte

// describe adds what the keys mean.
func describe(all map[string]*huma.Schema) {
	for row := range strings.Lines(string(descriptionsTable)) {
		key, text, found := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		if !found || strings.HasPrefix(row, "#") {
			continue
		}
		name, field, _ := strings.Cut(key, ".")
		if s := all[name]; s != nil && s.Properties[field] != nil {
			s.Properties[field].Description = text
		}
	}
}
