package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
	"github.com/rumbo-mx/rumbo/poa"
)

// maxUnknown is the number of unknown fields of a document that are printed.
const maxUnknown = 20

// openPlan opens the plan in a file, or in standard input if name is "-". The error of an
// invalid document is in the language of the command line, with its code, its path and its
// position in the file. All unknown fields are in it, up to 20, and the first other error.
func openPlan(env *poa.Env, name string, s streams) (*poa.Plan, error) {
	data, err := read(name, s.in)
	if err != nil {
		return nil, err
	}
	var found lines
	for {
		plan, err := poa.Open(env, data)
		var wrong *poa.DecodeError
		switch {
		case err == nil && len(found) == 0:
			return plan, nil
		case err == nil:
			return nil, found
		case !errors.As(err, &wrong):
			return nil, err
		case len(found) == maxUnknown:
			return nil, append(found, s.language.pick("hay más errores: corrija estos primero", "there are more errors: correct these first"))
		}
		found = append(found, s.language.decodeError(name, data, env, wrong))
		if wrong.Code() != "unknown-field" || !blankMember(&data, wrong.Offset) {
			return nil, found
		}
	}
}

// decodeError returns an error of a document with its place in a file.
func (l language) decodeError(name string, data []byte, env *poa.Env, err *poa.DecodeError) string {
	at, path := name, ""
	if name == "-" {
		at = l.pick("entrada estándar", "standard input")
	}
	if err.Offset >= 0 {
		at += position(data, err.Offset)
	}
	if err.Path != "" {
		path = l.pick(" en ", " at ") + string(err.Path)
	}
	return fmt.Sprintf("%s: %s%s: %s", at, err.Code(), path, l.printer(env).Error(err))
}

// blankMember replaces the member of an object whose key is at an offset by spaces, so that
// the offsets of the rest remain, and reports whether it could.
func blankMember(data *[]byte, offset int) bool {
	if offset < 0 || offset >= len(*data) {
		return false
	}
	rest := (*data)[offset:]
	var key, value json.RawMessage
	d := json.NewDecoder(bytes.NewReader(rest))
	if d.Decode(&key) != nil {
		return false
	}
	end := int(d.InputOffset())
	end += skipSpace(rest[end:])
	if end >= len(rest) || rest[end] != ':' {
		return false
	}
	end++
	d = json.NewDecoder(bytes.NewReader(rest[end:]))
	if d.Decode(&value) != nil {
		return false
	}
	end += int(d.InputOffset())
	end += skipSpace(rest[end:])
	out := bytes.Clone(*data)
	start := offset
	if end < len(rest) && rest[end] == ',' {
		end++
	} else if before := len(bytes.TrimRight(out[:offset], " \t\r\n")); before > 0 && out[before-1] == ',' {
		start = before - 1
	}
	for i := start; i < offset+end; i++ {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	*data = out
	return true
}

// skipSpace returns the number of bytes of white space at the beginning of data.
func skipSpace(data []byte) int { return len(data) - len(bytes.TrimLeft(data, " \t\r\n")) }

// read returns the input, but at most one byte more than a document may have, so that
// poa.Open rejects what is longer.
func read(name string, stdin io.Reader) ([]byte, error) {
	from := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, &fileError{name, false, err}
		}
		defer f.Close()
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, poa.MaxDocument+1))
	if err != nil {
		return nil, &fileError{name, false, err}
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
