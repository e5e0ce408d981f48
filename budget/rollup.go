package budget

// ChapterCost is the planned money of one COG chapter.
type ChapterCost struct {
	// Chapter is the code, as in "3000"; "" gathers the lines whose item has
	// no chapter.
	Chapter string `json:"chapter"`
	Months  Months `json:"months"`
	Total   Money  `json:"total"`
}

// FundCost is the planned money of one fund against its ceiling.
type FundCost struct {
	Fund *Fund `json:"fund,omitempty"`
	// Cost is the sum of the lines that name the fund.
	Cost    Money `json:"cost"`
	Ceiling Money `json:"ceiling"`
	// Gap is Cost − Ceiling (brecha presupuestaria): positive is a shortfall, negative a
	// balance.
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

// ByChapter adds up the lines by COG chapter. It has a row for each chapter
// that a line belongs to, sorted by code. The error is ErrOverflow.
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

// ByFund sets the cost of the lines against the ceiling of their fund. It has
// a row for each fund, in their order. Lines that name none of the funds are
// in no row: the costs then add up to less than the lines. The error is
// ErrOverflow.
func ByFund(funds []*Fund, lines []*Line) ([]FundCost, error) {
	rows := make([]FundCost, len(funds))
	index := make(map[string]int, len(funds))
	for i, f := range funds {
		rows[i] = FundCost{Fund: f, Ceiling: f.Ceiling}
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
		var err error
		if rows[i].Gap, err = rows[i].Cost.Sub(rows[i].Ceiling); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// Fits returns nil if every sum of its arguments that this package can compute stays
// within the bounds of Money; otherwise ErrOverflow. If Fits returned nil, Schedule,
// ByChapter, ByFund and Fold do not return ErrOverflow.
func Fits(funds []*Fund, lines []*Line, entries []*Entry) error {
	var c int64
	add := func(m Money) bool {
		c += m.Abs().c
		return c <= MaxCentavos
	}
	for _, f := range funds {
		if !add(f.Ceiling) {
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
