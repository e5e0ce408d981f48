package rpc_test

import (
	"fmt"

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
