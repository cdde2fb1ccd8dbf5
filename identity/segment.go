package identity

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

// Segment is what the numbering plan says about the first digits of a mobile
// number.
type Segment struct {
	Use     string // "mobile", "virtual", "machine" or "satellite"
	Network string // "mobile", "telecom", "unicom" or "broadnet"; "" if several share it
}

//go:embed segments.tsv
var segmentsText string

var segments = sync.OnceValue(func() map[string]Segment {
	m := map[string]Segment{}
	for _, fields := range tsv.Rows("segments.tsv", segmentsText, 3) {
		m[fields[0]] = Segment{fields[1], strings.Trim(fields[2], "-")}
	}
	return m
})

// Segment returns the use and the network of a mobile number; the zero Segment
// for another number, for one whose first digits are hidden, and for digits
// that are not in segments.tsv, which has the source.
func (p Phone) Segment() Segment {
	if p.class != PhoneMobile {
		return Segment{}
	}
	if s, ok := segments()[p.text[:4]]; ok {
		return s
	}
	return segments()[p.text[:3]]
}

// Virtual reports whether the number was allotted to a virtual operator: 162,
// 165, 167, 170, 171.
func (p Phone) Virtual() bool { return p.Segment().Use == "virtual" }
