package runes

// maskKind is how far a character says by itself that it stands for a hidden one.
type maskKind uint8

const (
	noMask     maskKind = iota
	solidMask           // hides wherever it touches what is partly shown
	shapeMask           // hides a digit of an amount in company only; alone it multiplies, or marks a line
	looseMask           // hides characters of an ID number or a name, but no digit of an amount
	letterMask          // hides a digit in company only, and is no mask by itself
)

func maskOf(c rune) maskKind {
	switch c {
	case '*', '█':
		return solidMask
	case '×', '●', '■', '•', '#', '★', '☆', '□':
		return shapeMask
	case '✕', '✖', '╳', '○', '◯', '·', '…', '~', '_':
		return looseMask
	case 'x', '?':
		return letterMask
	}
	return noMask
}

// IsMask reports whether senders put c in place of characters that they hide. The
// letter x is a mask beside others of its kind only; the caller decides.
func IsMask(c rune) bool {
	if c < 0x80 {
		return c == '*' || c == '#' || c == '~' || c == '_'
	}
	return !IsCommonHan(c) && maskOf(c) != noMask
}

// MasksDigit reports whether r[i] hides a digit of an amount: * does, and in
// company so does what else multiplies or marks a line: 12xx and 1x.56, but not
// 3x500.
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
	}
	return false
}

// InsideNumber reports whether i stands within a longer number, code or address,
// so that nothing begins there: 1[3800001234, 8000-[1234, 3.[14, 138**[00.
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

// HiddenReach is the length of the longest partly hidden number that is read, in
// runes.
const HiddenReach = 32
