package segment

// WithPlain runs f, in which new Segmenters have the plain engine alone.
func WithPlain(f func()) {
	defer func() { loadJieba = newJieba }()
	loadJieba = func([]entry) *jieba { return nil }
	f()
}
