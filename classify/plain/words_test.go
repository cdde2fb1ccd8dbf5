package plain

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	notice "github.com/dunsms/dunsms/parser"
)

// constantsOf returns the constants of string types, as the source of a package has them.
func constantsOf(t *testing.T, dir string) map[string][]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	all := map[string][]string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || v.Type == nil || len(v.Values) != 1 {
				return true
			}
			of, typed := v.Type.(*ast.Ident)
			word, plain := v.Values[0].(*ast.BasicLit)
			if typed && plain && word.Kind == token.STRING {
				text, err := strconv.Unquote(word.Value)
				require.NoError(t, err)
				all[of.Name] = append(all[of.Name], text)
			}
			return true
		})
	}
	return all
}

// keysOf returns the JSON keys of a struct.
func keysOf(v any) (all []string) {
	for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" && key != "-" {
			all = append(all, key)
		}
	}
	return all
}

// closedSets are the words that there are, by group: where a package gets a new one, this
// has it, too.
func closedSets(t *testing.T) map[Group][]string {
	read, weighed, compared := constantsOf(t, "../../parser"), constantsOf(t, ".."), constantsOf(t, "../../identity")
	return map[Group][]string{
		Account:    read["AccountType"],
		Answer:     {classify.Unknown.String(), classify.No.String(), classify.Yes.String()},
		Ask:        read["AskType"],
		Confidence: weighed["Confidence"],
		Error:      {"bad_csv", "bad_eml", "bad_json", "bad_recipient", "bad_vmsg", "bad_xml", "not_utf8", "too_long"},
		Fact:       keysOf(classify.Facts{}),
		FactWhy:    keysOf(classify.Facts{}),
		Field:      compared["Field"],
		Fold:       read["Fold"],
		Kind:       read["Kind"],
		Notice:     keysOf(notice.Notice{}),
		Outcome:    {identity.Unknown.String(), identity.Agree.String(), identity.Disagree.String()},
		Precision:  read["Precision"],
		Role:       read["Role"],
		Sender:     weighed["SenderStatus"],
		Sex:        {identity.SexUnknown.String(), identity.SexMale.String(), identity.SexFemale.String()},
		Signal:     read["SignalType"],
		Threat:     read["ThreatType"],
		Trust:      {"A", "B", "C", "own"},
		Verdict:    weighed["Verdict"],
		Within:     {"now", "today"},
	}
}

// Each word of each closed set has a name, and each name a word.
func TestEveryWordIsNamed(t *testing.T) {
	require.NotEmpty(t, words(), "the table is broken")
	var want []string
	for group, all := range closedSets(t) {
		require.NotEmpty(t, all, group)
		for _, word := range all {
			want = append(want, string(group)+"."+word)
		}
	}
	slices.Sort(want)
	assert.Equal(t, want, slices.Sorted(maps.Keys(words())))
	for group := range constantsOf(t, ".")["Group"] {
		assert.Contains(t, closedSets(t), Group(constantsOf(t, ".")["Group"][group]))
	}
}

func TestName(t *testing.T) {
	assert.Equal(t, "发错人或记录有误", Name(Verdict, classify.Mistake, remedy.Chinese))
	assert.Equal(t, "a mistake", Name(Verdict, classify.Mistake, remedy.English))
	assert.Equal(t, "身份被冒用", Name(Verdict, "identity_theft", "fr"), "a language that is not known is Chinese")
	assert.Equal(t, "new_word", Name(Threat, "new_word", remedy.Chinese))

	all := Words()
	all["verdict.scam"] = [2]string{}
	assert.Equal(t, "诈骗", Name(Verdict, classify.Scam, ""), "the caller has a copy")
}

// texts are all that this package says, by the place of it, and what the evidence says.
func texts(t *testing.T) map[string][2]string {
	t.Helper()
	all := Words()
	for part, rows := range sayings() {
		for i, s := range rows {
			all[part+" "+strconv.Itoa(i+1)] = s.text
		}
	}
	data, err := os.ReadFile("../evidence.tsv")
	require.NoError(t, err)
	for row := range strings.Lines(string(data)) {
		if f := strings.Split(row, "\t"); row[0] != '#' {
			all["evidence "+f[0]] = [2]string{f[6], f[7]}
		}
	}
	return all
}

// One thing has one name, in one language, and the reader is spoken to politely.
func TestLanguage(t *testing.T) {
	latin := regexp.MustCompile(`[A-Za-z]+(\.[a-z]+)*`)
	for place, text := range texts(t) {
		for _, no := range []string{"你", "出借方", "放款机构", "贷款机构", "借款机构", "比特", "先验", "置信", "债主", "骗子无从下手", "伤不到"} {
			assert.NotContains(t, text[0], no, place)
		}
		for _, word := range latin.FindAllString(text[0], -1) {
			assert.Contains(t, []string{"App", "QQ", "IP", "gov.cn", "t.cn"}, word, place)
		}
		if !strings.HasPrefix(place, "evidence ") {
			assert.NotRegexp(t, `\p{Han}`, text[1], place)
		}
		assert.NotRegexp(t, `\bbits?\b|prior`, text[1], place)
	}
}
