package conduct

// wordSet is the words of one meaning.
type wordSet struct {
	list  []string
	third [256]bool // what their third byte is: in it characters differ most
	short bool      // there are some of less than three bytes
}

func (w *wordSet) add(word string) {
	w.list = append(w.list, word)
	if len(word) < 3 {
		w.short = true
		return
	}
	w.third[word[2]] = true
}

// mayBegin reports whether text may begin with one of the words.
func (w *wordSet) mayBegin(text string) bool {
	return w.short || len(text) >= 3 && w.third[text[2]]
}
