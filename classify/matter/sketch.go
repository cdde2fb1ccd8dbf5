package matter

import (
	"math/bits"
	"unicode"
)

// sketch is a MinHash of a text's runs of three characters: the share of equal bins in two
// sketches estimates the share of runs that the texts have in common (A. Broder, 1997; one
// permutation with bins: Li, Owen and Zhang, 2012). Digits, stars and spaces are left out, so that
// one template with other values is nearly the same text.
type sketch [sketchBins]uint32

const (
	sketchBins = 64
	shingle    = 3
	leastAlike = 38 // bins that must be equal: three runs in five
	sketchBand = 4  // bins looked up together
)

func sketchOf(text string) (s sketch) {
	for i := range s {
		s[i] = emptyBin
	}
	var last [shingle]uint64
	n := 0
	for _, c := range text {
		if unicode.IsDigit(c) || unicode.IsSpace(c) || c == '*' || c == '.' || c == ',' || c == '×' {
			continue
		}
		last[0], last[1], last[2] = last[1], last[2], uint64(c)
		if n++; n < shingle {
			continue
		}
		h := mix(last[0]<<42 ^ last[1]<<21 ^ last[2])
		bin := &s[h>>(64-6)]
		*bin = min(*bin, uint32(h))
	}
	s.fill()
	return s
}

const emptyBin = ^uint32(0)

// fill gives each empty bin the value of the next non-empty one (Shrivastava and Li, 2014).
func (s *sketch) fill() {
	full := -1
	for i, v := range s {
		if v != emptyBin {
			full = i
			break
		}
	}
	if full < 0 {
		return // the text has only values
	}
	value := s[full]
	for i := full + sketchBins - 1; i > full; i-- {
		if b := &s[i%sketchBins]; *b == emptyBin {
			*b = value
		} else {
			value = *b
		}
	}
}

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// alike counts the bins in which two sketches agree.
func (s *sketch) alike(t *sketch) (n int) {
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return n
}

func (s *sketch) isEmpty() bool { return s[0] == emptyBin }

// numberTemplates numbers the templates: near-duplicates get the same number. It takes the
// readings in order and looks each up by bands of its sketch.
func numberTemplates(all []*reading) {
	type band struct {
		at  int
		key uint64
	}
	first := map[band]*reading{} // the first reading of a template
	templates := 0
	for _, r := range all {
		if r.sketch.isEmpty() {
			continue
		}
		var keys [sketchBins / sketchBand]band
		for i := range keys {
			key := uint64(0)
			for _, v := range r.sketch[i*sketchBand : (i+1)*sketchBand] {
				key = mix(bits.RotateLeft64(key, 7) ^ uint64(v))
			}
			keys[i] = band{i, key}
			if f := first[keys[i]]; r.template == 0 && f != nil && r.sketch.alike(&f.sketch) >= leastAlike {
				r.template = f.template
			}
		}
		if r.template > 0 {
			continue
		}
		templates++
		r.template = templates
		for _, k := range keys {
			if first[k] == nil {
				first[k] = r
			}
		}
	}
}
