//go:build !lean

package norm

import "encoding/json"

// editJSON is the wire form of an Edit, in which Value is JSON and not text.
type editJSON struct {
	Op     Op              `json:"op"`
	Path   Path            `json:"path"`
	Value  json.RawMessage `json:"value,omitempty"`
	Before string          `json:"before,omitempty"`
}

// MarshalJSON returns the wire form of the edit. It returns an error if Value is not
// valid JSON.
func (e Edit) MarshalJSON() ([]byte, error) {
	return json.Marshal(editJSON{e.Op, e.Path, json.RawMessage(e.Value), e.Before})
}

// UnmarshalJSON parses the output of MarshalJSON.
func (e *Edit) UnmarshalJSON(data []byte) error {
	var v editJSON
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	*e = Edit{v.Op, v.Path, string(v.Value), v.Before}
	return nil
}
