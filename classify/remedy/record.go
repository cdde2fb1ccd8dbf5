package remedy

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// recordVersion is the version of the record's format.
const recordVersion = 1

// recordNote is in every record, so that its readers know what it is worth.
const recordNote = "散列值只能发现意外改动，不能证明由谁发送、何时收到，也防不住有意篡改。 " +
	"The hashes detect accidental change only: they prove neither the sender nor the time, and whoever changes the record on purpose can make them anew."

// Record keeps a message as evidence. Its JSON is meant for a file beside the screenshots and
// holds everything; under fmt and slog a Record shows only the length of the message and the
// number of attachments.
//
// Its hashes detect accidental change: a byte lost in copying, an edited line. They claim no more:
// they prove neither who sent the message nor when it came, and whoever changes a record on
// purpose can make them anew. For proof, have the phone itself examined, or go to a notary.
type Record struct {
	V       int    `json:"v"`
	Note    string `json:"note"`
	Message string `json:"message"`
	// MessageSHA256 is the hash of the bytes of Message, in hexadecimal.
	MessageSHA256 string       `json:"message_sha256"`
	ReceivedAt    time.Time    `json:"received_at,omitzero"` // zero: not known
	Sender        string       `json:"sender,omitempty"`
	Attachments   []Attachment `json:"attachments,omitempty"`
	// Report is the whole report of the library.
	Report json.RawMessage `json:"report,omitempty"`
	// Library is the module and its version; the version is "(devel)" unless a released one was
	// built in.
	Library string `json:"library"`
	// RecordSHA256 is the hash of all the rest. White space and the order of keys do not affect
	// it.
	RecordSHA256 string `json:"record_sha256"`
}

// Attachment is a file kept beside the record: a screenshot, a recording.
type Attachment struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // of its bytes, in hexadecimal
}

// The errors of records. They quote nothing of a record.
var (
	// ErrNotUTF8 means that a text is not UTF-8, which JSON could not keep.
	ErrNotUTF8 = errors.New("remedy: record: text is not UTF-8")
	// ErrBadReport means that the report cannot be written as JSON.
	ErrBadReport = errors.New("remedy: record: report cannot be written as JSON")
	// ErrBadTime means that the time cannot be written as JSON (a year over 9999).
	ErrBadTime = errors.New("remedy: record: time cannot be written as JSON")
	// ErrBadRecord means that the data is not a record.
	ErrBadRecord = errors.New("remedy: record: not a record")
	// ErrUnreadable means that an attachment cannot be read.
	ErrUnreadable = errors.New("remedy: record: attachment cannot be read")
)

// ChangedError says which part of a record has changed since it was written.
type ChangedError struct {
	Part string // "message", "record", or "attachment"
	// Index is that of the attachment, if Part is "attachment".
	Index int
}

// Error names the part.
func (e *ChangedError) Error() string {
	if e.Part == "attachment" {
		return fmt.Sprintf("remedy: record: attachment %d has changed", e.Index)
	}
	return "remedy: record: " + e.Part + " has changed"
}

// NewRecord records a message as it came. ReceivedAt may be zero and sender empty if they are not
// known. Report is anything that encoding/json can write, such as a dunsms.Report, or nil.
func NewRecord(message string, receivedAt time.Time, sender string, report any, attachments ...Attachment) (*Record, error) {
	r := &Record{
		V: recordVersion, Note: recordNote, Message: message, MessageSHA256: hash([]byte(message)),
		ReceivedAt: receivedAt.Round(0), Sender: sender, Library: library(),
	}
	r.Attachments = append(r.Attachments, attachments...)
	texts := []string{message, sender}
	for _, a := range attachments {
		texts = append(texts, a.Name, a.SHA256)
	}
	for _, s := range texts {
		if !utf8.ValidString(s) {
			return nil, ErrNotUTF8
		}
	}
	if _, err := receivedAt.MarshalJSON(); err != nil {
		return nil, ErrBadTime
	}
	if report != nil {
		data, err := json.Marshal(report)
		if err != nil {
			return nil, ErrBadReport
		}
		r.Report = data
	}
	sum, err := r.sum()
	if err != nil {
		return nil, ErrBadReport
	}
	r.RecordSHA256 = sum
	return r, nil
}

// NewAttachment reads a file and returns its name and hash. The error is [ErrUnreadable], which
// quotes nothing of the error of r.
func NewAttachment(name string, r io.Reader) (Attachment, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return Attachment{}, ErrUnreadable
	}
	return Attachment{Name: name, SHA256: hex.EncodeToString(h.Sum(nil))}, nil
}

// ParseRecord reads the JSON of a record. It does not check the hashes: see [Record.Verify]. The
// error is [ErrBadRecord] or, for bytes that are not UTF-8, [ErrNotUTF8].
func ParseRecord(data []byte) (*Record, error) {
	if !utf8.Valid(data) {
		return nil, ErrNotUTF8
	}
	var r Record
	if err := json.Unmarshal(data, &r); err != nil || r.V != recordVersion {
		return nil, ErrBadRecord
	}
	return &r, nil
}

// Verify checks the record's hashes. The error is a *[ChangedError], which names the first part
// that has changed. Nil means that nothing changed by accident, and no more: see [Record].
func (r *Record) Verify() error {
	if r == nil || hash([]byte(r.Message)) != r.MessageSHA256 {
		return &ChangedError{Part: "message"}
	}
	if sum, err := r.sum(); err != nil || sum != r.RecordSHA256 {
		return &ChangedError{Part: "record"}
	}
	return nil
}

// VerifyAttachment checks that a file is the attachment with that index. The error is a
// *[ChangedError] or [ErrUnreadable].
func (r *Record) VerifyAttachment(index int, file io.Reader) error {
	if r == nil || index < 0 || index >= len(r.Attachments) {
		return &ChangedError{Part: "attachment", Index: index}
	}
	a, err := NewAttachment("", file)
	if err != nil {
		return err
	}
	if !strings.EqualFold(a.SHA256, r.Attachments[index].SHA256) {
		return &ChangedError{Part: "attachment", Index: index}
	}
	return nil
}

// sum returns the hash of the record without RecordSHA256. It is taken over the JSON with sorted
// keys and without white space, so that a tool may indent or reorder it.
func (r *Record) sum() (string, error) {
	c := *r
	c.RecordSHA256 = ""
	data, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var plain any
	if err := dec.Decode(&plain); err != nil {
		return "", err
	}
	if data, err = json.Marshal(plain); err != nil {
		return "", err
	}
	return hash(data), nil
}

// Format shows only the sizes, whatever the verb.
func (r Record) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, r.hidden()) }

// LogValue shows slog only the sizes.
func (r Record) LogValue() slog.Value { return slog.StringValue(r.hidden()) }

func (r Record) hidden() string {
	return fmt.Sprintf("record of %d bytes, %d attachments", len(r.Message), len(r.Attachments))
}

// Format hides the name, whatever the verb: file names often give things away.
func (a Attachment) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, "attachment") }

// LogValue hides the name from slog.
func (a Attachment) LogValue() slog.Value { return slog.StringValue("attachment") }

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// modulePath is the module whose version is in a record.
const modulePath = "github.com/dunsms/dunsms"

// library returns the module and the version of it that was built in.
var library = sync.OnceValue(func() string {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range append(info.Deps, &info.Main) {
			if m.Path == modulePath && m.Version != "" {
				version = m.Version
			}
		}
	}
	return modulePath + " " + version
})
