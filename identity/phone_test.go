package identity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

func TestPhones(t *testing.T) {
	for _, row := range readTable(t, "phones.tsv", 3, 60) {
		in, want, why := row[0], row[1], row[2]
		t.Run(why, func(t *testing.T) {
			p, err := ParsePhone(in)
			if err != nil {
				assert.True(t, p.IsZero())
				assert.Equal(t, want, describe(t, err))
				return
			}
			dash := func(s string) string {
				if s == "" {
					return "-"
				}
				return s
			}
			seg := p.Segment()
			got := p.Reveal() + " " + p.Class().String() + " " + MaskPhone(in) + " " + dash(seg.Use) + "/" + dash(seg.Network)
			assert.Equal(t, want, got)
			assert.Equal(t, seg.Use == "virtual", p.Virtual())

			text, err := p.MarshalText()
			require.NoError(t, err)
			var again Phone
			require.NoError(t, again.UnmarshalText(text))
			assert.Equal(t, p, again, "the text reads back")

			var class PhoneClass
			text, err = p.Class().MarshalText()
			require.NoError(t, err)
			require.NoError(t, class.UnmarshalText(text))
			assert.Equal(t, p.Class(), class)
		})
	}
}

func TestPhoneFits(t *testing.T) {
	tests := []struct {
		shown, whole string
		want         Outcome
	}{
		{"138****1234", "13800001234", Agree},
		{"138****1235", "13800001234", Disagree},
		{"139****1234", "13800001234", Disagree},
		{"尾号1234", "13800001234", Agree},
		{"尾号1235", "13800001234", Disagree},
		{"尾号1234", "138****1234", Unknown},
		{"尾号0096", "13800000096", Agree},
		{"0096", "13800001234", Disagree},
		{"13800001234", "+86 138-0000-1234", Agree},
		{"***********", "13800001234", Unknown},
		{"80001234", "(010)80001234", Agree},
		{"80001235", "(010)80001234", Disagree},
		{"80001234", "13880001234", Disagree},
		{"13800001234", "01080001234", Disagree},
		{"138****1234", "", Unknown},
		{"", "13800001234", Unknown},
		{"+85228001234", "0085228001234", Agree},
	}
	for _, tt := range tests {
		shown, _ := ParsePhone(tt.shown)
		whole, _ := ParsePhone(tt.whole)
		assert.Equal(t, tt.want, shown.Fits(whole))
	}
}

func TestSegments(t *testing.T) {
	last := ""
	for _, f := range tsv.Rows("segments.tsv", segmentsText, 3) {
		require.Len(t, f, 3)
		require.Less(t, last, f[0])
		last = f[0]
		require.Contains(t, []string{"mobile", "virtual", "machine", "satellite"}, f[1])
		require.Contains(t, []string{"mobile", "telecom", "unicom", "broadnet", "-"}, f[2])
	}
	for _, prefix := range []string{"162", "165", "167", "170", "171"} {
		p, err := ParsePhone(prefix + "00001234")
		require.NoError(t, err)
		assert.True(t, p.Virtual())
	}
}
