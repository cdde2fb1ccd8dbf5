package classify

// JoinFacts joins the facts known from several messages about one debt. If two answers to a fact
// contradict each other, it is Unknown in joined, and its JSON key is in contradicted.
func JoinFacts(all []Facts) (joined Facts, contradicted []string) {
	join := func(fact string, field func(*Facts) *Answer) {
		var said [len(answerTexts)]bool
		for i := range all {
			if a := *field(&all[i]); a <= Yes { // any other value counts as Unknown
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
