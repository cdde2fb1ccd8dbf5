package jsonl

import (
	"bytes"
	"encoding/json"
	"sync"

	"github.com/dunsms/dunsms/classify/remedy"
)

// encodeTo appends the JSON of an answer with steps and without an error. Steps make up half of an
// answer and are the same few texts again and again, so their JSON is cached.
func (a Answer) encodeTo(b *bytes.Buffer) error {
	steps := a.Steps
	a.Steps = nil
	b.Grow(8 << 10)
	if err := EncodeTo(b, a); err != nil {
		return err
	}
	b.Truncate(b.Len() - len("}\n"))
	begin := `,"steps":[`
	for i := range steps {
		data, err := stepJSON(&steps[i])
		if err != nil {
			return err
		}
		b.WriteString(begin)
		b.Write(data)
		begin = ","
	}
	b.WriteString("]}\n")
	return nil
}

// stepKey is a step as a map key.
type stepKey struct {
	code, text, source, address, checked, trust, list, within string

	days     [3]int
	daysUsed int
}

// maxSteps is the most steps that are cached: several times what the tables have in both
// languages.
const maxSteps = 4096

// kept caches the JSON of the steps that came first.
var kept struct {
	sync.RWMutex
	steps map[stepKey][]byte
}

// stepJSON returns the JSON of a step, which the caller must not change.
func stepJSON(s *remedy.Step) ([]byte, error) {
	key := stepKey{
		code: s.Code, text: s.Text, source: s.Source, address: s.Address, checked: s.Checked,
		trust: s.Trust, list: s.List, within: s.Within, daysUsed: len(s.AnswerDays),
	}
	fits := copy(key.days[:], s.AnswerDays) == len(s.AnswerDays)
	kept.RLock()
	data := kept.steps[key]
	kept.RUnlock()
	if data != nil && fits {
		return data, nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return nil, err
	}
	data = bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	kept.Lock()
	defer kept.Unlock()
	if kept.steps == nil {
		kept.steps = map[stepKey][]byte{}
	}
	if fits && len(kept.steps) < maxSteps {
		kept.steps[key] = data
	}
	return data, nil
}
