package timeline

import (
	_ "embed"
	"fmt"
	"html"
	"strings"
	"time"
)

// CSS is the style of the picture, to be put into the page that shows it.
//
//go:embed timeline.css
var CSS string

// The sizes of the picture, in pixels.
const (
	left, right = 12, 12
	lastDay     = 16 // how far the last day is from the right end, so that its step is visible
	laneHeight  = 42
	laneText    = 13 // below the top of its lane
	laneDots    = 27
	sumHeight   = 96
	sumText     = 15
	sumTop      = 34 // top of the highest sum, below the top of the sums
	axisHeight  = 22
	rowHeight   = 20 // of the legend
	letter      = 7  // width of a letter; a Chinese character has two
)

// drawing is a picture while it is being drawn.
type drawing struct {
	strings.Builder
	*Timeline
	width       int
	first, last day
	low, high   int64 // the sums at the bottom and at the top
}

// SVG draws the timeline as an element, width pixels wide, of a page that has CSS. No other ID on
// the page may begin with id. If no message has a time, SVG returns "".
func (t *Timeline) SVG(width int, id string) string {
	return t.draw(width, fmt.Sprintf(`<svg class="timeline" role="img" aria-labelledby="%s-t" aria-describedby="%s-d"`, id, id), id, "")
}

// File draws the timeline as an SVG file. If no message has a time, it returns nil.
func (t *Timeline) File() []byte {
	const width = 820
	s := t.draw(width, `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" aria-labelledby="t-t" aria-describedby="t-d"`, "t", "<style>"+CSS+"</style>\n")
	if s == "" {
		return nil
	}
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + s + "\n")
}

// draw draws the timeline into an element that begins with open.
func (t *Timeline) draw(width int, open, id, style string) string {
	d := &drawing{Timeline: t, width: width}
	var ok bool
	if d.first, d.last, ok = t.bounds(); !ok {
		return ""
	}
	levels := t.levels()
	d.low, d.high = scale(levels)
	lanes := 0
	for _, l := range t.Lanes {
		if len(l.counts()) > 0 {
			lanes++
		}
	}
	sums := laneHeight * lanes
	axis := sums + 8
	if len(levels) > 0 {
		axis = sums + sumHeight
	}
	d.deadlines(axis)
	y := 0
	for _, l := range t.Lanes {
		if all := l.counts(); len(all) > 0 {
			d.lane(l.Name, all, y)
			y += laneHeight
		}
	}
	if len(levels) > 0 {
		d.sums(levels, sums, axis)
	}
	d.axis(axis)
	height := d.legend(axis+axisHeight, len(levels) > 0)
	return fmt.Sprintf("%s width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n<title id=\"%s-t\">%s</title>\n<desc id=\"%s-d\">%s</desc>\n%s%s</svg>",
		open, width, height, width, height, id, html.EscapeString(t.Title), id, html.EscapeString(t.Describe()), style, d.String())
}

// scale returns the sums at the bottom and at the top. If the least sum is more than half of the
// greatest, the bottom is raised so that the steps are visible.
func scale(all []level) (low, high int64) {
	for i, l := range all {
		if i == 0 || l.fen < low {
			low = l.fen
		}
		high = max(high, l.fen)
	}
	if 2*low <= high || low == high {
		return 0, high
	}
	return low - (high-low)/2, high
}

// x returns the horizontal place of a day.
func (d *drawing) x(at day) float64 {
	if d.last == d.first {
		return float64(d.width) / 2
	}
	return left + float64(at-d.first)/float64(d.last-d.first)*float64(d.width-left-right-lastDay)
}

// text writes a text with its anchor and class.
func (d *drawing) text(x float64, y int, anchor, class, text string) {
	fmt.Fprintf(d, `<text x="%.1f" y="%d" text-anchor="%s" class="%s">%s</text>`+"\n", x, y, anchor, class, html.EscapeString(text))
}

// lane draws the messages of one sort of sender: a dot for each day, with their number if there
// are several.
func (d *drawing) lane(name string, all []count, y int) {
	d.text(left, y+laneText, "start", "name", name)
	fmt.Fprintf(d, `<line x1="%d" y1="%d" x2="%d" y2="%d" class="lane"/>`+"\n", left, y+laneDots, d.width-right, y+laneDots)
	for _, c := range all {
		radius, number := 5, ""
		if c.n > 1 {
			radius, number = 9, fmt.Sprint(min(c.n, 99))
		}
		fmt.Fprintf(d, `<g><title>%s</title><circle cx="%.1f" cy="%d" r="%d" class="dot"/>`,
			html.EscapeString(fmt.Sprintf(d.Words.Day, c.at, c.n, name)), d.x(c.at), y+laneDots, radius)
		if number != "" {
			d.text(d.x(c.at), y+laneDots+4, "middle", "in", number)
		}
		d.WriteString("</g>\n")
	}
}

// sums draws claims as steps, and payments as steps down.
func (d *drawing) sums(all []level, top, axis int) {
	height := func(fen int64) float64 {
		if d.high == d.low {
			return float64(axis)
		}
		return float64(axis) - float64(fen-d.low)/float64(d.high-d.low)*float64(axis-top-sumTop)
	}
	if d.low > 0 { // the axis is broken: it does not begin at 0
		fmt.Fprintf(d, `<path d="M%d %dl4 -5l-8 -4l4 -5" class="break"/>`+"\n", left, axis)
	}
	d.text(left, top+sumText, "start", "name", d.sumText(all))
	var path strings.Builder
	began := false
	for _, l := range all {
		x, y := d.x(l.at), height(l.fen)
		switch {
		case began:
			fmt.Fprintf(&path, "H%.1fV%.1f", x, y)
		case l.paid == 0:
			fmt.Fprintf(&path, "M%.1f %.1f", x, y)
			began = true
		}
	}
	if began {
		fmt.Fprintf(&path, "H%d", d.width-right)
		fmt.Fprintf(d, `<path d="%s" class="sum"/>`+"\n", path.String())
	}
	for i, l := range all {
		if l.paid == 0 {
			continue
		}
		before := float64(axis - 16)
		if i > 0 && all[i-1].fen > l.fen {
			before = height(all[i-1].fen)
		}
		x, y := d.x(l.at), height(l.fen)
		fmt.Fprintf(d, `<g><title>%s</title><path d="M%.1f %.1fV%.1f" class="paid"/><path d="M%.1f %.1fl-5 -8h10z" class="arrow"/></g>`+"\n",
			html.EscapeString(l.at.String()+" "+fmt.Sprintf(d.Words.PaidSum, Yuan(l.paid))), x, before, max(y-6, before), x, y)
	}
}

// sumText gives the first and the last sum and what was paid.
func (t *Timeline) sumText(all []level) string {
	var claims []int64
	paid := int64(0)
	for _, l := range all {
		if l.paid > 0 {
			paid += l.paid
		} else {
			claims = append(claims, l.fen)
		}
	}
	text := t.Words.Sum
	switch {
	case len(claims) == 0:
	case claims[0] == claims[len(claims)-1]:
		text += " " + Yuan(claims[0])
	default:
		text += " " + fmt.Sprintf(t.Words.FromTo, Yuan(claims[0]), Yuan(claims[len(claims)-1]))
	}
	if paid > 0 {
		text += t.Words.Comma + fmt.Sprintf(t.Words.PaidSum, Yuan(paid))
	}
	return text
}

// Yuan formats a sum: ¥12,345.60.
func Yuan(fen int64) string {
	whole := fmt.Sprint(fen / 100)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return fmt.Sprintf("¥%s.%02d", whole, fen%100)
}

// deadlines draws a tick for each day by which something is wanted, unless it is out of bounds.
func (d *drawing) deadlines(axis int) {
	drawn := map[day]bool{}
	for _, l := range d.Deadlines {
		by := dayOf(l.By)
		if drawn[by] || by < d.first || by > d.last {
			continue
		}
		drawn[by] = true
		fmt.Fprintf(d, `<g><title>%s</title><line x1="%.1f" y1="0" x2="%.1f" y2="%d" class="due"/><line x1="%.1f" y1="%d" x2="%.1f" y2="%d" class="tick"/></g>`+"\n",
			html.EscapeString(l.text(&d.Words)), d.x(by), d.x(by), axis, d.x(by), axis-8, d.x(by), axis+5)
	}
}

func (l *Deadline) text(w *Words) string {
	if l.Passed {
		return fmt.Sprintf(w.UntilPassed, dayOf(l.By))
	}
	return fmt.Sprintf(w.Until, dayOf(l.By))
}

// axis draws the days.
func (d *drawing) axis(y int) {
	fmt.Fprintf(d, `<line x1="%d" y1="%d" x2="%d" y2="%d" class="axis"/>`+"\n", left, y, d.width-right, y)
	const dayWidth = 84
	days, form := marks(d.first, d.last, (d.width-left-right)/dayWidth+1)
	year, end := 0, -1.0
	for i, at := range days {
		of := time.Unix(int64(at)*secondsADay, 0).UTC()
		text := of.Format(form)
		if form == "01-02" && of.Year() != year {
			text = of.Format(time.DateOnly)
		}
		year = of.Year()
		x, half := d.x(at), float64(len(text)*letter)/2
		anchor, from, to := "middle", x-half, x+half
		switch {
		case from < left:
			anchor, from, to = "start", x, x+2*half
		case to > float64(d.width-right/2):
			anchor, from, to = "end", x-2*half, x
		}
		fmt.Fprintf(d, `<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" class="axis"/>`+"\n", x, y, x, y+4)
		if from < end+4 && i > 0 {
			continue
		}
		d.text(x, y+17, anchor, "day", text)
		end = to
	}
}

// legend explains the signs and returns where it ends.
func (d *drawing) legend(y int, sums bool) int {
	x := left
	y += rowHeight - 4
	entry := func(sign, text string) {
		wide := 22 + widthOf(text) + 16
		if x > left && x+wide > d.width {
			x, y = left, y+rowHeight
		}
		fmt.Fprintf(d, `<g transform="translate(%d %d)">%s`, x, y, sign)
		d.text(22, 0, "start", "day", text)
		d.WriteString("</g>\n")
		x += wide
	}
	entry(`<circle cx="9" cy="-4" r="5" class="dot"/>`, d.Words.Messages)
	claims, paid := false, false
	for _, s := range d.Sums {
		claims, paid = claims || !s.Paid && !s.At.IsZero(), paid || s.Paid && !s.At.IsZero()
	}
	if sums && claims {
		entry(`<path d="M1 -1h8v-7h8" class="sum"/>`, d.Words.Sum)
	}
	if sums && paid {
		entry(`<path d="M9 -12v6" class="paid"/><path d="M9 0l-5 -8h10z" class="arrow"/>`, d.Words.Paid)
	}
	if len(d.Deadlines) > 0 {
		entry(`<line x1="9" y1="-12" x2="9" y2="2" class="due"/><line x1="9" y1="-5" x2="9" y2="2" class="tick"/>`, d.Words.Deadline)
	}
	return y + 8
}

// widthOf returns the greatest width of a text: a Chinese character counts as two letters.
func widthOf(text string) (n int) {
	for _, c := range text {
		n += letter
		if c >= 0x1100 {
			n += letter
		}
	}
	return n
}

// Describe returns in words what the picture shows.
func (t *Timeline) Describe() string {
	var all []string
	if first, last, ok := t.told(); ok {
		all = append(all, fmt.Sprintf(t.Words.Span, first, last))
	}
	for _, l := range t.Lanes {
		if len(l.Messages) > 0 {
			all = append(all, fmt.Sprintf(t.Words.Many, l.Name, len(l.Messages)))
		}
	}
	if levels := t.levels(); len(levels) > 0 {
		all = append(all, t.sumText(levels))
	}
	said := map[day]bool{}
	for i := range t.Deadlines {
		if by := dayOf(t.Deadlines[i].By); !said[by] && len(said) < mostTold {
			said[by] = true
			all = append(all, t.Deadlines[i].text(&t.Words))
		}
	}
	if n := t.untimed(); n > 0 {
		all = append(all, fmt.Sprintf(t.Words.Untimed, n))
	}
	return strings.Join(all, t.Words.Comma)
}

// mostTold is the most deadlines that Describe names.
const mostTold = 8

// told returns the first and the last day of the messages themselves.
func (t *Timeline) told() (first, last day, ok bool) {
	only := Timeline{Lanes: t.Lanes, Sums: t.Sums}
	return only.bounds()
}
