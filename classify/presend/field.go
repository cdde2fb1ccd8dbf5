package presend

import "github.com/dunsms/dunsms/classify/remedy"

// Field is a field of a Record, as named in the JSON of findings. New values may be added; readers
// must accept ones they do not know.
type Field string

// The fields.
const (
	FieldName      Field = "name"
	FieldIDNumber  Field = "id_number"
	FieldPhone     Field = "phone"
	FieldPlannedAt Field = "planned_at"
	FieldAmount    Field = "amount"
	FieldDays      Field = "days"
	FieldPeriods   Field = "periods"
	FieldSince     Field = "since"
	FieldDue       Field = "due"
	FieldSender    Field = "sender"
)

// fieldNames are what lenders call the fields, in Chinese and in English.
var fieldNames = map[Field][2]string{
	FieldName:      {"姓名", "name"},
	FieldIDNumber:  {"证件号码", "ID number"},
	FieldPhone:     {"手机号", "phone number"},
	FieldPlannedAt: {"计划发送时间", "planned time"},
	FieldAmount:    {"应还金额", "amount owed"},
	FieldDays:      {"逾期天数", "days overdue"},
	FieldPeriods:   {"逾期期数", "instalments overdue"},
	FieldSince:     {"逾期起始日", "first day overdue"},
	FieldDue:       {"还款日", "due date"},
	FieldSender:    {"发送号码", "sender"},
}

// Name returns what lenders call the field, in Chinese unless lang is remedy.English. For a word
// that is none of the constants it returns the word.
func (f Field) Name(lang remedy.Lang) string {
	names, ok := fieldNames[f]
	switch {
	case !ok:
		return string(f)
	case lang == remedy.English:
		return names[1]
	}
	return names[0]
}
