package inbox

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/dunsms/dunsms/examples/internal/charset"
)

// maxText is the most bytes of a text that are read: more than any message that is not refused as
// too long.
const maxText = 1 << 20

// readEncoded reads a text by its transfer encoding (base64, quoted-printable or none) and its
// charset, which is recognised if none is given. Ok is whether the text is valid in both.
func readEncoded(r io.Reader, transfer, label string) (text string, ok bool) {
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "base64", "b":
		r = base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "", "7bit", "8bit", "binary":
	default:
		return "", false
	}
	data, err := io.ReadAll(io.LimitReader(r, maxText))
	if err != nil {
		return "", false
	}
	return decodeText(data, strings.TrimSpace(label))
}

// decodeText reads a text by its charset.
func decodeText(data []byte, label string) (text string, ok bool) {
	if label == "" || strings.EqualFold(label, "us-ascii") {
		data, err := io.ReadAll(charset.NewReader(bytes.NewReader(data)))
		return string(data), err == nil && utf8.Valid(data)
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return "", false
	}
	if e == unicode.UTF8 {
		return string(data), utf8.Valid(data)
	}
	data, err = e.NewDecoder().Bytes(data)
	return string(data), err == nil && !bytes.ContainsRune(data, utf8.RuneError)
}
