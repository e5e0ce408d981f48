package budget

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
	Cost    Money `json:"cost"`
	Ceiling Money `json:"ceiling"`
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

// ByFund compares the cost of the lines with the ceiling of their fund. It returns
// a row for each fund, in the order of funds. Lines without a known fund are in no
// row, so the costs may add up to less than the lines. The error is ErrOverflow.
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

// Fits returns nil if no sum or difference that this package computes from its
// arguments can overflow, and ErrOverflow otherwise. A caller that checks a plan
// once, when it is read, need not expect ErrOverflow from Schedule, ByChapter,
// ByFund and Fold. The check is conservative: it adds up absolute values.
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
