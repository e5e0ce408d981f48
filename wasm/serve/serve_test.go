package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/wasm/web"
)

var files = fstest.MapFS{
	"index.html":             {Data: []byte("<!doctype html><title>Rumbo</title>")},
	"worker.js":              {Data: []byte("postMessage(1)")},
	"assets/engine-aB3.wasm": {Data: []byte("\x00asm")},
	"assets/index-c4.js":     {Data: []byte("1")},
	"assets/style-d5.css":    {Data: []byte("p{}")},
	"assets/plan-e6.json":    {Data: []byte("{}")},
	".gitkeep":               {},
}

func fetch(h http.Handler, method, target string) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w.Result()
}

func TestPageHeaders(t *testing.T) {
	h := page(files)
	const immutable, revalidated = "public, max-age=31536000, immutable", "no-cache"
	for _, test := range []struct{ path, kind, cache string }{
		{"/", "text/html; charset=utf-8", revalidated},
		{"/worker.js", "text/javascript; charset=utf-8", revalidated},
		{"/assets/index-c4.js", "text/javascript; charset=utf-8", immutable},
		{"/assets/engine-aB3.wasm", "application/wasm", immutable},
		{"/assets/style-d5.css", "text/css; charset=utf-8", immutable},
		{"/assets/plan-e6.json", "application/json", immutable},
	} {
		t.Run(test.path, func(t *testing.T) {
			r := fetch(h, http.MethodGet, test.path)
			assert.Equal(t, http.StatusOK, r.StatusCode)
			assert.Equal(t, test.kind, r.Header.Get("Content-Type"))
			assert.Equal(t, test.cache, r.Header.Get("Cache-Control"))
			assert.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"))
			assert.Equal(t, policy, r.Header.Get("Content-Security-Policy"))
		})
	}
}

// A file is sent compressed to a browser that accepts it, with an entity tag by which it is
// not sent again.
func TestPageIsCompressed(t *testing.T) {
	script := strings.Repeat("postMessage(1)\n", 1000)
	h := page(fstest.MapFS{
		"index.html": {Data: []byte(strings.Repeat("<p>Rumbo</p>", 1000))}, "sw.js": {Data: []byte(script)},
		"assets/engine-a1.wasm": {Data: []byte(script)}, "assets/tiny-a1.js": {Data: []byte("1")},
	})
	get := func(path, encoding, etag string) *http.Response {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		if encoding != "" {
			r.Header.Set("Accept-Encoding", encoding)
		}
		if etag != "" {
			r.Header.Set("If-None-Match", etag)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Result()
	}
	for _, path := range []string{"/", "/sw.js", "/assets/engine-a1.wasm"} {
		plain, packed := get(path, "", ""), get(path, "gzip, deflate, br", "")
		want, err := io.ReadAll(plain.Body)
		require.NoError(t, err)
		body, err := io.ReadAll(packed.Body)
		require.NoError(t, err)
		assert.Empty(t, plain.Header.Get("Content-Encoding"), path)
		assert.Equal(t, "gzip", packed.Header.Get("Content-Encoding"), path)
		assert.Equal(t, strconv.Itoa(len(body)), packed.Header.Get("Content-Length"), path)
		assert.Equal(t, "Accept-Encoding", packed.Header.Get("Vary"), path)
		assert.Less(t, len(body), len(want)/10, path)
		unpacked, err := gzip.NewReader(bytes.NewReader(body))
		require.NoError(t, err)
		got, err := io.ReadAll(unpacked)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), path)

		assert.NotEmpty(t, plain.Header.Get("ETag"), path)
		assert.NotEmpty(t, packed.Header.Get("ETag"), path)
		assert.NotEqual(t, plain.Header.Get("ETag"), packed.Header.Get("ETag"), path)
		assert.Equal(t, http.StatusNotModified, get(path, "", plain.Header.Get("ETag")).StatusCode, path)
		again := get(path, "gzip", packed.Header.Get("ETag"))
		assert.Equal(t, http.StatusNotModified, again.StatusCode, path)
		rest, err := io.ReadAll(again.Body)
		require.NoError(t, err)
		assert.Empty(t, rest, path)
		assert.Equal(t, packed.Header.Get("Cache-Control"), again.Header.Get("Cache-Control"), path)
		assert.Equal(t, http.StatusOK, get(path, "gzip", `"of another build"`).StatusCode, path)
	}
	tiny := get("/assets/tiny-a1.js", "gzip", "")
	assert.Empty(t, tiny.Header.Get("Content-Encoding"), "compressed it would be larger")
	head := fetch(h, http.MethodHead, "/sw.js")
	assert.Equal(t, strconv.Itoa(len(script)), head.Header.Get("Content-Length"))
}

func TestAcceptsGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "br, GZIP;q=0.5": true, "gzip;q=0": false, "gzip; q=0.000": false, "identity": false,
		"*": true, "*;q=0": false, "*, gzip;q=0": false, "gzip;q=1.0": true, "x-gzip": true, "gzipped": false,
	} {
		assert.Equal(t, want, acceptsGzip(header), header)
	}
}

func TestPageNotFound(t *testing.T) {
	for _, path := range []string{"/nothing", "/assets", "/assets/", "/.gitkeep", "/../main.go", "/assets/../../x"} {
		r := fetch(page(files), http.MethodGet, "http://localhost"+path)
		assert.Equal(t, http.StatusNotFound, r.StatusCode, path)
		assert.NotContains(t, r.Header.Get("Cache-Control"), "immutable", path)
	}
}

// The policy of the header and that of the page must be the same: a browser applies
// both.
func TestPolicyMatchesPage(t *testing.T) {
	html, err := os.ReadFile("../web/index.html")
	require.NoError(t, err)
	meta := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]+)"`).FindSubmatch(html)
	require.NotNil(t, meta)
	assert.Equal(t, string(meta[1])+"; frame-ancestors 'self'", policy)
}

func TestHandler(t *testing.T) {
	h := handler(memstore.New())
	r := fetch(h, http.MethodGet, "/")
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, r.StatusCode)
	assert.Contains(t, string(body), "<title>")
	assert.Equal(t, http.StatusOK, fetch(h, http.MethodGet, "/api/calendar?profile=jalisco&year=2027").StatusCode)
	assert.Equal(t, http.StatusMethodNotAllowed, fetch(h, http.MethodPost, "/").StatusCode)
	assert.Equal(t, http.StatusNotFound, fetch(h, http.MethodGet, "/api/other").StatusCode)
	_, err = web.Page().Open("index.html")
	assert.NoError(t, err)
}

func TestLocal(t *testing.T) {
	ok := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	loopback, all := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8027}, &net.TCPAddr{IP: net.IPv4zero, Port: 8027}
	for _, test := range []struct {
		host string
		addr net.Addr
		want int
	}{
		{"localhost:8027", loopback, http.StatusOK},
		{"localhost", loopback, http.StatusOK},
		{"127.0.0.1:8027", loopback, http.StatusOK},
		{"[::1]:8027", loopback, http.StatusOK},
		{"[::1]", loopback, http.StatusOK},
		{"127.0.0.1", loopback, http.StatusOK},
		{"[2001:db8::7]", loopback, http.StatusMisdirectedRequest},
		{"[evil.example]", loopback, http.StatusMisdirectedRequest},
		{"[", loopback, http.StatusMisdirectedRequest},
		{"evil.example:8027", loopback, http.StatusMisdirectedRequest},
		{"localhost.evil.example", loopback, http.StatusMisdirectedRequest},
		{"192.0.2.1:8027", loopback, http.StatusMisdirectedRequest},
		{"", loopback, http.StatusMisdirectedRequest},
		{"poa.example:8027", all, http.StatusOK},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = test.host
		w := httptest.NewRecorder()
		local(test.addr, ok).ServeHTTP(w, r)
		assert.Equal(t, test.want, w.Code, test.host)
	}
}

func TestAddress(t *testing.T) {
	for _, test := range []struct {
		ip   net.IP
		want string
	}{
		{net.IPv4(127, 0, 0, 1), "http://localhost:8027/"},
		{net.IPv4zero, "http://localhost:8027/"},
		{net.IPv6loopback, "http://localhost:8027/"},
		{net.IPv4(192, 0, 2, 7), "http://192.0.2.7:8027/"},
		{net.ParseIP("2001:db8::7"), "http://[2001:db8::7]:8027/"},
	} {
		assert.Equal(t, test.want, address(&net.TCPAddr{IP: test.ip, Port: 8027}))
	}
}

// run prints the address of the page, opens it, serves there, and returns when the
// context is cancelled.
func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	opened := make(chan string, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"-addr", "localhost:0", "-open", "-sample"}, in, func(url string) error {
			opened <- url
			return nil
		})
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	go func() { _, _ = io.Copy(io.Discard, out) }()
	_, url, ok := strings.Cut(strings.TrimSpace(line), ": ")
	require.True(t, ok, line)
	assert.Equal(t, url, <-opened)
	address, ok := strings.CutSuffix(url, "#ejemplo")
	require.True(t, ok, url)

	r, err := http.Post(address+"api/call", "application/json", strings.NewReader(`{"id":1,"method":"hello"}`))
	require.NoError(t, err)
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	assert.Contains(t, string(body), `"version":"`+version()+`"`)

	again := run(context.Background(), []string{"-addr", strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/")}, io.Discard, nil)
	assert.ErrorContains(t, again, "-addr")
	cancel()
	assert.NoError(t, <-ended)
}

func TestRunErrors(t *testing.T) {
	for _, args := range [][]string{{"plan.json"}, {"-addr", "localhost:http:x"}} {
		assert.Error(t, run(context.Background(), args, io.Discard, nil), "%v", args)
	}
}
