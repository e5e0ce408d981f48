package httpapi_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

const today = `"context":{"today":"2027-03-15","language":"en"}`

// document returns the document of an empty plan.
func document(t testing.TB, id string) string {
	t.Helper()
	doc, err := poa.Empty(id, 2027)
	require.NoError(t, err)
	return string(doc.AppendJSON(nil))
}

func request(body io.Reader) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/api/call", body)
	r.Header.Set("Content-Type", "application/json")
	return r
}

func serve(h http.Handler, r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// answer is a response of the protocol.
type answer struct {
	ID     int
	Result json.RawMessage
	Error  *struct{ Code, Message, Path string }
}

// post calls a method and returns the response, whose status is that of its code.
func post(t testing.TB, h http.Handler, body string) answer {
	t.Helper()
	return send(t, h, request(strings.NewReader(body)))
}

func send(t testing.TB, h http.Handler, q *http.Request) answer {
	t.Helper()
	r := serve(h, q)
	require.Equal(t, "application/json", r.Header.Get("Content-Type"))
	var a answer
	require.NoError(t, json.NewDecoder(r.Body).Decode(&a))
	want, ok := statuses[code(a)]
	if !ok {
		want = http.StatusBadRequest
	}
	require.Equal(t, want, r.StatusCode, "%+v", a.Error)
	return a
}

// statuses are those of the codes whose status is not 400.
var statuses = map[string]int{
	"": http.StatusOK, "forbidden": http.StatusForbidden, "no-such-plan": http.StatusNotFound,
	"conflict": http.StatusConflict, "plan-exists": http.StatusConflict, "too-many-revisions": http.StatusConflict,
	"too-large": http.StatusRequestEntityTooLarge, "too-many-commands": http.StatusRequestEntityTooLarge,
	"text-too-long": http.StatusRequestEntityTooLarge, "answer-too-large": http.StatusRequestEntityTooLarge,
	"duplicate-id": http.StatusUnprocessableEntity, "has-records": http.StatusUnprocessableEntity,
	"failed": http.StatusInternalServerError, "internal": http.StatusInternalServerError, "damaged-plan": http.StatusInternalServerError,
	"timeout": http.StatusServiceUnavailable, "too-many-plans": http.StatusInsufficientStorage,
}

func code(a answer) string {
	if a.Error == nil {
		return ""
	}
	return a.Error.Code
}

func text(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return string(b)
}

func TestStatelessMethods(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{Version: "1.2.3"})
	doc := document(t, "p1")
	for _, test := range []struct{ name, body, want string }{
		{"hello", `{"id":1,"method":"hello"}`, `"version":"1.2.3"`},
		{"new", `{"id":2,"method":"new","params":{"id":"p2","fiscalYear":2028}}`, `"fiscalYear":2028`},
		{"check", `{"id":3,"method":"check","params":{` + today + `,"document":` + doc + `}}`, `"findings"`},
		{"analyze", `{"id":4,"method":"analyze","params":{` + today + `,"document":` + doc + `}}`, `"today":"2027-03-15"`},
		{"calendar", `{"id":5,"method":"calendar","params":{"profile":"jalisco","year":2027}}`, `"date":"2027-01-01"`},
		{"parseDate", `{"id":6,"method":"parseDate","params":{"text":"15 de marzo","near":"2027-01-01"}}`, `"2027-03-15"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := post(t, h, test.body)
			assert.Empty(t, a.Error)
			assert.Contains(t, string(a.Result), test.want)
		})
	}
}

func TestSameAnswersAsRPC(t *testing.T) {
	options := rpc.Options{Version: "1.2.3"}
	h := httpapi.New(mexico.Env(), httpapi.Options{Version: options.Version})
	for _, body := range []string{
		`{"id":1,"method":"hello"}`,
		`{"id":2,"method":"analyze","params":{` + today + `,"document":` + document(t, "p1") + `}}`,
		`{"id":3,"method":"calendar","params":{"profile":"moon","year":2027}}`,
		`{"id":4,"method":"undo"}`,
		`{"id":5,"method":"print","params":{` + today + `,"document":` + document(t, "p1") + `}}`,
		`{"id":6}`, `[`, ``, "\xff",
	} {
		want := rpc.NewServer(mexico.Env(), options).Stateless([]byte(body))
		assert.Equal(t, string(want), text(t, serve(h, request(strings.NewReader(body)))), body)
	}
}

// Every host replays the stateless session. In it, the version is "test" and the official
// document is replaced by an ellipsis.
func TestSession(t *testing.T) {
	session, err := os.ReadFile("../rpc/testdata/stateless.session")
	require.NoError(t, err)
	h := httpapi.New(mexico.Env(), httpapi.Options{Version: "test", Report: func(w io.Writer, _ *poa.Analysis, _ string) error {
		_, err := io.WriteString(w, "…")
		return err
	}})
	got, replayed := "", 0
	for n, line := range strings.Split(string(session), "\n") {
		if body, ok := strings.CutPrefix(line, "> "); ok {
			got = text(t, serve(h, request(strings.NewReader(body))))
		} else if want, ok := strings.CutPrefix(line, "< "); ok {
			assert.Equal(t, want, got, "line %d; if the new answer is right: go test ./poa/rpc -update", n+1)
			replayed++
		}
	}
	assert.NotZero(t, replayed)
}

func TestRejectedCalls(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	for _, test := range []struct{ name, body, want string }{
		{"not JSON", `hello`, "syntax"},
		{"empty", ``, "syntax"},
		{"an unknown method", `{"id":1,"method":"fly"}`, "unknown-method"},
		{"a method that needs an open plan", `{"id":1,"method":"edit","params":{"commands":[]}}`, "unknown-method"},
		{"no store", `{"id":1,"method":"load","params":{"plan":"p1"}}`, "unknown-method"},
		{"no reporter", `{"id":1,"method":"print","params":{` + today + `,"document":` + document(t, "p1") + `}}`, "unknown-method"},
		{"no day", `{"id":1,"method":"check","params":{"document":` + document(t, "p1") + `}}`, "no-today"},
		{"unknown profile", `{"id":1,"method":"calendar","params":{"profile":"moon","year":2027}}`, "bad-enum"},
		{"a document with an unknown field", `{"id":1,"method":"check","params":{` + today + `,"document":{"schema":1,"id":"p1","fiscalYear":2027,"x":1}}}`, "unknown-field"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := post(t, h, test.body)
			assert.Equal(t, test.want, code(a))
			assert.Empty(t, a.Result)
		})
	}
}

func TestInvalidRequests(t *testing.T) {
	const maxBody = 1000
	h := httpapi.New(mexico.Env(), httpapi.Options{MaxBody: maxBody})
	long := strings.Repeat(" ", maxBody+1)
	call := func(body io.Reader, contentType string) *http.Request {
		r := httptest.NewRequest(http.MethodPost, "/api/call", body)
		if contentType != "" {
			r.Header.Set("Content-Type", contentType)
		}
		return r
	}
	chunked := call(io.MultiReader(strings.NewReader(long)), "application/json")
	require.EqualValues(t, -1, chunked.ContentLength)
	for _, test := range []struct {
		name string
		r    *http.Request
		want int
	}{
		{"the wrong method", httptest.NewRequest(http.MethodGet, "/api/call", nil), http.StatusMethodNotAllowed},
		{"a form", call(strings.NewReader("{}"), "application/x-www-form-urlencoded"), http.StatusUnsupportedMediaType},
		{"text, as another site may send it", call(strings.NewReader("{}"), "text/plain"), http.StatusUnsupportedMediaType},
		{"no type", call(strings.NewReader("{}"), ""), http.StatusUnsupportedMediaType},
		{"too long", call(strings.NewReader(long), "application/json"), http.StatusRequestEntityTooLarge},
		{"too long, without Content-Length", chunked, http.StatusRequestEntityTooLarge},
		{"ends early", call(iotest.ErrReader(io.ErrUnexpectedEOF), "application/json"), http.StatusBadRequest},
		{"calendar by POST", httptest.NewRequest(http.MethodPost, "/api/calendar?profile=jalisco&year=2027", nil), http.StatusMethodNotAllowed},
		{"an unknown route", httptest.NewRequest(http.MethodGet, "/api/plans", nil), http.StatusNotFound},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := serve(h, test.r)
			assert.Equal(t, test.want, r.StatusCode)
			assert.Empty(t, r.Header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, test.want == http.StatusMethodNotAllowed, r.Header.Get("Allow") != "")
		})
	}
	hello := `{"id":1,"method":"hello"}`
	atLimit := strings.Repeat(" ", maxBody-len(hello)) + hello
	assert.Equal(t, http.StatusOK, serve(h, call(strings.NewReader(atLimit), "application/json; charset=utf-8")).StatusCode, "at the limit")
}

// What is not JSON in UTF-8 without compression is rejected with a sentence that says what
// to send, and is not read.
func TestUnsupportedBodies(t *testing.T) {
	const (
		kind, charset, compressed, several = "must be application/json", "must be in UTF-8", "must not be compressed", "several Content-Type"
		jsonType                           = "application/json"
	)
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	for _, test := range []struct {
		name    string
		headers http.Header
		want    string // empty: it is read
	}{
		{"JSON", http.Header{"Content-Type": {jsonType}}, ""},
		{"in capitals", http.Header{"Content-Type": {"Application/JSON; Charset=UTF-8"}}, ""},
		{"a quoted charset", http.Header{"Content-Type": {`application/json; charset="utf-8"`}}, ""},
		{"not compressed", http.Header{"Content-Type": {jsonType}, "Content-Encoding": {"identity"}}, ""},
		{"Latin-1", http.Header{"Content-Type": {"application/json; charset=latin1"}}, charset},
		{"ISO 8859-1", http.Header{"Content-Type": {`application/json;charset="ISO-8859-1"`}}, charset},
		{"UTF-16", http.Header{"Content-Type": {"application/json; charset=utf-16"}}, charset},
		{"utf8, which is no name of UTF-8", http.Header{"Content-Type": {"application/json; charset=utf8"}}, charset},
		{"an empty charset", http.Header{"Content-Type": {`application/json; charset=""`}}, charset},
		{"two charsets", http.Header{"Content-Type": {"application/json; charset=utf-8; charset=latin1"}}, kind},
		{"two types in one header", http.Header{"Content-Type": {"application/json, text/plain"}}, kind},
		{"two headers", http.Header{"Content-Type": {jsonType, "text/plain"}}, several},
		{"the same header twice", http.Header{"Content-Type": {jsonType, jsonType}}, several},
		{"no type", http.Header{}, kind},
		{"an empty type", http.Header{"Content-Type": {""}}, kind},
		{"lines of JSON", http.Header{"Content-Type": {"application/x-ndjson"}}, kind},
		{"a sequence of JSON", http.Header{"Content-Type": {"application/json-seq"}}, kind},
		{"another JSON", http.Header{"Content-Type": {"application/ld+json"}}, kind},
		{"text of JSON", http.Header{"Content-Type": {"text/json"}}, kind},
		{"a type that is cut", http.Header{"Content-Type": {"application/json; charset"}}, kind},
		{"gzip", http.Header{"Content-Type": {jsonType}, "Content-Encoding": {"gzip"}}, compressed},
		{"brotli in capitals", http.Header{"Content-Type": {jsonType}, "Content-Encoding": {"BR"}}, compressed},
		{"two encodings", http.Header{"Content-Type": {jsonType}, "Content-Encoding": {"identity", "deflate"}}, compressed},
		{"two encodings in one header", http.Header{"Content-Type": {jsonType}, "Content-Encoding": {"identity, gzip"}}, compressed},
	} {
		t.Run(test.name, func(t *testing.T) {
			var body io.Reader = strings.NewReader(`{"id":1,"method":"hello"}`)
			if test.want != "" {
				body = unread{t}
			}
			r := httptest.NewRequest(http.MethodPost, "/api/call", body)
			r.Header = test.headers
			got := serve(h, r)
			if test.want == "" {
				assert.Equal(t, http.StatusOK, got.StatusCode)
				return
			}
			assert.Equal(t, http.StatusUnsupportedMediaType, got.StatusCode)
			assert.Contains(t, text(t, got), test.want)
		})
	}
}

// A body is one request: what is before or after it, or in another encoding, is an error.
func TestBodyIsOneRequest(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	const hello = `{"id":1,"method":"hello"}`
	for _, test := range []struct{ name, body string }{
		{"two requests", hello + hello},
		{"two lines", hello + "\n" + hello},
		{"letters after it", hello + "x"},
		{"a bracket after it", hello + "}"},
		{"a comma after it", hello + ","},
		{"a zero byte after it", hello + "\x00"},
		{"a list of requests", "[" + hello + "]"},
		{"a record separator", "\x1e" + hello},
		{"a mark of the byte order", "\ufeff" + hello},
		{"UTF-16", "{\x00}\x00"},
		{"gzip", "\x1f\x8b\x08\x00"},
		{"a comment", "/* */" + hello},
		{"Latin-1", `{"id":1,"method":"calendar","params":{"profile":"ju` + "\xe1" + `rez","year":2027}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := serve(h, request(strings.NewReader(test.body)))
			body := text(t, r)
			assert.Equal(t, http.StatusBadRequest, r.StatusCode, body)
			assert.Contains(t, body, `"error":`)
			assert.True(t, json.Valid([]byte(body)), body)
		})
	}
	assert.Equal(t, http.StatusOK, serve(h, request(strings.NewReader(" \r\n\t"+hello+"\n\n"))).StatusCode, "white space")
}

// A method that a route does not have is rejected with those it has.
func TestHTTPMethods(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	for _, method := range []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "post", "get", "QUERY"} {
		for path, allow := range map[string]string{"/api/call": "POST", "/api/calendar?profile=jalisco&year=2027": "GET, HEAD"} {
			r := httptest.NewRequest(http.MethodGet, path, strings.NewReader(`{"id":1,"method":"hello"}`))
			r.Method = method
			r.Header.Set("Content-Type", "application/json")
			got := serve(h, r)
			if strings.Contains(allow, method) {
				assert.Equal(t, http.StatusOK, got.StatusCode, "%s %s", method, path)
				continue
			}
			assert.Equal(t, http.StatusMethodNotAllowed, got.StatusCode, "%s %s", method, path)
			assert.Equal(t, allow, got.Header.Get("Allow"), "%s %s", method, path)
			assert.Empty(t, got.Header.Get("Access-Control-Allow-Methods"))
		}
	}
	server := httptest.NewServer(h)
	defer server.Close()
	r, err := http.Head(server.URL + "/api/calendar?profile=jalisco&year=2027")
	require.NoError(t, err)
	defer r.Body.Close()
	assert.Equal(t, http.StatusOK, r.StatusCode)
	assert.Positive(t, r.ContentLength)
	assert.Empty(t, text(t, r))
}

// unread is a body that must not be read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body was read")
	return 0, errors.New("read")
}

func TestTooLongIsNotRead(t *testing.T) {
	r := request(unread{t})
	r.ContentLength = rpc.MaxRequest + 1
	assert.Equal(t, http.StatusRequestEntityTooLarge, serve(httpapi.New(mexico.Env(), httpapi.Options{}), r).StatusCode)
}

func TestHeaders(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	for _, r := range []*http.Request{
		request(strings.NewReader(`{"id":1,"method":"hello"}`)),
		request(strings.NewReader(`no`)),
		httptest.NewRequest(http.MethodGet, "/api/calendar?profile=jalisco&year=2027", nil),
		httptest.NewRequest(http.MethodGet, "/api/calendar", nil),
	} {
		got := serve(h, r)
		assert.Equal(t, "nosniff", got.Header.Get("X-Content-Type-Options"), r.URL)
		assert.Equal(t, "no-store", got.Header.Get("Cache-Control"), r.URL)
		if n := got.Header.Get("Content-Length"); n != "" {
			assert.Equal(t, n, strconv.Itoa(len(text(t, got))), r.URL)
		}
	}
}

func TestCalendar(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{})
	for _, test := range []struct {
		name, query string
		status      int
		want        string
	}{
		{"a year", "profile=jalisco&year=2027", http.StatusOK, `"businessDays":[`},
		{"in English", "profile=jalisco&year=2027&lang=en", http.StatusOK, `"New Year`},
		{"unknown profile", "profile=moon&year=2027", http.StatusBadRequest, `"code":"bad-enum"`},
		{"no profile", "year=2027", http.StatusBadRequest, `"code":"bad-enum"`},
		{"no year", "profile=jalisco", http.StatusBadRequest, "year is missing"},
		{"a year that is not a number", "profile=jalisco&year=MMXXVII", http.StatusBadRequest, "year is missing"},
		{"a profile that is not UTF-8", "profile=%ff&year=2027", http.StatusBadRequest, `"code":"bad-enum"`},
		{"a language that is not UTF-8", "profile=jalisco&year=2027&lang=%ff%fe", http.StatusOK, `"businessDays":[`},
		{"a year that is not UTF-8", "profile=jalisco&year=%ff", http.StatusBadRequest, "year is missing"},
		{"two years", "profile=jalisco&year=2027&year=2028", http.StatusBadRequest, "year is there several times"},
		{"two profiles", "profile=jalisco&profile=moon&year=2027", http.StatusBadRequest, "profile is there several times"},
		{"two languages", "profile=jalisco&year=2027&lang=en&lang=es", http.StatusBadRequest, "lang is there several times"},
		{"a wrong escape", "profile=jalisco&year=2027&lang=%zz", http.StatusBadRequest, "the query cannot be read"},
		{"semicolons", "profile=jalisco;year=2027", http.StatusBadRequest, "the query cannot be read"},
		{"a year out of range", "profile=jalisco&year=12027", http.StatusBadRequest, `"code":"bad-number"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := serve(h, httptest.NewRequest(http.MethodGet, "/api/calendar?"+test.query, nil))
			body := text(t, r)
			assert.Equal(t, test.status, r.StatusCode, body)
			assert.Contains(t, body, test.want)
			assert.True(t, utf8.ValidString(body), "%q", body)
			if r.Header.Get("Content-Type") == "application/json" {
				assert.True(t, json.Valid([]byte(body)), body)
			}
		})
	}
}

func TestPrint(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{Report: func(w io.Writer, a *poa.Analysis, language string) error {
		_, err := io.WriteString(w, "<p>"+a.Plan.View().ID+" "+a.Today.String()+" "+language)
		return err
	}})
	a := post(t, h, `{"id":1,"method":"print","params":{`+today+`,"document":`+document(t, "p1")+`}}`)
	var result struct{ HTML string }
	require.NoError(t, json.NewDecoder(bytes.NewReader(a.Result)).Decode(&result))
	assert.Equal(t, "<p>p1 2027-03-15 en", result.HTML)
}
