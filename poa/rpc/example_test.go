package rpc_test

import (
	"fmt"
	"strconv"

	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

func ExampleServer_Call() {
	s := rpc.NewServer(mexico.Env(), rpc.Options{Version: "1.0"})
	fmt.Println(string(s.Call([]byte(`{"id":1,"method":"parseDate","params":{"text":"15 mar","near":"2027-01-11"}}`))))
	fmt.Println(string(s.Call([]byte(`{"id":2,"method":"undo"}`))))
	// Output:
	// {"id":1,"result":{"date":"2027-03-15"}}
	// {"id":2,"error":{"code":"no-plan","message":"No hay ningún plan abierto."}}
}

// A host without sessions answers the methods that do not need an open plan.
func ExampleServer_Stateless() {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	fmt.Println(string(s.Stateless([]byte(`{"id":1,"method":"check","params":{"document":{"schema":1,"id":"p","misión":"Informar"}}}`))))
	fmt.Println(string(s.Stateless([]byte(`{"id":2,"method":"undo","context":{"language":"en"}}`))))
	// Output:
	// {"id":1,"error":{"code":"no-today","message":"Falta la fecha del día."}}
	// {"id":0,"error":{"code":"unknown-field","message":"No se reconoce el campo “context” (context).","path":"context"}}
}

func ExampleMethods() {
	fmt.Println(rpc.Methods())
	// Output: [calendar parseDate parseSpan parseRule yearlyRules hello new readFile check analyze print open view edit undo redo save report]
}

// double is the type of the parameters and the result of a host's method.
type double struct{ N int }

func (d *double) UnmarshalJSON(data []byte) (err error) {
	d.N, err = strconv.Atoi(string(data))
	return err
}

func (d double) MarshalJSON() ([]byte, error) { return strconv.AppendInt(nil, int64(d.N), 10), nil }

// A host adds methods of its own.
func ExampleHandle() {
	s := rpc.NewServer(mexico.Env(), rpc.Options{Methods: []rpc.Method{
		rpc.Handle("double", func(q *double) (double, error) { return double{2 * q.N}, nil }),
	}})
	fmt.Println(string(s.Call([]byte(`{"id":1,"method":"double","params":21}`))))
	// Output: {"id":1,"result":42}
}
