package runes

// maskKind says how clearly a character is a mask, which stands for a hidden one.
type maskKind uint8

const (
	noMask     maskKind = iota
	solidMask           // hides a character or digit wherever it is next to what is shown
	shapeMask           // hides a digit of an amount only next to others; alone it is a multiplication sign or a bullet
	pairMask            // hides a digit of an amount only next to another of its own; hides others as a loose one does
	looseMask           // hides characters of ID numbers and names, but not digits of amounts
	letterMask          // hides a digit only next to others, and is not a mask by itself
)

// maskOf returns the kind of mask that c is.
func maskOf(c rune) maskKind {
	switch c {
	case '*', '█':
		return solidMask
	case '×', '●', '■', '•', '#', '★', '☆', '□':
		return shapeMask
	case '✕', '✖', '╳', '◯', '_':
		return pairMask
	case '○', '·', '…', '~':
		return looseMask
	case 'x', '?':
		return letterMask
	}
	return noMask
}

// IsMask reports whether senders put c in place of characters that they hide. The
// letter x, which is a mask only next to others, is not included: the caller decides.
func IsMask(c rune) bool {
	if c < 0x80 {
		return c == '*' || c == '#' || c == '~' || c == '_'
	}
	return !IsCommonHan(c) && maskOf(c) != noMask
}

// MasksDigit reports whether r[i] hides a digit of an amount. A star always does. What
// may also be a multiplication sign, a bullet or a blank does so next to others: 12xx,
// 1x.56 and __500, but not 3x500.
func MasksDigit(r []rune, i int) bool {
	c := At(r, i)
	switch maskOf(c) {
	case solidMask:
		return true
	case shapeMask, letterMask:
		switch At(r, i+1) {
		case c, '.', '*', '元', '圆', '块':
			return true
		}
		return At(r, i-1) == c && !IsLetter(At(r, i+1))
	case pairMask:
		return At(r, i-1) == c || At(r, i+1) == c
	}
	return false
}

// InsideNumber reports whether i is within a longer number, code or address, so that
// nothing begins there: 1[3800001234, 8000-[1234, 3.[14, 138**[00.
func InsideNumber(r []rune, i int) bool {
	switch c := At(r, i-1); {
	case IsAlnum(c), c == '@', c == '_':
		return true
	case c == '.', IsDash(c):
		return AlnumAt(r, i-2) || At(r, i-2) == '*'
	}
	masks := i
	for masks > i-HiddenReach && IsMask(At(r, masks-1)) {
		masks--
	}
	return masks < i && AlnumAt(r, masks-1)
}

// HiddenReach is the length of the longest partly hidden number, in runes.
const HiddenReach = 32
