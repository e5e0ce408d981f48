package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// openPlan reads the plan in a file, or in standard input if name is "-". The error of an
// invalid plan is in the reader's language, with its code, its path and its place in the
// file.
func openPlan(env *poa.Env, name string, stdin io.Reader, say *lang.Printer) (*poa.Plan, error) {
	data, err := read(name, stdin)
	if err != nil {
		return nil, err
	}
	plan, err := poa.Open(env, data)
	var refused *poa.DecodeError
	if errors.As(err, &refused) {
		at := name
		if name == "-" {
			at = "standard input"
		}
		if refused.Offset >= 0 {
			at += position(data, refused.Offset)
		}
		path := ""
		if refused.Path != "" {
			path = " at " + string(refused.Path)
		}
		said := say.Error(err)
		if refused.Code() == "bad-enum" && refused.Cause != nil {
			said += " (" + refused.Cause.Error() + ")" // it lists the keys there are
		}
		return nil, errors.New(line(fmt.Sprintf("%s: %s%s: %s", at, refused.Code(), path, said)))
	}
	return plan, err
}

// read returns at most one byte more than a document may have, so that a longer one is
// rejected without being read.
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
		return nil, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	return data, nil
}

// position returns ":line:column", both from 1 and the column in bytes, as
// editors take it.
func position(data []byte, offset int) string {
	before := data[:min(offset, len(data))]
	return fmt.Sprintf(":%d:%d", bytes.Count(before, []byte{'\n'})+1, len(before)-bytes.LastIndexByte(before, '\n'))
}

// line returns text of a document as one line that is safe in a terminal: control and
// bidirectional characters are written as \u001b.
func line(text string) string {
	risky := func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if risky(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
