package poa

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// encoding/json decodes documents and commands strictly, and encodes them in canonical
// form, as the codec of the wire format does.

// Commands is a list of commands that are applied as one step.
type Commands []Command

// MarshalJSON returns the encoding of AppendJSON, or an error if d is invalid, as for New.
func (d Document) MarshalJSON() ([]byte, error) {
	b := d.AppendJSON(nil)
	if _, err := DecodeDocument(b); err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalJSON decodes d as DecodeDocument does.
func (d *Document) UnmarshalJSON(data []byte) error {
	doc, err := DecodeDocument(data)
	if err != nil {
		return err
	}
	*d = *doc
	return nil
}

// MarshalJSON returns the canonical encoding of the document.
func (p *Plan) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// UnmarshalJSON returns an error: a plan needs an Env. Use Open, or decode into a Document
// and use New.
func (p *Plan) UnmarshalJSON([]byte) error {
	return errors.New("poa: a Plan cannot be decoded without an Env: decode into a Document and use New, or use Open")
}

// MarshalJSON returns an object with a member for each namespace.
func (e Ext) MarshalJSON() ([]byte, error) {
	b := []byte(wire.Encode(e, encodeExt))
	var again Ext
	if err := again.UnmarshalJSON(b); err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalJSON decodes the encoding of MarshalJSON. Its error is a *DecodeError.
func (e *Ext) UnmarshalJSON(data []byte) error {
	d := wire.NewDecoder(data)
	d.LimitText()
	var ext Ext
	if decodeExt(d, &ext); !d.End() {
		return decodeError(d.Err())
	}
	*e = ext
	return nil
}

// MarshalJSON returns an error: an analysis contains its plan and calendars. Marshal the
// fields that are needed, such as Findings or Activities, or the result of Due.
func (a *Analysis) MarshalJSON() ([]byte, error) {
	return nil, errors.New("poa: an Analysis cannot be marshalled as a whole: marshal its Findings, Activities, Budget …")
}

// AppendJSON appends the commands to b as a canonical JSON array.
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

// MarshalJSON returns the encoding of AppendJSON. A nil command is an error.
func (c Commands) MarshalJSON() ([]byte, error) {
	for i, command := range c {
		if command == nil {
			return nil, newRefusal(ErrEmptyCommand, norm.Path("").Item("#"+strconv.Itoa(i)))
		}
	}
	return c.AppendJSON(nil), nil
}

// UnmarshalJSON decodes a JSON array of commands. Its error is a *DecodeError.
func (c *Commands) UnmarshalJSON(data []byte) error {
	d := wire.NewDecoder(data)
	d.LimitText()
	var list Commands
	if d.OpenList() {
		for d.More() {
			if len(list) >= MaxCommands {
				d.Fail(wire.Limit(wire.TooMany, "", MaxCommands))
				break
			}
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
