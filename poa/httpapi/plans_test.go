package httpapi_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// newHandler returns a handler with a memory store that has the plan p1.
func newHandler(t testing.TB) (http.Handler, store.Store) {
	t.Helper()
	plans := memstore.New()
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: plans, Stamp: stamp})
	a := post(t, h, `{"id":1,"method":"create","params":{"document":`+document(t, "p1")+`}}`)
	require.Empty(t, a.Error)
	require.JSONEq(t, `{"plan":"p1","revision":0}`, string(a.Result))
	return h, plans
}

// stamp is the Stamp of the tests: the author is in a header, as a session is in a cookie.
func stamp(r *http.Request) (string, calendar.Date, error) {
	switch user := r.Header.Get("User"); user {
	case "visitor":
		return "", calendar.Date{}, fmt.Errorf("%w: %s reads only", httpapi.ErrForbidden, user)
	case "lost":
		return "", calendar.Date{}, &codedError{}
	default:
		return cmp.Or(user, "secretaría"), calendar.MustDate(2027, 4, 1), nil
	}
}

// codedError is an error of a host that has a code of the protocol by accident.
type codedError struct{}

func (*codedError) Error() string   { return "sessions: connection refused" }
func (*codedError) Code() norm.Code { return "conflict" }

// setTitle returns a request that appends a change of the title.
func setTitle(base, title string) string {
	return `{"id":2,"method":"append","params":{` + today + `,"plan":"p1","base":` + base + `,"author":"titular",` +
		`"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"` + title + `"}]}]}}`
}

// loadPlan returns the revision and the title of p1.
func loadPlan(t testing.TB, h http.Handler) (revision int, title string) {
	t.Helper()
	a := post(t, h, `{"id":3,"method":"load","params":{"plan":"p1"}}`)
	require.Empty(t, a.Error)
	var r struct {
		Revision int
		Document struct{ ID, Title string }
	}
	require.NoError(t, json.Unmarshal(a.Result, &r))
	require.Equal(t, "p1", r.Document.ID)
	return r.Revision, r.Document.Title
}

func TestAppend(t *testing.T) {
	h, plans := newHandler(t)
	a := post(t, h, setTitle("0", "uno"))
	require.Empty(t, a.Error)
	assert.JSONEq(t, `{"plan":"p1","revision":1}`, string(a.Result))
	require.Empty(t, post(t, h, setTitle("1", "dos")).Error)
	revision, title := loadPlan(t, h)
	assert.Equal(t, 2, revision)
	assert.Equal(t, "dos", title)
	found, err := plans.Load(context.Background(), "p1")
	require.NoError(t, err)
	require.Len(t, found.Batches, 2)
	assert.Equal(t, "secretaría", found.Batches[1].Author, "the request says titular")
	assert.Equal(t, "2027-04-01", found.Batches[1].Date.String(), "the request says 2027-03-15")
}

// Author and day of an append are those of Stamp, whatever the request says; a request that
// Stamp rejects is not stored.
func TestStamp(t *testing.T) {
	for _, test := range []struct {
		user, code, author string
	}{
		{"regidora", "", "regidora"},
		{"visitor", "forbidden", ""},
		{"lost", "failed", ""},
	} {
		t.Run(test.user, func(t *testing.T) {
			var logged []error
			plans := memstore.New()
			require.NoError(t, plans.Create(context.Background(), "p1", []byte(document(t, "p1"))))
			h := httpapi.New(mexico.Env(), httpapi.Options{
				Store: plans, Stamp: stamp, Log: func(_ *http.Request, err error) { logged = append(logged, err) },
			})
			r := request(strings.NewReader(setTitle("0", "uno")))
			r.Header.Set("User", test.user)
			a := send(t, h, r)
			assert.Equal(t, test.code, code(a))
			found, err := plans.Load(context.Background(), "p1")
			require.NoError(t, err)
			if test.code == "" {
				require.Len(t, found.Batches, 1)
				assert.Equal(t, test.author, found.Batches[0].Author)
				assert.Equal(t, calendar.MustDate(2027, 4, 1), found.Batches[0].Date)
				return
			}
			assert.Zero(t, found.Revision)
			assert.NotContains(t, a.Error.Message, "sessions")
			assert.Equal(t, test.code == "failed", len(logged) == 1, "%v", logged)
		})
	}
}

// Without Stamp nothing that the request says is taken for the author or the day.
func TestNoStamp(t *testing.T) {
	plans := memstore.New()
	require.NoError(t, plans.Create(context.Background(), "p1", []byte(document(t, "p1"))))
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: plans})
	require.Empty(t, post(t, h, setTitle("0", "uno")).Error)
	found, err := plans.Load(context.Background(), "p1")
	require.NoError(t, err)
	require.Len(t, found.Batches, 1)
	assert.Empty(t, found.Batches[0].Author)
	assert.True(t, found.Batches[0].Date.IsZero())
}

// A rejected call leaves the plan unchanged.
func TestRejectedPlanCalls(t *testing.T) {
	const commands = `"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]}`
	for _, test := range []struct{ name, body, want string }{
		{"an older revision", setTitle("0", "x"), "conflict"},
		{"a future revision", setTitle("7", "x"), "conflict"},
		{"another plan", `{"id":1,"method":"append","params":{"plan":"p9","base":0,` + commands + `]}}`, "no-such-plan"},
		{
			"the second of two commands is rejected",
			`{"id":1,"method":"append","params":{"plan":"p1","base":1,` + commands + `,{"kind":"change","edits":[{"op":"remove","path":"activities[nobody]"}]}]}}`, "no-element",
		},
		{"a record by a structural edit", `{"id":1,"method":"append","params":{"plan":"p1","base":1,"commands":[{"kind":"change","edits":[{"op":"insert","path":"closes","value":"{}"}]}]}}`, "not-editable"},
		{"no commands", `{"id":1,"method":"append","params":{"plan":"p1","base":1,"commands":[]}}`, "empty-command"},
		{"missing commands", `{"id":1,"method":"append","params":{"plan":"p1","base":1}}`, "missing-field"},
		{"an unknown command", `{"id":1,"method":"append","params":{"plan":"p1","base":1,"commands":[{"kind":"fly"}]}}`, "bad-enum"},
		{"a document for a stored plan", `{"id":1,"method":"append","params":{"plan":"p1","base":1,"document":` + document(t, "p1") + `,` + commands + `]}}`, "unknown-field"},
		{"creating a stored plan", `{"id":1,"method":"create","params":{"document":` + document(t, "p1") + `}}`, "plan-exists"},
		{"creating an invalid plan", `{"id":1,"method":"create","params":{"document":{"schema":99,"id":"p2"}}}`, "newer-schema"},
		{"loading an unknown plan", `{"id":1,"method":"load","params":{"plan":"p9"}}`, "no-such-plan"},
		{"loading without an id", `{"id":1,"method":"load"}`, "missing-field"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h, _ := newHandler(t)
			require.Empty(t, post(t, h, setTitle("0", "uno")).Error)
			a := post(t, h, test.body)
			assert.Equal(t, test.want, code(a), "%+v", a.Error)
			assert.Empty(t, a.Result)
			revision, title := loadPlan(t, h)
			assert.Equal(t, 1, revision)
			assert.Equal(t, "uno", title)
		})
	}
}

// Of several concurrent appends to one revision, one is stored and the others are conflicts.
func TestConcurrentAppends(t *testing.T) {
	h, _ := newHandler(t)
	const callers = 8
	codes := make([]string, callers)
	var wg sync.WaitGroup
	for i := range callers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w := httptest.NewRecorder()
			h.ServeHTTP(w, request(strings.NewReader(setTitle("0", "x"))))
			var a answer
			if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
				t.Error(err)
			}
			codes[i] = code(a)
		}()
	}
	wg.Wait()
	stored := 0
	for _, c := range codes {
		if c == "" {
			stored++
			continue
		}
		assert.Equal(t, "conflict", c)
	}
	assert.Equal(t, 1, stored)
	revision, _ := loadPlan(t, h)
	assert.Equal(t, 1, revision)
}

// failingStore is a store whose database is gone.
type failingStore struct {
	store.Store
	err error
}

func (f failingStore) Create(context.Context, string, []byte) error { return f.err }
func (f failingStore) Load(context.Context, string) (store.Stored, error) {
	return store.Stored{}, f.err
}

// appendFails is a store that cannot append.
type appendFails struct {
	store.Store
	err error
}

func (f appendFails) Append(context.Context, string, store.Revision, store.Batch) (store.Revision, error) {
	return 0, f.err
}

// An error of the host is logged whole and answered without any of its text.
func TestStoreFails(t *testing.T) {
	const secret = "pq: password authentication failed for user rumbo"
	stored := memstore.New()
	require.NoError(t, stored.Create(context.Background(), "p1", []byte(document(t, "p1"))))
	damaged := memstore.New()
	require.NoError(t, damaged.Create(context.Background(), "p1", []byte(`{"secret":1}`)))
	load := `{"id":1,"method":"load","params":{"plan":"p1"}}`
	create := `{"id":1,"method":"create","params":{"document":` + document(t, "p2") + `}}`
	for _, test := range []struct {
		name, body, code, logged string
		plans                    store.Store
	}{
		{"load", load, "failed", secret, failingStore{stored, errors.New(secret)}},
		{"create", create, "failed", secret, failingStore{stored, errors.New(secret)}},
		{"append, at load", setTitle("0", "x"), "failed", secret, failingStore{stored, errors.New(secret)}},
		{"append", setTitle("0", "x"), "failed", secret, appendFails{stored, errors.New(secret)}},
		{"an error that has a code", load, "failed", "sessions", failingStore{stored, &codedError{}}},
		{"a damaged plan, load", load, "damaged-plan", "secret", damaged},
		{"a damaged plan, append", setTitle("0", "x"), "damaged-plan", "secret", damaged},
		{"a store that crashes", load, "internal", "nil *failingStore", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.code == "internal" {
				test.plans = (*failingStore)(nil)
			}
			var logged []error
			h := httpapi.New(mexico.Env(), httpapi.Options{Store: test.plans, Log: func(r *http.Request, err error) {
				assert.Equal(t, "/api/call", r.URL.Path)
				logged = append(logged, err)
			}})
			r := serve(h, request(strings.NewReader(test.body)))
			assert.Equal(t, http.StatusInternalServerError, r.StatusCode)
			body := text(t, r)
			assert.Contains(t, body, `"code":"`+test.code+`"`)
			assert.NotContains(t, body, "pq")
			assert.NotContains(t, body, test.logged)
			require.Len(t, logged, 1)
			assert.ErrorContains(t, logged[0], test.logged)
			assert.NotPanics(t, func() { // Log may be nil
				serve(httpapi.New(mexico.Env(), httpapi.Options{Store: test.plans}), request(strings.NewReader(test.body)))
			})
		})
	}
}

// Refusals of the caller are not logged.
func TestRefusalsAreNotLogged(t *testing.T) {
	plans := &memstore.Store{MaxPlans: 1, MaxRevisions: 1}
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: plans, Log: func(_ *http.Request, err error) { t.Errorf("logged: %v", err) }})
	create := func(id string) string {
		return `{"id":1,"method":"create","params":{"document":` + document(t, id) + `}}`
	}
	require.Empty(t, post(t, h, create("p1")).Error)
	require.Empty(t, post(t, h, setTitle("0", "x")).Error)
	many := strings.TrimSuffix(strings.Repeat(`{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]},`, store.MaxCommands+1), ",")
	for _, test := range []struct{ body, want string }{
		{create("p2"), "too-many-plans"},
		{create("p1"), "plan-exists"},
		{setTitle("1", "x"), "too-many-revisions"},
		{setTitle("0", "x"), "conflict"},
		{`{"id":1,"method":"append","params":{"plan":"p1","base":1,"commands":[` + many + `]}}`, "too-many-commands"},
		{`{"id":1,"method":"load","params":{"plan":"p2"}}`, "no-such-plan"},
		{`{"id":1,"method":"load","params":{"plan":""}}`, "no-such-plan"},
	} {
		assert.Equal(t, test.want, code(post(t, h, test.body)))
	}
}

func TestMaxRevisions(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: memstore.New(), MaxRevisions: 2})
	require.Empty(t, post(t, h, `{"id":1,"method":"create","params":{"document":`+document(t, "p1")+`}}`).Error)
	require.Empty(t, post(t, h, setTitle("0", "uno")).Error)
	require.Empty(t, post(t, h, setTitle("1", "dos")).Error)
	assert.Equal(t, "too-many-revisions", code(post(t, h, setTitle("2", "tres"))))
	revision, _ := loadPlan(t, h)
	assert.Equal(t, 2, revision)
}

func TestCancelledRequest(t *testing.T) {
	h, _ := newHandler(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request(strings.NewReader(setTitle("0", "x"))).WithContext(ctx))
	assert.Contains(t, w.Body.String(), `"code":"timeout"`)
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	revision, _ := loadPlan(t, h)
	assert.Equal(t, 0, revision)
}

// Once the client has gone, nothing more is computed for it.
func TestClientGone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ran := 0
	env := mexico.Env()
	env.Checks = nil
	for range 10 {
		env.Checks = append(env.Checks, func(*poa.Plan, *poa.Analysis) []norm.Finding {
			ran++
			cancel()
			return nil
		})
	}
	h := httpapi.New(env, httpapi.Options{Log: func(_ *http.Request, err error) { t.Errorf("logged: %v", err) }})
	body := `{"id":1,"method":"analyze","params":{` + today + `,"document":` + document(t, "p1") + `}}`
	a := send(t, h, request(strings.NewReader(body)).WithContext(ctx))
	assert.Equal(t, "timeout", code(a))
	assert.Equal(t, 1, ran)
}

// A server stops the computing of a call when its client closes the connection.
func TestClientClosesConnection(t *testing.T) {
	var gone context.Context // of the request in the server
	ran := 0
	computing, answered := make(chan struct{}), make(chan struct{})
	env := mexico.Env()
	env.Checks = []poa.Check{
		func(*poa.Plan, *poa.Analysis) []norm.Finding {
			close(computing)
			<-gone.Done()
			return nil
		},
		func(*poa.Plan, *poa.Analysis) []norm.Finding { ran++; return nil },
	}
	h := httpapi.New(env, httpapi.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		gone = r.Context()
		h.ServeHTTP(w, r)
		close(answered)
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	body := `{"id":1,"method":"analyze","params":{` + today + `,"document":` + document(t, "p1") + `}}`
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/api/call", strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	go func() {
		<-computing
		cancel()
	}()
	answer, err := http.DefaultClient.Do(r)
	if err == nil {
		require.NoError(t, answer.Body.Close())
	}
	assert.ErrorIs(t, err, context.Canceled)
	<-answered
	assert.Zero(t, ran)
}

// A call that takes longer than it may is answered so.
func TestMaxTime(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{MaxTime: 1})
	body := `{"id":1,"method":"analyze","params":{` + today + `,"document":` + document(t, "p1") + `}}`
	assert.Equal(t, "timeout", code(post(t, h, body)))
}

// A browser's call from a page of another origin is rejected before it is read.
func TestOtherOrigins(t *testing.T) {
	h, _ := newHandler(t)
	for _, test := range []struct {
		name, site, origin string
		allowed            bool
	}{
		{"another program", "", "", true},
		{"the same origin", "same-origin", "http://example.com", true},
		{"typed by the user", "none", "", true},
		{"an old browser, the same origin", "", "http://example.com", true},
		{"another site", "cross-site", "https://evil.example", false},
		{"another site without Origin", "cross-site", "", false},
		{"another origin of the site", "same-site", "http://other.example.com", false},
		{"an old browser, another origin", "", "https://evil.example", false},
		{"an old browser, another port", "", "http://example.com:8080", false},
		{"a sandboxed frame", "", "null", false},
		{"no origin", "", "::", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			before, _ := loadPlan(t, h)
			r := request(strings.NewReader(setTitle(strconv.Itoa(before), "x")))
			require.Equal(t, "example.com", r.Host)
			if test.site != "" {
				r.Header.Set("Sec-Fetch-Site", test.site)
			}
			if test.origin != "" {
				r.Header.Set("Origin", test.origin)
			}
			want, after := http.StatusForbidden, before
			if test.allowed {
				want, after = http.StatusOK, before+1
			}
			assert.Equal(t, want, serve(h, r).StatusCode)
			revision, _ := loadPlan(t, h)
			assert.Equal(t, after, revision)
		})
	}
	for _, name := range []string{"Sec-Fetch-Site", "Origin"} {
		for _, values := range [][]string{{"same-origin", "cross-site"}, {"http://example.com", "https://evil.example"}, {"", "cross-site"}} {
			before, _ := loadPlan(t, h)
			r := request(strings.NewReader(setTitle(strconv.Itoa(before), "x")))
			r.Header[name] = values
			assert.Equal(t, http.StatusForbidden, serve(h, r).StatusCode, "%s: %q", name, values)
		}
	}
}
