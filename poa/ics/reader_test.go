package ics_test

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// property is an unfolded line of a file (RFC 5545, 3.1).
type property struct{ name, value string }

// read is a reader independent of the package. It checks line ends, lengths and
// characters, unfolds the lines, and returns the properties of the calendar and of each
// event.
func read(data string) (head []property, events [][]property, err error) {
	if !strings.HasSuffix(data, "\r\n") {
		return nil, nil, fmt.Errorf("the last line has no line break")
	}
	var lines []string
	for _, l := range strings.Split(strings.TrimSuffix(data, "\r\n"), "\r\n") {
		if len(l) > 75 {
			return nil, nil, fmt.Errorf("%d octets: %q", len(l), l)
		}
		if !utf8.ValidString(l) {
			return nil, nil, fmt.Errorf("a character is split: %q", l)
		}
		for _, r := range l {
			if r < ' ' && r != '\t' || r == 0x7f {
				return nil, nil, fmt.Errorf("control character: %q", l)
			}
		}
		if strings.HasPrefix(l, " ") {
			if len(lines) == 0 {
				return nil, nil, fmt.Errorf("the first line is a continuation")
			}
			lines[len(lines)-1] += l[1:]
			continue
		}
		lines = append(lines, l)
	}
	var stack []string
	for _, l := range lines {
		name, value, ok := strings.Cut(l, ":")
		if !ok {
			return nil, nil, fmt.Errorf("not a property: %q", l)
		}
		switch {
		case name == "BEGIN":
			stack = append(stack, value)
			if value == "VEVENT" {
				events = append(events, nil)
			}
		case name == "END":
			if len(stack) == 0 || stack[len(stack)-1] != value {
				return nil, nil, fmt.Errorf("END:%s without BEGIN", value)
			}
			stack = stack[:len(stack)-1]
		case len(stack) == 1:
			head = append(head, property{name, value})
		case len(stack) == 2:
			events[len(events)-1] = append(events[len(events)-1], property{name, value})
		default:
			return nil, nil, fmt.Errorf("%q is outside of the calendar", l)
		}
	}
	if len(stack) != 0 {
		return nil, nil, fmt.Errorf("missing END of %q", stack)
	}
	return head, events, nil
}

// value returns the value of the only property with that name.
func value(properties []property, name string) string {
	found := "missing " + name
	for i, p := range properties {
		if p.name != name {
			continue
		}
		if !strings.HasPrefix(found, "missing") {
			return fmt.Sprintf("%s twice, again at %d", name, i)
		}
		found = p.value
	}
	return found
}

// unescape parses a list of texts (RFC 5545, 3.3.11). It marks unescaped semicolons and
// invalid escapes in the result.
func unescape(s string) (list []string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ',':
			list = append(list, b.String())
			b.Reset()
		case s[i] == '\\' && i+1 < len(s):
			i++
			switch s[i] {
			case 'n', 'N':
				b.WriteByte('\n')
			case '\\', ';', ',':
				b.WriteByte(s[i])
			default:
				b.WriteString("<invalid escape>")
			}
		case s[i] == ';':
			b.WriteString("<bare semicolon>")
		default:
			b.WriteByte(s[i])
		}
	}
	return append(list, b.String())
}
