package smsbackup

import (
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

const phoneHead = `<?xml version="1.0" encoding="utf-8"?>
<ArrayOfMessage xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">`

// message is a <Message> of Windows Phone.
func message(body, incoming, ticks, sender string) string {
	return "<Message><Recepients />" + body + "<IsIncoming>" + incoming + "</IsIncoming><IsRead>true</IsRead><Attachments />" +
		"<LocalTimestamp>" + ticks + "</LocalTimestamp>" + sender + "</Message>"
}

func TestWindowsPhone(t *testing.T) {
	const ticks, sender = "134168049300000000", "<Sender>1069</Sender>"
	at := time.Date(2026, 3, 1, 10, 15, 30, 0, field.China)
	read := func(text string) jsonl.Item {
		return jsonl.Item{Message: dunsms.Message{Text: text, Sender: "1069", ReceivedAt: at}}
	}
	good := message("<Body>好</Body>", "true", ticks, sender)
	picture := "<Attachments><MessageAttachment><AttachmentContentType>image/jpeg</AttachmentContentType><AttachmentDataBase64String>" +
		strings.Repeat("iVBORw0KGgo", 3<<20/10) + "</AttachmentDataBase64String></MessageAttachment></Attachments>"
	for _, c := range []struct {
		name, in string
		want     []Entry
	}{
		{"none", "", nil},
		{"one", good, []Entry{{Line: 2, Item: read("好")}}},
		{"lines, references, no markup", "\n" + message("\n<Body>A&amp;B&#10;好&#55357;&#56832;<![CDATA[<c>]]></Body>\n", "true", ticks, sender) + "\n" + good,
			[]Entry{{Line: 3, Item: read("A&B\n好😀<c>")}, {Line: 6, Item: read("好")}}},
		{"all on one line", good + good, []Entry{{Line: 2, Item: read("好")}, {Line: 2, Item: read("好")}}},
		{"sent", message("<Body>秘</Body>", "false", ticks, "<Sender />"),
			[]Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "秘"}, LeftOut: jsonl.NotReceived}}}},
		{"no time", message("<Body>好</Body>", "true", "0", ""), []Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "好"}}}}},
		{"a bad time", message("<Body>好</Body>", "true", "秘8812", ""), []Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "好"}, Untimed: true}}}},
		{"a time before 1970", message("<Body>好</Body>", "true", "8812", ""), []Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "好"}, Untimed: true}}}},
		{"empty", message("<Body />", "true", "0", ""), []Entry{{Line: 2, Item: jsonl.Item{LeftOut: jsonl.NoText}}}},
		{"no body", message("", "true", "0", ""), []Entry{{Line: 2, Problem: NoBody}}},
		{"a picture", "<Message>" + picture + "<Body>甲</Body></Message>" + good,
			[]Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "甲"}}}, {Line: 2, Item: read("好")}}},
		{"elements of others within", "<Message><Recepients><string>8812</string><Body>秘</Body></Recepients><Body>甲</Body></Message>",
			[]Entry{{Line: 2, Item: jsonl.Item{Message: dunsms.Message{Text: "甲"}}}}},
		{"not XML", "<Message><Body>秘 & 8812 < </Body></Message>" + good, []Entry{{Line: 2, Problem: NotXML}, {Line: 2, Item: read("好")}}},
		{"a message that does not end", "<Message><Body>秘</Body>" + good, []Entry{{Line: 2, Item: read("好")}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := phoneHead + c.in + "</ArrayOfMessage>"
			got, err := all(t, strings.NewReader(in))
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			if len(in) > 10_000 {
				return
			}
			got, err = all(t, iotest.OneByteReader(strings.NewReader(in)))
			require.NoError(t, err)
			assert.Equal(t, c.want, got, "byte by byte")
		})
	}
	got, err := all(t, strings.NewReader(phoneHead+good+"<Message><Body>甲"))
	require.NoError(t, err)
	assert.Equal(t, []Entry{{Line: 2, Item: read("好")}, {Line: 2, Problem: EndEarly}}, got)
}
