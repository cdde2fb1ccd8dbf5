package identity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// kin are words that people put after the given name of somebody they know: 满仓哥.
var kin = []string{"哥", "姐", "弟", "妹", "叔", "姨", "婶", "伯", "总", "老师", "同学", "同志", "师傅"}

// Called returns c with its name read as what acquaintances call p: 满仓 or 满仓哥 for 于满仓. The name
// is then p's given name with the surname hidden; for 于满仓哥 it is the whole name. A claim with
// any other name is returned as it is.
func (c Claim) Called(p Profile) Claim {
	person, err := ParseName(p.Name)
	if err != nil || c.Name.IsZero() || person.Masked() {
		return c
	}
	whole := person.Reveal()
	given := strings.TrimPrefix(whole, person.Surname())
	if given == whole || utf8.RuneCountInString(given) < 2 {
		return c // no surname is known, or too little is left
	}
	called := []string{c.Name.Reveal()} // the name may end with such a word: 招弟
	for _, k := range kin {
		if rest, ok := strings.CutSuffix(called[0], k); ok {
			called = append(called, rest)
		}
	}
	switch {
	case slices.Contains(called, whole):
		c.Name.text = whole
	case slices.Contains(called, given):
		c.Name.text = strings.Repeat("*", utf8.RuneCountInString(person.Surname())) + given
	}
	return c
}
