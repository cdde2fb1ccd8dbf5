package inbox

import (
	"io"
	"iter"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
)

// The columns of a table of messages, by their index in Columns.
const (
	columnText = iota
	columnSender
	columnReceivedAt
	columnType
	columnID
	columnName
	columnIDNumber
	columnPhone
)

// Columns returns the columns that are read, with the headers of package field. The last three are
// about the recipient.
func Columns() sheet.Columns {
	var c sheet.Columns
	for _, f := range []field.Field{
		columnText: field.Text, columnSender: field.Sender, columnReceivedAt: field.ReceivedAt, columnType: field.Type, columnID: field.ID,
		columnName: field.Name, columnIDNumber: field.IDNumber, columnPhone: field.Phone,
	} {
		c = append(c, sheet.Column{Name: string(f), Headers: field.Headers(f), Needed: f == field.Text})
	}
	return c
}

// table yields the rows of a table.
func table(r io.Reader, c sheet.Columns) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for row, err := range c.Rows(r) {
			e := Entry{Line: jsonl.Line{Number: row.Line}, form: CSV}
			if err == nil {
				e.item, e.bad = itemOfRow(row)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// itemOfRow reads a row. The item holds its ID, if the row can be read, even with an error.
func itemOfRow(row sheet.Row) (jsonl.Item, *jsonl.Error) {
	var i jsonl.Item
	switch row.Problem {
	case "":
	case sheet.NotUTF8:
		return i, &jsonl.Error{Code: jsonl.NotUTF8, Message: string(row.Problem)}
	case sheet.TooLong:
		return i, &jsonl.Error{Code: jsonl.TooLong, Message: string(row.Problem)}
	default:
		return i, &jsonl.Error{Code: jsonl.BadCSV, Message: string(row.Problem)}
	}
	v := row.Values
	i.ID, i.Text, i.Sender = v[columnID], v[columnText], v[columnSender]
	if field.Sent(v[columnType]) {
		i.LeftOut = jsonl.NotReceived
		return i, nil
	}
	i.SetTime(v[columnReceivedAt])
	name, bad := jsonl.ParseRecipient("name", v[columnName], identity.ParseName)
	if bad != nil {
		return i, bad
	}
	id, bad := jsonl.ParseRecipient("id_number", v[columnIDNumber], identity.ParseID)
	if bad != nil {
		return i, bad
	}
	i.Recipient = identity.Profile{Name: name.Reveal(), ID: id}
	if v[columnPhone] == "" {
		return i, nil
	}
	phone, bad := jsonl.ParseRecipient("phone", v[columnPhone], identity.ParsePhone)
	i.Recipient.Phones = []string{phone.Reveal()}
	return i, bad
}
