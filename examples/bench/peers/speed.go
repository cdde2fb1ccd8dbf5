package main

import "slices"

// timing is how long a peer takes for a message, and gojieba's Tokenize in its turns,
// in nanoseconds of CPU: of the rounds, the one with the median ratio.
type timing struct {
	name     string
	ns, base float64
}

// medians returns a timing for each name, in the order in which they came.
func medians(rounds []timing) []timing {
	var names []string
	by := map[string][]timing{}
	for _, t := range rounds {
		if by[t.name] == nil {
			names = append(names, t.name)
		}
		by[t.name] = append(by[t.name], t)
	}
	var list []timing
	for _, name := range names {
		of := by[name]
		slices.SortStableFunc(of, func(a, b timing) int {
			switch x, y := a.ns/a.base, b.ns/b.base; {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		list = append(list, of[len(of)/2])
	}
	return list
}
