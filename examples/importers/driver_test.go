package importers_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"slices"
	"strings"
)

// openTable opens a database in memory with one table, so that the examples need no
// driver. It knows two statements: INSERT adds a row, anything else returns all rows.
func openTable(columns ...string) *sql.DB { return sql.OpenDB(&table{columns: columns}) }

type table struct {
	columns []string
	rows    [][]driver.Value
}

func (t *table) Connect(context.Context) (driver.Conn, error) { return t, nil }
func (t *table) Driver() driver.Driver                        { return nil }
func (t *table) Begin() (driver.Tx, error)                    { return nil, errors.New("no transactions") }
func (t *table) Close() error                                 { return nil }
func (t *table) Prepare(query string) (driver.Stmt, error)    { return &statement{t, query}, nil }

type statement struct {
	*table
	query string
}

func (s *statement) NumInput() int { return strings.Count(s.query, "?") }

func (s *statement) Exec(args []driver.Value) (driver.Result, error) {
	if len(args) != len(s.columns) {
		return nil, errors.New("another number of columns")
	}
	s.rows = append(s.rows, slices.Clone(args))
	return driver.RowsAffected(1), nil
}

func (s *statement) Query([]driver.Value) (driver.Rows, error) {
	return &rows{s.columns, slices.Clone(s.rows)}, nil
}

type rows struct {
	columns []string
	left    [][]driver.Value
}

func (r *rows) Columns() []string { return r.columns }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(into []driver.Value) error {
	if len(r.left) == 0 {
		return io.EOF
	}
	copy(into, r.left[0])
	r.left = r.left[1:]
	return nil
}
