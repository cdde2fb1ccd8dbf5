// Package smsbackup reads the XML that the Android app "SMS Backup & Restore"
// writes, a message at a time. The fields are those of
// https://synctech.com.au/sms-backup-restore/fields-in-xml-backup-files/
package smsbackup

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/transform"
)

// Problem says why an entry was not read. It holds nothing of the entry.
type Problem string

// The problems.
const (
	NotXML   Problem = "the element is not XML"
	NoBody   Problem = "body is missing"
	BadDate  Problem = "date is not a number of milliseconds"
	EndEarly Problem = "the file ends before </smses>"
)

// Reason says why an entry is no message that was received.
type Reason string

// The reasons.
const (
	NotReceived Reason = "not received" // sent, a draft or on its way
	NoText      Reason = "without text" // an empty SMS, or an MMS of pictures
)

// Entry is one message of a backup.
type Entry struct {
	Line int // on which it begins, from 1
	// Text is the body of an SMS, the text parts of an MMS with \n between.
	Text       string
	Sender     string
	ReceivedAt time.Time // zero: not known

	LeftOut Reason  // "": none
	Problem Problem // "": none
}

// ErrNotBackup says that a file has another root element.
var ErrNotBackup = errors.New("the XML is no backup of messages: <smses> is missing")

// Read yields the entries of a backup, which is UTF-8 whatever it declares, and at
// last the error that ends it, if any. It keeps one element at a time. An element
// that is not XML is a problem of its own, and reading goes on at the next
// message.
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

// source counts lines. The XML decoder reads it byte by byte, and so never
// further than it says.
type source struct {
	*bufio.Reader
	line int
	err  error // of the file, not of its form
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

// decoder returns an XML decoder of what comes next.
func (s *source) decoder() *xml.Decoder {
	d := xml.NewDecoder(s)
	// It is decoded already, whatever it declares.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

// skip passes over bytes up to the start of the next message.
func (s *source) skip() error {
	for {
		next, _ := s.Peek(len("<sms "))
		if start := string(next); start == "<sms " || start == "<mms " {
			return nil
		}
		if _, err := s.ReadByte(); err != nil {
			return err
		}
	}
}

// decoder makes entries of elements.
type decoder struct {
	in    *source
	xml   *xml.Decoder
	begun bool // an element has come
	open  bool // <smses> has come and </smses> has not
	mms   *mms // the MMS that is being read, or nil
}

// mms is an MMS and what its parts say so far.
type mms struct {
	Entry
	texts []string
}

// next returns the next entry. RawToken does not ask that elements match, so that
// reading can go on behind what is not XML.
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
		case xml.EndElement:
			switch {
			case t.Name.Local == "smses":
				d.open = false
			case t.Name.Local == "mms" && d.mms != nil:
				return d.endMMS(), nil
			}
		}
	}
}

// start takes the start of an element. It says whether that is an entry.
func (d *decoder) start(t xml.StartElement, line int) (Entry, bool, error) {
	name := t.Name.Local
	switch {
	case name == "smses":
		d.open = true
	case name == "sms":
		d.begun, d.mms = true, nil
		return sms(t, line), true, nil
	case name == "mms":
		d.mms = &mms{Entry: entry(t, "msg_box", line)}
	case name == "part" && d.mms != nil:
		if value(t, "ct") == "text/plain" {
			d.mms.texts = append(d.mms.texts, value(t, "text"))
		}
	case name == "addr" && d.mms != nil:
		const from = "137" // of the MMS encapsulation protocol
		if value(t, "type") == from && d.mms.Sender == "" {
			d.mms.Sender = known(value(t, "address"))
		}
	case !d.begun:
		return Entry{}, false, ErrNotBackup
	}
	d.begun = true
	return Entry{}, false, nil
}

// recover is next behind what is not XML.
func (d *decoder) recover(line int) (Entry, error) {
	d.mms = nil
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

// end is next at the end of the file.
func (d *decoder) end(line int) (Entry, error) {
	switch {
	case !d.begun:
		return Entry{}, ErrNotBackup
	case d.open || d.mms != nil:
		d.open, d.mms = false, nil
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
	case text == "" && e.Problem == "":
		e.LeftOut = NoText
	}
	return e
}

// endMMS returns the entry of the MMS that has ended.
func (d *decoder) endMMS() Entry {
	e := d.mms.Entry
	e.Text = strings.Join(d.mms.texts, "\n")
	if e.Text == "" && e.LeftOut == "" && e.Problem == "" {
		e.LeftOut = NoText
	}
	d.mms = nil
	return e
}

// entry reads what SMS and MMS have alike. The box is the attribute that tells what
// was received.
func entry(t xml.StartElement, box string, line int) Entry {
	const received = "1"
	e := Entry{Line: line, Sender: known(value(t, "address"))}
	if b := value(t, box); b != received && b != "" {
		e.LeftOut = NotReceived
		return e
	}
	if date := known(value(t, "date")); date != "" && date != "0" {
		ms, err := strconv.ParseInt(date, 10, 64)
		if err != nil || ms < 0 || ms > maxMillis {
			e.Problem = BadDate
			return e
		}
		e.ReceivedAt = time.UnixMilli(ms).In(china)
	}
	return e
}

// maxMillis is the end of the year 9999, the last that JSON can write.
const maxMillis = 253402300799999

// china is the time of all China.
var china = time.FixedZone("", 8*60*60)

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

// known returns a value unless it is the app's word for none.
func known(v string) string {
	if v == "null" {
		return ""
	}
	return v
}
