package names

import (
	_ "embed"
	"strconv"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:generate go run ../constants -columns 6 -out reasonnames.go data/points.tsv

//go:embed data/points.tsv
var pointTable string

// Reason is a reason for which something speaks for a name or against it.
type Reason uint8

// NoReason is no reason. It has no points.
const NoReason Reason = 255

// loadPoints returns the points of each reason, by reason.
var loadPoints = sync.OnceValue(func() []int { return newPoints(pointTable) })

func newPoints(table string) []int {
	const name = "points.tsv"
	var list []int
	for line, cells := range tsv.Rows(name, table, 6) {
		n, err := strconv.Atoi(cells[3])
		if err != nil {
			tsv.Broken(name, line, "points are no number")
		}
		list = append(list, n)
	}
	return list
}

// points returns how many points p gives a name, negative if it speaks against one.
func points(p Reason) int {
	if p == NoReason {
		return 0
	}
	return loadPoints()[p]
}
