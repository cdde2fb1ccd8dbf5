package main

import (
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
)

// The columns of a table of notices, by their place in columns.
const (
	columnText = iota
	columnName
	columnIDNumber
	columnPhone
	columnPlannedAt
	columnAmount
	columnDays
	columnSender
)

// columns are what is read of a table, and the headers by which it is found. What
// is needed can be left out by name, with -columns: whoever forgets a column must
// not be told that all is well.
var columns = sheet.Columns{
	columnText:      {Name: "text", Needed: true, Headers: []string{"text", "content", "短信内容", "内容", "正文"}},
	columnName:      {Name: "name", Needed: true, Headers: []string{"name", "客户姓名", "姓名", "收信人"}},
	columnIDNumber:  {Name: "id_number", Needed: true, Headers: []string{"id_number", "身份证号", "证件号码", "证件号"}},
	columnPhone:     {Name: "phone", Needed: true, Headers: []string{"phone", "手机号", "手机号码", "接收号码"}},
	columnPlannedAt: {Name: "planned_at", Needed: true, Headers: []string{"planned_at", "计划发送时间", "发送时间"}},
	columnAmount:    {Name: "amount", Headers: []string{"amount", "应还金额", "欠款金额"}},
	columnDays:      {Name: "days", Headers: []string{"days", "逾期天数"}},
	columnSender:    {Name: "sender", Headers: []string{"sender", "发送号码"}},
}

// record is a notice with the record that it was made from.
type record struct {
	Row, Line int
	problem   sheet.Problem // why the row was not read, "" where it was

	text      string
	person    identity.Profile
	plannedAt time.Time
	amount    *int64 // fen; nil: not known
	days      *int   // overdue; nil: not known
	sender    string

	unreadable []string // columns whose value is missing or cannot be read
}

// records yields the rows of a table. Rows are numbered as a program for tables
// numbers them: the headers are row 1.
func records(c sheet.Columns, r io.Reader) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		number := 1
		for row, err := range c.Rows(r) {
			number++
			rec := record{Row: number, Line: row.Line, problem: row.Problem}
			if err == nil && row.Problem == "" {
				rec.read(c, row.Values)
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

// read reads the values of a row. What the table has to have and is empty cannot
// be checked, and so is told apart from what is right.
func (r *record) read(c sheet.Columns, v []string) {
	r.text, r.sender = v[columnText], strings.TrimSpace(v[columnSender])
	for _, column := range []struct {
		index int
		read  func(value string) (ok bool)
	}{
		{columnName, r.readName},
		{columnIDNumber, r.readID},
		{columnPhone, r.readPhone},
		{columnPlannedAt, r.readPlannedAt},
		{columnAmount, r.readAmount},
		{columnDays, r.readDays},
	} {
		value := strings.TrimSpace(v[column.index])
		if value == "" && !c[column.index].Needed || value != "" && column.read(value) {
			continue
		}
		r.unreadable = append(r.unreadable, c[column.index].Name)
	}
}

func (r *record) readName(value string) bool {
	name, err := identity.ParseName(value)
	if err != nil || name.Masked() || name.SurnameOnly() {
		return false
	}
	r.person.Name = name.Reveal()
	return true
}

func (r *record) readID(value string) (ok bool) {
	id, err := identity.ParseID(value)
	r.person.ID = id
	return err == nil
}

func (r *record) readPhone(value string) bool {
	phone, err := identity.ParsePhone(value)
	if err != nil || phone.Masked() || phone.Class() == identity.PhoneUnknown {
		return false
	}
	r.person.Phones = []string{phone.Reveal()}
	return true
}

func (r *record) readPlannedAt(value string) (ok bool) {
	r.plannedAt, ok = field.Time(value)
	return ok
}

func (r *record) readAmount(value string) bool {
	fen, ok := parseFen(value)
	if ok {
		r.amount = &fen
	}
	return ok
}

func (r *record) readDays(value string) bool {
	days, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		return false
	}
	n := int(days)
	r.days = &n
	return true
}

// parseFen reads an amount of yuan, as in 8112.4, 8,112.40 and 8112元, in fen.
func parseFen(s string) (fen int64, ok bool) {
	s = strings.TrimSuffix(s, "元")
	whole, cents, _ := strings.Cut(strings.ReplaceAll(s, ",", ""), ".")
	if len(cents) > 2 {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+(cents + "00")[:2], 10, 63)
	return int64(n), err == nil && whole != ""
}

// beside is a row with those before and behind it, nil where there is none.
type beside struct{ before, row, behind *record }

// neighbours yields each row with those beside it. An error comes after the rows
// before it.
func neighbours(rows iter.Seq2[record, error]) iter.Seq2[beside, error] {
	return func(yield func(beside, error) bool) {
		var b beside
		for rec, err := range rows {
			b.behind = &rec
			if err != nil {
				b.behind = nil
			}
			if b.row != nil && !yield(b, nil) {
				return
			}
			if err != nil {
				yield(beside{}, err)
				return
			}
			b = beside{before: b.row, row: b.behind}
		}
		if b.row != nil {
			yield(b, nil)
		}
	}
}
