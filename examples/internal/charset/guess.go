package charset

import (
	"bytes"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// encodingOf tells UTF-8 from GB18030 by a sample, which begins with a non-ASCII byte and may end
// within a character.
//
// In UTF-8 text nearly all non-ASCII bytes form whole sequences. In GB18030 text hardly any do: a
// lead byte, 0xB0 to 0xF7 for most characters, is followed by one of 0xA1 to 0xFE, and three of
// these are seldom a sequence of UTF-8. So a UTF-8 file with some broken characters is still taken
// for UTF-8, and these are reported.
func encodingOf(sample []byte) Encoding {
	whole, broken := countUTF8(sample)
	if broken <= whole {
		return UTF8
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(sample)
	if err != nil || bytes.Count(text, []byte(replacement)) >= broken {
		return UTF8 // neither: decoding would not help
	}
	return GB18030
}

// countUTF8 counts the whole sequences of more than one byte, and the bytes that belong to no
// sequence. A sequence cut by the end of the sample counts as neither.
func countUTF8(sample []byte) (whole, broken int) {
	for len(sample) > 0 {
		r, n := utf8.DecodeRune(sample)
		switch {
		case r != utf8.RuneError || n > 1:
			if n > 1 {
				whole++
			}
		case !utf8.FullRune(sample):
			return whole, broken
		default:
			broken++
		}
		sample = sample[n:]
	}
	return whole, broken
}

// enough is the share of likely units from which text may be UTF-16.
const enough = 0.9

// narrow reports whether line, which ends with a byte 0A, is surely not UTF-16, so that nothing
// after it has to be waited for. A few bytes of ASCII may also be 汉字 in UTF-16; most other text
// cannot be.
func narrow(line []byte) bool {
	const few, many = 8, 1 << 10
	line = line[:min(len(line), many)]
	if len(line) < 2 || controls(line) > 0 {
		return false
	}
	if whole, broken := countUTF8(line); broken <= whole && len(line) > few {
		return true
	}
	return max(likely(line, 0, 1), likely(line, 1, 0)) < enough
}

// controls counts control bytes, which text hardly has in any encoding except UTF-16.
func controls(sample []byte) (n int) {
	for _, b := range sample {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			n++
		}
	}
	return n
}

// binary reports whether the beginning of a file, which is not UTF-16, is no text: a twentieth of
// its bytes are control characters, or some are and it fits no encoding.
func binary(sample []byte) bool {
	const few = 8 // fewer bytes tell nothing
	n := controls(sample)
	if n == 0 || len(sample) < few {
		return false
	}
	if n*20 >= len(sample) {
		return true
	}
	whole, broken := countUTF8(sample)
	return broken > whole && encodingOf(sample) == UTF8
}

// utf16Of recognises UTF-16 without a byte order mark, or returns "". In the wrong byte order, or
// if the text is in another encoding, the units are characters that no message has.
func utf16Of(sample []byte) Encoding {
	if whole, broken := countUTF8(sample); broken <= whole && controls(sample)*10 < len(sample) {
		return ""
	}
	little, big := likely(sample, 0, 1), likely(sample, 1, 0)
	switch {
	case little > big && little >= enough:
		return UTF16LE
	case big > little && big >= enough:
		return UTF16BE
	}
	return ""
}

// likely returns the share of 16-bit units that messages are made of: printable ASCII, line ends,
// 汉字 and their punctuation, surrogates.
func likely(sample []byte, low, high int) float64 {
	units, good := 0, 0
	for i := 0; i+1 < len(sample); i += 2 {
		units++
		u := rune(sample[i+low]) | rune(sample[i+high])<<8
		switch {
		case u == '\t', u == '\n', u == '\r', u >= ' ' && u <= '~',
			u >= 0x2010 && u <= 0x203f, // “”…
			u >= 0x3000 && u <= 0x303f, // 【】、。
			u >= 0xff00 && u <= 0xffef, // ，！
			unicode.Is(unicode.Han, u), utf16.IsSurrogate(u):
			good++
		}
	}
	return float64(good) / float64(max(units, 1))
}
