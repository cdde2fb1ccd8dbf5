package lexicon

import (
	"slices"
	"strings"
)

// expand returns the words that s, which has no gap, stands for. rule is what is wrong
// with it, "" if nothing is.
func (t *table) expand(s string) (words []string, rule string) {
	if s != "" && len(s) <= maxWordBytes && !strings.ContainsAny(s, "{}?|") {
		return []string{s}, "" // as most words are
	}
	or := []string{""} // the words of what has been read since the last |
	for {
		i := strings.IndexAny(s, "{}?|")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			if or, rule = product(or, []string{s[:i]}); rule != "" {
				return nil, rule
			}
		}
		switch {
		case i == len(s) || s[i] == '|':
			if slices.Contains(or, "") {
				return nil, "empty word"
			}
			if words = append(words, or...); len(words) > MaxWords {
				return nil, tooMany
			}
			if i == len(s) {
				return words, ""
			}
			or, s = []string{""}, s[i+1:]
		case s[i] == '{':
			var choice []string
			if choice, s, rule = t.choice(s[i+1:]); rule != "" {
				return nil, rule
			}
			if or, rule = product(or, choice); rule != "" {
				return nil, rule
			}
		default:
			return nil, "} or ? without {"
		}
	}
}

// choice reads what follows an opening brace. It returns the words to choose from, ""
// among them if they may be left out, and the rest of s.
func (t *table) choice(s string) (words []string, rest, rule string) {
	within, rest, closed := strings.Cut(s, "}")
	rest, optional := strings.CutPrefix(rest, "?")
	switch {
	case !closed:
		return nil, "", "{ without }"
	case strings.ContainsAny(within, "{?"):
		return nil, "", "{ or ? within braces"
	case isName(within):
		p := t.part(within)
		if p == nil {
			return nil, "", "unknown part"
		}
		p.used, words = true, p.words
	default:
		words = strings.Split(within, "|")
		if slices.Contains(words, "") {
			return nil, "", "empty word"
		}
		if len(words) == 1 && !optional {
			return nil, "", "braces around one word"
		}
	}
	if optional {
		words = append([]string{""}, words...)
	}
	return words, rest, ""
}

// product returns each word of a followed by each of b.
func product(a, b []string) (words []string, rule string) {
	if len(a)*len(b) > MaxWords {
		return nil, tooMany
	}
	words = make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			switch {
			case len(x)+len(y) > maxWordBytes:
				return nil, "word too long"
			case x == "":
				words = append(words, y)
			default:
				words = append(words, x+y)
			}
		}
	}
	return words, ""
}

// part returns the part with the given name, or nil.
func (t *table) part(name string) *part {
	i := slices.IndexFunc(t.parts, func(p part) bool { return p.name == name })
	if i < 0 {
		return nil
	}
	return &t.parts[i]
}

// isName reports whether s can be the name of a part.
func isName(s string) bool { return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") == "" }

// wordOrder orders the words of a part by code point, except that a word comes before
// its prefixes: trying them in turn finds the longest.
func wordOrder(a, b string) int {
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return len(b) - len(a)
	}
	return strings.Compare(a, b)
}
