package main

// counts adds up what a bundle counts before it goes to the runner: of runners that are
// written in another language, not all add up before they deal out, and each value that
// crosses to them costs.
type counts struct {
	cells     map[lenderCell]int64
	sightings map[sighting]reach
}

// mostCounts is how many counts are held at most, some megabytes.
const mostCounts = 20_000

func newCounts() counts {
	return counts{map[lenderCell]int64{}, map[sighting]reach{}}
}

// see counts a sighting.
func (c counts) see(s sighting, r reach) {
	c.sightings[s] = reachFn{}.MergeAccumulators(c.sightings[s], r)
}

func (c counts) full() bool { return len(c.cells)+len(c.sightings) >= mostCounts }

// flush emits all counts, and has none then.
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
