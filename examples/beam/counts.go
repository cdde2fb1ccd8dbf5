package main

// counts adds up the counts of a bundle before they go to the runner. Not all runners in other
// languages combine values before they shuffle, and each value that crosses to them costs time.
type counts struct {
	cells     map[lenderCell]int64
	sightings map[sighting]reach
}

// mostCounts is the most counts that are held, some megabytes.
const mostCounts = 20_000

func newCounts() counts {
	return counts{map[lenderCell]int64{}, map[sighting]reach{}}
}

// see counts a sighting.
func (c counts) see(s sighting, r reach) {
	c.sightings[s] = reachFn{}.MergeAccumulators(c.sightings[s], r)
}

func (c counts) full() bool { return len(c.cells)+len(c.sightings) >= mostCounts }

// flush emits and clears all counts.
func (c counts) flush(cell func(lenderCell, int64), seen func(sighting, reach)) {
	for k, n := range c.cells {
		cell(k, n)
	}
	for k, r := range c.sightings {
		seen(k, r)
	}
	clear(c.cells)
	clear(c.sightings)
}
