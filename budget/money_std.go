//go:build !lean

package budget

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Value returns the text of m, such as "1234.50", for a column of type DECIMAL,
// NUMERIC or TEXT.
func (m Money) Value() (driver.Value, error) { return m.String(), nil }

// Scan reads an amount in pesos from a database column: the text of a DECIMAL with
// any number of decimals (1234.5000 is 1234.50), or a number, as SQLite stores it.
// A fraction of a centavo is an error, and so is NULL: use sql.Null[Money] for a
// column that may be NULL. For a column of centavos, scan an int64 and use
// Centavos.
func (m *Money) Scan(src any) error {
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
		return errors.New("budget: an amount cannot be NULL: scan into sql.Null[budget.Money]")
	default:
		return fmt.Errorf("budget: an amount is read from text or a number, not from %T", src)
	}
	whole, decimals, _ := strings.Cut(text, ".")
	for len(decimals) > 2 && decimals[len(decimals)-1] == '0' {
		decimals = decimals[:len(decimals)-1]
	}
	for len(decimals) < 2 {
		decimals += "0"
	}
	if whole == "-0" && decimals == "00" {
		whole = "0"
	}
	v, err := ParseMoney(whole + "." + decimals)
	if err != nil {
		return err
	}
	*m = v
	return nil
}

// MarshalBinary returns the text of m. encoding/gob uses it.
func (m Money) MarshalBinary() ([]byte, error) { return m.MarshalText() }

// UnmarshalBinary parses the output of MarshalBinary.
func (m *Money) UnmarshalBinary(data []byte) error { return m.UnmarshalText(data) }
