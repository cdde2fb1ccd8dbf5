package parser

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMoneyJSON(t *testing.T) {
	at := Found{Text: "80元", Span: Span{3, 8}}
	rows := []struct {
		name string
		in   Money
		want string
	}{
		{
			"exact", Money{Found: at, Fen: 8000, Role: RolePenalty, Precision: PrecisionExact},
			`{"fen":8000,"text":"80元","span":[3,8],"role":"penalty","precision":"exact"}`,
		},
		{
			"zero is an amount", Money{Found: at, Role: RoleTotal, Precision: PrecisionExact},
			`{"fen":0,"text":"80元","span":[3,8],"role":"total","precision":"exact"}`,
		},
		{
			"range", Money{Found: at, Fen: 8000, MaxFen: 9000, Role: RoleTotal, Precision: PrecisionRange},
			`{"fen":8000,"max_fen":9000,"text":"80元","span":[3,8],"role":"total","precision":"range"}`,
		},
		{
			"masked", Money{Found: at, Role: RoleTotal, Precision: PrecisionMasked},
			`{"text":"80元","span":[3,8],"role":"total","precision":"masked"}`,
		},
		{
			"zero value", Money{},
			`{"fen":0,"text":"","span":[0,0],"role":"","precision":""}`,
		},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got, err := json.Marshal(row.in)
			require.NoError(t, err)
			assert.Equal(t, row.want, string(got))
			var back Money
			require.NoError(t, json.Unmarshal(got, &back))
			assert.Equal(t, row.in, back)
		})
	}
}

func TestMoneyJSONInNotice(t *testing.T) {
	m := Money{Found: Found{"80元", Span{3, 8}}, Fen: 8000, Role: RoleTotal, Precision: PrecisionExact}
	n := Notice{Kind: KindOverdue, Amount: &m, Amounts: []Money{m}}
	data, err := json.Marshal(n)
	require.NoError(t, err)
	var back Notice
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, n, back)
}

func TestMoneyUnmarshalRefuses(t *testing.T) {
	for _, in := range []string{`"80元"`, `{"fen":"8000"}`, `{"fen":80.5}`, `{"span":[2,1]}`, `{"fen":99999999999999999999}`} {
		m := Money{Fen: 1}
		err := json.Unmarshal([]byte(in), &m)
		require.ErrorIs(t, err, errMoney)
		assert.NotContains(t, err.Error(), "8", "the error holds nothing of the input")
		assert.Equal(t, Money{Fen: 1}, m, "what is refused changes nothing")
	}
}

func TestMoneyPassesOverUnknownKeys(t *testing.T) {
	var m Money
	require.NoError(t, json.Unmarshal([]byte(`{"fen":5,"currency":"x","precision":"hourly"}`), &m))
	assert.Equal(t, Money{Fen: 5, Precision: "hourly"}, m)
}

func TestMoneyHides(t *testing.T) {
	m := Money{Found: Found{"80元", Span{3, 8}}, Fen: 8000}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		assert.NotContains(t, fmt.Sprintf(verb, m), "80", verb)
		assert.NotContains(t, fmt.Sprintf(verb, &m), "80", verb)
	}
}
