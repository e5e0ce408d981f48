package httpapi_test

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

// The second append to one revision is rejected. The author and the day are the host's.
func ExampleNew() {
	plans := memstore.New()
	server := httptest.NewServer(httpapi.New(mexico.Env(), httpapi.Options{
		Store: plans,
		Stamp: func(r *http.Request) (string, calendar.Date, error) {
			return "titular", calendar.MustDate(2027, 1, 4), nil // of the session, and of the clock
		},
		Log: func(r *http.Request, err error) { log.Println(r.URL.Path, err) },
	}))
	defer server.Close()

	call := func(request string) {
		r, err := http.Post(server.URL+"/api/call", "application/json", strings.NewReader(request))
		if err != nil {
			fmt.Println(err)
			return
		}
		defer r.Body.Close()
		answer, _ := io.ReadAll(r.Body)
		fmt.Println(r.StatusCode, string(answer))
	}
	call(`{"id":1,"method":"create","params":{"document":{"schema":1,"id":"gaceta","fiscalYear":2027}}}`)
	title := `{"plan":"gaceta","base":0,"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"}]}]}`
	call(`{"id":2,"method":"append","params":` + title + `}`)
	call(`{"id":3,"method":"append","params":` + title + `}`)
	call(`{"id":4,"method":"load","params":{"plan":"gaceta"}}`)
	stored, err := plans.Load(context.Background(), "gaceta")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(stored.Batches[0].Author, stored.Batches[0].Date)
	// Output:
	// 200 {"id":1,"result":{"plan":"gaceta","revision":0}}
	// 200 {"id":2,"result":{"plan":"gaceta","revision":1}}
	// 409 {"id":3,"error":{"code":"conflict","message":"Otra persona guardó antes que usted: vuelva a cargar el plan y repita el cambio."}}
	// 200 {"id":4,"result":{"revision":1,"document":{"schema":1,"id":"gaceta","title":"POA 2027","fiscalYear":2027}}}
	// titular 2027-01-04
}
