package conduct

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// meaning is one of those that are sought in the text of a message. What each is for
// stands in the head of data/words.tsv.
type meaning uint8

const (
	wordAsBank meaning = iota
	wordBody
	wordBorrow
	wordCard
	wordCoDebtor
	wordConsequence
	wordCourtSelf
	wordDenial
	wordFee
	wordFlood
	wordForumThreat
	wordInstitution
	wordIntrusion
	wordJudgment
	wordKin
	wordNoBorrow
	wordNoConseq
	wordNoFee
	wordNoForum
	wordNoPosting
	wordNoProperty
	wordNoRelative
	wordOurForum
	wordOurOrgan
	wordOwnAccount
	wordOwnBusiness
	wordPay
	wordPosting
	wordPrivate
	wordProperty
	wordRelative
	wordSelf
	wordSpokenOf
	wordTax
)

var soughtNames = [...]string{
	wordAsBank:      "as_bank",
	wordBody:        "body",
	wordBorrow:      "borrow",
	wordCard:        "card",
	wordCoDebtor:    "co_debtor",
	wordConsequence: "consequence",
	wordCourtSelf:   "court_self",
	wordDenial:      "denial",
	wordFee:         "fee",
	wordFlood:       "flood",
	wordForumThreat: "forum_threat",
	wordInstitution: "institution",
	wordIntrusion:   "intrusion",
	wordJudgment:    "judgment",
	wordKin:         "kin",
	wordNoBorrow:    "no_borrow",
	wordNoConseq:    "no_consequence",
	wordNoFee:       "no_fee",
	wordNoForum:     "no_forum",
	wordNoPosting:   "no_posting",
	wordNoProperty:  "no_property",
	wordNoRelative:  "no_relative",
	wordOurForum:    "our_forum",
	wordOurOrgan:    "our_organ",
	wordOwnAccount:  "own_account",
	wordOwnBusiness: "own_business",
	wordPay:         "pay_for",
	wordPosting:     "posting",
	wordPrivate:     "private",
	wordProperty:    "property",
	wordRelative:    "relative",
	wordSelf:        "self",
	wordSpokenOf:    "spoken_of",
	wordTax:         "tax",
}

// A set of them is a word of bits.
var _ [64 - len(soughtNames)]struct{}

// The meanings that are only looked up in a name, or in or before what the parser found.
const (
	wordAddressed  = "addressed"
	wordBank       = "bank"
	wordConsumer   = "consumer_finance"
	wordContact    = "known_contact"
	wordCourt      = "court"
	wordFirm       = "firm"
	wordForum      = "forum"
	wordHarass     = "harassment"
	wordNoCharge   = "no_charge"
	wordNoInsult   = "no_insult"
	wordNoOrgan    = "no_organ"
	wordNoViolence = "no_violence"
	wordNotice     = "notice"
	wordOrgan      = "organ"
	wordPublish    = "publication"
	wordRequest    = "request"
	wordSmallLoan  = "small_loan"
	wordTell       = "tell"
	wordUtility    = "utility"
	wordDenials    = "denial" // those of wordDenial
)

var looked = []string{
	wordDenials, wordAddressed, wordBank, wordConsumer, wordContact, wordCourt, wordFirm, wordForum, wordHarass, wordNoCharge, wordNoInsult, wordNoOrgan, wordNoViolence, wordNotice, wordOrgan, wordPublish, wordRequest, wordSmallLoan, wordTell, wordUtility,
}

// atWords are the meanings whose words must begin and end where words of jieba do.
var atWords = []meaning{wordCoDebtor, wordOurOrgan, wordPay, wordSelf}

// phrase is a row of words.tsv: parts with a gap between, each one of several words.
type phrase struct {
	meaning meaning
	first   string
	rest    []part
	atWord  bool
}

// part is what may stand behind a gap.
type part struct {
	words  []string
	begins uint64 // the low bits of their first characters
}

// index finds the phrases that begin at a place of a text by its first two characters,
// or its first where the phrase begins with a part of one character.
type index struct {
	class [1 << 12]class         // by the low bits of a character
	first [1 << indexBits]uint16 // by key: a place in lists, from 1
	lists [][]phrase
}

const indexBits = 13

// class says what a character may be, so that most are passed over at once.
type class uint8

const (
	beginsAlone class = 1 << iota // begins a phrase whose first part has one character
	begins                        // begins another phrase
	endsTheClause
	endsSentence
)

func newIndex() *index {
	x := &index{}
	for _, c := range "，,；;：:。！!？?\n" {
		x.class[c&(1<<12-1)] |= endsTheClause
	}
	for _, c := range "。！!？?\n" {
		x.class[c&(1<<12-1)] |= endsSentence
	}
	return x
}

// key is that of the phrases that begin with a and b; b is 0 for those of one character.
// Keys of different characters may be the same.
func key(a, b rune) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> (32 - indexBits)
}

func (x *index) add(m meaning, row string) {
	parts := strings.Split(row, "…")
	var rest []part
	for _, p := range parts[1:] {
		p := part{words: strings.Split(p, "|")}
		for _, w := range p.words {
			c, _ := utf8.DecodeRuneInString(w)
			p.begins |= 1 << (c & 63)
		}
		rest = append(rest, p)
	}
	for _, first := range strings.Split(parts[0], "|") {
		a, size := utf8.DecodeRuneInString(first)
		b, kind := rune(0), beginsAlone
		if size < len(first) {
			b, _ = utf8.DecodeRuneInString(first[size:])
			kind = begins
		}
		x.class[a&(1<<12-1)] |= kind
		at := &x.first[key(a, b)]
		if *at == 0 {
			x.lists = append(x.lists, nil)
			*at = uint16(len(x.lists))
		}
		x.lists[*at-1] = append(x.lists[*at-1], phrase{m, first, rest, slices.Contains(atWords, m)})
	}
}

// match returns where the phrase ends that text begins with, 0 if it does not.
func (p *phrase) match(text string) int {
	if !strings.HasPrefix(text, p.first) {
		return 0
	}
	end := len(p.first)
	for i := range p.rest {
		n := p.rest[i].within(text[end:])
		if n == 0 {
			return 0
		}
		end += n
	}
	return end
}

// within returns where the first of the words ends in text, with at most maxGap
// characters of the same clause before it; 0 if none does.
func (p *part) within(text string) int {
	gap := 0
	for i, c := range text {
		if p.begins&(1<<(c&63)) != 0 {
			for _, w := range p.words {
				if strings.HasPrefix(text[i:], w) {
					return i + len(w)
				}
			}
		}
		if gap++; gap > maxGap || endsClause(c) {
			return 0
		}
	}
	return 0
}
