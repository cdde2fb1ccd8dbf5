package main

import (
	"bytes"
	"fmt"
	"math"
)

// pictureFile is a picture of the reliability of the kind, for README.
const pictureFile = "reliability.svg"

// picture draws how often the kind is right against its probability. The area of a
// circle is the number of messages.
func picture(bins []bin) []byte {
	const size, edge = 320, 40
	at := func(x float64) float64 { return edge + x*size }
	up := func(y float64) float64 { return edge + (1-y)*size }
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", size+2*edge, size+2*edge+10)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="#fff"/><rect x="%d" y="%d" width="%d" height="%d" fill="none" stroke="#999"/>`+"\n", edge, edge, size, size)
	fmt.Fprintf(&b, `<line x1="%g" y1="%g" x2="%g" y2="%g" stroke="#999" stroke-dasharray="4 4"/>`+"\n", at(0), up(0), at(1), up(1))
	for i := 0; i <= 10; i += 2 {
		v := float64(i) / 10
		fmt.Fprintf(&b, `<text x="%g" y="%g" text-anchor="middle">%.1f</text><text x="%g" y="%g" text-anchor="end">%.1f</text>`+"\n", at(v), up(0)+16, v, at(0)-6, up(v)+4, v)
	}
	most := 1
	for _, bin := range bins {
		most = max(most, bin.Rows)
	}
	for _, bin := range bins {
		if bin.Rows > 0 {
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="#2a6fb0" fill-opacity="0.7"><title>%d messages: said %.3f, right %.3f</title></circle>`+"\n",
				at(bin.Said), up(bin.Right), radius(bin.Rows, most), bin.Rows, bin.Said, bin.Right)
		}
	}
	fmt.Fprintf(&b, `<text x="%g" y="%d" text-anchor="middle">kind_probability</text>`+"\n", at(0.5), size+edge+36)
	fmt.Fprintf(&b, `<text x="14" y="%g" text-anchor="middle" transform="rotate(-90 14 %g)">kind right</text>`+"\n</svg>\n", up(0.5), up(0.5))
	return b.Bytes()
}

// radius returns the radius of a circle for a number of messages, at least 3.
func radius(rows, most int) float64 { return max(3, 16*math.Sqrt(float64(rows)/float64(most))) }
