package norm

import (
	"errors"
	"strconv"
	"strings"
)

// The enums of every machine are small integers with a text key each, and the
// key is wire format. Their keys stand in an array by value; a value without a
// key, such as the unspecified zero, is no value.

// Key returns the key of value i, or "" where it has none.
func Key(keys []string, i int) string {
	if i < 0 || i >= len(keys) {
		return ""
	}
	return keys[i]
}

// MarshalKey returns the key of value i. The error, which begins with the
// package's name, says that what has no such value.
func MarshalKey(pkg, what string, keys []string, i int) ([]byte, error) {
	if k := Key(keys, i); k != "" {
		return []byte(k), nil
	}
	return nil, errors.New(pkg + ": " + strconv.Itoa(i) + " is not a " + what + ": use one of " + listKeys(keys))
}

// UnmarshalKey returns the value of a key. The error lists the keys there are.
func UnmarshalKey(pkg, what string, keys []string, text []byte) (int, error) {
	for i, k := range keys {
		if k != "" && k == string(text) {
			return i, nil
		}
	}
	return 0, errors.New(pkg + ": unknown " + what + " " + Quote(string(text)) + ": use one of " + listKeys(keys))
}

func listKeys(keys []string) string {
	if len(keys) > 0 && keys[0] == "" {
		keys = keys[1:]
	}
	return strings.Join(keys, ", ")
}
