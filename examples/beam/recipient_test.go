package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
)

func TestRecipientOf(t *testing.T) {
	id, err := identity.ParseID("110101199003070011")
	require.NoError(t, err)
	key, other := []byte("one key"), []byte("another")
	byID := recipientOf(key, identity.Profile{ID: id})
	byPhone := recipientOf(key, identity.Profile{Phones: []string{"13800000000"}})
	assert.Equal(t, byID, recipientOf(key, identity.Profile{ID: id, Name: "王小明", Phones: []string{"13800000000"}}), "the ID number comes first")
	assert.Equal(t, byPhone, recipientOf(key, identity.Profile{Phones: []string{"13800000000", "13800000001"}}))
	assert.NotEqual(t, byPhone, recipientOf(key, identity.Profile{Phones: []string{"13800000001"}}))
	assert.NotEqual(t, byID, recipientOf(other, identity.Profile{ID: id}), "another run tells nothing of this one")
	assert.NotContains(t, byID+byPhone, "0000")
	assert.Equal(t, byPhone, recipientOf(key, identity.Profile{Phones: []string{"尾号1234", "13800000000"}}), "many have that end")
	assert.Empty(t, recipientOf(key, identity.Profile{Name: "王小明", Phones: []string{"138****0000"}}))
	assert.Len(t, byID, 22)
}

func TestOwnerOf(t *testing.T) {
	id, err := identity.ParseID("110101199003070011")
	require.NoError(t, err)
	key := []byte("one key")
	of := func(p identity.Profile) string { return ownerOf(key, p) }
	assert.Equal(t, recipientOf(key, identity.Profile{ID: id}), of(identity.Profile{ID: id, Name: "王小明"}))
	assert.Equal(t, of(identity.Profile{Phones: []string{"+86 138-0000-0000"}}), of(identity.Profile{Name: "王小明", Phones: []string{"13800000000"}}), "a name is not looked at")
	byName := of(identity.Profile{Name: "王小明"})
	assert.Len(t, byName, 22)
	assert.Equal(t, byName, of(identity.Profile{Name: "王小明", Phones: []string{"138****0000"}}))
	assert.NotEqual(t, byName, of(identity.Profile{Name: "王晓明"}))
	assert.NotEqual(t, byName, ownerOf([]byte("another"), identity.Profile{Name: "王小明"}))
	for _, shared := range []identity.Profile{{}, {Name: "王*明"}, {Name: "王先生"}, {Phones: []string{"尾号1234"}}} {
		assert.Empty(t, of(shared), "many are called that")
	}
}

// What is known of a recipient does not depend on the order of the messages.
func TestProfiles(t *testing.T) {
	id, err := identity.ParseID("110101199003070011")
	require.NoError(t, err)
	all := []identity.Profile{
		{ID: id, Name: "王晓明"}, {ID: id, Phones: []string{"13800000001"}}, {ID: id, Name: "王小明"},
		{ID: id, Name: "王小明", Phones: []string{"13800000002", "13800000001"}},
	}
	want := identity.Profile{ID: id, Name: "王小明", Phones: []string{"13800000001", "13800000002"}}
	for range all {
		all = append(all[1:], all[0])
		g := newProfiles()
		for _, p := range all {
			g.add(p)
		}
		assert.Equal(t, want, g.profile())
	}
	assert.Equal(t, identity.Profile{}, newProfiles().profile())
	g := newProfiles()
	for i := range 100 {
		g.add(identity.Profile{Phones: []string{string(rune('0'+i/10)) + string(rune('0'+i%10))}})
	}
	assert.Len(t, g.profile().Phones, mostPhones)
}
