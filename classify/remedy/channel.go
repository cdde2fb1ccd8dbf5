package remedy

import "io"

// Channel is a body to turn to.
type Channel struct {
	Code string `json:"code"`
	Name string `json:"name"`
	For  string `json:"for"` // what it is for
	// Source, Address, Checked and Trust are as in Step.
	Source  string `json:"source"`
	Address string `json:"address,omitempty"`
	Checked string `json:"checked"`
	Trust   string `json:"trust"`
}

// channelRow is a row of channels.tsv.
type channelRow struct{ code, nameZh, nameEn, forZh, forEn, source string }

// Channels returns whom to turn to, ordered by code, from the embedded tables.
func Channels(lang Lang) []Channel { return Builtin().Channels(lang) }

// Channels is like the function Channels, but uses the tables of t.
func (t *Tables) Channels(lang Lang) []Channel {
	var out []Channel
	for _, row := range t.channels {
		src := t.sources[row.source]
		c := Channel{
			Code: row.code, Name: row.nameZh, For: row.forZh,
			Source: src.in(lang), Address: src.address, Checked: src.checked, Trust: src.trust,
		}
		if lang == English {
			c.Name, c.For = row.nameEn, row.forEn
		}
		out = append(out, c)
	}
	return out
}

func (t *Tables) readChannels(r io.Reader) error {
	last := ""
	return rows("channels", r, channelsTable, 6, func(f []string) string {
		_, known := t.sources[f[5]]
		switch {
		case f[0] <= last:
			return "not sorted"
		case !known:
			return "no such source"
		}
		last = f[0]
		t.channels = append(t.channels, channelRow{f[0], f[1], f[2], f[3], f[4], f[5]})
		return ""
	})
}
