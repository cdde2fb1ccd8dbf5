package parser

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

// foldWhole folds text as Parse does.
func foldWhole(text string) *folded {
	f := new(folded)
	f.foldAs(text)
	return f
}

// foldAs folds text as Parse does, over what f held before.
func (f *folded) foldAs(text string) {
	f.fold(text)
	f.join(builtin().lex.pairs)
	f.respell(spellingTable())
}

func TestFoldCharacters(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"", "", ""},
		{"您的借款已逾期25天", "您的借款已逾期25天", ""},
		{"１２３４．５６元", "1234.56元", "full-width digits and point"},
		{"ＡＢＣｘｙｚ", "abcxyz", "full-width letters"},
		{"RMB App", "rmb app", "lower case"},
		{"１，２３４．５６", "1，234.56", "the comma of Chinese text keeps its form"},
		{"；？！：（）［］", "；？!:()[]", ""},
		{"￥50 ¥50", "¥50 ¥50", ""},
		{"逾　期 \t\r\n", "逾 期  \n\n", "blanks"},
		{"①②⑨⑩⑫⑳", "129101220", "one character for two"},
		{"⑴⑵⒈⒉", "1212", "with brackets and points"},
		{"❶❷➊➓⓿⓫", "12110011", "in black"},
		{"㈠㊀", "(一)一", "Chinese digits in enclosures"},
		{"ⒶⒷⓩ🅐🅰🄰🇦", "abzaaaa", "letters in enclosures"},
		{"𝟏𝟐𝟑𝟜𝟝𝟨𝟩𝟪𝟫𝟬", "1234567890", "bold and other styles"},
		{"𝐀𝐛𝓒𝕕𝗲𝘍𝚐", "abcdefg", "styled letters"},
		{"¹²³₄⁵", "¹²³45", "small digits beyond Latin-1"},
		{"⼀⾦六", "一金六", "radicals and compatibility forms"},
		{"貸款已凍結，請還款", "贷款已冻结，请还款", "traditional"},
		{"帳單 徵信 週轉 鉅額 裡面", "账单 征信 周转 巨额 里面", "traditional forms with senses of their own"},
		{"帐单", "账单", "an old spelling"},
		{"貳佰圓整", "贰佰圆整", "圆 is a unit in either script"},
		{"逾\u200b期\u200d已\ufeff到\u2060了", "逾期已到了", "characters that do not show"},
		{"逾\u0336期\u0301", "逾期", "combining marks"},
		{"❤️还款", "❤还款", "variation selector"},
		{"👨\u200d👩\u200d👧", "👨👩👧", "joined emoji"},
		{"𠮷野家", "𠮷野家", "beyond the first plane"},
		{"\x00逾\x00期", "\x00逾\x00期", "NUL"},
		{"〔案〕﹝号﹞∶１", "[案][号]:1", "brackets and colons of typesetting"},
		{"\ufffd", "\ufffd", "a replacement character is itself UTF-8"},
	} {
		f := new(folded)
		f.fold(row.in)
		assert.Equal(t, row.want, string(f.runes), "%s (%s)", row.in, row.why)
		checkFolded(t, f)
	}
}

// TestFoldTwice folds every character there is: what comes out is folded, and
// is given alike.
func TestFoldTwice(t *testing.T) {
	var once, twice folded
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		once.fold(string(r))
		text := string(once.runes)
		if text == string(r) {
			continue
		}
		twice.fold(text)
		if !slices.Equal(once.runes, twice.runes) {
			t.Errorf("%U: %q, then %q", r, text, string(twice.runes))
		}
	}
}

// TestFoldSpans looks up what folded runes were made from.
func TestFoldSpans(t *testing.T) {
	for _, row := range []struct{ in, find, want, why string }{
		{"已逾期了", "逾期", "逾期", ""},
		{"已逾 期了", "逾期", "逾 期", "separator"},
		{"已逾-_-期了", "逾期", "逾-_-期", "several"},
		{"已逾\u200b期了", "逾期", "逾\u200b期", "does not show"},
		{"已逾期\u200b了", "逾期", "逾期", "what does not show behind the word is no part of it"},
		{"已\u200b逾期了", "逾期", "逾期", "nor before it"},
		{"已逾qi了", "逾期", "逾qi", "pinyin"},
		{"已yu期了", "逾期", "yu期", "pinyin at the front"},
		{"已YuQi了", "逾期", "YuQi", "whole word in pinyin"},
		{"请加薇", "加微", "加薇", "look-alike"},
		{"请➕V聊", "加微", "➕V", "two for two"},
		{"请＋ｗｘ聊", "加微信", "＋ｗｘ", "three for three"},
		{"已辶不款了", "还款", "辶不款", "two for three"},
		{"欠⑫元", "12", "⑫", "two for one"},
		{"欠⑫元", "1", "⑫", "half of one is all of it"},
		{"欠１２元", "12", "１２", ""},
		{"已凍結了", "冻结", "凍結", ""},
		{"已凍 結了", "冻结", "凍 結", "traditional and separated"},
		{"已逾\u200bq\u200bi了", "逾期", "逾\u200bq\u200bi", "pinyin that is broken"},
		{"还\U0001F4B0款", "还款", "还💰款", "emoji between"},
		{"😀已逾期", "逾期", "逾期", "four bytes before"},
	} {
		f := foldWhole(row.in)
		i := runeIndex(f.runes, row.find)
		if assert.GreaterOrEqual(t, i, 0, "%s: %q is not in %q", row.in, row.find, string(f.runes)) {
			found := f.found(i, i+len([]rune(row.find)))
			assert.Equal(t, row.want, found.Text, "%s (%s)", row.in, row.why)
			assert.Equal(t, row.want, row.in[found.Span.Start:found.Span.End])
		}
		checkFolded(t, f)
	}
}

func runeIndex(r []rune, find string) int {
	before, _, ok := strings.Cut(string(r), find)
	if !ok {
		return -1
	}
	return utf8.RuneCountInString(before)
}

// TestEvasions lists what is said of a hidden word: a sort and the piece.
func TestEvasions(t *testing.T) {
	type sign struct {
		how  Fold
		text string
	}
	for _, row := range []struct {
		in   string
		want []sign
		why  string
	}{
		{"您的借款已逾期", nil, ""},
		{"您的借款已逾 期", []sign{{FoldSeparators, "逾 期"}}, ""},
		{"您的借款已逾*期，请还.款", []sign{{FoldSeparators, "逾*期"}, {FoldSeparators, "还.款"}}, ""},
		{"逾　期，逾·期，逾_期，逾|期，逾~期", []sign{{FoldSeparators, "逾　期"}, {FoldSeparators, "逾·期"}, {FoldSeparators, "逾_期"},
			{FoldSeparators, "逾|期"}, {FoldSeparators, "逾~期"}}, "all sorts"},
		{"期限、逾期", nil, "a mark of lists"},
		{"逾😀期", []sign{{FoldSeparators, "逾😀期"}}, "emoji"},
		{"逾....期", []sign{{FoldSeparators, "逾....期"}}, "as many as may be"},
		{"逾.....期", nil, "too many"},
		{"逾，期", nil, "a comma ends a clause"},
		{"逾\n期", nil, "a line ends"},
		{"您好 先生", nil, "a blank between words hides nothing"},
		{"逾\u200b期", []sign{{FoldZeroWidth, "\u200b"}}, ""},
		{"逾\u200b\u200d期", []sign{{FoldZeroWidth, "\u200b"}}, "of several in a row the first"},
		{"欠12\u200b34元", []sign{{FoldZeroWidth, "\u200b"}}, "in a number"},
		{"\ufeff您已逾期", nil, "a byte order mark at the front"},
		{"您已逾期\u200b", nil, "at the end"},
		{"，\u200b您已逾期", nil, "behind a comma"},
		{"👨\u200d👩\u200d👧 ❤️您已逾期", nil, "emoji are made with them"},
		{"1️⃣尽快还款", nil, "a digit in a key is an emoji too"},
		{"已逾qi", []sign{{FoldLookAlike, "逾qi"}}, ""},
		{"已yu期，还kuan", []sign{{FoldLookAlike, "yu期"}, {FoldLookAlike, "还kuan"}}, ""},
		{"加薇 伽微 ➕V", []sign{{FoldLookAlike, "加薇"}, {FoldLookAlike, "伽微"}, {FoldLookAlike, "➕V"}}, ""},
		{"欠①②③元", []sign{{FoldLookAlike, "①②③"}}, "digits side by side"},
		{"欠𝟏𝟐𝟑元", []sign{{FoldLookAlike, "𝟏𝟐𝟑"}}, ""},
		{"电话1③8", []sign{{FoldLookAlike, "1③"}}, "among plain digits"},
		{"①还款②提额", nil, "numbers of a list"},
		{"１２３４元", nil, "full-width digits hide nothing"},
		{"您的贷款已凍結", []sign{{FoldTraditional, "凍結"}}, "in a simplified text"},
		{"您的貸款已凍結", nil, "in a text that is traditional throughout"},
		{"您的贷款已冻结", nil, ""},
		{"帐单已出，请还款", nil, "an old spelling"},
		{"贷款已凍\u200b結，请还 款，逾qi", []sign{{FoldLookAlike, "逾qi"}, {FoldSeparators, "还 款"},
			{FoldTraditional, "凍"}, {FoldTraditional, "結"}, {FoldZeroWidth, "\u200b"}}, "every sort"},
	} {
		var got []sign
		for _, e := range foldWhole(row.in).evasions() {
			got = append(got, sign{e.how, row.in[e.span.Start:e.span.End]})
		}
		assert.ElementsMatch(t, row.want, got, "%q (%s)", row.in, row.why)
	}
}

// TestRespellLeaves holds spellings that are something else where they stand.
func TestRespellLeaves(t *testing.T) {
	for _, row := range []struct{ in, why string }{
		{"点击http://yuqi.cn/yuqi", "a link"},
		{"点击a.cn/yuqi?vx=1", "a link"},
		{"yuqing", "a longer word"},
		{"xyuqi", "the end of a word"},
		{"加vip", "a longer word"},
		{"wxpay", "a longer word"},
		{"a-vx", "a handle"},
	} {
		f := foldWhole(row.in)
		assert.Equal(t, row.in, string(f.runes), row.why)
		assert.Empty(t, f.evasions(), row.in)
	}
}

// checkFolded asserts the laws of the map back.
func checkFolded(t *testing.T, f *folded) {
	t.Helper()
	require.Len(t, f.start, len(f.runes))
	require.Len(t, f.end, len(f.runes))
	lastStart, lastEnd := int32(0), int32(0)
	for i := range f.runes {
		require.True(t, lastStart <= f.start[i] && lastEnd <= f.end[i], "rune %d: its source is before that of the one before it", i)
		require.True(t, f.start[i] < f.end[i] && int(f.end[i]) <= len(f.text), "rune %d: no source", i)
		require.True(t, runeEdge(f.text, int(f.start[i])) && runeEdge(f.text, int(f.end[i])), "rune %d: the edge of its source is within a character", i)
		lastStart, lastEnd = f.start[i], f.end[i]
	}
	for _, e := range slices.Clone(f.folds) {
		require.True(t, 0 <= e.span.Start && e.span.Start < e.span.End && e.span.End <= len(f.text), "fold out of the text")
		require.True(t, runeEdge(f.text, e.span.Start) && runeEdge(f.text, e.span.End), "the edge of a fold is within a character")
	}
}

// checkSources asserts that each piece of the text folds to the runes that are
// mapped to it, and what lies between pieces to nothing.
func checkSources(t *testing.T, f *folded) {
	t.Helper()
	var piece folded
	folds := func(from, to int32) string {
		piece.fold(f.text[from:to])
		return string(piece.runes)
	}
	last := int32(0)
	for i := 0; i < len(f.runes); {
		j := i + 1
		for j < len(f.runes) && f.start[j] == f.start[i] {
			j++
		}
		require.Empty(t, folds(last, f.start[i]), "before rune %d: what is looked through shows", i)
		require.Equal(t, string(f.runes[i:j]), folds(f.start[i], f.end[i]), "rune %d: not what its source folds to", i)
		last = f.end[i]
		i = j
	}
	require.Empty(t, folds(last, int32(len(f.text))), "what is looked through at the end shows")
}

// checkSteps asserts that join only takes separators out, and that respell only
// puts a plain word in the place of a listed spelling; all other runes keep
// their sources.
func checkSteps(t *testing.T, text string) {
	t.Helper()
	var before, f folded
	before.fold(text)
	f.fold(text)
	f.join(builtin().lex.pairs)
	for i, j := 0, 0; i < len(before.runes) || j < len(f.runes); i++ {
		if j < len(f.runes) && before.place(i) == f.place(j) {
			j++
			continue
		}
		require.True(t, isSeparator(before.runes[i]), "join takes out rune %d", i)
	}

	before = folded{text: text, runes: slices.Clone(f.runes), start: slices.Clone(f.start), end: slices.Clone(f.end)}
	f.respell(spellingTable())
	j := 0
	for i := 0; i < len(before.runes); {
		plain, end := spellingTable().longest(before.runes, i)
		if plain == nil {
			require.Equal(t, before.place(i), f.place(j), "respell changes rune %d", i)
			i, j = i+1, j+1
			continue
		}
		to := j + len(plain)
		require.Equal(t, string(plain), string(f.runes[j:to]), "a spelling at rune %d", i)
		require.Equal(t, before.span(i, end), f.span(j, to), "the source of a spelling at rune %d", i)
		i, j = end, to
	}
	require.Len(t, f.runes, j)
}

// place is a rune with its source.
func (f *folded) place(i int) [3]int32 { return [3]int32{f.runes[i], f.start[i], f.end[i]} }

func runeEdge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// FuzzFold asserts the map back, that folding again changes no character, and
// that a folded of its own and a used one give the same.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"", "您的贷款已逾 期，还*款", "逾\u200bqi ➕V 伽微", "①②⑫𝟏𝟐㈠", "貸款已凍結", "辶不款 +wx", "a\x00\u0336\ufeff", "👨\u200d👩 1️⃣", "逾.....期逾....期"} {
		f.Add(text)
	}
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	used := foldWhole("还 款yuqi①②凍結\u200b结")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > MaxBytes {
			t.Skip("Parse refuses it")
		}
		var plain folded
		plain.fold(text)
		checkFolded(t, &plain)
		checkSources(t, &plain)
		var again folded
		again.fold(string(plain.runes))
		require.Equal(t, string(plain.runes), string(again.runes))
		checkSteps(t, text)

		fresh := foldWhole(text)
		checkFolded(t, fresh)
		used.foldAs(text)
		require.Equal(t, string(fresh.runes), string(used.runes))
		require.Equal(t, fresh.start, append([]int32(nil), used.start...))
		require.Equal(t, fresh.end, append([]int32(nil), used.end...))
		require.Equal(t, slices.Clone(fresh.evasions()), slices.Clone(used.evasions()))
	})
}

// FuzzFoldedNotice asserts that a text says what its folded form does, at the
// places that the form maps back to. Only what it hides, and its words, differ.
func FuzzFoldedNotice(f *testing.F) {
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	for _, text := range []string{"欠①②⑫元逾期㈠天", "貸款凍結，欠𝟏𝟐𝟑.𝟒元", "逾\u200b期２５天，１，２３４．５６元", "身份證１１０１０１＊＊＊＊＊＊＊＊１２３４逾期", "ｈｔｔｐ：／／Ａ.CN/Ab1 逾期"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var plain folded
		if utf8.ValidString(text) {
			plain.fold(text)
		}
		want, err := Parse(text)
		got, foldedErr := Parse(string(plain.runes))
		if err != nil || foldedErr != nil { // a form may be longer than its text
			t.Skip("Parse refuses it")
		}
		plain.mapBack(reflect.ValueOf(got).Elem())
		for _, n := range []*Notice{want, got} {
			n.Tokens = nil
			n.Signals = slices.DeleteFunc(n.Signals, func(s Signal) bool { return s.Type == SignalEvasion })
			if len(n.Signals) == 0 {
				n.Signals = nil
			}
		}
		require.True(t, reflect.DeepEqual(want, got), "the folded form says something else")
	})
}

// mapBack moves each Found within v from f's runes, as text, to f's own text.
func (f *folded) mapBack(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			f.mapBack(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.mapBack(v.Index(i))
		}
	case reflect.Struct:
		if found, ok := v.Addr().Interface().(*Found); ok {
			form := string(f.runes)
			i := utf8.RuneCountInString(form[:found.Span.Start])
			*found = f.found(i, i+utf8.RuneCountInString(found.Text))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.mapBack(v.Field(i))
			}
		}
	}
}
