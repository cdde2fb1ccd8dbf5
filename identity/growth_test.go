package identity

import (
	"testing"
	"time"

	"github.com/dunsms/dunsms/internal/growth"
)

// TestGrowth gives every reader inputs far longer than what it reads.
func TestGrowth(t *testing.T) {
	readers := []struct {
		name string
		read func(in string)
	}{
		{"ID", func(in string) { _, _ = ParseID(in) }},
		{"masked ID", func(in string) { _, _ = ParseMaskedID(in) }},
		{"name", func(in string) { _, _ = ParseName(in) }},
		{"phone", func(in string) { _, _ = ParsePhone(in) }},
		{"mask name", func(in string) { MaskName(in) }},
		{"mask message", func(in string) { MaskMessage(in) }},
		{"compare", func(in string) {
			n, _ := ParseName("沈*安")
			Compare(Claim{Name: n}, Profile{Name: in, Phones: []string{in}})
		}},
	}
	var names []string
	for _, r := range readers {
		names = append(names, r.name)
	}
	for _, piece := range []string{
		"1", "0", "X", "*", "*1", "1*", " ", "\u200b", "１", "张", "欧阳", "张*", "先生", "女士", "·", "阿·", "某", "-", "+86", "(0", "138 ", "￥", "\xff", "a", "。",
	} {
		growth.Linear(t, piece, names, func(size int) (took []time.Duration) {
			in := growth.Fill(piece, size)
			for _, r := range readers {
				took = append(took, growth.Time(func() { r.read(in) })...)
			}
			return took
		})
	}
}
