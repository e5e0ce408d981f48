package main

import (
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

var s *rpc.Server

func main() {
	s = rpc.NewServer(mexico.Env(), rpc.Options{Version: "x"})
	println(string(s.Call([]byte{1})))
	select {}
}
