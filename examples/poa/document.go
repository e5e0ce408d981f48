package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// openPlan opens the plan in a file, or in standard input if name is "-". The error of an
// invalid document is in the printer's language, with its code, its path and its position
// in the file.
func openPlan(env *poa.Env, name string, stdin io.Reader, printer *lang.Printer) (*poa.Plan, error) {
	data, err := read(name, stdin)
	if err != nil {
		return nil, err
	}
	plan, err := poa.Open(env, data)
	var decodeErr *poa.DecodeError
	if errors.As(err, &decodeErr) {
		at := name
		if name == "-" {
			at = "standard input"
		}
		if decodeErr.Offset >= 0 {
			at += position(data, decodeErr.Offset)
		}
		path := ""
		if decodeErr.Path != "" {
			path = " at " + string(decodeErr.Path)
		}
		return nil, errors.New(line(fmt.Sprintf("%s: %s%s: %s", at, decodeErr.Code(), path, printer.Error(err))))
	}
	return plan, err
}

// read returns the input, but at most one byte more than a document may have, so that
// poa.Open rejects what is longer.
func read(name string, stdin io.Reader) ([]byte, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, poa.MaxDocument+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	return data, nil
}

// position returns ":line:column" of an offset, both from 1 and the column in bytes, as
// editors use it.
func position(data []byte, offset int) string {
	before := data[:min(offset, len(data))]
	return fmt.Sprintf(":%d:%d", bytes.Count(before, []byte{'\n'})+1, len(before)-bytes.LastIndexByte(before, '\n'))
}

// line returns text of a document as one line that is safe to print in a terminal.
func line(text string) string { return terminal.Line(text) }
