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
