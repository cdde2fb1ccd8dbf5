package identity

import (
	"slices"

	"github.com/dunsms/dunsms/internal/surnames"
)

// callsAfter and callsBefore hold what people say after or before a surname: 贾姨, 周哥,
// 老周.
var (
	callsAfter  = []rune("姐哥叔姨婶嫂伯爷奶爸妈弟妹总工")
	callsBefore = []rune("老小阿")
)

// ParseAddressed is [ParseName] for a name as people address each other: 贾姨, 周哥 and 老周
// are read as surnames. If one of these is somebody's real name, it is still read as a
// surname alone.
func ParseAddressed(s string) (Name, error) {
	r := []rune(s)
	switch {
	case len(r) < 2 || len(r) > 3:
	case slices.Contains(callsAfter, r[len(r)-1]) && surnames.Len(r) == len(r)-1:
		return ParseName(string(r[:len(r)-1]))
	case slices.Contains(callsBefore, r[0]) && surnames.Len(r[1:]) == len(r)-1:
		return ParseName(string(r[1:]))
	}
	return ParseName(s)
}
