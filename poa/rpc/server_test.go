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

const openRequest = `{"id":1,"method":"open","params":{"context":{"today":"2027-01-11","language":"en"},"document":{"schema":1,"id":"p1","fiscalYear":2027,"calendar":"jalisco"}}}`

// A panic becomes an error response and leaves the plan unchanged.
func TestPanic(t *testing.T) {
	crash := true
	s := rpc.NewServer(mexico.Env(), rpc.Options{Report: func(io.Writer, *poa.Analysis, string) error {
		if crash {
			panic("ink")
		}
		return errors.New("no paper")
	}})
	require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
	before := string(s.Call([]byte(`{"id":2,"method":"save"}`)))
	got := string(s.Call([]byte(`{"id":3,"method":"report"}`)))
	assert.Contains(t, got, `{"id":3,"error":{"code":"internal","message":"The program failed.`)
	crash = false
	assert.Contains(t, string(s.Call([]byte(`{"id":4,"method":"report"}`))), "no paper")
	assert.Equal(t, before, string(s.Call([]byte(`{"id":2,"method":"save"}`))))
}

func TestLanguageOfCall(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
	spanish := string(s.Call([]byte(`{"id":2,"method":"check","params":{"context":{"language":"es"},"document":{}}}`)))
	assert.Contains(t, spanish, "Falta la fecha del día")
	english := string(s.Call([]byte(`{"id":3,"method":"undo"}`)))
	assert.Contains(t, english, "There is nothing to undo", "the open plan keeps its language")
}

func TestRequestTooLong(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	got := string(s.Call([]byte(strings.Repeat(" ", rpc.MaxRequest+1))))
	assert.Contains(t, got, `"code":"too-large"`)
}

func TestStatelessRejectsSessionMethods(t *testing.T) {
	edit := rpc.Method{Name: "edit", Answer: func([]byte) ([]byte, error) { return []byte(`{}`), nil }}
	s := rpc.NewServer(mexico.Env(), rpc.Options{Methods: []rpc.Method{edit}}) // the protocol takes precedence
	assert.Contains(t, string(s.Stateless([]byte(openRequest))), `"result"`)
	assert.Contains(t, string(s.Stateless([]byte(`{"id":1,"method":"edit","params":{"commands":[]}}`))), `"code":"unknown-method"`)
	assert.Contains(t, string(s.Stateless([]byte(`{"id":1,"method":"hello"}`))), `"result"`)
}

// Every request has a response, never with the code "internal", and a rejected call
// leaves the plan unchanged.
func FuzzCall(f *testing.F) {
	f.Add(openRequest)
	f.Add(`{"id":7,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]}]}}`)
	f.Add(`{"id":7,"method":"edit","params":{"commands":[{"kind":"close-period","close":{"id":"c","period":"q1","date":"2027-04-01"}}]}}`)
	f.Add(`{"id":1,"method":"parseRule","params":{"text":"primer lunes de mayo"}}`)
	f.Add(`{"id":1,"method":"parseDate","params":{"text":"fin de mes"}}`)
	f.Add(`{"id":1,"method":"calendar","params":{"profile":"lft","year":2027}}`)
	f.Add(`[`)
	f.Fuzz(func(t *testing.T, request string) {
		s := rpc.NewServer(mexico.Env(), options)
		s.Call([]byte(openRequest))
		save := []byte(`{"id":1,"method":"save"}`)
		before := string(s.Call(save))
		got := string(s.Call([]byte(request)))
		if !strings.HasPrefix(got, `{"id":`) || !strings.HasSuffix(got, "}") {
			t.Fatalf("Call(%q) = %q, want a response", request, got)
		}
		if strings.Contains(got, `"code":"internal"`) {
			t.Fatalf("Call(%q) = %q, an internal error", request, got)
		}
		if strings.Contains(got, `,"error":`) && string(s.Call(save)) != before {
			t.Fatalf("Call(%q) was rejected and changed the plan", request)
		}
	})
}
