//go:build js && wasm

// Wasm is the library as the page calls it: two functions of a global object
// dunsms, each of the JSON of an answer.Question.
//
//	dunsms.answer(json)  the JSON of an answer.Answer
//	dunsms.record(json)  the evidence record as text, "" where there is none
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/dunsms/dunsms/examples/web/answer"
)

func main() {
	answer.To(answer.Question{Text: "逾期"}) // reads the tables now, not at the first key
	js.Global().Set("dunsms", map[string]any{
		"answer": text(func(q answer.Question) ([]byte, error) { return json.Marshal(answer.To(q)) }, failed),
		"record": text(answer.Record, ""),
	})
	select {}
}

const failed = `{"state":"` + string(answer.Failed) + `"}`

// text makes a function of JavaScript that takes a question and returns text. What
// it says where that fails, or panics, tells nothing of the question; a panic
// that got out would be printed.
func text(f func(answer.Question) ([]byte, error), otherwise string) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (out any) {
		defer func() {
			if recover() != nil {
				out = otherwise
			}
		}()
		var q answer.Question
		if len(args) != 1 || json.Unmarshal([]byte(args[0].String()), &q) != nil {
			return otherwise
		}
		data, err := f(q)
		if err != nil {
			return otherwise
		}
		return string(data)
	})
}
