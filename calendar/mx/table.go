package mx

import (
	"errors"
	"strconv"
	"strings"
)

// Row is a row of a table of a norm.
type Row struct {
	// Table is the name of the table: "days".
	Table string
	// Where is the file and line of the row, for messages: "lft.md:21".
	Where  string
	Fields []Field
}

// Field is a field of a row. The value "-" means that the field is empty on purpose.
type Field struct{ Name, Value string }

// get returns the value of a field.
func (r *Row) get(name string) (value string, ok bool) {
	for _, f := range r.Fields {
		if f.Name == name {
			return f.Value, true
		}
	}
	return "", false
}

// ParseTables parses the rows of tables such as those in the folder tables. The text is
// Markdown with these lines:
//
//	# Heading or comment     ignored, like an empty line
//	table: days              the name of the table that follows
//	law: LFT                 a field of all rows of the table or, before the first
//	                         table, of all rows of all tables
//	| key | rule |           the names of the other fields
//	|---|---|                ignored
//	| christmas | 12-25 |    a row
//
// A bar in a field is written \|. Any other line is an error, and so are an empty field,
// a duplicate field, and a row with more or fewer fields than names. ParseTables returns
// the rows without errors, and joins the errors, each with file and line.
func ParseTables(file, text string) ([]Row, error) {
	p := tableParser{file: file}
	for i, line := range strings.Split(text, "\n") {
		p.line = i + 1
		p.parseLine(strings.TrimSpace(line))
	}
	return p.rows, errors.Join(p.errs...)
}

type tableParser struct {
	file   string
	line   int
	table  string
	global []Field  // the fields of all tables
	common []Field  // the fields of all rows of the table
	names  []string // the names of the columns, or nil before the table's first line
	rows   []Row
	errs   []error
}

func (p *tableParser) fail(text string) {
	p.errs = append(p.errs, errors.New("mx: "+p.where()+": "+text))
}

func (p *tableParser) where() string { return p.file + ":" + strconv.Itoa(p.line) }

func (p *tableParser) parseLine(line string) {
	name, value, isField := strings.Cut(line, ": ")
	switch {
	case line == "" || line[0] == '#' || strings.Trim(line, "|- ") == "" && line[0] == '|':
	case line[0] == '|':
		p.parseRow(line)
	case !isField || strings.ContainsAny(name, " |"):
		p.fail("this line is neither a row, nor a field as in \"law: LFT\", nor a comment that begins with #")
	case name == "table":
		p.table, p.common, p.names = value, nil, nil
	case p.table == "":
		p.global = append(p.global, Field{name, value})
	case p.names != nil:
		p.fail("the field " + name + " must come before the rows")
	default:
		p.common = append(p.common, Field{name, value})
	}
}

func (p *tableParser) parseRow(line string) {
	cells := splitCells(line)
	switch {
	case p.table == "":
		p.fail("a row without a table: write \"table: days\" above it")
		return
	case p.names == nil:
		p.names = cells
		return
	case len(cells) != len(p.names):
		p.fail("the row has " + strconv.Itoa(len(cells)) + " fields, and there are " + strconv.Itoa(len(p.names)) + " names")
		return
	}
	row := Row{Table: p.table, Where: p.where(), Fields: make([]Field, 0, len(p.global)+len(p.common)+len(cells))}
	row.Fields = append(append(row.Fields, p.global...), p.common...)
	for i, cell := range cells {
		row.Fields = append(row.Fields, Field{p.names[i], cell})
	}
	for i, f := range row.Fields {
		if f.Value == "" {
			p.fail("the field " + f.Name + " is empty: write - if it has no value")
			return
		}
		for _, before := range row.Fields[:i] {
			if before.Name == f.Name {
				p.fail("the field " + f.Name + " is written twice")
				return
			}
		}
	}
	p.rows = append(p.rows, row)
}

// splitCells splits a line that begins with a bar at its bars.
func splitCells(line string) []string {
	const escaped = "\x00"
	line = strings.TrimSuffix(strings.ReplaceAll(line[1:], `\|`, escaped), "|")
	cells := strings.Split(line, "|")
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(strings.TrimSpace(cell), escaped, "|")
	}
	return cells
}
