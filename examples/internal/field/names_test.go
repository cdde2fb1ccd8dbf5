package field

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTable: the rows are sorted, each has an existing field and place, and no name comes twice in
// one place, except those that mark a dump.
func TestTable(t *testing.T) {
	fields := []Field{Addresses, Dump, Facts, ID, IDNumber, Ignored, Name, Parts, Phone, ReceivedAt, Recipient, Sender, sent, Text, Type}
	places := map[string][]string{"both": {"json", "table"}, "json": {"json"}, "table": {"table"}, "value": {"value"}}
	seen := map[string]bool{}
	var before string
	for row := range strings.Lines(namesTSV) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		require.Len(t, columns, 4)
		assert.Contains(t, fields, Field(columns[0]))
		assert.Contains(t, places, columns[1])
		assert.Equal(t, columns[1] == "value", Field(columns[0]) == sent)
		assert.NotEmpty(t, columns[3])
		assert.Less(t, before, columns[0]+"\t"+columns[1], "sorted")
		before = columns[0] + "\t" + columns[1]
		for name := range strings.SplitSeq(columns[2], "|") {
			assert.NotEmpty(t, name)
			assert.Equal(t, strings.TrimSpace(name), name)
			for _, place := range places[columns[1]] {
				assert.False(t, seen[place+" "+name], name)
				seen[place+" "+name] = Field(columns[0]) != Dump
			}
		}
	}
}

func TestOf(t *testing.T) {
	for key, want := range map[string]Field{
		"text": Text, "body": Text, "content": Text, "msg": Text, "短信内容": Text,
		"address": Sender, "from": Sender, "number": Sender, "phone": Sender, "号码": Sender,
		"date": ReceivedAt, "timestamp": ReceivedAt, "received_at": ReceivedAt,
		"sign": Ignored, "_id": Dump, "parts": Parts, "recipient": Recipient,
	} {
		all := Of(key)
		require.NotEmpty(t, all, key)
		assert.Equal(t, want, all[0].Field, key)
	}
	for _, key := range []string{"", "Text", "BODY", "手机号", "id_number", "秘8812", "sent"} {
		assert.Empty(t, Of(key), key)
	}
	assert.Less(t, Of("text")[0].Rank, Of("body")[0].Rank)
	assert.Less(t, Of("number")[0].Rank, Of("sender")[0].Rank)
	assert.Equal(t, []Key{{Dump, Of("sub_id")[0].Rank}}, Of("sub_id"))
	assert.Len(t, Of("msg_box"), 2, "shows a dump, and says what was sent")
}

func TestHeaders(t *testing.T) {
	assert.Contains(t, Headers(Phone), "phone")
	assert.NotContains(t, Headers(Sender), "phone")
	assert.Contains(t, Headers(Text), "短信内容")
	assert.Empty(t, Headers(Recipient))
	Headers(Text)[0] = "x"
	assert.Equal(t, "text", Headers(Text)[0], "the table itself is as it was")
}

func TestSent(t *testing.T) {
	for value, want := range map[string]bool{
		"1": false, "2": true, "5": true, "inbox": false, "Sent": true, " OUTBOX ": true, "SENDBOX": true, "DELIVER": false, "SUBMIT": true,
		"": false, "接收": false, "发送": true, "草稿箱": true, "短信": false, "sms": false, "0": false,
	} {
		assert.Equal(t, want, Sent(value), value)
	}
}
