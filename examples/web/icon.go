package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// icon is an icon of the app: a message with a tick in it, drawn as in icon.svg, which is 64 units
// wide.
type icon struct {
	size int
	full bool // filled to the edge, with the drawing in the middle: the system cuts out a shape
}

const (
	appleIcon = "icon-apple.png"
	paper     = "#f5f2ec"
)

// icons are the icons of the site, by name.
var icons = map[string]icon{
	"icon-192.png":          {192, false},
	"icon-512.png":          {512, false},
	"icon-maskable-192.png": {192, true},
	"icon-maskable-512.png": {512, true},
	appleIcon:               {180, true},
}

var (
	ground  = color.NRGBA{0x1b, 0x5c, 0x66, 0xff}
	message = color.NRGBA{0xff, 0xfe, 0xfb, 0xff}
)

// fine is how many sample points a pixel has in each direction, for smooth edges.
const fine = 4

func (i icon) png() ([]byte, error) {
	m := image.NewNRGBA(image.Rect(0, 0, i.size, i.size))
	for y := range i.size {
		for x := range i.size {
			m.SetNRGBA(x, y, i.pixel(x, y))
		}
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m)
	return b.Bytes(), err
}

// pixel returns the mean colour of the points of a pixel.
func (i icon) pixel(x, y int) color.NRGBA {
	var r, g, b, a int
	for n := range fine * fine {
		at := func(pixel, part int) float64 {
			return (float64(pixel) + (float64(part)+.5)/fine) * 64 / float64(i.size)
		}
		c := i.point(at(x, n%fine), at(y, n/fine))
		r, g, b, a = r+int(c.R)*int(c.A), g+int(c.G)*int(c.A), b+int(c.B)*int(c.A), a+int(c.A)
	}
	if a == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r / a), uint8(g / a), uint8(b / a), uint8(a / (fine * fine))}
}

// point returns the colour of a point of the field.
func (i icon) point(x, y float64) color.NRGBA {
	if i.full { // at most a fifth is cut off
		x, y = (x-32)/.8+32, (y-32)/.8+32
	}
	switch {
	case inTick(x, y):
		return ground
	case inRound(x, y, 13, 14, 51, 43, 7), inTail(x, y):
		return message
	case i.full || inRound(x, y, 0, 0, 64, 64, 14):
		return ground
	}
	return color.NRGBA{}
}

// inRound reports whether a point is in a rectangle with round corners.
func inRound(x, y, left, top, right, bottom, radius float64) bool {
	dx := max(left+radius-x, x-(right-radius), 0)
	dy := max(top+radius-y, y-(bottom-radius), 0)
	return dx*dx+dy*dy <= radius*radius
}

// inTail reports whether a point is in the tail of the message: the triangle 21,43 21,53 31,43.
func inTail(x, y float64) bool { return x >= 21 && y >= 42.9 && (x-21)+(y-43) <= 10 }

// inTick reports whether a point is in the tick: a line of width 4.6 from 23,29 by 29.5,35 to 41,22.5.
func inTick(x, y float64) bool {
	return inLine(x, y, 23, 29, 29.5, 35) || inLine(x, y, 29.5, 35, 41, 22.5)
}

func inLine(x, y, x1, y1, x2, y2 float64) bool {
	const half = 2.3
	dx, dy := x2-x1, y2-y1
	along := min(max(((x-x1)*dx+(y-y1)*dy)/(dx*dx+dy*dy), 0), 1)
	dx, dy = x-x1-along*dx, y-y1-along*dy
	return dx*dx+dy*dy <= half*half
}
