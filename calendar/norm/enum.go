package norm

import (
	"errors"
	"strconv"
	"strings"
)

// Enum has the text keys of an enum. The methods that the generator writes for the enums of
// this module use it.
type Enum struct {
	// Unknown is what the error of an unknown value begins with: "kpi: unknown level".
	Unknown string
	// Keys has the key of each value, "" for a value without one.
	Keys []string
}

// Key returns the key of value v, or "" if it has none.
func (e *Enum) Key(v uint8) string {
	if int(v) < len(e.Keys) {
		return e.Keys[v]
	}
	return ""
}

// AppendText appends the key of value v to b. A value without a key is an error, which
// lists the keys.
func (e *Enum) AppendText(b []byte, v uint8) ([]byte, error) {
	if k := e.Key(v); k != "" {
		return append(b, k...), nil
	}
	return b, e.unknown(strconv.Itoa(int(v)))
}

// Parse sets v to the value of a key. Any other text is an error, which lists the keys,
// and leaves v unchanged.
func (e *Enum) Parse(text []byte, v *uint8) error {
	for i, k := range e.Keys {
		if k != "" && k == string(text) {
			*v = uint8(i)
			return nil
		}
	}
	return e.unknown(Quote(string(text)))
}

func (e *Enum) unknown(value string) error {
	return errors.New(e.Unknown + " " + value + ": use one of " + strings.TrimPrefix(strings.Join(e.Keys, ", "), ", "))
}
