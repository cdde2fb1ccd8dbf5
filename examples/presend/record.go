package main

import (
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
)

// The columns of a table of notices, by their index in columns.
const (
	columnText = iota
	columnName
	columnIDNumber
	columnPhone
	columnPlannedAt
	columnAmount
	columnDays
	columnPeriods
	columnSince
	columnDue
	columnSender
)

// columns are the columns that are read and the headers by which they are found. A needed one can
// only be left out by name, with -columns: whoever forgets a column must not be told that all is
// well.
var columns = sheet.Columns{
	columnText:      {Name: "text", Needed: true, Headers: []string{"text", "content", "短信内容", "内容", "正文"}},
	columnName:      {Name: "name", Needed: true, Headers: []string{"name", "客户姓名", "姓名", "收信人"}},
	columnIDNumber:  {Name: "id_number", Needed: true, Headers: []string{"id_number", "身份证号", "证件号码", "证件号"}},
	columnPhone:     {Name: "phone", Needed: true, Headers: []string{"phone", "手机号", "手机号码", "接收号码"}},
	columnPlannedAt: {Name: "planned_at", Needed: true, Headers: []string{"planned_at", "计划发送时间", "发送时间"}},
	columnAmount:    {Name: "amount", Headers: []string{"amount", "应还金额", "欠款金额"}},
	columnDays:      {Name: "days", Headers: []string{"days", "逾期天数"}},
	columnPeriods:   {Name: "periods", Headers: []string{"periods", "逾期期数"}},
	columnSince:     {Name: "since", Headers: []string{"since", "逾期起始日", "逾期开始日期"}},
	columnDue:       {Name: "due", Headers: []string{"due", "还款日", "应还日期", "到期日"}},
	columnSender:    {Name: "sender", Headers: []string{"sender", "发送号码"}},
}

// row is a row of the table: a notice with the record from which it was made.
type row struct {
	Row, Line int
	problem   sheet.Problem // why the row was not read, "" if it was
	notice    presend.Notice
}

// rows yields the rows of a table, numbered as in a spreadsheet: the headers are row 1.
func rows(c sheet.Columns, r io.Reader) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		number := 1
		for read, err := range c.Rows(r) {
			number++
			next := row{Row: number, Line: read.Line, problem: read.Problem}
			if err == nil && read.Problem == "" {
				next.notice = readNotice(c, read.Values)
			}
			if !yield(next, err) {
				return
			}
		}
	}
}

// readNotice reads the values of a row. A needed value that is empty cannot be checked; it is
// noted as unreadable, so that it does not pass for correct.
func readNotice(c sheet.Columns, v []string) presend.Notice {
	r := record{presend.Record{Sender: strings.TrimSpace(v[columnSender])}}
	for _, column := range []struct {
		index int
		field presend.Field
		read  func(value string) (ok bool)
	}{
		{columnName, presend.FieldName, r.readName},
		{columnIDNumber, presend.FieldIDNumber, r.readID},
		{columnPhone, presend.FieldPhone, r.readPhone},
		{columnPlannedAt, presend.FieldPlannedAt, r.readPlannedAt},
		{columnAmount, presend.FieldAmount, r.readAmount},
		{columnDays, presend.FieldDays, func(s string) bool { return readCount(s, &r.Days) }},
		{columnPeriods, presend.FieldPeriods, func(s string) bool { return readCount(s, &r.Periods) }},
		{columnSince, presend.FieldSince, func(s string) bool { return readDate(s, &r.Since) }},
		{columnDue, presend.FieldDue, func(s string) bool { return readDate(s, &r.Due) }},
	} {
		value := strings.TrimSpace(v[column.index])
		if value == "" && !c[column.index].Needed || value != "" && column.read(value) {
			continue
		}
		r.Unreadable = append(r.Unreadable, column.field)
	}
	return presend.Notice{Text: v[columnText], Record: r.Record}
}

// record is a record being read.
type record struct{ presend.Record }

func (r *record) readName(value string) bool {
	name, err := identity.ParseName(value)
	if err != nil || name.Masked() || name.SurnameOnly() {
		return false
	}
	r.Person.Name = name.Reveal()
	return true
}

func (r *record) readID(value string) (ok bool) {
	id, err := identity.ParseID(value)
	r.Person.ID = id
	return err == nil
}

func (r *record) readPhone(value string) bool {
	phone, err := identity.ParsePhone(value)
	if err != nil || phone.Masked() || phone.Class() == identity.PhoneUnknown {
		return false
	}
	r.Person.Phones = []string{phone.Reveal()}
	return true
}

func (r *record) readPlannedAt(value string) (ok bool) {
	r.PlannedAt, ok = field.Time(value)
	return ok
}

func (r *record) readAmount(value string) bool {
	fen, ok := parseFen(value)
	if ok {
		r.Amount = &fen
	}
	return ok
}

func readCount(value string, count **int) bool {
	n, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		return false
	}
	*count = new(int(n))
	return true
}

func readDate(value string, day *time.Time) (ok bool) {
	*day, ok = field.Date(value)
	return ok
}

// parseFen reads an amount in yuan, such as 8112.4, 8,112.40 or 8112元, and returns it in fen.
func parseFen(s string) (fen int64, ok bool) {
	s = strings.TrimSuffix(s, "元")
	whole, cents, _ := strings.Cut(strings.ReplaceAll(s, ",", ""), ".")
	if len(cents) > 2 {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+(cents + "00")[:2], 10, 63)
	return int64(n), err == nil && whole != ""
}
