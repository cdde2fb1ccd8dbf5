package presend

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// fits says whether the text fits its record. The findings take precedence over the comparison of
// persons: a text that contradicts itself, for example, does not agree.
func (k *check) fits() identity.Outcome {
	outcome := k.own.Outcome
	for _, f := range k.found {
		switch row := kinds()[f.Code]; {
		case row.differs:
			return identity.Disagree
		case row.part == PartRecord && outcome == identity.Agree:
			outcome = identity.Unknown
		}
	}
	return outcome
}

// merged merges findings with the same code, explains them and sorts them.
func (k *check) merged() []Finding {
	var merged []Finding
	for _, f := range k.found {
		i := slices.IndexFunc(merged, func(m Finding) bool { return m.Code == f.Code })
		switch {
		case slices.Contains(k.Ignore, f.Code):
		case i < 0:
			f.Spans, f.Fields = slices.Clone(f.Spans), slices.Clone(f.Fields) // others may share these
			merged = append(merged, f)
		default:
			m := &merged[i]
			m.Spans = append(m.Spans, f.Spans...)
			for _, field := range f.Fields {
				if !slices.Contains(m.Fields, field) {
					m.Fields = append(m.Fields, field)
				}
			}
			m.Source = cmp.Or(m.Source, f.Source)
			m.Beside = cmp.Or(m.Beside, f.Beside)
		}
	}
	for i := range merged {
		k.explain(&merged[i])
	}
	parts := []Part{PartRecord, PartRule, PartLook}
	slices.SortFunc(merged, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(parts, a.Part), slices.Index(parts, b.Part)),
			slices.CompareFunc(a.Spans, b.Spans, compareSpans),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return merged
}

// explain fills in what a finding means. A code that is not in findings.tsv is a rule of the
// caller's own tables.
func (k *check) explain(f *Finding) {
	slices.SortFunc(f.Spans, compareSpans)
	f.Spans = slices.Compact(f.Spans)
	row, ok := kinds()[f.Code]
	if !ok {
		f.Part, f.Text = PartRule, k.tables().Explain(f.Code, string(cmp.Or(k.Lang, remedy.Chinese)))
		return
	}
	f.Part, f.Text, f.Fix, f.Wording = row.part, in(row.text, k.Lang), in(row.fix, k.Lang), row.wording
	if f.Code == "RECORD_UNREADABLE" {
		f.Text += names(f.Fields, k.Lang)
	}
}

// names lists fields for people, after a colon.
func names(all []Field, lang remedy.Lang) string {
	words := make([]string, len(all))
	for i, f := range all {
		words[i] = f.Name(lang)
	}
	if lang == remedy.English {
		return ": " + strings.Join(words, ", ")
	}
	return "：" + strings.Join(words, "、")
}

func compareSpans(a, b parser.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}
