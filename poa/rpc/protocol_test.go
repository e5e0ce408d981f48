package rpc_test

import (
	"encoding/json"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

var env = sync.OnceValue(mexico.Env)

// peer makes random calls of a server, and repeats what they do with a poa.History.
type peer struct {
	t       require.TestingT
	g       *plangen.Generator
	server  *rpc.Server
	id      int
	history *poa.History
	view    page // as updated by patches
}

const protocolContext = `{"today":"2027-05-10","language":"es-MX"}`

// call makes a call. Its response has the id of the request, and a result, or an error with
// a code and a sentence.
func (p *peer) call(method, params string) (result page, code string) {
	p.id++
	request := fmt.Sprintf(`{"id":%d,"method":%q,"params":%s}`, p.id, method, params)
	response := p.server.Call([]byte(request))
	var answer struct {
		ID     int
		Result page
		Error  *struct{ Code, Message string }
	}
	require.NoError(p.t, json.Unmarshal(response, &answer), "%s: %s", request, response)
	if answer.Error == nil {
		require.Equal(p.t, p.id, answer.ID)
		require.NotNil(p.t, answer.Result, "%s: %s", request, response)
		return answer.Result, ""
	}
	require.NotContains(p.t, []string{"", "failed", "internal"}, answer.Error.Code, "%s: %s", request, response)
	require.NotEmpty(p.t, answer.Error.Message, request)
	return nil, answer.Error.Code
}

// open opens a generated document.
func (p *peer) open() {
	document := p.g.Document()
	view, code := p.call("open", `{"context":`+protocolContext+`,"document":`+document+`}`)
	plan, err := poa.Open(env(), []byte(document))
	require.Equal(p.t, string(poa.CodeOf(err)), code, document)
	if err == nil {
		p.history, p.view = poa.NewHistory(plan), view
	}
}

// step makes one call that may change the plan, and the same change of the history.
func (p *peer) step() {
	var patch page
	var code string
	var err error
	switch p.g.N(6) {
	case 4:
		patch, code = p.call("undo", "{}")
		_, err = p.history.Undo()
	case 5:
		patch, code = p.call("redo", "{}")
		_, err = p.history.Redo()
	default:
		p.g.Read(string(p.history.Plan().AppendJSON(nil)))
		list := "[" + p.g.Command()
		for range p.g.N(2) {
			list += "," + p.g.Command()
		}
		list += "]"
		patch, code = p.call("edit", `{"commands":`+list+`}`)
		var commands poa.Commands
		if err = json.Unmarshal([]byte(list), &commands); err == nil {
			err = p.history.Do(commands...)
		}
	}
	require.Equal(p.t, string(poa.CodeOf(err)), code)
	for name, part := range patch {
		p.view[name] = part
	}
}

// check compares the plan and the view of the server with those of a new one.
func (p *peer) check() {
	saved, code := p.call("save", "{}")
	require.Empty(p.t, code)
	require.Equal(p.t, string(p.history.Plan().AppendJSON(nil)), string(saved["document"]))
	fresh := &peer{t: p.t, server: rpc.NewServer(env(), rpc.Options{})}
	want, code := fresh.call("open", `{"context":`+protocolContext+`,"document":`+string(saved["document"])+`}`)
	require.Empty(p.t, code)
	for name, part := range want {
		switch name {
		case "revision", "history", "journal", "changed":
		default:
			require.Equal(p.t, string(part), string(p.view[name]), name)
		}
	}
}

// Every request has a response. The plan of the server is that of a History that takes the
// same steps, and a rejected call changes nothing. The view, updated with the patches, is
// that of a server that opens the plan.
func checkProtocol(t require.TestingT, data []byte) {
	p := &peer{t: t, g: plangen.New(data), server: rpc.NewServer(env(), rpc.Options{})}
	_, code := p.call("undo", "{}")
	require.Equal(t, "no-plan", code)
	p.g.Wrong = p.g.N(3) == 2
	if p.open(); p.history == nil {
		p.g.Wrong = false
		p.open()
	}
	for n := 0; n < 10 && !p.g.Done(); n++ {
		p.step()
		if n%3 == 0 {
			p.check()
		}
	}
	p.check()
}

func TestProtocol(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkProtocol(t, plangen.Bytes(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 3000).Draw(t, "bytes")))
	})
}

func FuzzProtocol(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(plangen.Bytes(seed, 1500))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkProtocol(t, data) })
}
