package names

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

//go:generate go run ../constants -columns 6 -out reasonnames.go data/points.tsv

//go:embed data/points.tsv
var pointTable string

// Reason is a reason for which something speaks for a name or against it.
type Reason uint8

// NoReason stands for no reason. It has no points.
const NoReason Reason = 255

// pointList is the points of the reasons.
type pointList struct {
	of   []int // by reason
	most int   // the most that a name has for how it is written and for what follows it
}

var embeddedPoints = lazy.New(func() *pointList {
	tsv.MustMatch("points.tsv", pointTable, 6, generatedFrom)
	return newPoints(pointTable)
})

func newPoints(table string) *pointList {
	const name = "points.tsv"
	var list pointList
	written, after := [2]int{}, 0
	for line, cells := range tsv.Rows(name, table, 6) {
		n, err := strconv.Atoi(cells[3])
		if err != nil {
			tsv.Broken(name, line, "points are no number")
		}
		list.of = append(list.of, n)
		switch place, _, _ := strings.Cut(cells[1], "_"); place {
		case "after":
			after = max(after, n)
		case "written": // two of these may count
			written[0], written[1] = max(written[0], n), max(written[1], min(written[0], n))
		}
	}
	list.most = written[0] + written[1] + after
	return &list
}

// points returns how many points p gives a name, negative if it speaks against one.
func points(p Reason) int {
	if p == NoReason {
		return 0
	}
	return embeddedPoints.Get().of[p]
}
