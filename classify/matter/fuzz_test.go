package matter

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
)

// mostFuzzed is how many messages of a phone are fuzzed: as many as the scenes have.
const mostFuzzed = 8

// fuzzed returns the messages of a phone whose texts are separated by NULs. Each has two bytes of
// marks: one for the sender, one for the minutes since the last message, where 255 means no time.
func fuzzed(texts, senders string, marks []byte) (all []Message) {
	numbers := strings.Split(senders, "\x00")
	at := evening
	for text := range strings.SplitSeq(texts, "\x00") {
		if len(all) == mostFuzzed {
			break
		}
		m := Message{Number: len(all) + 1, Text: text, ReceivedAt: at}
		if i := 2 * len(all); i+1 < len(marks) {
			m.Sender = numbers[int(marks[i])%len(numbers)]
			at = at.Add(time.Duration(marks[i+1]) * time.Duration(marks[i+1]) * time.Minute)
			m.ReceivedAt = at
			if marks[i+1] == 255 {
				m.ReceivedAt = time.Time{}
			}
			m.Facts.HasAccount = classify.Answer(marks[i] >> 6 % 3)
		}
		all = append(all, m)
	}
	return all
}

// seed returns the input from which fuzzed makes about the same messages.
func seed(messages []Message) (texts, senders string, marks []byte) {
	var all, numbers []string
	last := messages[0].ReceivedAt
	for _, m := range messages {
		i := slices.Index(numbers, m.Sender)
		if i < 0 {
			i = len(numbers)
			numbers = append(numbers, m.Sender)
		}
		minutes := byte(0)
		for minutes < 254 && time.Duration(minutes)*time.Duration(minutes)*time.Minute < m.ReceivedAt.Sub(last) {
			minutes++
		}
		last = m.ReceivedAt
		all, marks = append(all, m.Text), append(marks, byte(i), minutes)
	}
	return strings.Join(all, "\x00"), strings.Join(numbers, "\x00"), marks
}

// FuzzPhone checks the laws for the messages of any phone.
func FuzzPhone(f *testing.F) {
	for _, row := range trials(f) {
		for _, s := range slices.Concat(row.Hits, row.Misses) {
			texts, senders, marks := seed(s.messages())
			f.Add(texts, senders, marks, s.Recipient.Name)
		}
	}
	var all []Message
	for i, m := range story {
		all = append(all, Message{Number: i + 1, Text: m.text, Sender: m.from, ReceivedAt: at(f, m.at)})
	}
	texts, senders, marks := seed(all)
	f.Add(texts, senders, marks, "林晓舟")
	f.Add("(1/2)"+signed+firstHalf+"\x00(2/2)"+secondHalf, firm, []byte{0, 0, 0, 1}, "")
	f.Fuzz(func(t *testing.T, texts, senders string, marks []byte, name string) {
		if len(texts) > 4<<10 || !utf8.ValidString(senders) { // JSON is UTF-8
			t.Skip()
		}
		checkLaws(t, identity.Profile{Name: name}, fuzzed(texts, senders, marks))
	})
}

// FuzzParts asserts for any text that what partOf reads is in it, and that texts are joined from
// the bytes of their parts, none of which is lost or used in two texts.
func FuzzParts(f *testing.F) {
	for _, n := range numberings {
		f.Add(n.first+signed+firstHalf, n.second+secondHalf, "", byte(0))
		f.Add(signed+firstHalf+n.first, signed+n.second+secondHalf, secondHalf, byte(1))
	}
	for _, w := range words(continued) {
		for _, v := range words(continues)[:2] {
			f.Add(signed+firstHalf+w, v+secondHalf+w, v+secondHalf, byte(3))
		}
	}
	for _, w := range words(continues) {
		f.Add(w+secondHalf, signed+firstHalf+words(continued)[0], "", byte(2))
	}
	f.Fuzz(func(t *testing.T, a, b, c string, at byte) {
		for _, text := range []string{a, b, c} {
			p := partOf(text)
			require.True(t, p.from >= 0 && p.from+len(p.body) <= len(text))
			require.True(t, text[p.from:p.from+len(p.body)] == p.body, "the body has other bytes than the text")
			require.True(t, p.headAt+len(p.head) <= p.from && text[p.headAt:p.headAt+len(p.head)] == p.head)
			require.True(t, p.of == 0 && p.index == 0 || p.of >= 2 && p.of <= mostParts && p.index >= 1 && p.index <= p.of)
		}
		senders := []string{firm, otherFirm}
		var list []Message
		for i, text := range []string{a, b, c} {
			m := Message{Number: i + 1, Text: text, Sender: senders[at>>i&1], ReceivedAt: evening.Add(time.Duration(int(at>>3)*i) * time.Minute)}
			if _, err := new(Phone).Read(m); err == nil && !slices.ContainsFunc(list, func(n Message) bool { return isCopy(&n, &m) }) {
				list = append(list, m)
			}
		}
		joinedOf(t, list)
	})
}
