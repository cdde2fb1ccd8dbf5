package shape

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// hostSpan is a dotted name: jx.example.com. Labels consist of letters, digits, - and
// _.
type hostSpan struct {
	start, end int
	labels     int
	last       int  // start of the last label
	stop       bool // some dot is a Chinese full stop
}

// hostReach is the length of the longest host, as in DNS.
const hostReach = 253

// scanHost reads a dotted ASCII name at i. A dot counts only if a label follows it.
func scanHost(r []rune, i int) hostSpan {
	h := hostSpan{start: i, end: i, last: i}
	r = r[:min(len(r), i+hostReach)]
	for j := i; ; {
		c := runes.At(r, j)
		switch {
		case runes.IsAlnum(c):
			if h.labels == 0 {
				h.labels = 1
			}
			j++
			h.end = j
		case c == '-' || c == '_':
			if j == h.last {
				return h
			}
			j++
		default:
			next := h.skipDot(r, j)
			if next == j {
				return h
			}
			h.labels++
			h.last, j = next, next
		}
	}
}

// skipDot returns j moved over the dot between two labels of h, or j if there is none.
// The dot may be made harmless, [.], or be a Chinese full stop.
func (h *hostSpan) skipDot(r []rune, j int) int {
	switch {
	case j != h.end || j == h.start:
	case runes.At(r, j) == '.' && runes.AlnumAt(r, j+1):
		return j + 1
	case (runes.HasAt(r, j, "[.]") || runes.HasAt(r, j, "(.)") || runes.HasAt(r, j, "[点]") || runes.HasAt(r, j, "(点)")) && runes.AlnumAt(r, j+3):
		return j + 3
	case (runes.At(r, j) == '。' || runes.At(r, j) == '｡') && h.isStopDot(r, j):
		h.stop = true
		return j + 1
	}
	return j
}

// isStopDot reports whether the full stop at j is a dot of h: a top-level domain comes
// after it and none before, or www comes before. In abc.com。t.cn/x it ends a sentence.
func (h *hostSpan) isStopDot(r []rune, j int) bool {
	if isOneOf(r[h.start:j], "www") {
		return runes.AlnumAt(r, j+1)
	}
	if !h.stop && h.labels >= 2 && isTopLevel(r, h.last, j) {
		return false
	}
	const longest = 32
	end := j + 1
	for end <= j+longest && runes.AlnumAt(r, end) {
		end++
	}
	return end > j+1 && isTopLevel(r, j+1, end)
}

// isLabelRune reports whether c may occur in an ASCII label.
func isLabelRune(c rune) bool { return runes.IsAlnum(c) || c == '-' || c == '_' }

// labelStart returns the start of the label of h that ends at end.
func (h hostSpan) labelStart(r []rune, end int) int {
	for end > h.start && isLabelRune(r[end-1]) {
		end--
	}
	return end
}

// labelBefore returns the end of the label of h before the dot that ends at i.
func (h hostSpan) labelBefore(r []rune, i int) int {
	for i > h.start && !isLabelRune(r[i-1]) {
		i--
	}
	return i
}

// bareEnd returns the end of h as a link without a scheme: the end of its last label
// that is a top-level domain. It returns h.start if there is none, or if h is a file
// name or a number.
func (h hostSpan) bareEnd(r []rune) int {
	if end := chineseTopLevel(r, h.end); end > h.end && h.labels > 0 && h.mayTakeChinese(r, end) {
		return max(end, readHanHost(r, h.start)) // jiexin.公司.cn
	}
	if h.labels < 2 {
		return h.start
	}
	if h.isIPv4(r) {
		return h.addressEnd(r)
	}
	end := h.knownEnd(r)
	switch {
	case h.stop && runes.At(r, end) != '/' && !h.isWWW(r):
		return h.start
	case h.isWWW(r):
		if end > h.start+len("www.") {
			return end
		}
		return h.end
	case end == h.start, end < h.end && isFileEnding(r, end+1, h.end), !h.isNamed(r, end):
		return h.start
	}
	return end
}

// addressEnd returns the end of h, an IPv4 address, if a port or a path follows it, or
// h.start.
func (h hostSpan) addressEnd(r []rune) int {
	if next := runes.At(r, h.end); next == '/' || next == ':' && runes.DigitAt(r, h.end+1) {
		return h.end
	}
	return h.start
}

// isWWW reports whether h is a link because of its first label, whatever the last one
// is.
func (h hostSpan) isWWW(r []rune) bool {
	return runes.HasAt(r, h.start, "www") && !isLabelRune(runes.At(r, h.start+3)) && h.labels >= 3 && runes.LetterAt(r, h.last) && h.end-h.last >= 2
}

// knownEnd returns the end of the longest part of h that ends in a known top-level
// domain, or h.start. It leaves out a phone number that touches the domain:
// jx.example.com95588.
func (h hostSpan) knownEnd(r []rune) int {
	end := h.end
	for from := h.last; from > h.start; {
		if isTopLevel(r, from, end) {
			return end
		}
		cut := end
		for cut > from && runes.DigitAt(r, cut-1) {
			cut--
		}
		if end == h.end && end-cut >= 5 && isTopLevel(r, from, cut) {
			return cut
		}
		end = h.labelBefore(r, from)
		from = h.labelStart(r, end)
	}
	return h.start
}

// isIPv4 reports whether h is four numbers up to 255.
func (h hostSpan) isIPv4(r []rune) bool {
	if h.labels != 4 {
		return false
	}
	for i := h.start; i < h.end; {
		end := runes.DigitsWithin(r, i, 3)
		if end == i || end > i+3 || number.Value(r[i:end]) > 255 || end < h.end && r[end] != '.' {
			return false
		}
		i = end + 1
	}
	return true
}

// isNamed reports whether the label before the top-level domain that ends at end can be
// a name: 5.cn and 27.top are numbers, Mr.Wang is a person; 3.cn/x and 58.com are
// links.
func (h hostSpan) isNamed(r []rune, end int) bool {
	top := h.labelStart(r, end)
	dot := h.labelBefore(r, top)
	from := h.labelStart(r, dot)
	if runes.At(r, end) == '/' {
		return true
	}
	label := r[from:dot]
	switch {
	case from > h.start:
		return !isNumeric(r[h.start:dot])
	case runes.DigitsWithin(r, from, 2) == dot:
		return len(label) == 2 && isOneOf(r[top:end], "com", "cn", "net", "cc", "org")
	case isOneOf(label, "mr", "mrs", "ms", "miss", "dr"):
		return false
	}
	return true
}

// isNumeric reports whether labels have no letter: 2.0 in 2.0.vip.
func isNumeric(labels []rune) bool {
	for i := range labels {
		if runes.LetterAt(labels, i) {
			return false
		}
	}
	return true
}

// isOneOf reports whether the label is one of names.
func isOneOf(label []rune, names ...string) bool {
	for _, name := range names {
		if len(label) == len(name) && runes.HasAt(label, 0, name) {
			return true
		}
	}
	return false
}

// isFileEnding reports whether r[i:end] is the extension of a file: contract.com.pdf is
// not a link.
func isFileEnding(r []rune, i, end int) bool {
	return isOneOf(r[i:end], "pdf", "doc", "docx", "xls", "xlsx", "txt", "jpg", "png", "zip", "rar", "apk", "exe")
}

// chineseTopLevel returns the end of the longest Chinese top-level domain after the dot
// at i, whatever follows it, or i: abc.公司还款.
func chineseTopLevel(r []rune, i int) int {
	const longest = 3
	if runes.At(r, i) != '.' || !runes.HanAt(r, i+1) {
		return i
	}
	for n := longest; n >= 2; n-- {
		if i+1+n <= len(r) && isTopLevel(r, i+1, i+1+n) {
			return i + 1 + n
		}
	}
	return i
}

// mayTakeChinese reports whether a Chinese top-level domain that ends at end belongs to
// h and does not begin a sentence: jx.中国, not 下载app.中国银行提醒您.
func (h hostSpan) mayTakeChinese(r []rune, end int) bool {
	if h.end-h.last < 3 || isOneOf(r[h.last:h.end], "app", "apk", "sms") {
		return false
	}
	return textGoesOn(r, end)
}
