//go:build !race

package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

var update = flag.Bool("update", false, "take page.png anew")

// picture returns the whole page as it is seen.
func (b *tab) picture(v view) []byte {
	b.t.Helper()
	v.height = eval[int64](b, "document.documentElement.scrollHeight")
	b.see(v)
	p, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	require.NoError(b.t, err)
	return p
}

// TestPictures takes pictures of the page for a person to look at, in a folder that
// it names and that stays where it is told so: go test -artifacts -outputdir DIR.
func TestPictures(t *testing.T) {
	slow.Skip(t)
	b := open(t, desktop)
	dir := t.ArtifactDir()
	t.Log("the pictures are in", dir)
	for _, v := range views {
		for _, key := range []string{"empty", "mistake", "scam", "undetermined"} {
			b.see(v)
			b.unfold(false)
			if key == "empty" {
				b.clear()
			} else {
				b.sample(key)
				eval[any](b, one("#why")+".open = true")
			}
			for _, lang := range []string{"en", "zh"} {
				b.click("[data-lang=" + lang + "]")
				picture := b.picture(v)
				seen, err := png.DecodeConfig(bytes.NewReader(picture))
				require.NoError(t, err)
				assert.Equal(t, int(v.width), seen.Width)
				require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", key, v, lang)), picture, 0o644))
			}
		}
	}
	_, console := b.seen()
	assert.Empty(t, console)
}

// maxPicture is how long the picture of the README may be, in bytes.
const maxPicture = 200_000

// TestReadmePicture takes the picture of the README, with -update.
func TestReadmePicture(t *testing.T) {
	const name = "page.png"
	if *update {
		v := view{1180, 900, "light"}
		b := open(t, v)
		b.sample("mistake")
		eval[any](b, one("#why")+".open = true")
		full, err := png.Decode(bytes.NewReader(b.picture(v)))
		require.NoError(t, err)
		var small bytes.Buffer
		require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, withPalette(full)))
		require.NoError(t, os.WriteFile(name, small.Bytes(), 0o644))
	}
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	_, err = png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Less(t, len(data), maxPicture)
}

// withPalette returns a picture in its 256 most frequent colours, which for a page
// of flat colours and text is hardly seen.
func withPalette(m image.Image) *image.Paletted {
	count := map[color.RGBA]int{}
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(m.At(x, y)).(color.RGBA) }
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	var all color.Palette
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.Color) int {
		c, d := a.(color.RGBA), b.(color.RGBA)
		return cmp.Or(cmp.Compare(count[d], count[c]), cmp.Compare(c.R, d.R), cmp.Compare(c.G, d.G), cmp.Compare(c.B, d.B))
	})
	palette := all[:min(len(all), 256)]
	nearest := map[color.RGBA]uint8{}
	for _, c := range all {
		nearest[c.(color.RGBA)] = uint8(palette.Index(c))
	}
	out := image.NewPaletted(r, palette)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			out.SetColorIndex(x, y, nearest[at(x, y)])
		}
	}
	return out
}
