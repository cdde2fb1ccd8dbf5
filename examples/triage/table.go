package main

import (
	"io"
	"iter"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
)

// The columns of a table of messages, by their place in columns.
const (
	columnText = iota
	columnSender
	columnReceivedAt
	columnID
	columnName
	columnIDNumber
	columnPhone
)

// columns are what is read of a table, and the headers by which it is found. The
// last three are of the recipient.
var columns = sheet.Columns{
	columnText:       {Name: "text", Needed: true, Headers: []string{"text", "body", "content", "message", "短信内容", "信息内容", "内容", "正文"}},
	columnSender:     {Name: "sender", Headers: []string{"sender", "from", "address", "发送号码", "发件人", "发送方", "对方号码", "号码"}},
	columnReceivedAt: {Name: "received_at", Headers: []string{"received_at", "date", "time", "接收时间", "收到时间", "时间"}},
	columnID:         {Name: "id", Headers: []string{"id", "编号", "序号"}},
	columnName:       {Name: "name", Headers: []string{"name", "收信人", "姓名"}},
	columnIDNumber:   {Name: "id_number", Headers: []string{"id_number", "身份证号", "证件号"}},
	columnPhone:      {Name: "phone", Headers: []string{"phone", "收信号码", "本机号码", "手机号"}},
}

// table yields the rows of a table.
func table(r io.Reader, c sheet.Columns) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		for row, err := range c.Rows(r) {
			l := line{Line: jsonl.Line{Number: row.Line}, form: formCSV}
			if err == nil {
				l.message, l.bad = messageOfRow(row)
			}
			if !yield(l, err) {
				return
			}
		}
	}
}

// messageOfRow reads a row. The message holds its ID, where there is one, even
// beside an error.
func messageOfRow(row sheet.Row) (dunsms.Message, *jsonl.Error) {
	var m dunsms.Message
	switch row.Problem {
	case "":
	case sheet.NotUTF8:
		return m, &jsonl.Error{Code: jsonl.NotUTF8, Message: string(row.Problem)}
	case sheet.TooLong:
		return m, &jsonl.Error{Code: jsonl.TooLong, Message: string(row.Problem)}
	default:
		return m, &jsonl.Error{Code: jsonl.BadCSV, Message: string(row.Problem)}
	}
	v := row.Values
	m.ID, m.Text, m.Sender = v[columnID], v[columnText], v[columnSender]
	var ok bool
	if m.ReceivedAt, ok = field.Time(v[columnReceivedAt]); !ok {
		return m, &jsonl.Error{Code: jsonl.BadCSV, Message: "received_at is not a date with a time, such as 2026-03-01 10:00"}
	}
	name, bad := jsonl.ParseRecipient("name", v[columnName], identity.ParseName)
	if bad != nil {
		return m, bad
	}
	id, bad := jsonl.ParseRecipient("id_number", v[columnIDNumber], identity.ParseID)
	if bad != nil {
		return m, bad
	}
	m.Recipient = identity.Profile{Name: name.Reveal(), ID: id}
	if v[columnPhone] == "" {
		return m, nil
	}
	phone, bad := jsonl.ParseRecipient("phone", v[columnPhone], identity.ParsePhone)
	m.Recipient.Phones = []string{phone.Reveal()}
	return m, bad
}
