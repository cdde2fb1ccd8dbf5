package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

const componentSchemas = "#/components/schemas/"

// openAPI returns the OpenAPI description of the service as JSON, made from its types.
func openAPI(secured bool) ([]byte, error) {
	d := &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title: "dunsms", Version: dunsms.Version,
			Description: "Says what Chinese debt-collection SMS are: what each claims, which of four stories explains it best, which rules it breaks and what to do. Keys and words are only ever added to answers: accept those that you do not know.",
			License:     &huma.License{Name: "MIT", Identifier: "MIT"},
		},
		Components: &huma.Components{Schemas: schemas(componentSchemas)},
	}
	if secured {
		d.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	}
	for _, o := range documented() {
		if secured && !o.public {
			o.Security = []map[string][]string{{"token": {}}}
			o.Operation.Responses["401"] = problemResponse(unauthorized)
		}
		d.AddOperation(&o.Operation)
	}
	return json.MarshalIndent(d, "", " ")
}

// described is an operation in OpenAPI; public is whether it needs no token.
type described struct {
	huma.Operation
	public bool
}

func ref(name string) *huma.Schema { return &huma.Schema{Ref: componentSchemas + name} }

func media(schema *huma.Schema, types ...string) map[string]*huma.MediaType {
	all := map[string]*huma.MediaType{}
	for _, t := range types {
		all[t] = &huma.MediaType{Schema: schema}
	}
	return all
}

func problemResponse(codes ...jsonl.Code) *huma.Response {
	text := "code is "
	for i, c := range codes {
		if i > 0 {
			text += " or "
		}
		text += string(c)
	}
	r := &huma.Response{Description: text, Content: media(ref("Problem"), "application/problem+json")}
	if slices.Contains(codes, tooMany) {
		r.Headers = map[string]*huma.Param{"Retry-After": {Description: "seconds after which to try again", Schema: &huma.Schema{Type: huma.TypeInteger}}}
	}
	return r
}

// responses returns the responses for an answer and for the problems that may come in its place.
func responses(ok *huma.Response, codes ...jsonl.Code) map[string]*huma.Response {
	all := map[string]*huma.Response{"200": ok}
	byStatus := map[int][]jsonl.Code{}
	for _, c := range codes {
		byStatus[statuses[c]] = append(byStatus[statuses[c]], c)
	}
	for _, status := range slices.Sorted(maps.Keys(byStatus)) {
		all[strconv.Itoa(status)] = problemResponse(byStatus[status]...)
	}
	return all
}

// posted are the codes of every operation that takes a body.
var posted = []jsonl.Code{
	jsonl.BadJSON, jsonl.NotUTF8, jsonl.TooLong, jsonl.BadRecipient, badMedia, tooMany, timedOut, cutShort, internal,
}

// documented are the operations that clients use.
func documented() []described {
	text := func(what string) *huma.Response {
		return &huma.Response{Description: what, Content: media(&huma.Schema{Type: huma.TypeString}, mediaText)}
	}
	answers := media(ref("Report"), mediaJSON)
	answers[mediaLines] = &huma.MediaType{Schema: ref("Answer")}
	found := media(ref("PresendReport"), mediaJSON)
	found[mediaLines] = &huma.MediaType{Schema: ref("PresendAnswer")}
	return []described{
		{Operation: huma.Operation{
			OperationID: "check", Method: http.MethodPost, Path: "/v1/check", Summary: "Check a message, or a stream of them",
			Description: "application/json is one message, and its answer one report. application/x-ndjson is one message a line; each line " +
				"is answered as it arrives, in order, with its report or its error; empty lines have no answer. If the stream ends before its " +
				"input does, the last line has the code shutting_down, timed_out or cut_short and the number of the first line that was not read. " +
				"Besides the keys of Message, the names that other programs use for them are read.",
			RequestBody: &huma.RequestBody{Required: true, Content: media(ref("Message"), mediaJSON, mediaLines)},
			Responses:   responses(&huma.Response{Description: "the report, or a line for each message", Content: answers}, posted...),
		}},
		{Operation: huma.Operation{
			OperationID: "matters", Method: http.MethodPost, Path: "/v1/matters", Summary: "Say what the messages of a phone say together",
			Description: "The messages are in an object with what is known of the recipient, in a list (application/json), or one a line (application/x-ndjson). " +
				"Without a recipient, what the messages together say about theirs is used. Answers name a message by its line, or by its place from 1.",
			RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
				mediaJSON: {Schema: &huma.Schema{OneOf: []*huma.Schema{
					ref("PhoneRequest"), {Type: huma.TypeArray, Items: ref("Message")},
				}}},
				mediaLines: {Schema: ref("Message")},
			}},
			Responses: responses(&huma.Response{Description: "the matters", Content: media(ref("PhoneAnswer"), mediaJSON)}, posted...),
		}},
		{Operation: huma.Operation{
			OperationID: "presend", Method: http.MethodPost, Path: "/v1/presend", Summary: "Check a lender's notices before they go out",
			Description: "application/json is one notice with the record that it was made from. application/x-ndjson is one notice a line, each also compared " +
				"with the records next to its own: a text that belongs to one of them shows that the texts have shifted. What is not in a record is not checked.",
			RequestBody: &huma.RequestBody{Required: true, Content: media(ref("PresendNotice"), mediaJSON, mediaLines)},
			Responses:   responses(&huma.Response{Description: "the findings, or a line for each notice", Content: found}, posted...),
		}},
		{public: true, Operation: huma.Operation{
			OperationID: "health", Method: http.MethodGet, Path: "/healthz", Summary: "Whether the service runs", Responses: responses(text("it runs")),
		}},
		{public: true, Operation: huma.Operation{
			OperationID: "ready", Method: http.MethodGet, Path: "/readyz", Summary: "Whether to send it requests",
			Responses: responses(text("yes"), notReady, shuttingDown),
		}},
		{Operation: huma.Operation{
			OperationID: "metrics", Method: http.MethodGet, Path: "/metrics", Summary: "Counts for Prometheus", Responses: responses(text("in Prometheus's text form")),
		}},
		{public: true, Operation: huma.Operation{
			OperationID: "openapi", Method: http.MethodGet, Path: "/openapi.json", Summary: "This description",
			Responses: responses(&huma.Response{Description: "OpenAPI 3.1", Content: media(&huma.Schema{Type: huma.TypeObject}, mediaJSON)}),
		}},
		{public: true, Operation: huma.Operation{
			OperationID: "schema", Method: http.MethodGet, Path: "/schema.json", Summary: "The JSON Schema of requests and answers",
			Responses: responses(&huma.Response{Description: "JSON Schema 2020-12", Content: media(&huma.Schema{Type: huma.TypeObject}, "application/schema+json")}),
		}},
	}
}

// contract returns the JSON Schema of requests and answers, the content of contract.schema.json.
func contract() ([]byte, error) {
	const prefix = "#/$defs/"
	return json.MarshalIndent(struct {
		Schema string                  `json:"$schema"`
		ID     string                  `json:"$id"`
		Title  string                  `json:"title"`
		Text   string                  `json:"description"`
		Ref    string                  `json:"$ref"`
		Defs   map[string]*huma.Schema `json:"$defs"`
	}{
		"https://json-schema.org/draft/2020-12/schema", "urn:dunsms:contract:" + strconv.Itoa(dunsms.ReportVersion),
		"What dunsms says of messages",
		"An answer to a message, a line of JSON Lines; $defs has the requests (Message, PhoneRequest), the answer to the messages of a phone (PhoneAnswer), and those of a lender's notices (PresendNotice, PresendAnswer), too. Keys and words are only ever added to answers: accept those that you do not know. x-extensible-enum has the words that there are now.",
		prefix + "Answer", schemas(prefix).Map(),
	}, "", " ")
}
