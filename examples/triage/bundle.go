package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"text/template"
	"time"

	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/phones"
)

//go:embed evidence.txt
var evidenceText string

var evidenceTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("evidence").Parse(evidenceText))
})

// The names of the files in a bundle. They say nothing about a person.
const (
	fileReadMe   = "说明.txt"
	fileMessages = "短信.jsonl"
	fileRecord   = "记录.json"
	filePicture  = "时间线.svg"
	fileTable    = "时间线.csv"
	folderTexts  = "短信/"
	folderPapers = "文书/"
)

// bundleTime is the time of all files in a bundle: the earliest in the zip format. So the same
// matter gives the same bytes.
var bundleTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// bundleFile is a file of a bundle.
type bundleFile struct {
	Name string
	What string // what the file is
	data []byte
}

// SHA256 returns the file's hash, for the read-me.
func (f bundleFile) SHA256() string { return hashOf(f.data) }

// receivedLine is the JSON of a message in a bundle, as it came.
type receivedLine struct {
	Line       int       `json:"line"` // line of the input
	File       string    `json:"file"`
	ID         string    `json:"id,omitempty"`
	Sender     string    `json:"sender,omitempty"`
	ReceivedAt time.Time `json:"received_at,omitzero"`
	SHA256     string    `json:"sha256"` // of the text
	Text       string    `json:"text"`
	Place      *place    `json:"place,omitempty"`
}

// bundle returns a matter as a zip file: its messages as they came, the report, letters and the
// timeline. It is in Chinese, for the police, the lender or its regulator.
func bundle(f *foundMatter) ([]byte, error) {
	files, err := bundleFiles(f)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, file := range files {
		h := &zip.FileHeader{Name: file.Name, Method: zip.Deflate, Modified: bundleTime}
		h.SetMode(0o600)
		w, err := zw.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(file.data); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// bundleFiles returns the files of a bundle, the read-me first.
func bundleFiles(f *foundMatter) ([]bundleFile, error) {
	w := words(remedy.Chinese)
	files, err := receivedFiles(f, w)
	if err != nil {
		return nil, err
	}
	t := w.timelineOf(f.report)
	if picture := t.File(); picture != nil {
		files = append(files, bundleFile{filePicture, w.of("evidence", "picture"), picture})
	}
	var headers [5]string
	for i, key := range []string{"when", "what", "who", "number", "yuan"} {
		headers[i] = w.of("timeline", key)
	}
	files = append(files, bundleFile{fileTable, w.of("evidence", "table"), t.CSV(headers)})
	for _, letter := range lettersOf(f) {
		name, data := letter.File()
		files = append(files, bundleFile{folderPapers + name, w.of("evidence", "letter"), data})
	}
	record, err := recordOf(f, files)
	if err != nil {
		return nil, err
	}
	files = append(files, bundleFile{fileRecord, w.of("evidence", "record"), record})
	readMe, err := readMeOf(f, files)
	if err != nil {
		return nil, err
	}
	return append([]bundleFile{readMe}, files...), nil
}

// receivedFiles returns the messages as they came, each as a file, and all of them as JSON Lines.
func receivedFiles(f *foundMatter, w words) (files []bundleFile, err error) {
	var all bytes.Buffer
	for i, line := range memberLines(f.report) {
		m := messageAt(f.of, line)
		if m == nil {
			continue // cannot happen: the phone has all messages of its matters
		}
		file := bundleFile{fmt.Sprintf("%s%04d.txt", folderTexts, i+1), w.of("evidence", "message"), []byte(m.Text)}
		data, err := jsonl.Encode(receivedLine{line, file.Name, m.ID, m.Sender, m.ReceivedAt, file.SHA256(), m.Text, f.places.of(line)})
		if err != nil {
			return nil, err
		}
		all.Write(data)
		files = append(files, file)
	}
	return append(files, bundleFile{fileMessages, w.of("evidence", "messages"), all.Bytes()}), nil
}

// messageAt returns the message of a line, nil if there is none.
func messageAt(p *phones.Phone, line int) *phones.Message {
	i, ok := slices.BinarySearchFunc(p.Messages, line, func(m phones.Message, line int) int { return cmp.Compare(m.Line, line) })
	if !ok {
		return nil
	}
	return &p.Messages[i]
}

// recordOf returns the record of a matter, which names the other files with their hashes.
func recordOf(f *foundMatter, files []bundleFile) ([]byte, error) {
	var attached []remedy.Attachment
	for _, file := range files {
		attached = append(attached, remedy.Attachment{Name: file.Name, SHA256: file.SHA256()})
	}
	sender := ""
	if len(f.report.Senders) == 1 {
		sender = f.report.Senders[0].Number
	}
	r, err := remedy.NewRecord(f.report.Text, f.report.Last(), sender, f.report, attached...)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(r)
	return b.Bytes(), err
}

// readMe is what the read-me says about a matter.
type readMe struct {
	ID, Headline, Reason string
	Rows                 []labelled
	Messages             int
	First, Last          string
	Letters              bool
	Files                []bundleFile
}

// readMeOf returns the read-me, which explains the files, in lines that end in CR LF, as the
// simplest editors need.
func readMeOf(f *foundMatter, files []bundleFile) (bundleFile, error) {
	w := words(remedy.Chinese)
	said := summaryOf(f.report, remedy.Chinese)
	r := readMe{ID: f.report.ID, Headline: said.Headline, Reason: said.Reason, Messages: len(memberLines(f.report)), Files: files}
	r.First, r.Last = span(f.report.Members)
	for _, row := range w.claim(f.report, f.several) {
		for i, v := range row.Values {
			row.Values[i] = strings.Map(visible, v)
		}
		r.Rows = append(r.Rows, row)
	}
	for _, file := range files {
		r.Letters = r.Letters || strings.HasPrefix(file.Name, folderPapers)
	}
	var b strings.Builder
	if err := evidenceTemplate().Execute(&b, r); err != nil {
		return bundleFile{}, err
	}
	return bundleFile{fileReadMe, "", []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))}, nil
}

// span returns the days of the first and the last message, "" if no time is known.
func span(all []matter.Member) (first, last string) {
	for i := range all {
		if at := all[i].ReceivedAt; !at.IsZero() {
			day := at.In(china).Format(time.DateOnly)
			if first == "" || day < first {
				first = day
			}
			last = max(last, day)
		}
	}
	return first, last
}
