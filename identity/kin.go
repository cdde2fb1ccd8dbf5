package identity

import (
	"strings"
	"unicode/utf8"
)

// kin are what people put behind the given name of somebody they know: 满仓哥.
var kin = []string{"哥", "姐", "弟", "妹", "叔", "姨", "婶", "伯", "总", "老师", "同学", "同志", "师傅"}

// For returns the claim with its name as one that p may be called by: whoever knows somebody
// leaves the surname out, and says 满仓, 满仓哥 to 于满仓. The name is then the given one with
// the surname hidden. A claim that means anybody else is returned as it is.
func (c Claim) For(p Profile) Claim {
	person, err := ParseName(p.Name)
	if err != nil || c.Name.IsZero() || person.Masked() {
		return c
	}
	whole := person.Reveal()
	given := strings.TrimPrefix(whole, person.Surname())
	called := c.Name.Reveal()
	for _, k := range kin {
		if rest, ok := strings.CutSuffix(called, k); ok {
			called = rest
			break
		}
	}
	switch {
	case given == whole, utf8.RuneCountInString(given) < 2:
		return c // no surname is known, or too little is left
	case called == given:
		c.Name.text = strings.Repeat("*", utf8.RuneCountInString(person.Surname())) + given
	case called == whole:
		c.Name.text = whole
	}
	return c
}
