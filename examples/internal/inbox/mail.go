package inbox

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// mailStarts are header fields with which a mail may begin.
var mailStarts = []string{
	"arc-seal", "bcc", "cc", "content-type", "date", "delivered-to", "dkim-signature", "from", "message-id", "mime-version", "received",
	"references", "reply-to", "return-path", "subject", "to", "x-smssync-address",
}

// isMail reports whether a file is a mail: it begins with header fields that say how its body is
// encoded. It looks beyond the first line only if that is a header field of a mail.
func isMail(r *bufio.Reader) bool {
	key, _, ok := bytes.Cut(firstLine(r), []byte(":"))
	if !ok || !slices.Contains(mailStarts, strings.ToLower(string(key))) {
		return false
	}
	for {
		head, _ := r.Peek(r.Buffered())
		head, _, ended := bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
		if ended || r.Buffered() == r.Size() {
			return headed(head) && written(head)
		}
		if _, err := r.Peek(r.Buffered() + 1); err != nil {
			return headed(head) && written(head)
		}
	}
}

// headed reports whether all lines are header fields or continue one.
func headed(head []byte) bool {
	for line := range bytes.Lines(bytes.TrimLeft(head, " \t\r\n")) {
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		key, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsFunc(key, func(c rune) bool { return c <= ' ' || c > '~' }) {
			return false
		}
	}
	return true
}

// written reports whether a header says how the body is encoded.
func written(head []byte) bool {
	head = append([]byte("\n"), bytes.ToLower(head)...)
	return bytes.Contains(head, []byte("\ncontent-type:")) || bytes.Contains(head, []byte("\nmime-version:"))
}

// mailOf yields the one message of a mail: its text part. The sender is that of the SMS if the
// mail names it, as "SMS Backup+" does, or if the mail's own sender is a number.
func mailOf(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		e := Entry{Line: jsonl.Line{Number: 1}, form: EML}
		m, err := mail.ReadMessage(r)
		if err == nil {
			err = e.readMail(m)
		}
		if err != nil {
			e.bad = &jsonl.Error{Code: jsonl.BadEML, Message: "the mail cannot be read: it has no plain text, or is not encoded as it says"}
		}
		// Read to the end, so that all lines are counted.
		if _, err = io.Copy(io.Discard, r); err != nil {
			yield(Entry{}, err)
			return
		}
		yield(e, nil)
	}
}

// readMail reads a mail.
func (e *Entry) readMail(m *mail.Message) error {
	text, err := textPart(textproto.MIMEHeader(m.Header), m.Body, 0)
	e.item.Text = strings.TrimRight(text, "\r\n")
	if field.Sent(m.Header.Get("X-Smssync-Type")) {
		e.item.LeftOut = jsonl.NotReceived
	}
	if e.item.Sender = m.Header.Get("X-Smssync-Address"); e.item.Sender == "" {
		e.item.Sender = numberOf(m.Header.Get("From"))
	}
	if date := m.Header.Get("X-Smssync-Date"); date != "" {
		e.item.SetTime(date)
	} else if date := m.Header.Get("Date"); date != "" {
		at, err := mail.ParseDate(date)
		if e.item.Untimed = err != nil; err == nil {
			e.item.ReceivedAt = at.In(field.China)
		}
	}
	return err
}

// numberOf returns the number in the address of a mail's sender, as in 10690000@example.com, or
// "".
func numberOf(from string) string {
	address, err := mail.ParseAddress(from)
	if err != nil {
		return ""
	}
	number, _, _ := strings.Cut(address.Address, "@")
	if strings.Trim(strings.TrimPrefix(number, "+"), "0123456789") != "" {
		return ""
	}
	return number
}

// errNoText means that a mail has no plain text.
var errNoText = errors.New("no plain text")

// textPart returns the first plain text part.
func textPart(header textproto.MIMEHeader, body io.Reader, depth int) (string, error) {
	const maxDepth = 8 // of parts within parts
	media, params := "text/plain", map[string]string{}
	if t := header.Get("Content-Type"); t != "" {
		var err error
		if media, params, err = mime.ParseMediaType(t); err != nil {
			return "", err
		}
	}
	if media == "text/plain" {
		text, ok := readEncoded(body, header.Get("Content-Transfer-Encoding"), params["charset"])
		if !ok {
			return "", errNoText
		}
		return text, nil
	}
	if !strings.HasPrefix(media, "multipart/") || depth == maxDepth {
		return "", errNoText
	}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return "", err
		}
		if text, err := textPart(part.Header, part, depth+1); err == nil {
			return text, nil
		}
	}
}
