package parser

import "github.com/dunsms/dunsms/internal/surnames"

// nameForm is how a name is written.
type nameForm uint8

const (
	nameNone    nameForm = iota
	nameFull             // 张三丰, 阿依古丽·买买提
	nameMasked           // 张*, *小明, 王某某
	nameSurname          // 张, before a title
	nameUnknown          // no surname of the table
)

// readings returns the ways to read a name at rune i, at most four.
func (s *reading) readings(i int) []nameCandidate {
	out := s.candidates[:0]
	defer func() { s.candidates = out }()
	add := func(form nameForm, end int) {
		if end > i && end <= len(s.runes) {
			out = append(out, nameCandidate{form: form, start: i, end: end})
		}
	}
	if end := s.readMaskedName(i); end > i {
		add(nameMasked, end)
		return out
	}
	if end := s.readDottedName(i); end > i {
		add(nameFull, end)
		out[0].dotted = true
		return out
	}
	surname := surnames.Len(s.runes[i:])
	if surname == 0 {
		for n := 2; n <= 4; n++ {
			if s.isGiven(i, i+n) {
				add(nameUnknown, i+n)
			}
		}
		return out
	}
	for given := 2; given >= 1; given-- {
		if s.isGiven(i, i+surname+given) {
			add(nameFull, i+surname+given)
		}
	}
	if surname == 2 && s.isGiven(i, i+2) {
		add(nameFull, i+2)
	}
	if surname == 1 && s.isGiven(i, i+4) && s.atHead(i) {
		add(nameUnknown, i+4)
	}
	add(nameSurname, i+surname)
	return out
}

var notInNames = runesOf("您你我他她它们的了是在与及或将请其此这那不也未被么吗呢吧并已把都")

// isGiven tells whether runes[i:j] may be a name: Chinese characters, none of
// them a pronoun or particle, and no cue among them.
func (s *reading) isGiven(i, j int) bool {
	if j > len(s.runes) || s.isCollectorTitle(i+1) {
		return false
	}
	for k, c := range s.runes[i:j] {
		if !isHan(c) || k > 0 && c == '于' || notInNames().has(c) {
			return false
		}
	}
	for k := s.itemAtRune(int32(i)); k < len(s.items) && int(s.items[k].start) < j; k++ {
		if it := &s.items[k]; it.kind != itemCue || it.end-it.start > 1 && (it.means != 0 || it.role != 0) {
			return false
		}
	}
	return true
}

// readMaskedName reads a name with hidden characters at i: a surname and stars
// or 某, with or without a last character; stars and one or two characters; a
// surname, a character and a star.
func (s *reading) readMaskedName(i int) int {
	r := s.runes
	if hidesName(r, i) {
		stars := i
		for stars < len(r) && stars-i < 3 && hidesName(r, stars) {
			stars++
		}
		end := stars
		if end+2 <= len(r) && isHan(r[end]) && isHan(r[end+1]) && (end+2 == len(r) || !isHan(r[end+2]) || r[end+2] == '您' || r[end+2] == '你' || isTitleRune(r, end+2)) && !isTitleRune(r, end) && !isTitleRune(r, end+1) && !endsNames().has(r[end+1]) {
			return end + 2 // *建国，
		}
		for end < len(r) && end-stars < 2 && s.isNameRune(end) {
			end++
		}
		if end == stars || r[i] == '某' {
			return i
		}
		return end
	}
	surname := surnames.Len(r[i:])
	if surname == 0 {
		if !isHan(r[i]) || !hidesName(r, i+1) || !hidesName(r, i+2) || !s.starts[i] {
			return i
		}
		surname = 1
	}
	stars := i + surname
	if stars+1 < len(r) && !hidesName(r, stars) && isHan(r[stars]) && hidesName(r, stars+1) && r[stars+1] == '*' && !hidesName(r, stars+2) {
		stars++ // 张三*
	}
	if stars >= len(r) || !hidesName(r, stars) {
		return i
	}
	end := stars
	for end < len(r) && end-stars < 3 && hidesName(r, end) {
		end++
	}
	if end < len(r) && end-stars < 3 && stars == i+surname && s.isNameRune(end) {
		end++ // 王*明
	}
	return end
}

var endsNames = runesOf("您你我他她吗吧呢啊的在因已于有尚仍与和就至应未曾逾欠拖借请须原收名其把向对被让将")

// isNameRune tells whether the character at rune i may end a masked name: it
// begins no cue, no title and no longer word.
func (s *reading) isNameRune(i int) bool {
	r := s.runes
	if !isHan(r[i]) || isTitleRune(r, i) || endsNames().has(r[i]) {
		return false
	}
	if i+1 < len(r) && !s.starts[i+1] && s.starts[i] && isHan(r[i+1]) && s.p.seg.Knows(r[i:i+2]) {
		return false // 今日
	}
	it := s.itemFrom(i)
	return it == nil || int(it.start) != i || it.end-it.start == 1
}

// hidesName tells whether r[i] stands for a character of a name.
func hidesName(r []rune, i int) bool {
	switch c := runeAt(r, i); c {
	case '某':
		return true
	case 'x', 'o':
		return i > 0 && isHan(r[i-1]) && (!isLatin(runeAt(r, i+1)) || runeAt(r, i+1) == c && !isLatin(runeAt(r, i+2)))
	case '~', '…', '·', '_', '#':
		return false
	default:
		return hidesDigit(c)
	}
}

// isTitleRune tells whether a title begins at r[i].
func isTitleRune(r []rune, i int) bool {
	switch a, b := r[i], runeAt(r, i+1); a {
	case '先':
		return b == '生'
	case '女':
		return b == '士'
	case '小':
		return b == '姐'
	case '用', '客':
		return b == '户'
	case '同':
		return b == '志' || b == '学'
	case '老':
		return b == '师' || b == '板'
	case '会':
		return b == '员'
	}
	return false
}

// readDottedName reads a name with a middle dot at i: 阿依古丽·买买提. Its second
// part ends with a word, before a title or a cue.
func (s *reading) readDottedName(i int) int {
	r := s.runes
	end, dots, part := i, 0, 0
	for ; end < len(r) && part <= 6; end++ {
		c := r[end]
		if (c == '·' || c == '•') && part > 0 {
			dots, part = dots+1, 0
			continue
		}
		if c == '*' && dots > 0 || isHan(c) && !(dots > 0 && part > 0 && !s.isNameRune(end)) {
			part++
			continue
		}
		break
	}
	if dots == 0 || part == 0 || part > 6 || dots > 3 {
		return i
	}
	return end
}
