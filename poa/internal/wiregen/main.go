// Command wiregen generates the codec of the plan's structs, its JSON Schema and
// its TypeScript types from the Go source. It is run by go generate. It only
// parses the source, so it also works if a package does not compile.
//
//	go generate ./poa
//
// The code that it generates for a package is selected by comments on types:
//
//	//wire:host     on a struct of package rpc that is not a message; all others are
//	//wire:method   on a method of rpc.Server: its name in the protocol, and
//	                "stateless" if it needs no open plan
//	//wire:union    on an interface: the field "kind", which is the text that the
//	                method Kind returns, selects its implementation in the package
//	//wire:unlabelled on an enum that users do not see
//
// and by the tags of fields:
//
//	poa:"required"    always written; missing, it is an error
//	poa:"ref=posts"   the id of an element of that list; ref=* of any list
//	poa:"record"      a list that only acts add to
//	poa:"json=T"      text that holds JSON, of the TypeScript type T
//	poa:"unless=NoX"  written also if it is zero, unless the field NoX is set, which is
//	                  not on the wire: reading sets it if the member is absent or null
//	poa:"annotation"  a list that structural edits cannot address
//
// A field named ID of an element of a list (a pointer in a slice) is an id:
// required, validated, unique. A type of another package that has UnmarshalJSON and
// AppendJSON is decoded and encoded by these methods.
package main

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
)

const modulePath = "github.com/rumbo-mx/rumbo"

func main() {
	root := flag.String("root", "..", "directory of the module")
	check := flag.Bool("check", false, "write nothing; fail if a file is stale")
	flag.Parse()
	if err := run(*root, *check); err != nil {
		fmt.Fprintln(os.Stderr, "wiregen:", err)
		os.Exit(1)
	}
}

// output is one generated file.
type output struct {
	path string // relative to root
	text []byte
}

func run(root string, check bool) error {
	outputs, err := generate(root)
	if err != nil {
		return err
	}
	for _, o := range outputs {
		path := filepath.Join(root, o.path)
		old, err := os.ReadFile(path)
		if err == nil && string(old) == string(o.text) {
			continue
		}
		if check {
			return fmt.Errorf("%s is stale: run go generate ./poa", o.path)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, o.text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns every generated file of the module at root.
func generate(root string) ([]output, error) {
	m, err := load(root, append(enumPackages, "poa/lang", "poa/rpc", "poa/mexico")...)
	if err != nil {
		return nil, err
	}
	var outputs []output
	for _, dir := range enumPackages {
		files, err := enums(m.packages[path.Base(dir)], dir)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, files...)
	}
	if m.packages["lang"] != nil {
		files, err := labels(m)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, files...)
	}
	add := func(name string, text []byte, err error) error {
		if err == nil && text != nil {
			outputs = append(outputs, output{name, text})
		}
		return err
	}
	for _, dir := range findingPackages {
		p := m.packages[path.Base(dir)]
		if p == nil {
			continue
		}
		text, err := findings(p, dir)
		if err := add(dir+"/findings_gen.go", text, err); err != nil {
			return nil, err
		}
	}
	plan := newTarget(m, "poa")
	plan.root = "Document"
	plan.use("Document", both)
	plan.use("Command", both)
	plan.useMarked()
	text, err := plan.codec()
	if err := add("poa/codec_gen.go", text, err); err != nil {
		return nil, err
	}
	text, err = plan.inputs()
	if err := add("poa/inputs_gen.go", text, err); err != nil {
		return nil, err
	}
	text, err = plan.description()
	if err := add("poa/internal/model/model_gen.go", text, err); err != nil {
		return nil, err
	}
	targets := []*target{plan}
	if m.packages["rpc"] != nil {
		rpc := newTarget(m, "rpc")
		rpc.omitNil = true
		rpc.useMarked()
		if !rpc.empty() {
			text, err := rpc.codec()
			if err := add("poa/rpc/codec_gen.go", text, err); err != nil {
				return nil, err
			}
			table, err := rpc.methodTable()
			if err := add("poa/rpc/methods_gen.go", table, err); err != nil {
				return nil, err
			}
			marshalers, err := rpc.marshalers()
			if err := add("poa/rpc/json_gen.go", marshalers, err); err != nil {
				return nil, err
			}
			outputs = append(outputs, output{"wasm/web/src/gen/methods.ts", []byte(rpc.methodTypes())})
			targets = append(targets, rpc)
		}
	}
	text, err = schema(plan)
	if err := add("poa/schema/poa.schema.json", text, err); err != nil {
		return nil, err
	}
	types, err := typescript(targets)
	if err != nil {
		return nil, err
	}
	outputs = append(outputs, types...)
	return outputs, nil
}
