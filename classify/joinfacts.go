package classify

// JoinFacts puts together what is known of one debt from several messages about it. An answer
// that another contradicts is Unknown, and its fact is among the contradicted, by its JSON key.
func JoinFacts(all []Facts) (joined Facts, contradicted []string) {
	join := func(fact string, field func(*Facts) *Answer) {
		var said [len(answerTexts)]bool
		for i := range all {
			if a := *field(&all[i]); a <= Yes { // any other value says nothing
				said[a] = true
			}
		}
		switch to := field(&joined); {
		case said[Yes] && said[No]:
			contradicted = append(contradicted, fact)
		case said[Yes]:
			*to = Yes
		case said[No]:
			*to = No
		}
	}
	for _, q := range questions {
		join(q.fact, q.field)
	}
	join(factHarmed, func(f *Facts) *Answer { return &f.Harmed })
	return joined, contradicted
}
