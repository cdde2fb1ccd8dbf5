package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
)

// sarifLog writes a SARIF 2.1.0 log with one run. The table is its first artifact; the text of
// each row with findings is an artifact within it, so that places count from the beginning of the
// text. Results are written as they come.
type sarifLog struct {
	w         io.Writer
	lang      remedy.Lang
	file      string // as a URI
	rules     map[string]int
	results   int
	artifacts [][2]int // row of each text within the table, and its length in bytes
	notes     []sarifNote
	begun     bool
}

// The objects of SARIF, in its own words.
type (
	sarifText struct {
		Text string `json:"text"`
	}
	sarifArtifact struct {
		Location    sarifFile `json:"location"`
		ParentIndex *int      `json:"parentIndex,omitempty"`
		Length      int       `json:"length,omitempty"`
		MimeType    string    `json:"mimeType,omitempty"`
		Encoding    string    `json:"encoding,omitempty"`
	}
	sarifFile struct {
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"`
	}
	sarifRegion struct {
		StartLine  int  `json:"startLine,omitempty"`
		CharOffset *int `json:"charOffset,omitempty"`
		CharLength *int `json:"charLength,omitempty"`
		ByteOffset *int `json:"byteOffset,omitempty"`
		ByteLength *int `json:"byteLength,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifFile    `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex *int            `json:"ruleIndex,omitempty"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations"`
		Props     sarifProps      `json:"properties"`
	}
	sarifProps struct {
		Row     int             `json:"row,omitempty"`
		Part    presend.Part    `json:"part"`
		Fields  []presend.Field `json:"fields,omitempty"`
		FitsRow int             `json:"fitsRow,omitempty"`
		Source  string          `json:"source,omitempty"`
	}
	sarifRule struct {
		ID      string     `json:"id"`
		Short   sarifText  `json:"shortDescription"`
		Help    *sarifText `json:"help,omitempty"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
		Props sarifProps `json:"properties"`
	}
	sarifNote struct {
		Level      string          `json:"level"`
		Descriptor sarifDescriptor `json:"descriptor"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
	}
	sarifDescriptor struct {
		ID code `json:"id"`
	}
)

func newSARIF(w io.Writer, file string, lang remedy.Lang) *sarifLog {
	uri := "stdin"
	if file != stdinName {
		uri = (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath()
	}
	return &sarifLog{w: w, lang: lang, file: uri, rules: map[string]int{}}
}

// level returns the level of a part.
func level(p presend.Part) string {
	if p == presend.PartLook {
		return "warning"
	}
	return "error"
}

// begin writes the tool with its rules, up to the first result.
func (s *sarifLog) begin() error {
	if s.begun {
		return nil
	}
	s.begun = true
	var rules []sarifRule
	for i, d := range presend.Descriptions(s.lang) {
		s.rules[d.Code] = i
		r := sarifRule{ID: d.Code, Short: sarifText{d.Text}, Props: sarifProps{Part: d.Part}}
		r.Default.Level = level(d.Part)
		if d.Fix != "" {
			r.Help = &sarifText{d.Fix}
		}
		rules = append(rules, r)
	}
	language := [2]string{"zh-CN", "en-US"}[english(s.lang)]
	_, err := fmt.Fprintf(s.w, `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[`+"\n"+
		`{"tool":{"driver":{"name":"presend","semanticVersion":"%s","language":"%s","rules":%s}},`+"\n"+
		`"language":"%s","columnKind":"unicodeCodePoints","results":[`, dunsms.Version, language, compact(rules), language)
	return err
}

func (s *sarifLog) write(a answer) error {
	if err := s.begin(); err != nil {
		return err
	}
	row := sarifLocation{Physical: sarifPhysical{sarifFile{s.file, new(0)}, &sarifRegion{StartLine: a.Line}}}
	if a.Problem != "" {
		s.notes = append(s.notes, sarifNote{
			"error", sarifDescriptor{a.Problem}, sarifText{plain.Name(plain.Error, a.Problem, s.lang)}, []sarifLocation{row},
		})
		return nil
	}
	if len(a.Findings) > 0 {
		s.artifacts = append(s.artifacts, [2]int{a.Row, len(a.text)})
	}
	row.Message = &sarifText{fmt.Sprintf([2]string{"第%d行", "row %d"}[english(s.lang)], a.Row)}
	for _, f := range a.Findings {
		r := sarifResult{
			RuleID: f.Code, Level: level(f.Part), Message: sarifText{f.Text}, Related: []sarifLocation{row},
			Props: sarifProps{a.Row, f.Part, f.Fields, a.fitsRow(f), f.Source},
		}
		if i, ok := s.rules[f.Code]; ok {
			r.RuleIndex = &i
		}
		if f.Fix != "" {
			r.Message.Text += [2]string{"。改法：", ". Fix: "}[english(s.lang)] + f.Fix
		}
		within := sarifPhysical{Artifact: sarifFile{textURI(a.Row), new(len(s.artifacts))}}
		for _, at := range f.Spans {
			within.Region = &sarifRegion{
				CharOffset: new(utf8.RuneCountInString(a.text[:at.Start])), CharLength: new(utf8.RuneCountInString(a.text[at.Start:at.End])),
				ByteOffset: new(at.Start), ByteLength: new(at.End - at.Start),
			}
			r.Locations = append(r.Locations, sarifLocation{Physical: within})
		}
		if len(f.Spans) == 0 {
			r.Locations = []sarifLocation{{Physical: within}}
		}
		if err := s.result(r); err != nil {
			return err
		}
	}
	return nil
}

// textURI names the text of a row within the table.
func textURI(row int) string { return fmt.Sprintf("/row/%d/text", row) }

func (s *sarifLog) result(r sarifResult) error {
	sign := ",\n"
	if s.results == 0 {
		sign = "\n"
	}
	s.results++
	_, err := fmt.Fprintf(s.w, "%s%s", sign, compact(r))
	return err
}

// end writes the artifacts and how the run ended.
func (s *sarifLog) end(status int) error {
	if err := s.begin(); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.w, "],\n\"artifacts\":[%s", compact(sarifArtifact{Location: sarifFile{URI: s.file}})); err != nil {
		return err
	}
	for _, a := range s.artifacts {
		within := sarifArtifact{Location: sarifFile{URI: textURI(a[0])}, ParentIndex: new(0), Length: a[1], MimeType: "text/plain", Encoding: "UTF-8"}
		if _, err := fmt.Fprintf(s.w, ",\n%s", compact(within)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.w, "],\n\"invocations\":[{\"executionSuccessful\":%t,\"exitCode\":%d", status == exitClean || status == exitFindings, status)
	if err == nil && len(s.notes) > 0 {
		_, err = fmt.Fprintf(s.w, ",\"toolExecutionNotifications\":%s", compact(s.notes))
	}
	if err == nil {
		_, err = io.WriteString(s.w, "}]}]}\n")
	}
	return err
}

// compact returns the JSON of v, which is of the types above.
func compact(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("presend: a value without JSON") // cannot happen: these types have one
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
