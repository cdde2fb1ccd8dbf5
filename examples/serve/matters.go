package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/phones"
	"github.com/dunsms/dunsms/identity"
)

// phoneRequest is the messages of a phone with what is known about its owner.
type phoneRequest struct {
	Recipient identity.Profile `json:"recipient,omitzero"` // absent: what the messages together say about their recipient
	Objected  time.Time        `json:"objected,omitzero"`  // when the recipient objected in writing
	Messages  []dunsms.Message `json:"messages"`
}

// phoneAnswer is the answer to a phoneRequest. A message is identified by its line, or by its
// place in the list, from 1.
type phoneAnswer struct {
	dunsms.PhoneReport
	LeftOut int            `json:"left_out,omitempty"` // messages that were not received or have no text
	Bad     []jsonl.Answer `json:"bad,omitempty"`      // messages that cannot be read
}

// matters answers the messages of one phone.
func (s *service) matters(x *exchange) *problem {
	b := takeBuffer()
	defer b.free()
	if bad := x.body(&b.Buffer, s.settings.batch); bad != nil {
		return bad
	}
	p, bad := readPhone(b.Bytes(), x.media == mediaLines)
	if bad != nil {
		return problemOf(bad)
	}
	x.lines, x.bad = len(p.messages)+p.answer.LeftOut+len(p.answer.Bad), len(p.answer.Bad)
	phone, bad := p.phone()
	if bad != nil {
		return problemOf(bad)
	}
	r, err := s.checker.Matters(x.request.Context(), phone, slices.Values(p.messages))
	if err != nil {
		return newProblem(cutShort, "the client went away")
	}
	for i := range r.Matters {
		s.metrics.matters.WithLabelValues(string(r.Matters[i].Assessment.Verdict)).Inc()
	}
	p.answer.PhoneReport = *r
	out := takeBuffer()
	defer out.free()
	if out.encode(p.answer) != nil {
		return newProblem(internal, "the answer cannot be written")
	}
	x.answer(mediaJSON, out.Bytes())
	return nil
}

// phoneRead is what was read of a request, with the part of the answer that says what was wrong.
type phoneRead struct {
	recipient identity.Profile
	objected  time.Time
	messages  []dunsms.Message
	answer    phoneAnswer
}

// readPhone reads messages, one a line, in a JSON list, or in an object with the recipient.
func readPhone(data []byte, lines bool) (*phoneRead, *jsonl.Error) {
	p := new(phoneRead)
	if lines {
		for l, err := range jsonl.Lines(bytes.NewReader(data)) {
			if err == nil && !l.Empty() {
				p.add(l)
			}
		}
		return p, nil
	}
	if data = bytes.TrimSpace(data); bytes.HasPrefix(data, []byte("[")) {
		return p, p.addList(data)
	}
	const form = `the body is a list of messages or an object: {"recipient":{…},"objected":"…","messages":[…]}`
	var request struct {
		Recipient, Objected, Messages json.RawMessage
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if !json.Valid(data) || d.Decode(&request) != nil || request.Messages == nil {
		return nil, &jsonl.Error{Code: jsonl.BadJSON, Message: form}
	}
	if request.Recipient != nil {
		if !utf8.Valid(request.Recipient) {
			return nil, &jsonl.Error{Code: jsonl.NotUTF8, Message: "the recipient is not UTF-8"}
		}
		if bad := jsonl.DecodeRecipient(request.Recipient, &p.recipient); bad != nil {
			return nil, bad
		}
	}
	if request.Objected != nil && json.Unmarshal(request.Objected, &p.objected) != nil {
		return nil, &jsonl.Error{Code: jsonl.BadJSON, Message: "objected is not a time, such as 2026-03-01T10:00:00+08:00"}
	}
	return p, p.addList(request.Messages)
}

// addList adds the messages of a JSON list.
func (p *phoneRead) addList(data []byte) *jsonl.Error {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		return &jsonl.Error{Code: jsonl.BadJSON, Message: "the messages are not a JSON list"}
	}
	for i, m := range list {
		p.add(jsonl.Line{Number: i + 1, Data: m})
	}
	return nil
}

// add adds a message or what is wrong with it.
func (p *phoneRead) add(l jsonl.Line) {
	i, bad := jsonl.Decode(l)
	switch {
	case bad != nil:
		p.answer.Bad = append(p.answer.Bad, jsonl.ErrorAnswer(l.Number, i.ID, bad.Keyless()))
	case i.LeftOut != "":
		p.answer.LeftOut++
	default:
		i.Number = l.Number
		p.messages = append(p.messages, i.Message)
	}
}

// errSeveral means that the messages are of several phones.
var errSeveral = errors.New("the messages name recipients who are not known to be the same person; a request may hold the messages of only one phone")

// phone returns what is known of the phone: from the request, or if it says nothing, from all
// messages together. Messages that name no recipient belong to the same phone.
func (p *phoneRead) phone() (dunsms.Phone, *jsonl.Error) {
	known := dunsms.Phone{Recipient: p.recipient, Objected: p.objected}
	if p.recipient.Name != "" || !p.recipient.ID.IsZero() || len(p.recipient.Phones) > 0 {
		return known, nil
	}
	var sorter phones.Sorter
	for _, m := range p.messages {
		if jsonl.HasRecipient(m) {
			sorter.Add(phones.Message{Message: m})
		}
	}
	if sorter.Len() > 1 {
		return known, &jsonl.Error{Code: jsonl.BadRecipient, Message: errSeveral.Error()}
	}
	for one := range sorter.Phones() {
		known.Recipient = one.Recipient
	}
	return known, nil
}
