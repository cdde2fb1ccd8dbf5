package matter

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// numberings are all forms in which a part gives its number, here the first of two.
var numberings = []struct{ name, first, second string }{
	{"brackets", "(1/2)", "(2/2)"},
	{"wide brackets", "（1/2）", "（2/2）"},
	{"square brackets", "[1/2]", "[2/2]"},
	{"lenticular brackets", "【1/2】", "【2/2】"},
	{"wide slash", "（1／2）", "（2／2）"},
	{"one bracket", "1/2)", "2/2)"},
	{"one wide bracket", "1/2）", "2/2）"},
	{"ordinal", "第1条共2条", "第2条共2条"},
	{"ordinal with a comma", "第1条，共2条", "第2条，共2条"},
	{"ordinal in brackets", "（第1条/共2条）", "（第2条/共2条）"},
	{"ordinal of pieces", "(第1段共2段)", "(第2段共2段)"},
	{"dash", "(1-2)", "(2-2)"},
}

const (
	firstHalf  = "林晓舟女士，您合同号LT2026010001的借款8,203.55元已逾期12天，逾期将影响您的"
	secondHalf = "征信记录，请于3月25日前登录官方App还款。"
	oneText    = firstHalf + secondHalf
	signed     = "【澜庭消费金融】"
)

// sms is a message of a test: sender, minute and text.
type sms struct {
	from   string
	minute int
	text   string
}

var evening = time.Date(2026, 3, 20, 20, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60))

func messagesOf(list []sms) (all []Message) {
	for i, m := range list {
		all = append(all, Message{Number: i + 1, Text: m.text, Sender: m.from, ReceivedAt: evening.Add(time.Duration(m.minute) * time.Minute)})
	}
	return all
}

// joinedOf joins the parts among messages and checks each joined text against its pieces. It
// returns the resulting texts, in order, and the numbers of the messages of each.
func joinedOf(t testing.TB, messages []Message) (texts []string, numbers [][]int, loose []int) {
	t.Helper()
	var p Phone
	var all []*reading
	text := map[int]string{}
	for _, m := range messages {
		r, err := p.read(m, nil)
		require.NoError(t, err)
		all = append(all, r)
		text[m.Number] = m.Text
	}
	kept, _ := withoutCopies(all)
	joined, missing := p.joinParts(kept)
	seen := map[int]bool{}
	for _, r := range joined {
		texts, numbers = append(texts, r.Text), append(numbers, r.numbers())
		for _, n := range r.numbers() {
			require.False(t, seen[n], "a message is in two texts")
			seen[n] = true
		}
		checkPieces(t, r.Text, r.pieces, text)
	}
	for _, r := range kept {
		require.True(t, seen[r.Number], "a message is in no text")
	}
	for _, r := range missing {
		loose = append(loose, r.Number)
	}
	return texts, numbers, loose
}

// checkPieces: pieces are in order, and each has the bytes of its message from From on; of a
// whole text they leave out nothing.
func checkPieces(t testing.TB, text string, pieces []Piece, of map[int]string) {
	t.Helper()
	end := 0
	for _, p := range pieces {
		require.Equal(t, end, p.Start)
		require.LessOrEqual(t, p.Start, p.End)
		require.LessOrEqual(t, p.End, len(text))
		end = p.End
		own, ok := of[p.Message]
		require.True(t, ok, "a piece of no message")
		require.GreaterOrEqual(t, p.From, 0)
		require.LessOrEqual(t, p.From+p.End-p.Start, len(own))
		require.True(t, text[p.Start:p.End] == own[p.From:p.From+p.End-p.Start], "a piece has other bytes than its message")
	}
	if pieces != nil {
		require.Equal(t, end, len(text))
	}
}

// TestNumberings has every form in every place: in front, after the signature, before it, at the
// end. The joined text has no numbers and one signature.
func TestNumberings(t *testing.T) {
	for _, n := range numberings {
		places := []struct{ name, first, second, want string }{
			{"in front", n.first + firstHalf, n.second + secondHalf, oneText},
			{"in front, with a blank", n.first + " " + firstHalf, n.second + " " + secondHalf, oneText},
			{"before the signature", n.first + signed + firstHalf, n.second + secondHalf, signed + oneText},
			{"before both signatures", n.first + signed + firstHalf, n.second + signed + secondHalf, signed + oneText},
			{"behind the signature", signed + n.first + firstHalf, n.second + secondHalf, signed + oneText},
			{"behind both signatures", signed + n.first + firstHalf, signed + n.second + secondHalf, signed + oneText},
		}
		if strings.ContainsAny(n.first[:1], "([") || strings.HasPrefix(n.first, "（") || strings.HasPrefix(n.first, "【") {
			places = append(places, []struct{ name, first, second, want string }{
				{"at the end", firstHalf + n.first, secondHalf + n.second, oneText},
				{"at the end, with a blank", firstHalf + " " + n.first, secondHalf + n.second + " ", oneText},
				{"at the end, signed", signed + firstHalf + n.first, signed + secondHalf + n.second, signed + oneText},
			}...)
		}
		for _, p := range places {
			texts, numbers, loose := joinedOf(t, messagesOf([]sms{{"1069000000001", 0, p.first}, {"1069000000001", 1, p.second}}))
			name := n.name + ", " + p.name
			assert.Equal(t, []string{p.want}, texts, name)
			assert.Equal(t, [][]int{{1, 2}}, numbers, name)
			assert.Empty(t, loose, name)
		}
	}
}

// TestNoParts has texts that look like parts but are not.
func TestNoParts(t *testing.T) {
	for _, text := range []string{
		"1/2前还款，否则影响征信。",            // a day
		"1/2 请还款。",                  //
		"3/4 的本金已还，剩余2,000.00元请尽快。", // a fraction
		"已还3/4，余下请尽快。",
		"请于3/4前还清8,203.55元。",
		"分期1/2期已逾期，请还款。",
		"(1/1)请还款。",
		"(0/2)请还款。",
		"(3/2)请还款。",
		"(1/21)请还款。", // no text is so long
		"(1/2请还款。",
		"(1,2)请还款。",
		"第1条请还款。",
		"第1期共12期已逾期。",
		"1-2天内到账。",
		"12/25)",
		"(2026/3)账单已出。",
		"(1/2)",
		"",
		"（）请还款。",
	} {
		if p := partOf(text); text == "(1/2)" {
			assert.Equal(t, part{index: 1, of: 2, from: len(text), looksWhole: true}, p, "a number alone is a part without text")
		} else {
			assert.Zero(t, p.of, text)
		}
		list := []sms{{"1069000000001", 0, text}, {"1069000000001", 1, secondHalf}}
		texts, _, _ := joinedOf(t, messagesOf(list))
		if text != "(1/2)" {
			assert.Len(t, texts, 2, text)
		}
	}
}

// TestParts joins what messages are parts of, whatever comes between.
func TestParts(t *testing.T) {
	const a, b = "1069000000001", "1069000000002"
	cut := signed + firstHalf + "个人信用，后续贷款、出行、就业等均可能受到限制，并将承担由此产生的"
	require.GreaterOrEqual(t, len([]rune(cut)), leastCut)
	for _, test := range []struct {
		name    string
		in      []sms
		numbers [][]int // of the messages of each text, in order
		loose   []int
	}{
		{"three parts", []sms{{a, 0, "(1/3)甲" + firstHalf}, {a, 0, "(2/3)乙" + firstHalf}, {a, 1, "(3/3)" + secondHalf}}, [][]int{{1, 2, 3}}, nil},
		{"out of order", []sms{{a, 0, "(3/3)" + secondHalf}, {a, 1, "(1/3)甲" + firstHalf}, {a, 2, "(2/3)乙" + firstHalf}}, [][]int{{1, 2, 3}}, nil},
		{"another sender's message between", []sms{{a, 0, "(1/2)" + firstHalf}, {b, 1, "今晚吃什么"}, {a, 2, "(2/2)" + secondHalf}}, [][]int{{1, 3}, {2}}, nil},
		{"the sender's own message between", []sms{{a, 0, "(1/2)" + firstHalf}, {a, 1, signed + "您的账单已出。"}, {a, 2, "(2/2)" + secondHalf}}, [][]int{{1, 3}, {2}}, nil},
		{"two senders", []sms{{a, 0, "(1/2)" + firstHalf}, {b, 1, "(2/2)" + secondHalf}}, [][]int{{1}, {2}}, []int{1, 2}},
		{"two senders, in turns", []sms{{a, 0, "(1/2)甲"}, {b, 0, "(1/2)乙"}, {a, 1, "(2/2)甲"}, {b, 1, "(2/2)乙"}}, [][]int{{1, 3}, {2, 4}}, nil},
		{"two texts of one numbering", []sms{{a, 0, "(1/2)" + firstHalf}, {a, 1, "(2/2)" + secondHalf}, {a, 2, "(1/2)甲" + firstHalf}, {a, 3, "(2/2)乙" + secondHalf}}, [][]int{{1, 2}, {3, 4}}, nil},
		{"two texts of one numbering, out of order", []sms{{a, 0, "(2/2)" + secondHalf}, {a, 1, "(1/2)" + firstHalf}, {a, 2, "(2/2)乙" + secondHalf}, {a, 3, "(1/2)甲" + firstHalf}}, [][]int{{1, 2}, {3, 4}}, nil},
		{"texts of two numberings", []sms{{a, 0, "(1/2)" + firstHalf}, {a, 1, "(1/3)甲"}, {a, 2, "(2/2)" + secondHalf}, {a, 3, "(2/3)乙"}, {a, 4, "(3/3)丙"}}, [][]int{{1, 3}, {2, 4, 5}}, nil},
		{"the first is missing", []sms{{a, 0, "(2/2)" + secondHalf}}, [][]int{{1}}, []int{1}},
		{"the second is missing", []sms{{a, 0, "(1/2)" + firstHalf}}, [][]int{{1}}, []int{1}},
		{"the middle is missing", []sms{{a, 0, "(1/3)" + firstHalf}, {a, 1, "(3/3)" + secondHalf}}, [][]int{{1, 2}}, []int{1}},
		{"too late", []sms{{a, 0, "(1/2)" + firstHalf}, {a, 31, "(2/2)" + secondHalf}}, [][]int{{1}, {2}}, []int{1, 2}},
		{"just in time", []sms{{a, 0, "(1/2)" + firstHalf}, {a, 30, "(2/2)" + secondHalf}}, [][]int{{1, 2}}, nil},
		{"the sender is not known", []sms{{"", 0, "(1/2)" + firstHalf}, {"", 1, "(2/2)" + secondHalf}}, [][]int{{1}, {2}}, nil},

		{"goes on", []sms{{a, 0, signed + firstHalf + "（待续）"}, {a, 1, secondHalf}}, [][]int{{1, 2}}, nil},
		{"goes on and takes up", []sms{{a, 0, signed + firstHalf + "(未完)"}, {a, 1, "（接上条）" + secondHalf}}, [][]int{{1, 2}}, nil},
		{"goes on twice", []sms{{a, 0, signed + firstHalf + "【待续】"}, {a, 1, "【接上条】甲乙丙待续"}, {a, 2, "接上条：" + secondHalf}}, [][]int{{1, 2, 3}}, nil},
		{"what takes up comes first", []sms{{a, 0, "（接上条）" + secondHalf}, {a, 1, signed + firstHalf + "（待续）"}}, [][]int{{1, 2}}, nil},
		{"goes on, and nothing comes", []sms{{a, 0, signed + firstHalf + "（待续）"}}, [][]int{{1}}, []int{1}},
		{"goes on, of another sender", []sms{{a, 0, signed + firstHalf + "（待续）"}, {b, 1, "（接上条）" + secondHalf}}, [][]int{{1}, {2}}, []int{1, 2}},
		{"takes up what is not there", []sms{{a, 0, "（接上条）" + secondHalf}}, [][]int{{1}}, []int{1}},
		{"goes on, too late", []sms{{a, 0, signed + firstHalf + "（待续）"}, {a, 31, "（接上条）" + secondHalf}}, [][]int{{1}, {2}}, []int{1, 2}},

		{"cut by the phone", []sms{{a, 0, cut}, {a, 0, "全部后果。" + secondHalf}}, [][]int{{1, 2}}, nil},
		{"cut into three", []sms{{a, 0, cut}, {a, 0, strings.TrimPrefix(cut, signed)}, {a, 0, "全部后果。"}}, [][]int{{1, 2, 3}}, nil},
		{"no cut: too late", []sms{{a, 0, cut}, {a, 2, "全部后果。" + secondHalf}}, [][]int{{1}, {2}}, nil},
		{"no cut: a text ends", []sms{{a, 0, cut + "后果。"}, {a, 0, secondHalf}}, [][]int{{1}, {2}}, nil},
		{"no cut: a text begins", []sms{{a, 0, cut}, {a, 0, signed + secondHalf}}, [][]int{{1}, {2}}, nil},
		{"no cut: too short", []sms{{a, 0, "您的借款已逾期，请尽快"}, {a, 0, secondHalf}}, [][]int{{1}, {2}}, nil},
	} {
		list := test.in
		for i := range list { // copies are no parts of anything; those of one minute are told apart by order
			list[i].text = strings.TrimSpace(list[i].text)
		}
		messages := messagesOf(list)
		for i := range messages {
			messages[i].ReceivedAt = messages[i].ReceivedAt.Add(time.Duration(i) * time.Second)
		}
		if test.name == "just in time" {
			messages[1].ReceivedAt = messages[0].ReceivedAt.Add(partsWithin)
		}
		_, numbers, loose := joinedOf(t, messages)
		slices.SortFunc(numbers, func(x, y []int) int { return x[0] - y[0] })
		assert.Equal(t, test.numbers, numbers, test.name)
		assert.Equal(t, test.loose, loose, test.name)
	}
}

// TestPartsRead: what the parts say is read from the whole, across the cut, and the pieces of a
// matter lead back to the messages.
func TestPartsRead(t *testing.T) {
	first, second := "林晓舟女士，您的借款8,2", "03.55元已逾期12天，请尽快还款。"
	list := messagesOf([]sms{{"1069000000001", 0, signed + "(1/2)" + first}, {"13900005566", 1, "今晚吃什么"}, {"1069000000001", 2, "(2/2)" + second}})
	var p Phone
	for _, m := range list {
		require.NoError(t, p.AddMessage(m))
	}
	r := p.Matters()
	require.Len(t, r.Matters, 1)
	m := r.Matters[0]
	require.Len(t, m.Members, 1)
	assert.Equal(t, []int{1, 3}, m.Members[0].Messages)
	assert.Equal(t, signed+first+second, m.Members[0].Text)
	require.NotNil(t, m.Notice.Amount)
	assert.Equal(t, int64(820355), m.Notice.Amount.Fen)
	assert.Equal(t, "8,203.55元", m.Notice.Amount.Text)
	assert.Equal(t, parser.KindOverdue, m.Notice.Kind)
	assert.Equal(t, []Piece{
		{1, 0, len(signed), 0},
		{1, len(signed), len(signed + first), len(signed + "(1/2)")},
		{3, len(signed + first), len(signed + first + second), len("(2/2)")},
	}, m.Pieces)
	assert.Empty(t, r.Open)
}

// TestPartMissing: a text that lacks a part is read as far as it goes, and is named as open.
func TestPartMissing(t *testing.T) {
	for _, list := range [][]sms{
		{{"1069000000001", 0, signed + "(1/2)" + firstHalf}},
		{{"1069000000001", 0, signed + "(1/3)" + firstHalf}, {"1069000000001", 1, "(3/3)" + secondHalf}},
		{{"1069000000001", 0, signed + firstHalf + "（待续）"}},
	} {
		var p Phone
		for _, m := range messagesOf(list) {
			m.ID = fmt.Sprint("sms", m.Number)
			require.NoError(t, p.AddMessage(m))
		}
		r := p.Matters()
		assert.Equal(t, []Open{{Message: 1, ID: "sms1", Reason: PartMissing}}, r.Open)
		require.Len(t, r.Matters, 1)
		assert.Equal(t, 12, *r.Matters[0].Notice.Overdue.Days)
	}
}

// TestPartsTooLong: parts whose joined text would be too long stay separate messages.
func TestPartsTooLong(t *testing.T) {
	long := strings.Repeat("您的借款已逾期12天。", parser.MaxBytes/2/len("您的借款已逾期12天。")+1)
	list := messagesOf([]sms{{"1069000000001", 0, "(1/3)甲" + long}, {"1069000000001", 1, "(2/3)乙" + long}, {"1069000000001", 2, "(3/3)丙" + long}, {"1069000000001", 3, secondHalf}})
	texts, numbers, loose := joinedOf(t, list)
	assert.Equal(t, [][]int{{1}, {2}, {3}, {4}}, numbers)
	for i, m := range list {
		assert.True(t, texts[i] == m.Text, i)
	}
	assert.Empty(t, loose)
}
