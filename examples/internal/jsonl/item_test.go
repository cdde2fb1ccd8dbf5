package jsonl

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/field"
)

// TestNames reads messages by the names that other programs have for their parts.
func TestNames(t *testing.T) {
	at := time.Date(2026, 3, 2, 10, 15, 0, 0, field.China)
	message := dunsms.Message{Text: "好", Sender: "106", ReceivedAt: at}
	for _, c := range []struct {
		name, in string
		want     Item
	}{
		{"this project's", `{"text":"好","sender":"106","received_at":"2026-03-02 10:15"}`, Item{Message: message}},
		{"body, address, date", `{"body":"好","address":"106","date":"1772417700000","type":"1"}`, Item{Message: message}},
		{"numbers", `{"body":"好","address":"106","date":1772417700,"type":1}`, Item{Message: message}},
		{"content, from, timestamp", `{"content":"好","from":"106","timestamp":"1772417700000","sign":"x","title":"SIM1"}`, Item{Message: message}},
		{"in Chinese", `{"短信内容":"好","号码":"106","时间":"2026/3/2 上午10:15"}`, Item{Message: message}},
		{"the number before the name", `{"body":"好","sender":"秘","number":"106","received":"2026-03-02 10:15","threadid":1}`, Item{Message: message}},
		{"what came before a template", `{"content":"[卡1] 好","org_content":"好","from":"106","timestamp":1772417700}`, Item{Message: message}},
		{"null gives way", `{"text":null,"body":"好","from":null,"address":"106","date":1772417700}`, Item{Message: message}},
		{"sent", `{"body":"好","type":"2"}`, Item{Message: dunsms.Message{Text: "好"}, LeftOut: NotReceived}},
		{"sent, in words", `{"body":"好","type":"Sent"}`, Item{Message: dunsms.Message{Text: "好"}, LeftOut: NotReceived}},
		{"sent, without a text", `{"type":3}`, Item{LeftOut: NotReceived}},
		{"a type that says nothing", `{"body":"好","type":"sms"}`, Item{Message: dunsms.Message{Text: "好"}}},
		{"a time that is none", `{"body":"好","date":"明天"}`, Item{Message: dunsms.Message{Text: "好"}, Untimed: true}},
		{"a time of another kind", `{"body":"好","date":true}`, Item{Message: dunsms.Message{Text: "好"}, Untimed: true}},
		{"no time", `{"body":"好","date":0}`, Item{Message: dunsms.Message{Text: "好"}}},
		{"a copy of Android's table", `{"_id":"1","body":"好","miui_column":"x","sim8812":{"a":[]}}`, Item{Message: dunsms.Message{Text: "好"}}},
		{"an MMS", `{"msg_box":"1","addresses":[{"address":"8812","type":151},{"address":"106","type":"137"}],"date":"1772417700",` +
			`"parts":[{"ct":"image/jpeg","text":null},{"ct":"text/plain","text":"好"},{"contentType":"text/plain","text":"的"}]}`,
			Item{Message: dunsms.Message{Text: "好\n的", Sender: "106", ReceivedAt: at}}},
		{"an MMS, its sender by itself", `{"__sender_address":{"address":"106"},"__parts":[{"ct":"text/plain","text":"好"}],"_id":1}`, Item{Message: dunsms.Message{Text: "好", Sender: "106"}}},
		{"an MMS of pictures", `{"parts":[{"ct":"image/jpeg"}],"addresses":"8812","sub_id":1}`, Item{LeftOut: NoText}},
		{"an MMS sent", `{"parts":[{"ct":"image/jpeg"}],"addresses":[],"msg_box":2}`, Item{LeftOut: NotReceived}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode(Line{Data: []byte(c.in)})
			require.Nil(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

// TestKeys: an unknown key is named only if it cannot be a piece of a message.
func TestKeys(t *testing.T) {
	for key, want := range map[string]string{
		"recieved_at": "the key recieved_at", "Text": "the key Text", "a1": "the key a1", "_x": "the key _x",
		"": "a key", "1a": "a key", "秘": "a key", "a b": "a key", "a-b": "a key", "card8812": "a key", "a.b": "a key",
		"abcdefghijabcdefghijabcdefghijabcdefghij":  "the key abcdefghijabcdefghijabcdefghijabcdefghij",
		"abcdefghijabcdefghijabcdefghijabcdefghijk": "a key",
	} {
		_, err := Decode(Line{Data: []byte(`{"text":"好","` + key + `":1}`)})
		require.NotNil(t, err, key)
		assert.Equal(t, want+" is unknown; the known keys are facts, id, received_at, recipient, sender, text, type, and other programs' names for them", err.Message)
	}
}
