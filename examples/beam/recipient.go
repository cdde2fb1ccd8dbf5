package main

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"slices"

	"github.com/dunsms/dunsms/identity"
)

// recipientOf returns a key by which recipients are told apart: a keyed hash, since runners show
// keys in their logs, of the ID number or else of the first full phone number. It is "" if neither
// is given, since many people share a name or the end of a number. The secret differs from run to
// run. The lines themselves travel unchanged.
func recipientOf(key []byte, p identity.Profile) string {
	if !p.ID.IsZero() {
		return keyed(key, "id"+p.ID.Reveal())
	}
	for _, s := range p.Phones {
		if phone, err := identity.ParsePhone(s); err == nil && !phone.Masked() {
			return keyed(key, "phone"+phone.Reveal())
		}
	}
	return ""
}

// ownerOf returns the key by which the messages of one recipient are joined: that of recipientOf,
// or else one from the full name. People with the same name are then joined, so more should be
// given if it is known.
func ownerOf(key []byte, p identity.Profile) string {
	if who := recipientOf(key, p); who != "" {
		return who
	}
	if n, err := identity.ParseName(p.Name); err == nil && !n.IsZero() && !n.Masked() && !n.SurnameOnly() {
		return keyed(key, "name"+n.Reveal())
	}
	return ""
}

// keyed returns the HMAC-SHA-256 of who under the secret key of the run. Without a secret, all
// possible numbers could be tried.
func keyed(key []byte, who string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(who))
	return base64.RawStdEncoding.EncodeToString(mac.Sum(nil)[:16])
}

// profiles gathers what the messages of one recipient say about them, independent of their order.
type profiles struct {
	id            identity.ID
	names, phones map[string]int // how many messages give it
}

func newProfiles() *profiles { return &profiles{names: map[string]int{}, phones: map[string]int{}} }

func (g *profiles) add(p identity.Profile) {
	if !p.ID.IsZero() {
		g.id = p.ID // all messages of one recipient have the same
	}
	if p.Name != "" {
		g.names[p.Name]++
	}
	for _, phone := range p.Phones {
		g.phones[phone]++
	}
}

// mostPhones is the most numbers of a recipient. One with more stands for many people.
const mostPhones = 16

// profile returns the ID number, the name that most messages give, and the phone numbers.
func (g *profiles) profile() identity.Profile {
	p := identity.Profile{ID: g.id}
	if names := byCount(g.names); len(names) > 0 {
		p.Name = names[0]
	}
	phones := byCount(g.phones)
	p.Phones = phones[:min(len(phones), mostPhones)]
	return p
}

// byCount returns the keys, those with the highest counts first.
func byCount(counts map[string]int) (keys []string) {
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return keys
}
