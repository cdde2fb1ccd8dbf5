package remedy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/remedy"
)

const (
	message = "【青禾消费金融】沈亦安先生，您的借款8000元已逾期26天，\n请尽快还款<回T退订>&。"
	sender  = "106900770011"
)

var receivedAt = time.Date(2026, 3, 2, 10, 15, 0, 5, time.FixedZone("", 8*60*60))

func newRecord(t testing.TB) *remedy.Record {
	shot, err := remedy.NewAttachment("截图.png", strings.NewReader("screenshot"))
	require.NoError(t, err)
	report := map[string]any{"v": 1, "text": "<b>&</b>", "bits": 12.3, "big": json.Number("123456789012345678901")}
	r, err := remedy.NewRecord(message, receivedAt, sender, report, shot)
	require.NoError(t, err)
	return r
}

func rowsOf(t testing.TB, path string) [][]string {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return out
}

func TestRecordRoundTrip(t *testing.T) {
	r := newRecord(t)
	require.NoError(t, r.Verify())
	assert.Equal(t, message, r.Message)
	assert.Contains(t, r.Note, "accidental change only")
	assert.Contains(t, r.Library, "github.com/dunsms/dunsms ")
	for name, write := range map[string]func(any) ([]byte, error){
		"compact":  json.Marshal,
		"indented": func(v any) ([]byte, error) { return json.MarshalIndent(v, "", "\t") },
		"not escaped": func(v any) ([]byte, error) {
			var b bytes.Buffer
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			err := enc.Encode(v)
			return b.Bytes(), err
		},
		"keys in another order": func(v any) ([]byte, error) {
			data, err := json.Marshal(v)
			if err != nil {
				return nil, err
			}
			dec := json.NewDecoder(bytes.NewReader(data))
			dec.UseNumber()
			var plain any
			if err := dec.Decode(&plain); err != nil {
				return nil, err
			}
			return json.Marshal(plain)
		},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := write(r)
			require.NoError(t, err)
			back, err := remedy.ParseRecord(data)
			require.NoError(t, err)
			require.NoError(t, back.Verify())
			assert.Equal(t, r.Message, back.Message)
			assert.Equal(t, r.RecordSHA256, back.RecordSHA256)
			assert.True(t, r.ReceivedAt.Equal(back.ReceivedAt))
			assert.Equal(t, r.Attachments[0].SHA256, back.Attachments[0].SHA256)
			assert.JSONEq(t, string(r.Report), string(back.Report))
		})
	}
}

// A change of any part is noticed.
func TestRecordChanged(t *testing.T) {
	tests := []struct {
		name, part string
		change     func(*remedy.Record)
	}{
		{"message", "message", func(r *remedy.Record) { r.Message = strings.Replace(r.Message, "8000", "800", 1) }},
		{"a line end", "message", func(r *remedy.Record) { r.Message = strings.ReplaceAll(r.Message, "\n", "\r\n") }},
		{"hash of the message", "message", func(r *remedy.Record) { r.MessageSHA256 = strings.Repeat("0", 64) }},
		{"time", "record", func(r *remedy.Record) { r.ReceivedAt = r.ReceivedAt.Add(time.Second) }},
		{"sender", "record", func(r *remedy.Record) { r.Sender += "1" }},
		{"attachment", "record", func(r *remedy.Record) { r.Attachments[0].SHA256 = "" }},
		{"name of an attachment", "record", func(r *remedy.Record) { r.Attachments[0].Name = "b.png" }},
		{"attachment lost", "record", func(r *remedy.Record) { r.Attachments = nil }},
		{"report", "record", func(r *remedy.Record) { r.Report = json.RawMessage(`{"v":2}`) }},
		{"report broken", "record", func(r *remedy.Record) { r.Report = json.RawMessage(`{`) }},
		{"library", "record", func(r *remedy.Record) { r.Library += "x" }},
		{"note", "record", func(r *remedy.Record) { r.Note = "" }},
		{"form", "record", func(r *remedy.Record) { r.V++ }},
		{"hash of the record", "record", func(r *remedy.Record) { r.RecordSHA256 = "" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRecord(t)
			tt.change(r)
			var changed *remedy.ChangedError
			require.ErrorAs(t, r.Verify(), &changed)
			assert.Equal(t, tt.part, changed.Part)
			assert.NotContains(t, changed.Error(), "8000")
		})
	}
	assert.Error(t, (*remedy.Record)(nil).Verify())
	assert.Error(t, (&remedy.Record{}).Verify(), "the zero record is none")
}

// If any one byte of the file is flipped, that is noticed or the file is no record any more.
func TestRecordEveryByte(t *testing.T) {
	data, err := json.Marshal(newRecord(t))
	require.NoError(t, err)
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		r, err := remedy.ParseRecord(changed)
		if err != nil {
			continue
		}
		if err := r.Verify(); err == nil {
			// What means the same in JSON is no change: \u003c and \u003C.
			again, err := json.Marshal(r)
			require.NoError(t, err)
			assert.Equal(t, string(data), string(again), "byte %d", i)
		}
	}
}

func TestRecordErrors(t *testing.T) {
	_, err := remedy.NewRecord("\xff", receivedAt, "", nil)
	assert.ErrorIs(t, err, remedy.ErrNotUTF8)
	_, err = remedy.NewRecord(message, receivedAt, "\xff", nil)
	assert.ErrorIs(t, err, remedy.ErrNotUTF8)
	_, err = remedy.NewRecord(message, receivedAt, "", nil, remedy.Attachment{Name: "\xff"})
	assert.ErrorIs(t, err, remedy.ErrNotUTF8)
	_, err = remedy.NewRecord(message, receivedAt, "", make(chan int))
	assert.ErrorIs(t, err, remedy.ErrBadReport)
	_, err = remedy.NewRecord(message, receivedAt, "", json.RawMessage(message))
	assert.Equal(t, remedy.ErrBadReport, err, "nothing of the report in the error")
	_, err = remedy.NewRecord(message, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), "", nil)
	assert.ErrorIs(t, err, remedy.ErrBadTime)
	for _, data := range []string{"", "{", "null", "[]", "1", `{"v":2}`, `{"v":1,"received_at":"13800001234"}`, `{"v":1}{}`} {
		_, err = remedy.ParseRecord([]byte(data))
		assert.Equal(t, remedy.ErrBadRecord, err, data)
	}
	_, err = remedy.ParseRecord([]byte("{\"v\":1,\"message\":\"\xff\"}"))
	assert.ErrorIs(t, err, remedy.ErrNotUTF8)
	_, err = remedy.NewAttachment("a", failing{})
	assert.Equal(t, remedy.ErrUnreadable, err)
	// Nothing but a message is enough for a record.
	r, err := remedy.NewRecord("", time.Time{}, "", nil)
	require.NoError(t, err)
	assert.NoError(t, r.Verify())
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.NotContains(t, string(data), "received_at")
	assert.NotContains(t, string(data), `"report"`)
}

func TestVerifyAttachment(t *testing.T) {
	r := newRecord(t)
	assert.NoError(t, r.VerifyAttachment(0, strings.NewReader("screenshot")))
	var changed *remedy.ChangedError
	require.ErrorAs(t, r.VerifyAttachment(0, strings.NewReader("Screenshot")), &changed)
	assert.Equal(t, "remedy: record: attachment 0 has changed", changed.Error())
	assert.ErrorAs(t, r.VerifyAttachment(1, strings.NewReader("screenshot")), &changed)
	assert.ErrorAs(t, r.VerifyAttachment(-1, strings.NewReader("screenshot")), &changed)
	assert.Equal(t, remedy.ErrUnreadable, r.VerifyAttachment(0, failing{}))
}

// What holds personal data prints hidden.
func TestHidden(t *testing.T) {
	r := newRecord(t)
	c := letterCase(t, "mistake")
	for _, v := range []any{*r, r, r.Attachments[0], r.Attachments, c, &c} {
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "value", v)
		for _, got := range []string{
			fmt.Sprint(v), fmt.Sprintf("%v %+v %#v %s %q %x %d", v, v, v, v, v, v, v), log.String(),
		} {
			for _, secret := range []string{"沈", "8000", "106900770011", "截图", "13800003401", "330203", "青禾"} {
				assert.NotContains(t, got, secret)
			}
		}
	}
}

func FuzzRecord(f *testing.F) {
	data, err := json.Marshal(newRecord(f))
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"v":1,"message":"a","report":{"a":[1,1e999,"\ud800"]}}`))
	f.Add([]byte(`{"v":1,"report":null,"attachments":[{}],"received_at":"2026-03-02T10:15:00+08:00"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		// Whatever the bytes say, as a message they are kept and found again.
		made, err := remedy.NewRecord(string(data), time.Time{}, "", nil)
		if err == nil {
			require.NoError(t, made.Verify())
			text, err := json.Marshal(made)
			require.NoError(t, err)
			back, err := remedy.ParseRecord(text)
			require.NoError(t, err)
			require.NoError(t, back.Verify())
			require.Equal(t, string(data), back.Message)
		} else {
			require.ErrorIs(t, err, remedy.ErrNotUTF8)
		}
		// Reading is stable: what verifies does so after another round.
		r, err := remedy.ParseRecord(data)
		if err != nil {
			require.True(t, errors.Is(err, remedy.ErrBadRecord) || errors.Is(err, remedy.ErrNotUTF8))
			return
		}
		before := r.Verify()
		text, err := json.Marshal(r)
		if err != nil {
			return // a time that JSON reads and does not write
		}
		again, err := remedy.ParseRecord(text)
		require.NoError(t, err)
		require.Equal(t, before, again.Verify())
	})
}
