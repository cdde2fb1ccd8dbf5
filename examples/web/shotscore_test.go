//go:build !race

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// readMessage is a message as the page shows that it was read.
type readMessage struct {
	Text, Time string
	Links      []string // marked to be checked
	Marked     string   // all that is marked as unsure
}

// of counts what is right of how many.
type of struct{ right, all int }

func (o *of) count(right bool) {
	o.all++
	if right {
		o.right++
	}
}

func (o *of) add(p of) { o.right += p.right; o.all += p.all }

func (o of) share() float64 { return float64(o.right) / float64(max(o.all, 1)) }

func (o of) String() string { return fmt.Sprintf("%d of %d", o.right, o.all) }

// score is how well pictures were read.
type score struct {
	wrong, characters int // by the distance of Levenshtein, in NFKC without spaces
	bubbles           of
	amounts, phones   of // exact, in the message that they are in
	masked            of // head and tail of hidden numbers
	links, linksShown of // with what looks alike made the same; shown to be checked, if misread
	times, senders    of
	misses            []string
}

func (s *score) add(o score) {
	s.wrong += o.wrong
	s.characters += o.characters
	for _, p := range []struct{ to, from *of }{
		{&s.bubbles, &o.bubbles}, {&s.amounts, &o.amounts}, {&s.phones, &o.phones}, {&s.masked, &o.masked}, {&s.links, &o.links},
		{&s.linksShown, &o.linksShown}, {&s.times, &o.times}, {&s.senders, &o.senders},
	} {
		p.to.add(*p.from)
	}
	s.misses = append(s.misses, o.misses...)
}

func (s score) errorRate() float64 { return float64(s.wrong) / float64(max(s.characters, 1)) }

func (s score) String() string {
	return fmt.Sprintf("error %.2f %%, bubbles %v, amounts %v, phones %v, masked %v, links %v (shown %v), times %v, senders %v",
		100*s.errorRate(), s.bubbles, s.amounts, s.phones, s.masked, s.links, s.linksShown, s.times, s.senders)
}

// bare is a text as it is compared: in NFKC and without spaces.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
}

// alike makes characters the same that look the same, as folded of shotread.js does.
var alike = strings.NewReplacer("O", "0", "o", "0", "D", "0", "Q", "0", "I", "1", "l", "1", "i", "1", "|", "1", "!", "1", "Z", "2", "z", "2", "S", "5", "s", "5", "B", "8", "β", "8", "g", "9", "q", "9")

func folded(text string) string { return strings.ToLower(alike.Replace(bare(text))) }

// hidden is a number, of an ID, a card or a phone, with a part of it hidden.
var hidden = regexp.MustCompile(`(\d+)\*{3,}(\d*[Xx]?)|()\*{3,}(\d+[Xx]?)`)

// scoreOf compares what was read of a picture with what is in it. A bubble is right where
// one message was read of it, with less than a fifth of it wrong, in its place in the order;
// one that was read and is not there counts as a wrong one, too.
func scoreOf(s screen, sender string, read []readMessage) (out score) {
	var incoming []bubble
	when, clock := "", ""
	for _, it := range s.items {
		switch it.kind {
		case "when":
			when = it.time
		case "in":
			if clock = it.time; clock == "" {
				it.time = when
			}
			incoming = append(incoming, it)
		}
	}
	left := slices.Clone(read)
	for _, it := range incoming {
		want, best := []rune(bare(it.Text)), -1
		distance := len(want)
		for i, m := range left {
			if d := levenshtein(want, []rune(bare(m.Text))); d < distance {
				best, distance = i, d
			}
		}
		right := best == 0 && distance*5 < len(want)
		out.bubbles.count(right)
		out.wrong += distance
		out.characters += len(want)
		if !right {
			out.misses = append(out.misses, fmt.Sprintf("bubble (%d away at %d): %s", distance, best, it.Text))
		}
		var m readMessage
		if best >= 0 {
			m = left[best]
			left = slices.Delete(left, best, best+1)
		}
		out.parts(it, m)
	}
	for _, m := range left {
		out.bubbles.count(false)
		out.wrong += len([]rune(bare(m.Text)))
		out.misses = append(out.misses, "no such bubble: "+m.Text)
	}
	out.senders.count(bare(sender) == bare(s.sender))
	if bare(sender) != bare(s.sender) {
		out.misses = append(out.misses, fmt.Sprintf("sender %q: %q", s.sender, sender))
	}
	return out
}

// parts compares what is in a message.
func (s *score) parts(want bubble, got readMessage) {
	text := bare(got.Text)
	count := func(o *of, what, part string, right bool) {
		o.count(right)
		if !right {
			s.misses = append(s.misses, fmt.Sprintf("%s %s: %s", what, part, got.Text))
		}
	}
	for _, a := range want.Amounts {
		amount, _ := a[0].(string)
		count(&s.amounts, "amount", amount, strings.Contains(text, bare(amount)))
	}
	for _, p := range want.Phones { // an x stands for a digit that is not told, large or small
		count(&s.phones, "phone", p, strings.Contains(strings.ToLower(text), strings.ToLower(bare(p))))
	}
	for _, m := range hidden.FindAllStringSubmatch(want.Text, -1) { // by its head and tail; the number of stars tells nothing
		count(&s.masked, "masked", m[0], regexp.MustCompile(`(^|\D)`+m[1]+m[3]+`\*{2,}`+m[2]+m[4]+`($|\D)`).MatchString(text))
	}
	for _, u := range want.URLs {
		count(&s.links, "link", u, strings.Contains(folded(text), folded(u)))
		count(&s.linksShown, "link not shown", u, slices.ContainsFunc(got.Links, func(l string) bool {
			return strings.Contains(folded(l), folded(u)) || 3*levenshtein([]rune(folded(l)), []rune(folded(u))) <= len(folded(u)) // it may be misread, and so be shown
		}))
	}
	count(&s.times, "time", want.time, bare(got.Time) == bare(want.time))
	if got.Text != "" && text != bare(want.Text) && len(s.misses) < 40 {
		s.misses = append(s.misses, fmt.Sprintf("   as %s\n read %s\nmarked %s", bare(want.Text), text, got.Marked))
	}
}

func levenshtein(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			cost := before
			if a[i] != b[j] {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
