package importers_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

type userKey struct{}

// signedIn lets only known users through. A real program looks up a session.
func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, ok := map[string]string{"Bearer 1": "titular", "Bearer 2": "visita"}[r.Header.Get("Authorization")]
		if !ok {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, user)))
	})
}

// The API is mounted under a prefix, behind the program's own sign-in, which also says who
// the author of a change is and who may make one.
func Example_mountedHandler() {
	plans := memstore.New()
	api := httpapi.New(mexico.Env(), httpapi.Options{
		Store: plans,
		Stamp: func(r *http.Request) (string, calendar.Date, error) {
			user := r.Context().Value(userKey{}).(string)
			if user == "visita" {
				return "", calendar.Date{}, httpapi.ErrForbidden
			}
			return user, calendar.MustDate(2027, 1, 4), nil
		},
		Log: func(r *http.Request, err error) { log.Println(r.URL, err) },
	})
	mux := http.NewServeMux()
	mux.Handle("/tramites/poa/", signedIn(http.StripPrefix("/tramites/poa", api)))

	call := func(token, body string) {
		r := httptest.NewRequest(http.MethodPost, "/tramites/poa/api/call", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", token)
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		answer, _ := io.ReadAll(w.Result().Body)
		fmt.Println(w.Code, strings.TrimSpace(string(answer)))
	}
	title := `{"id":2,"method":"append","params":{"plan":"gaceta","base":0,"author":"presidente","commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"POA"}]}]}}`
	call("", title)
	call("Bearer 1", `{"id":1,"method":"create","params":{"document":{"schema":1,"id":"gaceta","fiscalYear":2027}}}`)
	call("Bearer 2", title)
	call("Bearer 1", title)
	stored, err := plans.Load(context.Background(), "gaceta")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("author:", stored.Batches[0].Author)
	// Output:
	// 401 sign in
	// 200 {"id":1,"result":{"plan":"gaceta","revision":0}}
	// 403 {"id":2,"error":{"code":"forbidden","message":"No tiene permiso para hacer este cambio."}}
	// 200 {"id":2,"result":{"plan":"gaceta","revision":1}}
	// author: titular
}
