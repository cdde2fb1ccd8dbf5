package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// hanLabelReach is one more than the length of the longest Chinese label, in runes.
const hanLabelReach = 10

// ReadHanLink returns the start and the end of the link whose last label before dot is
// Chinese, such as 捷信.com: a top-level domain follows directly. It returns dot, dot
// if there is none.
//
// The label begins after the words that come before links: in 请点击捷信.com it is
// 捷信. A Chinese top-level domain may come between: 工商.公司.cn.
func ReadHanLink(r []rune, dot int) (start, end int) {
	if runes.At(r, dot) != '.' || !runes.HanAt(r, dot-1) {
		return dot, dot
	}
	last := dot
	if top := chineseTopLevel(r, dot); runes.At(r, top) == '.' {
		last = top
	}
	if !runes.LetterAt(r, last+1) {
		return dot, dot
	}
	h := scanHost(r, last+1)
	if !isTopLevel(r, last+1, h.end) && !(h.labels == 2 && isTopLevel(r, last+1, h.last-1) && isTopLevel(r, h.last, h.end)) {
		return dot, dot
	}
	if start = hanLabelStart(r, dot); start == dot {
		return dot, dot
	}
	return start, readLinkRest(r, h.end)
}

// hanLabelStart returns the start of the Chinese label before dot, or dot if it is too
// long or counts: 逾期5天.com.
func hanLabelStart(r []rune, dot int) int {
	start := dot
	for start > dot-hanLabelReach && runes.HanAt(r, start-1) && !leadsToLink(r, start) {
		start--
	}
	if start == dot-hanLabelReach || start == dot-1 && runes.DigitAt(r, start-1) {
		return dot
	}
	return start
}

// readLinkOfHan reads a link whose first label is Chinese and begins at i.
func readLinkOfHan(r []rune, i int) int {
	for dot := i + 1; dot <= i+hanLabelReach; dot++ {
		if runes.At(r, dot) == '.' {
			if start, end := ReadHanLink(r, dot); start == i {
				return end
			}
			return i
		}
		if !runes.HanAt(r, dot) {
			return i
		}
	}
	return i
}

// readHanHost returns the end of the host at i, some labels of which are Chinese, or i if
// there is none: 工商.公司.cn, www.捷信.com. Since text may follow at once, it ends with a
// known top-level domain.
func readHanHost(r []rune, i int) int {
	const longest = 64
	end, label := i, i
	for j := i; j < i+longest; j++ {
		c := runes.At(r, j)
		if runes.IsHan(c) || isLabelRune(c) {
			continue
		}
		if c != '.' || j == label || end > label && end != j {
			break
		}
		label = j + 1
		tail := label
		for tail < label+longest && runes.LetterAt(r, tail) {
			tail++
		}
		if tail > label && isTopLevel(r, label, tail) {
			end = tail
		} else if tail = chineseTopLevel(r, j); tail > j && textGoesOn(r, tail) {
			end = tail
		}
	}
	return end
}

// hanPathReach is the length of the longest Chinese part of a path, in runes.
const hanPathReach = 64

// skipHanPath returns i moved over the Chinese that a part of a path or a query begins
// with, /还款?sum=500 or ?name=王明&sum=500. It returns i if the text goes on there: the
// Chinese belongs to the link only if more of the link follows directly.
func skipHanPath(r []rune, i int) int {
	switch runes.At(r, i-1) {
	case '/', '=', '?', '&':
	case '#':
		return fragmentEnd(r, i)
	default:
		return i
	}
	j := hanPathEnd(r, i)
	if j == i {
		return i
	}
	if end := queryAfter(r, j, i+hanPathReach); end > j {
		return end
	}
	next := j
	switch runes.At(r, j) {
	case '/', '?', '&', '=', '#':
		if runes.AlnumAt(r, j+1) {
			return j
		}
		return i
	case '.', '-', '_', '%':
		next++
	}
	end := next
	for end < next+hanPathReach && runes.AlnumAt(r, end) {
		end++
	}
	if end == next || runes.HanAt(r, end) || isOneOf(r[next:end], "t", "td", "n", "r") {
		return i // 还款500元, 还款回T退, 还款TD
	}
	return j
}

// fragmentEnd returns the end of the fragment at i, which is short and set off by a space,
// and in which Chinese and digits may alternate, #还款500元. It returns i if there is none.
func fragmentEnd(r []rune, i int) int {
	const longest = 16
	end := i
	for end < i+longest && (runes.HanAt(r, end) || runes.AlnumAt(r, end)) {
		end++
	}
	if end < len(r) && r[end] != ' ' && r[end] != '\n' {
		return i
	}
	return end
}

// hanPathEnd returns the end of the Chinese at i, which slashes may divide.
func hanPathEnd(r []rune, i int) int {
	end := i
	for end < i+hanPathReach && (runes.HanAt(r, end) || runes.At(r, end) == '/' && runes.HanAt(r, end+1)) {
		end++
	}
	return end
}

// partDigits is from how many digits on a number after a stroke is the next part of a
// path, and not a count.
const partDigits = 5

// queryAfter returns the query, or the next part of the path, that follows Chinese and
// digits at i, before limit: /逾期3000元?x=1, /逾期3000元/x. It returns i if there is none.
func queryAfter(r []rune, i, limit int) int {
	end := i
	for end < limit && (runes.HanAt(r, end) || runes.AlnumAt(r, end)) {
		end++
	}
	switch next := end + 1; runes.At(r, end) {
	case '?':
		if runes.LetterAt(r, next) {
			return end
		}
	case '/':
		if runes.LetterAt(r, next) || runes.DigitsWithin(r, next, partDigits) >= next+partDigits {
			return end
		}
	}
	return i
}
