package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"net/http"
	"os"
	"strings"
)

// minToken is the least length of a token, in bytes: a shorter one can be guessed.
const minToken = 16

// token is the hash of the token that a request must have.
type token [sha256.Size]byte

// readToken reads a token from a file of one line.
func readToken(name string) (*token, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimSpace(data)
	if len(data) < minToken || bytes.ContainsAny(data, " \t\r\n") {
		return nil, errors.New("the token file must hold one word of at least 16 characters, for example from openssl rand -hex 32")
	}
	t := token(sha256.Sum256(data))
	return &t, nil
}

// lets reports whether a request has the token, in constant time.
func (t *token) lets(r *http.Request) bool {
	if t == nil {
		return true
	}
	scheme, given, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	hash := sha256.Sum256([]byte(strings.TrimSpace(given)))
	return subtle.ConstantTimeCompare(hash[:], t[:]) == 1 && strings.EqualFold(scheme, "Bearer")
}
