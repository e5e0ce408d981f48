package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// The office's own days appear as they were decided, including invalid ones, and a
// vacation is one row even if it includes Christmas.
func TestOwnDays(t *testing.T) {
	doc := sample()
	day := func(text string) calendar.Span { return calendar.MustParseSpan(text + "/" + text) }
	doc.WorkWeek = []calendar.Weekday{calendar.Monday, calendar.Tuesday, calendar.Saturday}
	doc.OwnDays = []*office.Adjustment{
		{ID: "d1", Kind: office.Vacation, Name: "DAY-001", Span: calendar.MustParseSpan("2027-12-20/2027-12-31")},
		{ID: "d2", Kind: office.LocalDay, Name: "DAY-002", Rule: "05-13 3d", Valid: calendar.Always(), Document: "DOC-001"},
		{ID: "d3", Kind: office.WorkDay, Span: day("2027-09-28"), Instead: calendar.MustDate(2027, 9, 27), Reason: "WHY-001", Document: "DOC-002"},
		{ID: "d4", Kind: office.DayOff, Name: "DAY-003", Span: day("2028-01-03"), Reason: "WHY-002", Document: "DOC-003"},
	}
	doc.Illustrative = append(doc.Illustrative, "ownDays[d3].document")
	html := write(t, analyze(t, doc, "2027-07-20"), report.Options{})
	p := read(t, html)
	p.check(t)
	for _, want := range []string{
		"Días propios de la oficina", "lunes, martes, sábado", "DAY-001", "20 al 31 de diciembre de 2027", "cada 13 de mayo, 3 días", "DOC-001",
		"martes 28 de septiembre de 2027", "lunes 27 de septiembre de 2027", "WHY-001", "DOC-002†", "DAY-003", "WHY-002", "DOC-003", "28 de septiembre (día del servidor público)", "Todavía no cuenta",
	} {
		p.contains(t, want)
	}
	assert.Contains(t, analyzeCodes(t, doc), norm.Code("calendar.adjustment-year"))

	english := read(t, write(t, analyze(t, doc, "2027-07-20"), report.Options{Language: "en"}))
	english.contains(t, "each 13 May, 3 days")
	english.contains(t, "Monday, Tuesday, Saturday")
}

func analyzeCodes(t *testing.T, doc *poa.Document) (list []norm.Code) {
	for _, f := range analyze(t, doc, "2027-07-20").Findings {
		list = append(list, f.Code)
	}
	return list
}

// A plan without a valid calendar or year has a report, in both languages, and so has one at
// an end of the calendar.
func TestReportWithoutACalendar(t *testing.T) {
	for _, name := range []string{"", "sonora", "jalisco"} {
		for _, year := range []int{0, 1, 2027, 9999} {
			doc := sample()
			doc.Calendar, doc.FiscalYear = name, year
			for _, language := range []string{"es-MX", "en"} {
				for _, today := range []string{"0001-01-01", "2027-07-20", "9999-12-31"} {
					html := write(t, analyze(t, doc, today), report.Options{Language: language})
					read(t, html).contains(t, "T-001")
				}
			}
		}
	}
}
