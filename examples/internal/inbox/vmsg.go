package inbox

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// vmsgProblem says why a message of a .vmsg file was not read.
type vmsgProblem string

// The problems.
const (
	vmsgText vmsgProblem = "the text is not in the encoding that it names"
	vmsgEnd  vmsgProblem = "the message ends before END:VMSG"
)

var errNoVMSG = errors.New("the file has no message: BEGIN:VMSG is missing")

// vmsgReader is the state of the message being read.
type vmsgReader struct {
	open  bool
	seen  bool // the file had a message
	line  int
	item  jsonl.Item
	bad   vmsgProblem
	body  bool     // within VBODY
	texts []string // lines of the text

	begun strings.Builder // a property whose value continues on the next line
}

// vmsg yields the messages of a .vmsg or .vmg file. Each is a VMSG object with cards, of which the
// first with a number is the sender's, and a body, whose text is a property or else the lines that
// are no properties.
func vmsg(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		var v vmsgReader
		for l, err := range jsonl.Lines(r) {
			if err != nil {
				yield(Entry{}, err)
				return
			}
			if e, ok := v.add(l); ok && !yield(e, nil) {
				return
			}
		}
		switch {
		case v.open:
			yield(v.entry(vmsgEnd), nil)
		case !v.seen:
			yield(Entry{}, errNoVMSG)
		}
	}
}

// add takes a line. It returns the message that ends with it, if any.
func (v *vmsgReader) add(l jsonl.Line) (e Entry, ok bool) {
	line := string(l.Data)
	if v.goesOn(line) {
		v.begun.WriteString(line + "\r\n")
		return e, false
	}
	line = v.begun.String() + line
	v.begun.Reset()
	name, value, property := strings.Cut(line, ":")
	name, params, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(name)), ";")
	switch object := strings.ToUpper(strings.TrimSpace(value)); {
	case name == "BEGIN" && object == "VMSG":
		if ok = v.open; ok {
			e = v.entry(vmsgEnd)
		}
		*v = vmsgReader{open: true, seen: true, line: l.Number}
		return e, ok
	case name == "END" && object == "VMSG":
		if ok = v.open; ok {
			e = v.entry("")
		}
		*v = vmsgReader{seen: true}
		return e, ok
	case name == "BEGIN", name == "END":
		v.body = object == "VBODY" && name == "BEGIN"
	case property && v.property(name, params, value):
	case v.body:
		v.texts = append(v.texts, line)
	}
	return e, false
}

// goesOn reports whether the line is of a quoted-printable value that continues on the next line.
func (v *vmsgReader) goesOn(line string) bool {
	if !strings.HasSuffix(line, "=") || v.begun.Len() > maxText {
		return false
	}
	name, _, _ := strings.Cut(line, ":")
	return v.begun.Len() > 0 || strings.Contains(strings.ToUpper(name), "QUOTED-PRINTABLE")
}

// The properties that are read.
var (
	vmsgTexts = []string{"BODY", "SUBJECT", "TEXT", "X-BODY-CONTENTS"}
	vmsgDates = []string{"DATE", "X-NOK-DT", "X-SS-DT"}
	vmsgBoxes = []string{"X-BOX", "X-IRMC-BOX", "X-MESSAGE-TYPE"}
)

// property takes a property. It reports whether it is one rather than a line of the text.
func (v *vmsgReader) property(name, params, value string) bool {
	switch {
	case name == "TEL" && !v.body:
		if v.item.Sender == "" {
			v.item.Sender = strings.TrimSpace(value)
		}
	case slices.Contains(vmsgDates, name):
		v.item.SetTime(strings.TrimSpace(value))
	case slices.Contains(vmsgBoxes, name):
		if field.Sent(value) {
			v.item.LeftOut = jsonl.NotReceived
		}
	case v.body && slices.Contains(vmsgTexts, name):
		text, ok := readEncoded(strings.NewReader(value), param(params, "ENCODING"), param(params, "CHARSET"))
		if !ok {
			v.bad = vmsgText
		}
		v.texts = append(v.texts, text)
	default:
		return !v.body || strings.HasPrefix(name, "X-")
	}
	return true
}

// param returns a parameter of a property, as in ENCODING=BASE64;CHARSET=UTF-8.
func param(params, name string) string {
	for p := range strings.SplitSeq(params, ";") {
		if value, ok := strings.CutPrefix(p, name+"="); ok {
			return value
		}
	}
	return ""
}

// entry returns the finished message.
func (v *vmsgReader) entry(bad vmsgProblem) Entry {
	e := Entry{Line: jsonl.Line{Number: v.line}, form: VMSG, item: v.item}
	e.item.Text = strings.TrimSpace(strings.Join(v.texts, "\n"))
	if bad == "" {
		bad = v.bad
	}
	switch {
	case e.item.LeftOut != "":
	case bad != "":
		e.bad = &jsonl.Error{Code: jsonl.BadVMSG, Message: string(bad)}
	case e.item.Text == "":
		e.item.LeftOut = jsonl.NoText
	}
	return e
}
