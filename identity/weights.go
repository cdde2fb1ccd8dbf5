package identity

// The constants of Compare. A bit is a factor of two; none of these is known to
// better than that.
const (
	// familyShare of the strangers who receive a message are of the family of
	// the person it speaks of: lenders write to contacts too. The others are
	// random adults. A judgement.
	familyShare = 0.1

	// familySame is the chance that a relative has the same surname, and that
	// of the same region digits: children and siblings mostly do, spouses and
	// in-laws mostly do not.
	familySame = 0.5

	// nameSlip of the names of the right person have one character wrong or two
	// swapped: names are typed by sound, and pinyin gives homophones. A
	// judgement, as is nameOther: the share that is another name altogether.
	nameSlip  = 0.01
	nameOther = 0.01

	// variantSlip of the bearers of a surname with two ways of writing (肖 for
	// 萧, 闫 for 阎) are on record with the other one.
	variantSlip = 0.1

	// idSlip of the numbers of the right person have one character wrong or two
	// swapped. It is far rarer than in names: the check digit shows every such
	// slip to whoever tests it, and lenders test. idOther are another number
	// altogether: a mixed-up record. Judgements.
	idSlip  = 0.001
	idOther = 0.02

	// swapShare of the slips are two neighbours swapped, the others one wrong
	// character: about what studies of typed digits find (Verhoeff, 1969: 80
	// percent single, 10 percent transpositions).
	swapShare = 0.15

	// sexSlip of the titles do not fit the person: titles are written by
	// software from the 17th digit, or guessed from the name. 2^-4 against
	// one half.
	sexSlip = 0.03

	// givenChar is the chance that somebody has a given character at a given
	// place of the name. The most frequent ones reach one or two percent, most
	// stay far below; a frequent one is taken, so that agreement never says
	// too much.
	givenChar = 1.0 / 128

	// givenNext is the chance of a further character of the given name once one
	// agrees: some go together, 建 with 国.
	givenNext = 1.0 / 32

	// phoneOther is the chance that the phone shown as the debtor's is none of
	// the numbers the right person has told us, against nearly 1 for
	// a stranger: people keep several.
	phoneOther = 1.0 / 8
)

// countedStars of the senders write as many stars as characters are hidden;
// fixedStars write one, two, three, whatever the name. A judgement.
const countedStars = 0.6

var fixedStars = [...]float64{0.15, 0.15, 0.1}

// givenLength is the share of given names of 1, 2 and 3 characters: about one in
// seven is of one character (Ministry of Public Security, reports on names,
// 2019 and 2020: three-character names prevail), more than two are rare.
var givenLength = [...]float64{1: 0.13, 2: 0.85, 3: 0.02}

// surnameVariants are surnames that are two ways of writing one (Table of
// General Standard Chinese Characters and its history).
var surnameVariants = map[[2]rune]bool{
	{'肖', '萧'}: true, {'闫', '阎'}: true, {'付', '傅'}: true, {'代', '戴'}: true, {'丘', '邱'}: true, {'兰', '蓝'}: true, {'钟', '锺'}: true,
}

func isVariant(a, b rune) bool { return surnameVariants[[2]rune{min(a, b), max(a, b)}] }
