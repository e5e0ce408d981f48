package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
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
	return fmt.Errorf("use csv, json, ics or text")
}

// table is a list to be written. A row has its columns followed by its details: CSV has
// the columns only, JSON both, and text has lines instead.
type table struct {
	columns, details []string
	rows             [][]string
	lines            []string
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

func (t *table) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	_ = c.Write(t.columns)
	cells := make([]string, len(t.columns))
	for _, row := range t.rows {
		for i := range cells {
			cells[i] = cell(row[i])
		}
		_ = c.Write(cells)
	}
	c.Flush() // Error returns the errors of Write too
	return c.Error()
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
// gets a leading apostrophe.
func cell(text string) string {
	if text != "" {
		switch text[0] {
		case '=', '+', '-', '@', '\t', '\r':
			return "'" + text
		}
	}
	return text
}
