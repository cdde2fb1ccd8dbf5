package identity

import (
	"fmt"
	"io"
	"strconv"
)

// formatHidden prints shown, the text with the personal data already hidden,
// quoted if the verb asks for it. Width and precision are ignored: no verb and
// no flag may reach the value behind it.
func formatHidden(s fmt.State, verb rune, shown string) {
	if verb == 'q' || verb == 'v' && s.Flag('#') {
		shown = strconv.Quote(shown)
	}
	_, _ = io.WriteString(s, shown)
}
