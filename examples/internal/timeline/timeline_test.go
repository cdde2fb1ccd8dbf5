package timeline

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var english = Words{
	Messages: "messages", Sum: "sum", Paid: "paid", Deadline: "deadline", Day: "%s: %d messages, %[3]s", Span: "%s to %s", Many: "%s: %d",
	FromTo: "%s -> %s", PaidSum: "%s paid", Until: "until %s", UntilPassed: "until %s, passed", Untimed: "%d untimed", Comma: ", ",
}

// on is a time on a day of 2026, in China just after midnight: the day before in UTC.
func on(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 5, 0, 0, china) }

func message(number int, at time.Time) Message { return Message{number, at} }

// example is a matter with all that can be drawn.
func example() *Timeline {
	return &Timeline{
		Title: "A & B", Words: english,
		Lanes: []Lane{
			{"Lender", []Message{message(1, on(3, 1)), message(2, on(3, 1)), message(3, on(3, 20))}},
			{"Nobody", nil},
			{"Law <firm>", []Message{message(4, on(4, 2)), message(9, time.Time{})}},
		},
		Sums: []Sum{
			{message(1, on(3, 1)), 100_000, false}, {message(2, on(3, 1)), 100_000, false},
			{message(3, on(3, 20)), 40_000, true}, {message(4, on(4, 2)), 61_234, false}, {message(9, time.Time{}), 99_999_999, false},
		},
		Deadlines: []Deadline{{1, on(3, 5), true}, {2, on(3, 5), true}, {4, on(4, 9), false}, {4, time.Date(9999, 1, 1, 0, 0, 0, 0, china), false}},
	}
}

func TestLevels(t *testing.T) {
	at := func(month time.Month, d int) day { return dayOf(on(month, d)) }
	assert.Equal(t, []level{{at(3, 1), 100_000, 0}, {at(3, 20), 60_000, 40_000}, {at(4, 2), 61_234, 0}}, example().levels())
	for _, c := range []struct {
		name string
		in   []Sum
		want []level
	}{
		{"nothing", nil, nil},
		{"paid before any claim", []Sum{{message(1, on(3, 1)), 500, true}, {message(2, on(3, 2)), 700, false}}, []level{{at(3, 1), 0, 500}, {at(3, 2), 700, 0}}},
		{"more is paid than is claimed", []Sum{{message(1, on(3, 1)), 500, false}, {message(2, on(3, 2)), 700, true}}, []level{{at(3, 1), 500, 0}, {at(3, 2), 0, 700}}},
	} {
		assert.Equal(t, c.want, (&Timeline{Sums: c.in}).levels(), c.name)
	}
}

// A day is one of China, and a deadline far away does not stretch the picture.
func TestBounds(t *testing.T) {
	first, last, ok := example().bounds()
	require.True(t, ok)
	assert.Equal(t, "2026-03-01 2026-04-09", first.String()+" "+last.String())
	_, _, ok = (&Timeline{Lanes: []Lane{{"a", []Message{{1, time.Time{}}}}}, Deadlines: []Deadline{{1, on(3, 1), false}}}).bounds()
	assert.False(t, ok, "no message has a time")
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		days, room int
		want       string
	}{
		{0, 4, "03-01"},
		{2, 4, "03-01 03-02 03-03"},
		{7, 4, "03-01 03-03 03-05 03-07"},
		{14, 4, "03-01 03-08 03-15"},
		{80, 4, "2026-03 2026-04 2026-05"},
		{400, 4, "2026-04 2026-07 2026-10 2027-01"},
	} {
		days, form := marks(dayOf(on(3, 1)), dayOf(on(3, 1))+day(c.days), c.room)
		var got []string
		for _, d := range days {
			got = append(got, time.Unix(int64(d)*secondsADay, 0).UTC().Format(form))
		}
		if c.days == 400 {
			assert.LessOrEqual(t, len(got), c.room)
			continue
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.days)
	}
	days, _ := marks(dayOf(time.Date(1, 1, 1, 0, 0, 0, 0, china)), dayOf(time.Date(9999, 1, 1, 0, 0, 0, 0, china)), 4)
	assert.LessOrEqual(t, len(days), 5)
}

// The picture is well formed, describes itself for those who cannot see it, and stays within its
// bounds.
func TestSVG(t *testing.T) {
	for _, width := range []int{330, 700} {
		checkPicture(t, example().SVG(width, "m1"), width)
	}
	picture := example().SVG(700, "m1")
	for what, want := range map[string]string{
		"a name":                  `role="img" aria-labelledby="m1-t" aria-describedby="m1-d"`,
		"what it is":              `<title id="m1-t">A &amp; B</title>`,
		"what it shows":           `<desc id="m1-d">2026-03-01 to 2026-04-02, Lender: 3, Law &lt;firm&gt;: 2, sum ¥1,000.00 -&gt; ¥612.34, ¥400.00 paid, until 2026-03-05, passed, until 2026-04-09, until 9999-01-01, 1 untimed</desc>`,
		"two on one day":          `class="in">2</text>`,
		"what a step down is":     `<title>2026-03-20 ¥400.00 paid</title>`,
		"a lane of the last":      `>Law &lt;firm&gt;</text>`,
		"what a deadline is":      `<title>until 2026-03-05, passed</title>`,
		"the first day in a year": `>2026-03-01</text>`,
	} {
		assert.Contains(t, picture, want, what)
	}
	assert.NotContains(t, picture, "Nobody")
	assert.Equal(t, 2, strings.Count(picture, `class="tick"/></g>`), "one a day, and none for a day that is far away")
	file := string(example().File())
	assert.Contains(t, file, `<svg xmlns="http://www.w3.org/2000/svg"`)
	assert.Contains(t, file, "<style>")
	assert.Empty(t, new(Timeline).SVG(700, "m1"))
	assert.Nil(t, new(Timeline).File())
	assert.NotRegexp(t, `url\(|@import|[<&]`, CSS, "it may stand in a page and in a picture")
}

var coordinate = regexp.MustCompile(`\b(x|x1|x2|cx|y|y1|y2|cy)="([-0-9.]+)"`)

func checkPicture(t *testing.T, picture string, width int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(picture))
	for {
		if _, err := d.Token(); err != nil {
			require.EqualError(t, err, "EOF")
			break
		}
	}
	require.NotContains(t, picture, "NaN")
	require.NotContains(t, picture, "%!")
	height, err := strconv.ParseFloat(regexp.MustCompile(`height="(\d+)"`).FindStringSubmatch(picture)[1], 64)
	require.NoError(t, err)
	for _, m := range coordinate.FindAllStringSubmatch(picture, -1) {
		n, err := strconv.ParseFloat(m[2], 64)
		require.NoError(t, err)
		limit := float64(width)
		if m[1][0] == 'y' || m[1] == "cy" {
			limit = height
		}
		require.True(t, -12 <= n && n <= limit, m[0]) // signs of the legend stand on their line
	}
}

// Whatever there is, it is drawn within its bounds, and the same each time.
func TestAnyTimeline(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	any := func() time.Time {
		switch rng.IntN(8) {
		case 0:
			return time.Time{}
		case 1:
			return time.Date(rng.IntN(9999), 1, 1, 0, 0, 0, 0, time.UTC)
		}
		return on(1, 1).AddDate(0, 0, rng.IntN(1+rng.IntN(2000)))
	}
	for range 2000 {
		tl := &Timeline{Title: "t", Words: english}
		for i := range rng.IntN(4) {
			l := Lane{Name: fmt.Sprint("lane ", i)}
			for range rng.IntN(5) {
				l.Messages = append(l.Messages, Message{1, any()})
			}
			tl.Lanes = append(tl.Lanes, l)
		}
		for range rng.IntN(5) {
			tl.Sums = append(tl.Sums, Sum{Message{1, any()}, int64(rng.IntN(1 + rng.IntN(1_000_000_000))), rng.IntN(3) == 0})
		}
		for range rng.IntN(3) {
			tl.Deadlines = append(tl.Deadlines, Deadline{1, any(), true})
		}
		picture := tl.SVG(330, "p")
		require.Equal(t, picture, tl.SVG(330, "p"))
		if picture != "" {
			checkPicture(t, picture, 330)
		}
		tl.CSV([5]string{"a", "b", "c", "d", "e"})
	}
}

func TestYuan(t *testing.T) {
	for fen, want := range map[int64]string{0: "¥0.00", 5: "¥0.05", 123_456: "¥1,234.56", 100_000_000_000: "¥1,000,000,000.00", 99_999: "¥999.99"} {
		assert.Equal(t, want, Yuan(fen))
	}
}

func TestCSV(t *testing.T) {
	tl := example()
	tl.Deadlines = tl.Deadlines[2:3]
	want := "\ufeffwhen,what,who,number,yuan\n" +
		"2026-03-01 00:05:00,messages,Lender,1,\n2026-03-01 00:05:00,messages,Lender,2,\n" +
		"2026-03-01 00:05:00,sum,,1,1000.00\n2026-03-01 00:05:00,sum,,2,1000.00\n" +
		"2026-03-20 00:05:00,messages,Lender,3,\n2026-03-20 00:05:00,paid,,3,400.00\n" +
		"2026-04-02 00:05:00,messages,Law <firm>,4,\n2026-04-02 00:05:00,sum,,4,612.34\n" +
		"2026-04-09,deadline,,4,\n,messages,Law <firm>,9,\n,sum,,9,999999.99\n"
	assert.Equal(t, strings.ReplaceAll(want, "\n", "\r\n"), string(tl.CSV([5]string{"when", "what", "who", "number", "yuan"})))
}
