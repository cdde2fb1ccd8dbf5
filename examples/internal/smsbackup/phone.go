package smsbackup

import (
	"strconv"
	"strings"
	"time"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// phone is a <Message> of Windows Phone, with what its elements say so far. A nil phone ignores
// everything.
type phone struct {
	line  int
	depth int    // nesting of elements within <Message>
	name  string // name of the open element, "" if it is not one that is read
	body  *strings.Builder

	sender, incoming, at string
}

// start takes the start of an element.
func (p *phone) start(name string) {
	p.depth++
	p.name = ""
	if p.depth > 1 {
		return // the recipients, and the pictures of an MMS
	}
	p.name = name
	if name == "Body" {
		p.body = new(strings.Builder)
	}
}

// text takes the text in an element.
func (p *phone) text(data []byte) {
	if p == nil {
		return
	}
	switch p.name {
	case "Body":
		p.body.Write(data)
	case "IsIncoming":
		p.incoming += string(data)
	case "LocalTimestamp":
		p.at += string(data)
	case "Sender":
		p.sender += string(data)
	}
}

// end takes the end of an element.
func (p *phone) end() {
	if p != nil {
		p.depth, p.name = max(p.depth-1, 0), ""
	}
}

// endPhone returns the entry of the <Message> that has just ended.
func (d *decoder) endPhone() Entry {
	p := d.phone
	d.phone = nil
	e := Entry{Line: p.line}
	e.Sender = strings.TrimSpace(p.sender)
	if p.body != nil {
		e.Text = p.body.String()
	}
	switch {
	case p.incoming == "false":
		e.LeftOut = jsonl.NotReceived
	case p.body == nil:
		e.Problem = NoBody
	case e.Text == "":
		e.LeftOut = jsonl.NoText
	}
	if e.LeftOut == "" && p.at != "" && p.at != "0" {
		at, ok := ofTicks(p.at)
		e.ReceivedAt, e.Untimed = at, !ok
	}
	return e
}

// ofTicks reads a Windows time: tenths of a microsecond since 1601, in UTC.
func ofTicks(value string) (t time.Time, ok bool) {
	const since1601 = 11644473600 // seconds, up to 1970
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < since1601*1e7 {
		return t, false
	}
	return time.Unix(n/1e7-since1601, n%1e7*100).In(field.China), true
}
