//go:build !lean

package exact

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Value returns the text of n, "12.5" or "1/3", for a database. A column of type DECIMAL
// takes decimals only: store the result of Round if a number may be a fraction.
func (n Number) Value() (driver.Value, error) { return n.String(), nil }

// Scan reads a number from a database: text as Parse reads it, an integer, or a float64,
// read as the shortest decimal that is the same double. NULL is an error, because no data
// is not 0: use sql.Null[Number].
func (n *Number) Scan(src any) error {
	var text string
	switch src := src.(type) {
	case string:
		text = src
	case []byte:
		text = string(src)
	case int64:
		text = strconv.FormatInt(src, 10)
	case float64:
		text = strconv.FormatFloat(src, 'f', -1, 64)
	case nil:
		return errors.New("exact: a number cannot be NULL: scan into sql.Null[exact.Number]")
	default:
		return fmt.Errorf("exact: a number is read from text or a number, not from %T", src)
	}
	if whole, decimals, ok := strings.Cut(text, "."); ok {
		if decimals = strings.TrimRight(decimals, "0"); decimals == "" {
			text = whole
		} else {
			text = whole + "." + decimals
		}
	}
	if text == "-0" {
		text = "0"
	}
	v, err := Parse(text)
	if err != nil {
		return err
	}
	*n = v
	return nil
}

// MarshalBinary returns the text of n, so that encoding/gob carries it.
func (n Number) MarshalBinary() ([]byte, error) { return n.MarshalText() }

// UnmarshalBinary reads what MarshalBinary writes.
func (n *Number) UnmarshalBinary(data []byte) error { return n.UnmarshalText(data) }
