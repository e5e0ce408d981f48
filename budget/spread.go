package budget

import (
	"cmp"
	"math/bits"
	"slices"
)

// Spread divides m over two margins at once, such as funds and months, in proportion
// to the products of the weights. It returns a row for each weight of rows with a cell
// for each weight of columns.
//
// All sums are exact. The cells add up to m, and each of them, each row and each column
// is its exact share rounded down or up to the centavo. The totals of the rows and of
// the columns are those of Allocate, except in the rare cases in which no such table
// has both. A weight of zero gets nothing. A negative amount is spread like its
// absolute value. The result depends on the arguments only.
//
// A row over the months of a year converts to Months: Months(table[i]). The error is
// that of Allocate. The time is proportional to the number of cells, up to a logarithm,
// unless many cells are exact without rounding.
func (m Money) Spread(rows, columns []int64) ([][]Money, error) {
	abs := m.Abs()
	a, err := newMargin(abs, rows)
	if err != nil {
		return nil, err
	}
	b, err := newMargin(abs, columns)
	if err != nil {
		return nil, err
	}
	cells, r := floors(magnitude(m.c), a, b)
	if !r.choose() {
		relaxed := r.relax(a, b)
		relaxed.choose() // it always can
		r = relaxed
	}
	table := make([][]Money, len(rows))
	n := len(columns)
	for i := range table {
		table[i] = cells[i*n : (i+1)*n : (i+1)*n]
		for j := range table[i] {
			cell := &table[i][j].c
			if r.up[i*r.columns+j] {
				*cell++
			}
			if m.c < 0 {
				*cell = -*cell
			}
		}
	}
	return table, nil
}

// margin is one side of a table: the weights, their sum, the amount of each line as
// Allocate has it, and the shares that are not whole centavos.
type margin struct {
	weights []int64
	sum     uint64
	parts   []Money
	inexact []bool
	// lower reports whether Allocate rounds the share down.
	lower []bool
}

func newMargin(m Money, weights []int64) (*margin, error) {
	a := &margin{weights: weights, inexact: make([]bool, len(weights)), lower: make([]bool, len(weights))}
	var err error
	if a.parts, err = m.Allocate(weights); err != nil {
		return nil, err
	}
	for _, w := range weights {
		a.sum += uint64(w)
	}
	for i, w := range weights {
		hi, lo := bits.Mul64(magnitude(m.c), uint64(w))
		q, rest := bits.Div64(hi, lo, a.sum)
		a.inexact[i] = rest > 0
		a.lower[i] = rest > 0 && a.parts[i].c == int64(q)
	}
	return a, nil
}

// rounding is the choice of the cells that are rounded up, for a table whose cells
// were rounded down: so many in each row and each column, and none that is exact.
type rounding struct {
	columns int
	// rows and cols are the numbers of cells that each still has to round up.
	rows, cols []int64
	rest       []rest // the fraction of each cell
	up         []bool
	seen       []bool // the columns that augment has visited
}

// rest is the fraction (high + low÷R)÷C of a centavo, where R and C are the sums of
// the weights.
type rest struct{ high, low uint64 }

func (r rest) isZero() bool { return r == rest{} }

func (r rest) compare(o rest) int {
	return cmp.Or(cmp.Compare(r.high, o.high), cmp.Compare(r.low, o.low))
}

// floors returns the cells rounded down, and what remains to be rounded up.
func floors(total uint64, a, b *margin) ([]Money, *rounding) {
	n := len(b.weights)
	cells := make([]Money, len(a.weights)*n)
	r := newRounding(len(a.weights), n)
	for i, part := range a.parts {
		r.rows[i] = part.c
	}
	for j, part := range b.parts {
		r.cols[j] = part.c
	}
	for i, row := range a.weights {
		// total × row = whole × R + over, so that the share of a column is
		// (whole×column + over×column÷R) ÷ C.
		hi, lo := bits.Mul64(total, uint64(row))
		whole, over := bits.Div64(hi, lo, a.sum)
		for j, column := range b.weights {
			hi, lo = bits.Mul64(over, uint64(column)) // over < R, so the quotient fits
			more, low := bits.Div64(hi, lo, a.sum)
			hi, lo = bits.Mul64(whole, uint64(column))
			lo, carry := bits.Add64(lo, more, 0)
			q, high := bits.Div64(hi+carry, lo, b.sum) // q is at most total
			cells[i*n+j], r.rest[i*n+j] = Money{int64(q)}, rest{high, low}
			r.rows[i] -= int64(q)
			r.cols[j] -= int64(q)
		}
	}
	return cells, r
}

func newRounding(rows, columns int) *rounding {
	return &rounding{
		columns: columns, rows: make([]int64, rows), cols: make([]int64, columns),
		rest: make([]rest, rows*columns), up: make([]bool, rows*columns), seen: make([]bool, columns),
	}
}

// choose chooses the cells and reports whether all rows and columns have theirs.
func (r *rounding) choose() bool {
	left := r.greedy()
	for progress := true; left > 0 && progress; {
		progress = false
		clear(r.seen)
		for i := range r.rows {
			for r.rows[i] > 0 && r.augment(i) {
				r.rows[i]--
				left--
				progress = true
			}
		}
	}
	return left == 0
}

// greedy chooses, in each row, cells of the columns that still need most, and of those
// the ones with the largest fractions. It returns the number of cells that it could not
// choose, which is zero if no cell is exact (theorem of Gale and Ryser).
func (r *rounding) greedy() (left int64) {
	order := make([]int, 0, r.columns)
	for i := range r.rows {
		row := r.rest[i*r.columns : (i+1)*r.columns]
		order = order[:0]
		for j := range row {
			if !row[j].isZero() && r.cols[j] > 0 {
				order = append(order, j)
			}
		}
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(r.cols[b], r.cols[a]), row[b].compare(row[a]), cmp.Compare(a, b))
		})
		for _, j := range order[:min(int64(len(order)), r.rows[i])] {
			r.up[i*r.columns+j] = true
			r.cols[j]--
			r.rows[i]--
		}
		left += r.rows[i]
	}
	return left
}

// augment chooses one cell more in row i, if need be by moving choices of other rows
// to other columns. It visits no column twice in one pass of choose.
func (r *rounding) augment(i int) bool {
	for j := range r.columns {
		cell := i*r.columns + j
		if r.seen[j] || r.up[cell] || r.rest[cell].isZero() {
			continue
		}
		r.seen[j] = true
		if r.cols[j] > 0 {
			r.cols[j]--
			r.up[cell] = true
			return true
		}
		for k := range r.rows {
			if other := k*r.columns + j; r.up[other] && r.augment(k) {
				r.up[other], r.up[cell] = false, true
				return true
			}
		}
	}
	return false
}

// relax returns r with one more row and one more column. They hold the centavos by
// which a column or a row is rounded down and not up, so that each of them may be
// either. Such a table always exists (Cox, A constructive procedure for unbiased
// controlled rounding, 1987).
func (r *rounding) relax(a, b *margin) *rounding {
	m, n := len(r.rows), r.columns
	x := newRounding(m+1, n+1)
	for i := range m {
		copy(x.rest[i*(n+1):], r.rest[i*n:(i+1)*n])
	}
	copy(x.rows, r.rows)
	copy(x.cols, r.cols)
	for cell, up := range r.up {
		if up { // it counts again
			x.rows[cell/n]++
			x.cols[cell%n]++
		}
	}
	for i := range m {
		if a.lower[i] {
			x.rows[i]++
			x.cols[n]++
		}
		if a.inexact[i] {
			x.rest[i*(n+1)+n] = rest{0, 1}
		}
	}
	for j := range n {
		if b.lower[j] {
			x.cols[j]++
			x.rows[m]++
		}
		if b.inexact[j] {
			x.rest[m*(n+1)+j] = rest{0, 1}
		}
	}
	return x
}
