package budget

import (
	"slices"
	"strings"
)

// ChapterCost is the planned money of one COG chapter.
type ChapterCost struct {
	// Chapter is the code, as in "3000", or "" for the lines whose item has no
	// chapter.
	Chapter string `json:"chapter"`
	Months  Months `json:"months"`
	Total   Money  `json:"total"`
}

// FundCost compares the planned cost of one fund with its ceiling.
type FundCost struct {
	Fund *Fund `json:"fund,omitempty"`
	// Cost is the sum of the lines that name the fund.
	Cost Money `json:"cost"`
	// HasCeiling reports whether the ceiling is known; otherwise Ceiling and Gap are
	// zero.
	HasCeiling bool  `json:"hasCeiling"`
	Ceiling    Money `json:"ceiling"`
	// Gap is Cost − Ceiling (brecha presupuestaria): the shortfall if positive, the
	// money left if negative.
	Gap Money `json:"gap"`
}

// Schedule adds up the lines month by month (calendario presupuestario; LGCG
// art. 66). The error is ErrOverflow.
func Schedule(lines []*Line) (Months, error) {
	var m Months
	for _, l := range lines {
		if !m.add(&l.Months) {
			return Months{}, ErrOverflow
		}
	}
	return m, nil
}

// ByChapter adds up the lines by COG chapter. It returns a row for each chapter
// that has lines, sorted by code. The error is ErrOverflow.
func ByChapter(lines []*Line) ([]ChapterCost, error) {
	var months [10]Months
	var seen [10]bool
	n := 0
	for _, l := range lines {
		c := l.chapter()
		if !seen[c] {
			seen[c] = true
			n++
		}
		if !months[c].add(&l.Months) {
			return nil, ErrOverflow
		}
	}
	rows := make([]ChapterCost, 0, n)
	for c := range months {
		if !seen[c] {
			continue
		}
		total, err := months[c].Total()
		if err != nil {
			return nil, err
		}
		rows = append(rows, ChapterCost{Chapter: chapterCode(c), Months: months[c], Total: total})
	}
	return rows, nil
}

// ClassCost is the planned money of one class of the classifier by object (COG).
type ClassCost struct {
	// Code is as published: four digits for a chapter ("3000") or a concept ("3600"),
	// three for a generic item ("361").
	Code   string `json:"code"`
	Months Months `json:"months"`
	Total  Money  `json:"total"`
}

// ByConcept adds up the lines by COG concept. It returns a row for each concept that has
// lines, sorted by code. A line whose item has no concept is under its chapter, and one
// without a chapter under "". The error is ErrOverflow.
func ByConcept(lines []*Line) ([]ClassCost, error) { return byClass(lines, 2) }

// ByGenericItem adds up the lines by generic item (partida genérica), as ByConcept does:
// a line whose item is a concept is under that.
func ByGenericItem(lines []*Line) ([]ClassCost, error) { return byClass(lines, 3) }

// MonthlyCalendar returns the calendar of the budget with a monthly base (LGCG art. 66) in
// the form that CONAC publishes: a row for each chapter that has lines, and after it one
// for each of its concepts, all sorted by code. Schedule is its row of totals. Lines
// without a chapter are in a row "" before the others. The error is ErrOverflow.
func MonthlyCalendar(lines []*Line) ([]ClassCost, error) {
	chapters, err := byClass(lines, 1)
	if err != nil {
		return nil, err
	}
	concepts, err := byClass(lines, 2)
	if err != nil {
		return nil, err
	}
	rows := make([]ClassCost, 0, len(chapters)+len(concepts))
	for _, chapter := range chapters {
		rows = append(rows, chapter)
		for len(concepts) > 0 && (chapter.Code == "" || concepts[0].Code[0] == chapter.Code[0]) {
			if concepts[0].Code != chapter.Code {
				rows = append(rows, concepts[0])
			}
			concepts = concepts[1:]
			if chapter.Code == "" {
				break
			}
		}
	}
	return rows, nil
}

// byClass adds up the lines by the first digits of their items, one to three.
func byClass(lines []*Line, digits int) ([]ClassCost, error) {
	var order []*ClassCost
	index := map[int]*ClassCost{} // by the key of the class
	for _, l := range lines {
		key := l.class(digits)
		row := index[key]
		if row == nil {
			row = &ClassCost{Code: classCode(key)}
			index[key] = row
			order = append(order, row)
		}
		if !row.Months.add(&l.Months) {
			return nil, ErrOverflow
		}
	}
	slices.SortStableFunc(order, func(a, b *ClassCost) int { return strings.Compare(a.Code, b.Code) })
	var rows []ClassCost
	for _, row := range order {
		var err error
		if row.Total, err = row.Months.Total(); err != nil {
			return nil, err
		}
		rows = append(rows, *row)
	}
	return rows, nil
}

// ByFund compares the cost of the lines with the ceiling of their fund. It returns
// a row for each fund, in the order of funds. Lines without a known fund are in no
// row, so the costs may add up to less than the lines. The error is ErrOverflow.
func ByFund(funds []*Fund, lines []*Line) ([]FundCost, error) {
	rows := make([]FundCost, len(funds))
	index := make(map[string]int, len(funds))
	for i, f := range funds {
		rows[i] = FundCost{Fund: f}
		if f.Ceiling != nil {
			rows[i].HasCeiling, rows[i].Ceiling = true, *f.Ceiling
		}
		index[f.ID] = i
	}
	for _, l := range lines {
		i, ok := index[l.Fund]
		if !ok {
			continue
		}
		total, err := l.Months.Total()
		if err != nil {
			return nil, err
		}
		if rows[i].Cost, err = rows[i].Cost.Add(total); err != nil {
			return nil, err
		}
	}
	for i := range rows {
		if !rows[i].HasCeiling {
			continue
		}
		var err error
		if rows[i].Gap, err = rows[i].Cost.Sub(rows[i].Ceiling); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// Fits returns nil if no sum or difference that this package computes from its
// arguments can overflow, and ErrOverflow otherwise. A caller that checks a plan
// once, when it is read, need not expect ErrOverflow from Schedule, ByChapter,
// ByConcept, ByFund and Fold. The check is conservative: it adds up absolute values.
func Fits(funds []*Fund, lines []*Line, entries []*Entry) error {
	var c int64
	add := func(m Money) bool {
		c += m.Abs().c
		return c <= MaxCentavos
	}
	for _, f := range funds {
		if f.Ceiling != nil && !add(*f.Ceiling) {
			return ErrOverflow
		}
	}
	for _, l := range lines {
		for _, m := range l.Months {
			if !add(m) {
				return ErrOverflow
			}
		}
	}
	c = 0
	for _, e := range entries {
		if !add(e.Amount) {
			return ErrOverflow
		}
	}
	return nil
}
