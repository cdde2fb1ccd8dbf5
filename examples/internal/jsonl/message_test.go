package jsonl

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
)

func decodeLine(data string) (dunsms.Message, *Error) {
	i, err := Decode(Line{Data: []byte(data)})
	return i.Message, err
}

func TestDecode(t *testing.T) {
	const in = `{"id":"1","text":"好","sender":"106901234567","received_at":"2026-03-01T10:00:00+08:00",
		"recipient":{"name":"王小明","id_number":"110101199003070011","phones":["13800000000"]},"facts":{"has_account":"no","harmed":"unknown"}}`
	m, err := decodeLine(in)
	require.Nil(t, err)
	assert.Equal(t, "110101199003070011", m.Recipient.ID.Reveal())
	assert.Equal(t, "王小明", m.Recipient.Name)
	require.Len(t, m.Recipient.Phones, 1)
	assert.Equal(t, "13800000000", m.Recipient.Phones[0])
	assert.True(t, m.ReceivedAt.Equal(time.Date(2026, 3, 1, 2, 0, 0, 0, time.UTC)))
	m.Recipient, m.ReceivedAt = identity.Profile{}, time.Time{}
	assert.True(t, reflect.DeepEqual(dunsms.Message{
		ID: "1", Text: "好", Sender: "106901234567",
		Facts: classify.Facts{HasAccount: classify.No},
	}, m))
	// What is null or empty is not given.
	m, err = decodeLine(`{"text":"","id":null,"sender":null,"received_at":null,"recipient":{"id_number":"","phones":null},"facts":null}`)
	require.Nil(t, err)
	assert.True(t, reflect.DeepEqual(dunsms.Message{}, m))
}

// TestFacts reads each key of classify.Facts into its own field.
func TestFacts(t *testing.T) {
	for field := range reflect.TypeFor[classify.Facts]().Fields() {
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		m, bad := decodeLine(`{"text":"好","facts":{"` + key + `":"yes"}}`)
		require.Nil(t, bad, key)
		assert.Equal(t, classify.Yes, reflect.ValueOf(m.Facts).FieldByIndex(field.Index).Interface(), key)
	}
}
