// Package smsbackup reads XML backups of phones, one message at a time: those of the Android app
// "SMS Backup & Restore" (https://synctech.com.au/sms-backup-restore/fields-in-xml-backup-files/)
// and of "contacts+message backup" on Windows Phone.
package smsbackup

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/transform"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// Problem says why an entry was not read. It quotes nothing of the entry.
type Problem string

// The problems.
const (
	NotXML   Problem = "the element is not XML"
	NoBody   Problem = "body is missing"
	EndEarly Problem = "the file ends before its last element is closed"
)

// Entry is one message of a backup. Its text is the body of an SMS, or the text parts of an MMS
// joined by \n.
type Entry struct {
	jsonl.Item
	Line    int     // the line on which it begins, from 1
	Problem Problem // "": none
}

// ErrNotBackup means that a file has another root element.
var ErrNotBackup = errors.New("the XML is not a backup of messages: it has neither <smses> nor <ArrayOfMessage>")

// Read yields the entries of a backup, which must be UTF-8 whatever it declares, and last the
// error that ends it, if any. It keeps one element at a time. What is not XML is yielded as an
// entry with a Problem, and reading goes on at the next message.
func Read(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		in := &source{Reader: bufio.NewReaderSize(transform.NewReader(r, new(mender)), 64<<10), line: 1}
		d := decoder{in: in, xml: in.decoder()}
		for {
			e, err := d.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// source counts lines. The XML decoder reads it byte by byte, and so never reads ahead.
type source struct {
	*bufio.Reader
	line int
	err  error // of reading, not of the XML
}

// ReadByte implements io.ByteReader.
func (s *source) ReadByte() (byte, error) {
	b, err := s.Reader.ReadByte()
	if b == '\n' {
		s.line++
	}
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return b, err
}

// decoder returns an XML decoder for the rest.
func (s *source) decoder() *xml.Decoder {
	d := xml.NewDecoder(s)
	// The text is already UTF-8, whatever it declares.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

// skip skips bytes up to the start of the next message.
func (s *source) skip() error {
	for {
		next, _ := s.Peek(len("<Message>"))
		for _, start := range []string{"<sms ", "<mms ", "<Message>"} {
			if bytes.HasPrefix(next, []byte(start)) {
				return nil
			}
		}
		if _, err := s.ReadByte(); err != nil {
			return err
		}
	}
}

// decoder makes entries from elements.
type decoder struct {
	in    *source
	xml   *xml.Decoder
	begun bool // there was an element
	open  bool // the root element has begun and not ended
	mms   *mms // the MMS being read, or nil
	phone *phone
}

// mms is an MMS with what its parts say so far.
type mms struct {
	Entry
	texts []string
}

// next returns the next entry. It uses RawToken, which does not require elements to match, so that
// reading can go on after what is not XML.
func (d *decoder) next() (Entry, error) {
	for {
		line := d.in.line
		token, err := d.xml.RawToken()
		switch {
		case d.in.err != nil:
			return Entry{}, d.in.err
		case errors.Is(err, io.EOF):
			return d.end(line)
		case err != nil:
			return d.recover(line)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if e, ok, err := d.start(t, line); ok || err != nil {
				return e, err
			}
		case xml.CharData:
			d.phone.text(t)
		case xml.EndElement:
			switch name := t.Name.Local; {
			case name == "smses", name == "ArrayOfMessage":
				d.open = false
			case name == "mms" && d.mms != nil:
				return d.endMMS(), nil
			case name == "Message" && d.phone != nil:
				return d.endPhone(), nil
			default:
				d.phone.end()
			}
		}
	}
}

// start takes the start of an element. Ok is whether that is an entry.
func (d *decoder) start(t xml.StartElement, line int) (Entry, bool, error) {
	name := t.Name.Local
	switch {
	case name == "smses", name == "ArrayOfMessage":
		d.open = true
	case name == "sms":
		d.begun, d.mms, d.phone = true, nil, nil
		return sms(t, line), true, nil
	case name == "mms":
		d.mms, d.phone = &mms{Entry: entry(t, "msg_box", line)}, nil
	case name == "Message" && d.open:
		d.mms, d.phone = nil, &phone{line: line}
	case name == "part" && d.mms != nil:
		if value(t, "ct") == "text/plain" {
			d.mms.texts = append(d.mms.texts, value(t, "text"))
		}
	case name == "addr" && d.mms != nil:
		if value(t, "type") == jsonl.FromAddress && d.mms.Sender == "" {
			d.mms.Sender = known(value(t, "address"))
		}
	case d.phone != nil:
		d.phone.start(name)
	case !d.begun:
		return Entry{}, false, ErrNotBackup
	}
	d.begun = true
	return Entry{}, false, nil
}

// recover returns the entry for what is not XML, and skips to the next message.
func (d *decoder) recover(line int) (Entry, error) {
	d.mms, d.phone = nil, nil
	e := Entry{Line: line, Problem: NotXML}
	if !d.begun {
		return Entry{}, ErrNotBackup
	}
	switch err := d.in.skip(); {
	case d.in.err != nil:
		return Entry{}, d.in.err
	case err != nil:
		d.open = false
		e.Problem = EndEarly
	}
	d.xml = d.in.decoder()
	return e, nil
}

// end returns what next returns at the end of the file.
func (d *decoder) end(line int) (Entry, error) {
	switch {
	case !d.begun:
		return Entry{}, ErrNotBackup
	case d.open || d.mms != nil:
		d.open, d.mms, d.phone = false, nil, nil
		return Entry{Line: line, Problem: EndEarly}, nil
	}
	return Entry{}, io.EOF
}

// sms returns the entry of an SMS.
func sms(t xml.StartElement, line int) Entry {
	e := entry(t, "type", line)
	text, ok := attribute(t, "body")
	switch e.Text = text; {
	case e.LeftOut != "":
	case !ok:
		e.Problem = NoBody
	case text == "":
		e.LeftOut = jsonl.NoText
	}
	return e
}

// endMMS returns the entry of the MMS that has just ended.
func (d *decoder) endMMS() Entry {
	e := d.mms.Entry
	e.Text = strings.Join(d.mms.texts, "\n")
	if e.Text == "" && e.LeftOut == "" {
		e.LeftOut = jsonl.NoText
	}
	d.mms = nil
	return e
}

// entry reads what SMS and MMS have in common. Box is the attribute that says whether it was
// received.
func entry(t xml.StartElement, box string, line int) Entry {
	const received = "1"
	e := Entry{Line: line}
	e.Sender = known(value(t, "address"))
	if b := value(t, box); b != received && b != "" {
		e.LeftOut = jsonl.NotReceived
		return e
	}
	e.SetTime(known(value(t, "date")))
	return e
}

// attribute returns an attribute and whether it is there.
func attribute(t xml.StartElement, name string) (string, bool) {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// value returns an attribute, or "".
func value(t xml.StartElement, name string) string {
	v, _ := attribute(t, name)
	return v
}

// known returns a value, or "" if it is the app's word for none.
func known(v string) string {
	if v == "null" {
		return ""
	}
	return v
}
