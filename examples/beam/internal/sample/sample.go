// Package sample makes any number of messages from the invented ones in testdata, for tests and
// measurements.
package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// Source is what messages are made of.
type Source struct {
	texts      []string         // about debts and all else
	others     []string         // of kind other
	cases      []message        // with sender, recipient and facts
	recipients []map[string]any // the recipients of the cases
}

// message is a line of the input.
type message struct {
	ID         string            `json:"id"`
	Text       string            `json:"text"`
	Sender     string            `json:"sender,omitempty"`
	ReceivedAt string            `json:"received_at,omitempty"`
	Recipient  map[string]any    `json:"recipient,omitempty"`
	Facts      map[string]string `json:"facts,omitempty"`
}

// Open reads the messages of a testdata directory.
func Open(testdata string) (*Source, error) {
	s := &Source{}
	if err := each(filepath.Join(testdata, "cases.jsonl"), func(m message, _ string) {
		s.cases = append(s.cases, m)
		if len(m.Recipient) > 0 {
			s.recipients = append(s.recipients, m.Recipient)
		}
	}); err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(testdata, "sms", "*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := each(f, func(m message, kind string) {
			s.texts = append(s.texts, m.Text)
			if kind == "other" {
				s.others = append(s.others, m.Text)
			}
		}); err != nil {
			return nil, err
		}
	}
	if len(s.cases) == 0 || len(s.recipients) == 0 || len(s.others) == 0 {
		return nil, fmt.Errorf("%s has no messages", testdata)
	}
	return s, nil
}

// each calls f with each message of a file and its kind.
func each(file string, f func(m message, kind string)) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for l := range bytes.Lines(data) {
		var row struct {
			message
			Kind string
		}
		if err := json.Unmarshal(l, &row); err != nil {
			return err
		}
		f(row.message, row.Kind)
	}
	return nil
}

// Mix says what messages to make.
type Mix struct {
	Seed  uint64
	Other float64 // the share without a debt, among lines that are not bad
	Bad   float64 // the share of bad lines
}

// Line returns the line with a number, without its line end. The same mix and number give the same
// line.
func (s *Source) Line(mix Mix, number int) []byte {
	rng := rand.New(rand.NewPCG(mix.Seed, uint64(number)))
	if rng.Float64() < mix.Bad {
		return badLine(rng, number)
	}
	var m message
	switch p := rng.Float64(); {
	case p < mix.Other:
		m = message{Text: pick(rng, s.others), Recipient: s.recipient(rng)}
	case p < mix.Other+(1-mix.Other)/2:
		m = pick(rng, s.cases)
	default:
		m = message{Text: pick(rng, s.texts), Recipient: s.recipient(rng), Facts: facts(rng)}
	}
	m.ID = fmt.Sprintf("m%09d", number)
	m.Text = figures.ReplaceAllStringFunc(m.Text, func(s string) string { return redraw(rng, s) })
	m.ReceivedAt = time.Date(2026, 3, 1+rng.IntN(28), rng.IntN(24), rng.IntN(60), 0, 0, time.FixedZone("", 8*60*60)).Format(time.RFC3339)
	line, err := encode(m)
	if err != nil {
		panic(err) // strings can always be encoded
	}
	return line
}

// recipient returns one of the invented people, the owner of one of 10,000 numbers, or nobody.
func (s *Source) recipient(rng *rand.Rand) map[string]any {
	switch rng.IntN(4) {
	case 0:
		return nil
	case 1:
		return pick(rng, s.recipients)
	default:
		return map[string]any{"phones": []string{fmt.Sprintf("1380000%04d", rng.IntN(10_000))}}
	}
}

func facts(rng *rand.Rand) map[string]string {
	f := map[string]string{}
	for _, key := range []string{"has_account", "shown_in_app", "lender_confirms"} {
		if rng.IntN(3) == 0 {
			f[key] = pick(rng, []string{"yes", "no", "unknown"})
		}
	}
	return f
}

// figures matches sums and days: digits followed by 元 or 天.
var figures = regexp.MustCompile(`[1-9][0-9,]{0,9}(\.[0-9]{1,2})?(元|天)`)

// redraw replaces all digits except the first by random ones.
func redraw(rng *rand.Rand, s string) string {
	b := []byte(s)
	for i, c := range b {
		if i > 0 && '0' <= c && c <= '9' {
			b[i] = '0' + byte(rng.IntN(10))
		}
	}
	return string(b)
}

// badLine returns a line that is no message.
func badLine(rng *rand.Rand, number int) []byte {
	id := fmt.Sprintf("m%09d", number)
	switch rng.IntN(5) {
	case 0:
		return fmt.Appendf(nil, `{"id":"%s","text":"您已逾期`, id)
	case 1:
		return fmt.Appendf(nil, `{"id":"%s"}`, id)
	case 2:
		return fmt.Appendf(nil, "{\"id\":\"%s\",\"text\":\"\xc4\xfa\xd2\xd1\xd3\xe2\xc6\xda\"}", id) // GBK
	case 3:
		return fmt.Appendf(nil, `{"id":"%s","text":"您已逾期3天","recipient":{"id_number":"110101199003070012"}}`, id) // check digit
	default:
		return fmt.Appendf(nil, `{"id":"%s","text":"您已逾期3天","note":"?"}`, id)
	}
}

// encode is json.Marshal without escaping <, > and &.
func encode(m message) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(m)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }
