package learned

// ChoiceGroups returns the groups of features of candidates.
func ChoiceGroups() (list []uint64) {
	for g := ofOwnRole; g <= ofOwnText; g += 1 << groupShift {
		list = append(list, g)
	}
	return list
}

// HashOf returns the hash of a value of a group, as a model knows it.
func HashOf(group, v uint64) uint32 { return uint32(mix(group, v) >> 32) }
