package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodToken = "0123456789abcdef0123456789abcdef"

// file writes a file for a flag.
func file(t testing.TB, name, content string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
	return name
}

// TestToken: without the token there is health, readiness and what describes the service.
func TestToken(t *testing.T) {
	s := startService(t, "-token-file", file(t, "token", goodToken+"\n"))
	for _, given := range []string{"", "Bearer", "Bearer ", "Bearer " + goodToken[1:], "Bearer " + goodToken + "0", "Basic " + goodToken, goodToken} {
		for path, media := range map[string]string{"/v1/check": mediaJSON, "/v1/matters": mediaLines, "/v1/presend": mediaJSON, "/nowhere": mediaJSON} {
			reply := s.ask(t, http.MethodPost, path, media, `{"text":"a"}`, "Authorization", given)
			assert.Equal(t, http.StatusUnauthorized, reply.status, "%s %q", path, given)
			assert.Equal(t, "Bearer", reply.header.Get("WWW-Authenticate"))
			assert.Contains(t, reply.body, `"code":"unauthorized"`)
		}
		assert.Equal(t, http.StatusUnauthorized, s.ask(t, http.MethodGet, "/metrics", "", "", "Authorization", given).status)
	}
	for _, path := range []string{"/healthz", "/readyz", "/openapi.json", "/schema.json"} {
		assert.Equal(t, http.StatusOK, s.ask(t, http.MethodGet, path, "", "").status, path)
	}
	for _, given := range []string{"Bearer " + goodToken, "bearer  " + goodToken} {
		assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"a"}`, "Authorization", given).status, given)
	}
	document := s.ask(t, http.MethodGet, "/openapi.json", "", "").body
	assert.Contains(t, document, `"securitySchemes"`)
}

// certificate writes a certificate for 127.0.0.1 and its key.
func certificate(t testing.TB) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	require.NoError(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	block := func(kind string, data []byte) string {
		var b bytes.Buffer
		require.NoError(t, pem.Encode(&b, &pem.Block{Type: kind, Bytes: data}))
		return b.String()
	}
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(block("CERTIFICATE", der)))
	return file(t, "cert.pem", block("CERTIFICATE", der)), file(t, "key.pem", block("PRIVATE KEY", secret)), pool
}

// TestTLS: a message, a stream that is answered as it comes, in HTTP/1.1 and HTTP/2; no plain
// requests and no old versions.
func TestTLS(t *testing.T) {
	cert, key, pool := certificate(t)
	s := startService(t, "-cert", cert, "-key", key)
	for _, version := range []int{1, 2} {
		transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: version == 2}
		before := http.DefaultClient
		http.DefaultClient = &http.Client{Transport: transport}
		reply := s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"a"}`)
		assert.Equal(t, http.StatusOK, reply.status)
		c := s.converse(t)
		assert.Equal(t, version, c.answer.ProtoMajor)
		for range 3 {
			c.say(`{"text":"a"}` + "\n")
			assert.Contains(t, c.hear(), `"notice":`)
		}
		require.NoError(t, c.in.Close())
		_, err := c.lines.ReadByte()
		assert.Error(t, err)
		transport.CloseIdleConnections()
		http.DefaultClient = before
	}
	_, err := tls.Dial("tcp", s.listener.Addr().String(), &tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10})
	assert.Error(t, err)
	plain, err := net.Dial("tcp", s.listener.Addr().String())
	require.NoError(t, err)
	defer plain.Close()
	_, err = plain.Write([]byte("GET /healthz HTTP/1.1\r\nHost: marker-host\r\n\r\n"))
	require.NoError(t, err)
	require.Eventually(t, func() bool { return strings.Contains(s.logs.String(), `"kind":"TLS handshake"`) }, time.Minute, time.Millisecond)
	assert.NotContains(t, s.logs.String(), "marker-host")
}

// TestFilesOfFlags: what cannot be read ends the start, and nothing of it is said.
func TestFilesOfFlags(t *testing.T) {
	const secret = "geheim"
	for name, args := range map[string][]string{
		"no token":          {"-token-file", filepath.Join(t.TempDir(), "none")},
		"a short token":     {"-token-file", file(t, "token", secret)},
		"two tokens":        {"-token-file", file(t, "token", secret+"0123456789abcdef\n"+secret+"0123456789abcdef\n")},
		"an empty token":    {"-token-file", file(t, "token", "\n")},
		"no certificate":    {"-cert", file(t, "c", secret), "-key", file(t, "k", secret)},
		"no lenders":        {"-lenders", file(t, "lenders", `[{"name":"`+secret)},
		"lenders otherwise": {"-lenders", file(t, "lenders", `[{"`+secret+`":"a"}]`)},
	} {
		var l logs
		_, err := newService(defaults(t, args...), &l)
		require.Error(t, err, name)
		assert.NotContains(t, err.Error()+l.String(), secret, name)
	}
}

// TestLenders: a lender of the file is known.
func TestLenders(t *testing.T) {
	const text = `{"text":"【乌有小贷】您的借款已逾期26天，请致电400-000-9999。"}`
	args := []string{"-lenders", file(t, "lenders", `[{"name":"乌有小贷公司","aliases":["乌有小贷"],"hotlines":["400-000-9999"]}]`)}
	assert.Contains(t, startService(t, args...).ask(t, http.MethodPost, "/v1/check", mediaJSON, text).body, `"canonical":"乌有小贷公司"`)
	assert.NotContains(t, startService(t).ask(t, http.MethodPost, "/v1/check", mediaJSON, text).body, "canonical")
	assert.Contains(t, startService(t, "-lang", "en").ask(t, http.MethodPost, "/v1/check", mediaJSON, text).body, `"headline":"It`)
}
