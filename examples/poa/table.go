package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/poa/ics"
)

// format is the output format of a list.
type format string

const (
	asCSV  format = "csv"
	asJSON format = "json"
	asICS  format = "ics"
	asText format = "text"
)

func (f format) MarshalText() ([]byte, error) { return []byte(f), nil }

func (f *format) UnmarshalText(text []byte) error {
	switch v := format(text); v {
	case asCSV, asJSON, asICS, asText:
		*f = v
		return nil
	}
	return errorf("use csv, json, ics o text", "use csv, json, ics or text")
}

// table is a list to be written. A row has its columns followed by its details: CSV has
// the columns only, JSON both, and text has lines instead.
type table struct {
	columns, details []string
	rows             [][]string
	lines            []string
}

// list are the flags of a command that prints a list.
type list struct {
	format   *format
	stamp    *day
	revision *count
	out      *output
}

func (a arguments) list() *list {
	l := &list{a.format(), a.stamp(), new(count), a.output(a.pick("la lista", "the list"), false)}
	a.TextVar(l.revision, "revision", count(0), a.pick("el número `N` de la versión de un archivo ics, no menor que el de la anterior; 0 son los días de 1970 a -stamp",
		"the number `N` of the version of an ics file, at least that of the one before; 0 means the days from 1970 to -stamp"))
	return l
}

// write writes t or, in the format ics, a calendar file with a name and events.
func (l *list) write(s streams, t *table, name string, events []ics.Event) error {
	return l.out.write(s, func(w io.Writer) error {
		if *l.format != asICS {
			return t.write(w, *l.format)
		}
		revision := int(*l.revision)
		if revision == 0 {
			revision = max(int(l.stamp.Days()), 0)
		}
		return ics.Encode(w, ics.File{Name: name, Stamp: l.stamp.Date, Revision: revision, Events: events})
	})
}

func (t *table) write(w io.Writer, as format) error {
	switch as {
	case asJSON:
		return t.json(w)
	case asText:
		for _, l := range t.lines {
			if _, err := fmt.Fprintln(w, l); err != nil {
				return err
			}
		}
		return nil
	default:
		return t.csv(w)
	}
}

// byteOrderMark makes Excel read a CSV file as UTF-8.
const byteOrderMark = "\uFEFF"

// csv writes a file that Excel opens by itself: UTF-8 with a byte order mark, commas, and
// lines that end in CR LF (RFC 4180). A cell is one line.
func (t *table) csv(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	c := csv.NewWriter(&b)
	c.UseCRLF = true
	_ = c.Write(t.columns)
	cells := make([]string, len(t.columns))
	for _, row := range t.rows {
		for i := range cells {
			cells[i] = cell(strings.Join(strings.Fields(row[i]), " "))
		}
		_ = c.Write(cells)
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}

// json writes an array of objects, one per line, without empty details.
func (t *table) json(w io.Writer) error {
	var b bytes.Buffer
	names := append(append([]string(nil), t.columns...), t.details...)
	b.WriteByte('[')
	for i, row := range t.rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for j, text := range row {
			if text == "" && j >= len(t.columns) {
				continue
			}
			if j > 0 {
				b.WriteByte(',')
			}
			value, err := json.Marshal(text)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, "%q:%s", names[j], value)
		}
		b.WriteByte('}')
	}
	b.WriteString("\n]\n")
	_, err := b.WriteTo(w)
	return err
}

// cell returns text that a spreadsheet does not compute: text that begins like a formula
// gets a leading apostrophe. White space, byte order marks and other characters that are
// not shown do not count as its beginning, and full-width signs do. A negative number is
// no formula.
func cell(text string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, func(r rune) bool {
		return !strings.ContainsRune("\t\r", r) && (unicode.IsSpace(r) || !unicode.IsGraphic(r))
	}))
	switch first {
	case '-':
		if text[0] == '-' && isNumber(text[1:]) {
			return text
		}
		return "'" + text
	case '=', '+', '@', '\t', '\r',
		'＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫':
		return "'" + text
	}
	return text
}

// isNumber reports whether s is a number without a sign: "1234.50", "1,234.50", "$5", "6%".
func isNumber(s string) bool {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "$"), "%")
	whole, fraction, dot := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if !digits(g) || len(groups) > 1 && (len(g) > 3 || i > 0 && len(g) < 3) {
			return false
		}
	}
	return !dot || digits(fraction)
}

// digits reports whether s is one or more digits.
func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
