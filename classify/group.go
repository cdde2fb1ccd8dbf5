package classify

import (
	"cmp"
	"math"
	"slices"
)

// groups are the groups of evidence.tsv in the order of an assessment: what the recipient knows,
// then the comparison, then the text. A caller's own groups come after the text.
var groups = [...]string{
	"prior",
	"account", "records", "denial", "sender_known", "money", "sum", "number", "repaid", "acquaintance", // facts
	"name", "title", "id_number", "id_form", "own_phone", "addressee", // comparison
	"call", "link", "pay", "threat", "form", "sender", "detail", "wording", // text
}

// lastGroups come after the caller's.
var lastGroups = [...]string{"contradiction", "gate"}

// isOfFacts reports whether the evidence of a group depends on an answer. The comparison is
// included, since has_account affects its weights.
func isOfFacts(rank int) bool { return firstOfFacts <= rank && rank <= lastOfFacts }

const (
	firstOfFacts = 1  // account
	lastOfFacts  = 12 // id_number
)

// groupRank returns the place of a group in the order.
func groupRank(group string) int {
	if i := slices.Index(groups[:], group); i >= 0 {
		return i
	}
	if i := slices.Index(lastGroups[:], group); i >= 0 {
		return len(groups) + 1 + i
	}
	return len(groups)
}

// count sets counted of each of the sorted pieces and returns the sum.
func count(all []piece) (sum bits) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].sameGroup(&all[0]) {
			n++
		}
		countGroup(all[:n])
		for i := range all[:n] {
			sum.add(&all[i].counted)
		}
		all = all[n:]
	}
	return sum
}

// countGroup counts, for each story, the strongest of a group whole, the next half, the third a
// quarter and so on, positive and negative weights apart. So a group never counts more than twice
// its strongest piece, and more evidence for a story never lowers its score.
func countGroup(group []piece) {
	if len(group) == 1 {
		group[0].counted = group[0].weights
		return
	}
	var few [16]int
	for story := range stories {
		order := few[:0]
		for i := range group {
			if group[i].weights[story] != 0 {
				order = append(order, i)
			}
		}
		slices.SortStableFunc(order, func(i, j int) int {
			return cmp.Compare(math.Abs(group[j].weights[story]), math.Abs(group[i].weights[story]))
		})
		var before [2]int // positive, negative
		for _, i := range order {
			w, sign := group[i].weights[story], 0
			if w < 0 {
				sign = 1
			}
			group[i].counted[story] = math.Ldexp(w, -before[sign])
			before[sign]++
		}
	}
}
