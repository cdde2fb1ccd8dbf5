package plain

import "strings"

// many puts what is said of one message for several. English says "this" of both mostly.
var many = strings.NewReplacer("这条短信", "这些短信", "是一条", "是", "this message", "these messages", "This message", "These messages")

// OfMany returns what is said of one message as it is said of several.
func OfMany(text string) string { return many.Replace(text) }

// OfMany returns the summary of several messages that are one matter.
func (s Summary) OfMany() Summary {
	s.Gist, s.Headline, s.Reason, s.Now = OfMany(s.Gist), OfMany(s.Headline), OfMany(s.Reason), OfMany(s.Now)
	return s
}
