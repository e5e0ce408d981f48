package httpapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// newHandler returns a handler with a memory store that has the plan p1.
func newHandler(t testing.TB) (http.Handler, store.Store) {
	t.Helper()
	plans := memstore.New()
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: plans})
	a := post(t, h, `{"id":1,"method":"create","params":{"document":`+document(t, "p1")+`}}`)
	require.Empty(t, a.Error)
	require.JSONEq(t, `{"plan":"p1","revision":0}`, string(a.Result))
	return h, plans
}

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
	assert.Equal(t, "titular", found.Batches[1].Author)
	assert.Equal(t, "2027-03-15", found.Batches[1].Date.String())
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

// failingStore is a store that cannot load plans.
type failingStore struct{ store.Store }

func (failingStore) Load(context.Context, string) (store.Stored, error) {
	return store.Stored{}, errors.New("disk gone")
}

func TestStoreFails(t *testing.T) {
	h := httpapi.New(mexico.Env(), httpapi.Options{Store: failingStore{memstore.New()}})
	for _, body := range []string{`{"id":1,"method":"load","params":{"plan":"p1"}}`, setTitle("0", "x")} {
		a := post(t, h, body)
		assert.Equal(t, "failed", code(a))
		assert.Equal(t, "disk gone", a.Error.Message)
	}
}

func TestCancelledRequest(t *testing.T) {
	h, _ := newHandler(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request(strings.NewReader(setTitle("0", "x"))).WithContext(ctx))
	assert.Contains(t, w.Body.String(), `"code":"failed"`)
	revision, _ := loadPlan(t, h)
	assert.Equal(t, 0, revision)
}
