package learned

// packed is four weights, or sums of weights, in one number, each multiplied by a power of
// 1<<16. One addition adds all four, as long as no sum exceeds 16 bits.
type packed int64

// mostAdded is how many weights of 8 bits can be added and never exceed 16 bits.
const mostAdded = 1<<15>>7 - 1

// with returns p with by added to number k.
func (p packed) with(k int, by int8) packed { return p + packed(by)<<(16*k) }

// numbers returns the four numbers. What lies below one is less than half of its unit, so
// that rounding removes it.
func (p packed) numbers() (a, b, c, d int32) {
	return int32(int16(p)), int32(int16((p + 1<<15) >> 16)), int32(int16((p + 1<<31) >> 32)), int32((p + 1<<47) >> 48)
}

// number returns number k.
func (p packed) number(k int) int32 {
	a, b, c, d := p.numbers()
	return [...]int32{a, b, c, d}[k]
}

// The outputs of a model: the first ones, whose weights are in the rows, and the others.
const (
	firstOutputs = saidOutput // those of the kinds and a scam
	restWords    = 6          // of packed weights, for the others
	mostOutputs  = firstOutputs + 4*restWords
)
