package answer

import (
	"bytes"
	"encoding/json"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
)

// Record returns the evidence record of a message, including the report, as indented JSON to be
// kept as a file. The error is that of [dunsms.Check] or [remedy.NewRecord] and quotes nothing of
// the message.
func Record(q Question) ([]byte, error) {
	m, _ := q.message()
	report, err := (&dunsms.Checker{Lang: q.Lang}).Check(m)
	if err != nil {
		return nil, err
	}
	record, err := remedy.NewRecord(m.Text, m.ReceivedAt, m.Sender, report)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(record); err != nil {
		return nil, remedy.ErrBadReport
	}
	return b.Bytes(), nil
}
