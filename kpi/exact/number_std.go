//go:build !lean

package exact

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Value returns the text of n, "12.5" or "1/3", for a database column. A column of
// type DECIMAL accepts decimals only: for it, store the result of Round.
func (n Number) Value() (driver.Value, error) { return n.String(), nil }

// Scan reads a number from a database column: text as Parse accepts it, with any
// number of trailing zeros, an integer, or a float64, which is read as its shortest
// decimal. NULL is an error, because no data is not 0: use sql.Null[Number].
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
	if whole, decimals, ok := strings.Cut(text, "."); ok && !strings.ContainsAny(text, "eE") {
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

// MarshalBinary returns the text of n. encoding/gob uses it.
func (n Number) MarshalBinary() ([]byte, error) { return n.MarshalText() }

// UnmarshalBinary parses the output of MarshalBinary.
func (n *Number) UnmarshalBinary(data []byte) error { return n.UnmarshalText(data) }
