// Package inbox reads files of messages in the forms that phones, their apps and spreadsheets
// write. It recognises the form and the encoding, unpacks archives, and refuses other files by
// naming what they are.
package inbox

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/dunsms/dunsms/examples/internal/charset"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
)

// Options say how to read a file.
type Options struct {
	Form    Form          // Auto or "": by the beginning of each file
	Columns sheet.Columns // of tables; nil: Columns()
	// JSON is whether to read only JSON Lines and arrays. Other forms are refused, and a file that
	// looks like none of them is taken for JSON Lines.
	JSON bool
}

// File is a file of messages.
type File struct {
	Form Form // the form that was recognised

	columns sheet.Columns
	raw     *counter  // counts the file
	text    *counter  // counts its content as UTF-8
	rest    io.Reader // the unread rest of text
	last    int       // the Number of the last entry
	told    int64     // bytes of the file already given as the size of an entry
}

// Entry is one message of a file, or something that cannot be read as one. Its Number is the line
// on which it begins, but at least one more than that of the entry before. Its Size is about how
// many bytes of the file it takes, packed or not.
type Entry struct {
	jsonl.Line // of JSON and text, with its content

	form Form // "": JSON
	item jsonl.Item
	bad  *jsonl.Error // why there is no message
}

// Empty reports whether there is nothing to answer.
func (e Entry) Empty() bool {
	return (e.form == "" || e.form == JSON || e.form == JSONL || e.form == Text) && e.Line.Empty()
}

// Item reads the message. The item holds its ID, if it has one, even with an error.
func (e Entry) Item() (jsonl.Item, *jsonl.Error) {
	switch {
	case e.form == "", e.form == JSON, e.form == JSONL:
		return jsonl.Decode(e.Line)
	case e.form != Text && e.bad == nil && !utf8.ValidString(e.item.Text+e.item.Sender):
		return jsonl.Item{}, jsonl.ErrorNotUTF8()
	case e.form != Text:
		return e.item, e.bad
	case e.TooLong:
		return e.item, jsonl.ErrorTooLong()
	case !utf8.Valid(e.Data):
		return e.item, jsonl.ErrorNotUTF8()
	}
	i := e.item
	i.Text = string(e.Data)
	return i, nil
}

// Open recognises what a file is by its first line and its name. It waits for no more input. Its
// error may be a *Refused.
func Open(name string, r io.Reader, o Options) (*File, error) {
	if o.Columns == nil {
		o.Columns = Columns()
	}
	f := &File{columns: o.Columns, raw: &counter{r: r}}
	packed, name, err := unpack(bufio.NewReaderSize(f.raw, bufferSize), name, r)
	if err != nil {
		return nil, err
	}
	f.Form = o.Form
	auto := f.Form == "" || f.Form == Auto
	if f.Form == EML || auto && (isEML(name) || isMail(packed)) {
		f.Form = EML
		f.text = &counter{r: packed} // each part of a mail has its own encoding
	} else {
		f.text = &counter{}
		if f.text.r, err = decode(packed); err != nil {
			return nil, err
		}
		lines := bufio.NewReaderSize(f.text, bufferSize)
		if first := firstLine(lines); auto {
			f.Form = formOf(first, name, o.Columns)
			if err := refuseText(first); f.Form == Text && err != nil {
				return nil, err
			}
		}
		f.rest = lines
	}
	if o.JSON {
		return f, f.restrict()
	}
	return f, nil
}

const bufferSize = 64 << 10

// OpenText returns the text of a file, whatever its form, as UTF-8 with lines that end with LF.
// Its error may be a *Refused.
func OpenText(name string, r io.Reader) (io.Reader, error) {
	packed, _, err := unpack(bufio.NewReaderSize(r, bufferSize), name, r)
	if err != nil {
		return nil, err
	}
	return decode(packed)
}

// decode returns text as UTF-8 with lines that end with LF.
func decode(r io.Reader) (io.Reader, error) {
	decoded := charset.NewReader(r)
	text := bufio.NewReaderSize(charset.Lines(decoded), bufferSize)
	if _, _ = text.Peek(1); decoded.Encoding() == charset.Binary {
		return nil, &Refused{"binary data, not text", "give it as text or JSON Lines"}
	}
	return text, nil
}

// restrict refuses all forms except JSON.
func (f *File) restrict() error {
	switch f.Form {
	case JSON, JSONL:
	case Text:
		f.Form = JSONL
	default:
		return &Refused{fmt.Sprintf("of the form %s", f.Form), "give it as JSON Lines"}
	}
	return nil
}

// Entries yields the messages, in order and with ascending numbers, and last the error that ends
// the file, if any. It keeps one message at a time. It may be called once.
func (f *File) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range f.entries() {
			if err == nil {
				e.Number = max(e.Number, f.last+1)
				f.last = e.Number
				e.Size = f.sizeOf(e)
				f.told += e.Size
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// sizeOf returns how many bytes of the file an entry takes: by its line if that has a size, else
// by what was read since the last entry.
func (f *File) sizeOf(e Entry) int64 {
	if e.Size > 0 {
		return e.Size * f.raw.bytes / f.text.bytes
	}
	return max(f.raw.bytes-f.told, 0)
}

// entries yields the messages with the lines on which they begin.
func (f *File) entries() iter.Seq2[Entry, error] {
	switch f.Form {
	case CSV:
		return table(f.rest, f.columns)
	case EML:
		return mailOf(f.text)
	case JSON:
		return scan(jsonl.Values(f.rest), JSON)
	case VMSG:
		return vmsg(f.rest)
	case XML:
		return backup(f.rest)
	}
	return scan(jsonl.Lines(f.rest), f.Form)
}

// scan yields lines as entries.
func scan(lines iter.Seq2[jsonl.Line, error], f Form) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for l, err := range lines {
			if !yield(Entry{Line: l, form: f}, err) {
				return
			}
		}
	}
}

// Lines returns how many lines were read so far, including an unfinished last one, and at least
// the number of the last entry.
func (f *File) Lines() int { return max(f.text.lines(), f.last) }

// counter counts what is read.
type counter struct {
	r     io.Reader
	bytes int64
	ends  int  // of lines
	last  byte // the last byte read
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if n > 0 {
		c.bytes, c.ends, c.last = c.bytes+int64(n), c.ends+bytes.Count(p[:n], []byte{'\n'}), p[n-1]
	}
	return n, err
}

// lines returns how many lines there are.
func (c *counter) lines() int {
	if c.bytes > 0 && c.last != '\n' {
		return c.ends + 1
	}
	return c.ends
}

// firstLine returns the first non-empty line, as far as it fits the buffer, and waits for no more.
// It consumes nothing.
func firstLine(r *bufio.Reader) []byte {
	for {
		next, _ := r.Peek(r.Buffered())
		next = bytes.TrimLeft(next, " \t\r\n")
		if line, _, ended := bytes.Cut(next, []byte("\n")); ended || r.Buffered() == r.Size() {
			return line
		}
		if _, err := r.Peek(r.Buffered() + 1); err != nil {
			return next
		}
	}
}
