package importers_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A program's own message holds a document, commands and findings, in the form of the wire.
func Example_json() {
	type message struct {
		From     string         `json:"from"`
		Document *poa.Document  `json:"document"`
		Steps    poa.Commands   `json:"steps,omitempty"`
		Findings []norm.Finding `json:"findings,omitempty"`
	}
	var in message
	err := json.Unmarshal([]byte(`{"from":"prensa","document":{"schema":1,"id":"p1","fiscalYear":2027,"calendar":"jalisco"},
		"steps":[{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"}]}]}`), &in)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := poa.New(mexico.Env(), in.Document)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range in.Steps {
		if plan, _, err = plan.Apply(c); err != nil {
			fmt.Println(err)
			return
		}
	}
	out, err := json.Marshal(message{From: "server", Document: plan.Document()})
	fmt.Println(string(out), err)
	_, err = json.Marshal(plan.Check(calendar.MustDate(2027, 1, 11)))
	fmt.Println(err)

	// What cannot be represented is an error with the path.
	var decode *poa.DecodeError
	err = json.Unmarshal([]byte(`{"document":{"schema":1,"id":"p1","periods":[{"id":"q1","span":{"start":"2027-02-30"}}]}}`), &in)
	fmt.Println(errors.As(err, &decode), decode.Path, decode.Code())
	// Output:
	// {"from":"server","document":{"schema":1,"id":"p1","title":"POA 2027","fiscalYear":2027,"calendar":"jalisco"}} <nil>
	// <nil>
	// true periods[q1].span.start impossible-date
}
