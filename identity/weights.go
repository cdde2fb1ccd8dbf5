package identity

// The constants of Compare. A bit is a factor of two; none of these is known
// more exactly than that.
const (
	// familyShare is the share of strangers receiving a message who are of the
	// family of the person it speaks of: lenders write to contacts too. The
	// others are random adults. A judgement.
	familyShare = 0.1

	// familySame is the chance that a relative has the same surname, and the
	// chance that they have the same region digits: children and siblings mostly
	// do, spouses and in-laws mostly do not.
	familySame = 0.5

	// nameSlip is the share of names of the right person with one character
	// wrong or two swapped: names are typed by sound, and pinyin gives
	// homophones. nameOther is the share with another name altogether. Both are
	// judgements.
	nameSlip  = 0.01
	nameOther = 0.01

	// variantSlip is the share of people who are on record with the other
	// spelling of a surname that has two (肖 for 萧, 闫 for 阎).
	variantSlip = 0.1

	// idSlip is the share of numbers of the right person with one character
	// wrong or two swapped. It is far smaller than for names: the check digit
	// shows every such slip to whoever tests it, and lenders test. idOther is
	// the share with another number altogether: a mixed-up record. Both are
	// judgements.
	idSlip  = 0.001
	idOther = 0.02

	// swapShare is the share of slips in which two neighbours are swapped; in
	// the others one character is wrong. It is about what studies of typed
	// digits find (Verhoeff, 1969: 80 percent single, 10 percent
	// transpositions).
	swapShare = 0.15

	// sexSlip is the share of titles that do not fit the person: software writes
	// titles from the 17th digit, or guesses them from the name. 2^-4 against
	// one half.
	sexSlip = 0.03

	// givenChar is the chance that somebody has a given character at a given
	// place of the name. The most frequent characters reach one or two percent,
	// most stay far below. It is that of a frequent one, so that agreement never
	// says too much.
	givenChar = 1.0 / 128

	// givenNext is the chance of a further character of the given name once one
	// agrees: some go together, 建 with 国.
	givenNext = 1.0 / 32

	// phoneOther is the chance that the phone shown as the debtor's is none of
	// the numbers that the right person has told us: people keep several. For a
	// stranger it is nearly 1.
	phoneOther = 1.0 / 8
)

// countedStars is the share of senders who write as many stars as characters are
// hidden; fixedStars are the shares of those who always write one, two or three.
// A judgement.
const countedStars = 0.6

var fixedStars = [...]float64{0.15, 0.15, 0.1}

// givenLength is the share of given names of 1, 2 and 3 characters: about one in
// seven has one character (Ministry of Public Security, reports on names, 2019
// and 2020: three-character names prevail), more than two are rare.
var givenLength = [...]float64{1: 0.13, 2: 0.85, 3: 0.02}

// surnameVariants are pairs of surnames that are two spellings of one (Table of
// General Standard Chinese Characters and its history).
var surnameVariants = map[[2]rune]bool{
	{'肖', '萧'}: true, {'闫', '阎'}: true, {'付', '傅'}: true, {'代', '戴'}: true, {'丘', '邱'}: true, {'兰', '蓝'}: true, {'钟', '锺'}: true,
}

func isVariant(a, b rune) bool { return surnameVariants[[2]rune{min(a, b), max(a, b)}] }
