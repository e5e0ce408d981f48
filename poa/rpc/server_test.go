package rpc_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

const opening = `{"id":1,"method":"open","params":{"context":{"today":"2027-01-11","language":"en"},"document":{"schema":1,"id":"p1","fiscalYear":2027,"calendar":"jalisco"}}}`

// A fault of ours is an answer like any other, and the plan is as it was.
func TestFaultsStayInside(t *testing.T) {
	crash := true
	s := rpc.NewServer(mexico.Env(), rpc.Options{Report: func(io.Writer, *poa.Analysis, string) error {
		if crash {
			panic("ink")
		}
		return errors.New("no paper")
	}})
	require.Contains(t, string(s.Call([]byte(opening))), `"result"`)
	before := string(s.Call([]byte(`{"id":2,"method":"save"}`)))
	got := string(s.Call([]byte(`{"id":3,"method":"report"}`)))
	assert.Contains(t, got, `{"id":3,"error":{"code":"internal","message":"The program failed.`)
	crash = false
	assert.Contains(t, string(s.Call([]byte(`{"id":4,"method":"report"}`))), "no paper")
	assert.Equal(t, before, string(s.Call([]byte(`{"id":2,"method":"save"}`))))
}

func TestAnswersSpeakTheLanguageOfTheCall(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	require.Contains(t, string(s.Call([]byte(opening))), `"result"`)
	spanish := string(s.Call([]byte(`{"id":2,"method":"check","params":{"context":{"language":"es"},"document":{}}}`)))
	assert.Contains(t, spanish, "Falta la fecha del día")
	english := string(s.Call([]byte(`{"id":3,"method":"undo"}`)))
	assert.Contains(t, english, "There is nothing to undo", "the open plan keeps its own")
}

func TestTooLong(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	got := string(s.Call([]byte(strings.Repeat(" ", rpc.MaxRequest+1))))
	assert.Contains(t, got, `"code":"too-large"`)
}

func TestStatelessRejectsTheRest(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	assert.Contains(t, string(s.Stateless([]byte(opening))), `"result"`)
	assert.Contains(t, string(s.Stateless([]byte(`{"id":1,"method":"edit","params":{"commands":[]}}`))), `"code":"unknown-method"`)
	assert.Contains(t, string(s.Stateless([]byte(`{"id":1,"method":"hello"}`))), `"result"`)
}

// Every request is answered by one JSON object with its id, and a rejected call does not
// change the plan.
func FuzzCall(f *testing.F) {
	f.Add(opening)
	f.Add(`{"id":7,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]}]}}`)
	f.Add(`{"id":7,"method":"edit","params":{"commands":[{"kind":"close-period","close":{"id":"c","period":"q1","date":"2027-04-01"}}]}}`)
	f.Add(`{"id":1,"method":"parseRule","params":{"text":"primer lunes de mayo"}}`)
	f.Add(`{"id":1,"method":"parseDate","params":{"text":"fin de mes"}}`)
	f.Add(`{"id":1,"method":"calendar","params":{"profile":"lft","year":2027}}`)
	f.Add(`[`)
	f.Fuzz(func(t *testing.T, request string) {
		s := rpc.NewServer(mexico.Env(), options)
		s.Call([]byte(opening))
		save := []byte(`{"id":1,"method":"save"}`)
		before := string(s.Call(save))
		got := string(s.Call([]byte(request)))
		if !strings.HasPrefix(got, `{"id":`) || !strings.HasSuffix(got, "}") {
			t.Fatalf("Call(%q) = %q, want a response", request, got)
		}
		if strings.Contains(got, `"code":"internal"`) {
			t.Fatalf("Call(%q) = %q, a fault of ours", request, got)
		}
		if strings.Contains(got, `,"error":`) && string(s.Call(save)) != before {
			t.Fatalf("Call(%q) was refused and changed the plan", request)
		}
	})
}
