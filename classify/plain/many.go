package plain

import "strings"

// many turns what is said of one message into what is said of several.
var many = strings.NewReplacer("这条短信", "这些短信", "是一条", "是", "this message", "these messages", "This message", "These messages")

// OfMany rewords a text about one message as a text about several.
func OfMany(text string) string { return many.Replace(text) }

// OfMany returns s reworded for several messages that are one matter.
func (s Summary) OfMany() Summary {
	s.Gist, s.Headline, s.Reason, s.Now = OfMany(s.Gist), OfMany(s.Headline), OfMany(s.Reason), OfMany(s.Now)
	return s
}
