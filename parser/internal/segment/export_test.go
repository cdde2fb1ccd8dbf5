package segment

// WithPlain runs f with a Default that has the plain engine alone: what f makes
// of Default cuts without gojieba.
func WithPlain(f func()) {
	whole := Default
	defer func() { Default = whole }()
	Default = func() *Segmenter { s := whole(); return &Segmenter{plain: s.plain, shortens: s.shortens} }
	f()
}
