package poa

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// encoding/json reads and writes documents, plans and commands in the form of the wire:
// strict, and canonical.

// Commands is a list of commands that are applied as one step.
type Commands []Command

// MarshalJSON returns what AppendJSON appends. It returns the error of New for what is
// not a document.
func (d Document) MarshalJSON() ([]byte, error) {
	b := d.AppendJSON(nil)
	if _, err := DecodeDocument(b); err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalJSON is DecodeDocument.
func (d *Document) UnmarshalJSON(data []byte) error {
	doc, err := DecodeDocument(data)
	if err != nil {
		return err
	}
	*d = *doc
	return nil
}

// MarshalJSON returns the canonical bytes of the document.
func (p *Plan) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// UnmarshalJSON returns an error: a plan is bound to an Env, so that Open and New make
// it. Decode into a Document.
func (p *Plan) UnmarshalJSON([]byte) error {
	return errors.New("poa: a Plan is not decoded without its Env: decode into a Document and use New, or use Open")
}

// MarshalJSON returns the data as one object, by namespace.
func (e Ext) MarshalJSON() ([]byte, error) {
	b := appendExt(nil, e)
	var again Ext
	if err := again.UnmarshalJSON(b); err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalJSON reads what MarshalJSON writes. The error is a *DecodeError.
func (e *Ext) UnmarshalJSON(data []byte) error {
	d := wire.NewDecoder(data)
	var ext Ext
	if decodeExt(d, &ext); !d.End() {
		return decodeError(d.Err())
	}
	*e = ext
	return nil
}

// MarshalJSON returns an error: an analysis points into its plan and calendars, and is
// not data. Marshal the parts that are wanted, such as Findings, Activities or Due.
func (a *Analysis) MarshalJSON() ([]byte, error) {
	return nil, errors.New("poa: an Analysis is not marshalled as a whole: marshal its Findings, Activities, Budget …")
}

// AppendJSON appends the commands as a JSON array, canonical, to b.
func (c Commands) AppendJSON(b []byte) []byte {
	b = append(b, '[')
	for i, command := range c {
		if i > 0 {
			b = append(b, ',')
		}
		b = AppendCommand(b, command)
	}
	return append(b, ']')
}

// MarshalJSON returns what AppendJSON appends. A nil command is an error.
func (c Commands) MarshalJSON() ([]byte, error) {
	for i, command := range c {
		if command == nil {
			return nil, refuse(ErrEmptyCommand, norm.Path("").Item("#"+strconv.Itoa(i)))
		}
	}
	return c.AppendJSON(nil), nil
}

// UnmarshalJSON reads a JSON array of commands. The error is a *DecodeError.
func (c *Commands) UnmarshalJSON(data []byte) error {
	d := wire.NewDecoder(data)
	var list Commands
	if d.OpenList() {
		for d.More() {
			var command Command
			if !decodeCommand(d, &command) {
				d.InItem("", len(list))
				break
			}
			list = append(list, command)
		}
	}
	if !d.End() {
		return decodeError(d.Err())
	}
	*c = list
	return nil
}

// unmarshalCommand reads a command of one kind.
func unmarshalCommand[T any](data []byte, into *T) error {
	command, err := DecodeCommand(data)
	if err != nil {
		return err
	}
	v, ok := any(command).(*T)
	if !ok {
		return decodeError(wire.Refuse(wire.BadEnum, "kind", wire.Text("value", command.Kind())))
	}
	*into = *v
	return nil
}
