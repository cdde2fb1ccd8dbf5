//go:build js && wasm

// Wasm is the library for the page: a global object dunsms with two functions, each of which takes
// the JSON of an answer.Question.
//
//	dunsms.answer(json)  the JSON of an answer.Answer
//	dunsms.record(json)  the evidence record as text, "" if there is none
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/dunsms/dunsms/examples/web/answer"
)

func main() {
	answer.To(answer.Question{Text: "逾期"}) // loads the tables now, not at the first key press
	js.Global().Set("dunsms", map[string]any{
		"answer": text(func(q answer.Question) ([]byte, error) { return json.Marshal(answer.To(q)) }, failed),
		"record": text(answer.Record, ""),
	})
	select {}
}

const failed = `{"state":"` + string(answer.Failed) + `"}`

// text makes a JavaScript function that takes a question and returns text. If f fails or panics,
// it returns otherwise, which says nothing about the question; an uncaught panic would be printed.
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
