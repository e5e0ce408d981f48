package lang

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
)

var (
	monthsES = [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}
	monthsEN = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	daysES   = [7]string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}
	daysEN   = [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

// Month returns the name of a month, 1 to 12, in lower case in Spanish; "" for
// another number.
func (p *Printer) Month(month int) string {
	switch {
	case month < 1 || month > 12:
		return ""
	case p.english:
		return monthsEN[month-1]
	}
	return monthsES[month-1]
}

// MonthShort returns the first three letters of a month's name.
func (p *Printer) MonthShort(month int) string {
	if name := p.Month(month); name != "" {
		return name[:3]
	}
	return ""
}

// Weekday returns the name of a day of the week; "" if w is invalid.
func (p *Printer) Weekday(w calendar.Weekday) string {
	switch {
	case w < calendar.Monday || w > calendar.Sunday:
		return ""
	case p.english:
		return daysEN[w-1]
	}
	return daysES[w-1]
}

// Date returns a date in full, "4 de enero de 2027" or "4 January 2027"; the
// zero Date is "sin fecha".
func (p *Printer) Date(d calendar.Date) string {
	if d.IsZero() {
		return p.Text("word.no-date")
	}
	return p.day(d, true, true)
}

// DateShort returns a date for narrow columns, "4 ene 2027"; the zero Date is
// "—".
func (p *Printer) DateShort(d calendar.Date) string {
	if d.IsZero() {
		return "—"
	}
	y, m, day := d.Civil()
	return strconv.Itoa(day) + " " + p.MonthShort(m) + " " + year(y)
}

// Span returns the first and the last day of a span; a month or year that both
// share is written once: "4 al 15 de enero de 2027", "4–15 January 2027". A span
// without an end is "desde el …", one without a start "hasta el …", one without
// dates "sin fechas". A reversed span is written like any other.
func (p *Printer) Span(s calendar.Span) string {
	switch {
	case s.IsZero():
		return p.Text("word.no-dates")
	case s.End.IsZero():
		return p.Text("word.from") + " " + p.Date(s.Start)
	case s.Start.IsZero():
		return p.Text("word.until") + " " + p.Date(s.End)
	case s.Start == s.End:
		return p.Date(s.Start)
	}
	sameYear := s.Start.Year() == s.End.Year()
	sameMonth := sameYear && s.Start.Month() == s.End.Month()
	to := " al "
	if p.english {
		to = " – "
		if sameMonth {
			to = "–"
		}
	}
	return p.day(s.Start, !sameMonth, !sameYear) + to + p.day(s.End, true, true)
}

// SpanShort returns the days of a span for narrow columns: "4–15 ene 2027", "28
// ene – 3 feb 2027". A missing date is "—".
func (p *Printer) SpanShort(s calendar.Span) string {
	y, m, d := s.Start.Civil()
	y2, m2, _ := s.End.Civil()
	switch {
	case s.IsZero():
		return "—"
	case s.Start == s.End:
		return p.DateShort(s.Start)
	case s.Start.IsZero() || s.End.IsZero() || y != y2:
		return p.DateShort(s.Start) + " – " + p.DateShort(s.End)
	case m != m2:
		return strconv.Itoa(d) + " " + p.MonthShort(m) + " – " + p.DateShort(s.End)
	}
	return strconv.Itoa(d) + "–" + p.DateShort(s.End)
}

func (p *Printer) day(d calendar.Date, withMonth, withYear bool) string {
	y, m, day := d.Civil()
	s := strconv.Itoa(day)
	if withMonth {
		if !p.english {
			s += " de"
		}
		s += " " + p.Month(m)
	}
	if withYear {
		s += p.yearSeparator() + year(y)
	}
	return s
}

func (p *Printer) yearSeparator() string {
	if p.english {
		return " "
	}
	return " de "
}

// year returns y with at least four digits, "0027", so that it is not taken for
// a day.
func year(y int) string {
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}
