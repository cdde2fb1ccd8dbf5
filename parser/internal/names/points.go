package names

import (
	_ "embed"
	"strconv"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:generate go run ../constants -columns 6 -out pointnames.go data/points.tsv

//go:embed data/points.tsv
var pointTable string

// Point is a reason for which something speaks for a name or against it.
type Point uint8

// NoPoint is no reason.
const NoPoint Point = 255

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

// points returns how much p speaks for a name.
func points(p Point) int {
	if p == NoPoint {
		return 0
	}
	return loadPoints()[p]
}
