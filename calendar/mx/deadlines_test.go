package mx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// rules returns all deadline rules of the package.
func rules() []term.DeadlineRule { return append(mx.Deadlines(), mx.OtherDeadlines()...) }

// rolled returns rules with a convention for days that are not business days.
func rolled(by calendar.Convention) []term.DeadlineRule {
	list := rules()
	for i := range list {
		list[i].Roll = by
	}
	return list
}

func TestDeadlinesOf2027(t *testing.T) {
	cal := compile(t, mx.Jalisco(), "2027-01-01/2027-12-31")
	var got []string
	for _, d := range term.Deadlines(mx.Deadlines(), 2027, cal) {
		complete(t, d.Key, d.Name)
		got = append(got, d.Date.String()+" "+d.Key+" "+d.Basis.Cite())
	}
	assert.Equal(t, []string{
		"2027-01-15 communication-programme LGCS art. 25",
		"2027-01-20 federal-funds-report-2026-12 LCF art. 48",
		"2027-01-30 quarterly-statements-2026-12 LGCG art. 51",
		"2027-01-30 transparency-advertising-2026-12 LGTAIP art. 65 fr. XXI",
		"2027-02-08 federal-funds-publication-2026-12 LCF art. 48",
		"2027-03-31 federal-indicators-review LGCG art. 80",
		"2027-04-20 federal-funds-report-2027-03 LCF art. 48",
		"2027-04-30 evaluation-programme LGCG art. 79",
		"2027-04-30 quarterly-statements-2027-03 LGCG art. 51",
		"2027-04-30 transparency-advertising-2027-03 LGTAIP art. 65 fr. XXI",
		"2027-05-10 federal-funds-publication-2027-03 LCF art. 48",
		"2027-06-30 communication-spending-2027-06 LGCS art. 41",
		"2027-07-20 federal-funds-report-2027-06 LCF art. 48",
		"2027-07-30 quarterly-statements-2027-06 LGCG art. 51",
		"2027-07-30 transparency-advertising-2027-06 LGTAIP art. 65 fr. XXI",
		"2027-08-06 federal-funds-publication-2027-06 LCF art. 48",
		"2027-09-15 annual-report LGAPM art. 47 fr. VIII",
		"2027-10-20 federal-funds-report-2027-09 LCF art. 48",
		"2027-10-30 quarterly-statements-2027-09 LGCG art. 51",
		"2027-10-30 transparency-advertising-2027-09 LGTAIP art. 65 fr. XXI",
		"2027-11-08 federal-funds-publication-2027-09 LCF art. 48",
		"2027-12-15 budget-approval LGAPM art. 79",
		"2027-12-31 communication-spending-2027-12 LGCS art. 41",
	}, got)
}

func TestDeadlinesRollToBusinessDays(t *testing.T) {
	// 30 April 2028 is a Sunday, 31 March 2029 a Saturday.
	cal := compile(t, mx.Jalisco(), "2028-01-01/2029-12-31")
	dates := map[string]string{}
	for _, year := range []int{2028, 2029} {
		for _, d := range term.Deadlines(mx.Deadlines(), year, cal) {
			dates[d.Key+" "+d.Date.String()[:4]] = d.Date.String()
		}
	}
	assert.Equal(t, "2028-04-28", dates["evaluation-programme 2028"])
	assert.Equal(t, "2029-03-30", dates["federal-indicators-review 2029"])
}

func TestDeadlinesWithoutCalendar(t *testing.T) {
	list := term.Deadlines(mx.Deadlines(), 2027, nil)
	assert.Len(t, list, 17)
	for _, d := range list {
		assert.NotContains(t, []string{"evaluation-programme", "federal-indicators-review", "federal-funds-publication-2026-12"}, d.Key)
	}
	assert.Empty(t, term.Deadlines(mx.Deadlines(), 0, nil))
	assert.Empty(t, term.Deadlines(mx.Deadlines(), 10000, nil))
}

func TestWindows(t *testing.T) {
	report := mx.ReportWindow(2027)
	assert.Equal(t, "2027-09-01/2027-09-15", report.Span.String())
	complete(t, report.Key, report.Name)
	cited(t, report.Key, report.Basis)
	assert.True(t, mx.ReportWindow(0).Span.IsZero())

	publicity := mx.ReportPublicity(calendar.MustParseDate("2027-09-08"))
	assert.Equal(t, "2027-09-01/2027-09-13", publicity.Span.String())
	complete(t, publicity.Key, publicity.Name)
	cited(t, publicity.Key, publicity.Basis)
	assert.True(t, mx.ReportPublicity(calendar.Date{}).Span.IsZero())
}

func TestDeadlineRulesAreComplete(t *testing.T) {
	keys := map[string]term.DeadlineRule{}
	laws := map[string]bool{}
	for _, o := range rules() {
		assert.Contains(t, []string{"MX", "MX-JAL"}, o.Jurisdiction, o.Key)
		assert.False(t, o.Valid.Start.IsZero(), "%s has no start of validity", o.Key)
		if former, ok := keys[o.Key]; ok {
			assert.Equal(t, former.Valid.End.AddDays(1), o.Valid.Start, "%s: versions must be consecutive", o.Key)
		}
		keys[o.Key] = o
		complete(t, o.Key, o.Name)
		assert.NotEmpty(t, o.Binds.String(), o.Key)
		assert.NoError(t, o.Validate(), o.Key)
		cited(t, o.Key, o.Basis)
		laws[o.Basis.Cite()] = true
		switch o.Basis.Law { // read in the consolidated text, except the day of article 66, which CONAC sets
		case "LCF", "LDF":
			assert.Equal(t, norm.Sourced, o.Basis.Status, o.Key)
		case "LGCG":
			assert.Equal(t, o.Basis.Article != "66", o.Basis.Status == norm.Sourced, o.Key)
		}
	}
	for _, law := range []string{
		"LGCS art. 25", "LGCS art. 33", "LGCS art. 41", "LGCS art. 42", "LGCG art. 51", "LGCG art. 58", "LGCG art. 66",
		"LGCG art. 79", "LGCG art. 80", "LCF art. 35", "LCF art. 48", "LDF art. 17", "LGTAIP art. 65 fr. XXI",
	} {
		assert.True(t, laws[law], law)
	}
}

func TestAllDeadlinesOf2028(t *testing.T) {
	cal := compile(t, mx.Jalisco(), "2028-01-01/2028-12-31")
	due := func(by calendar.Convention) map[string]term.Deadline {
		byKey := map[string]term.Deadline{}
		last := calendar.Date{}
		for _, o := range term.Deadlines(rolled(by), 2028, cal) {
			assert.False(t, o.Nominal.Before(last), o.Key)
			last = o.Nominal
			assert.NotContains(t, byKey, o.Key)
			byKey[o.Key] = o
		}
		return byKey
	}
	before, after, as := due(calendar.Preceding), due(calendar.Following), due(calendar.Unadjusted)
	for _, c := range []struct{ key, nominal, before, after string }{
		{"communication-programme", "2028-01-15", "2028-01-14", "2028-01-17"},
		{"federal-transfers-return", "2028-01-15", "2028-01-14", "2028-01-17"},
		{"federal-funds-distribution", "2028-01-31", "2028-01-31", "2028-01-31"},
		{"federal-transfers-paid", "2028-03-31", "2028-03-31", "2028-03-31"},
		{"federal-indicators-review", "2028-03-31", "2028-03-31", "2028-03-31"},
		{"federal-transfers-second-return", "2028-04-15", "2028-04-14", "2028-04-17"},
		{"federal-funds-report-2028-03", "2028-04-20", "2028-04-20", "2028-04-20"},
		{"evaluation-programme", "2028-04-28", "2028-04-28", "2028-04-28"},
		{"quarterly-statements-2028-03", "2028-04-30", "2028-04-28", "2028-05-02"},
		{"financial-information-2028-03", "2028-04-30", "2028-04-28", "2028-05-02"},
		{"budget-calendar", "2028-01-31", "2028-01-31", "2028-01-31"},
		{"communication-monthly-2027-12", "2028-01-10", "2028-01-10", "2028-01-10"},
		{"communication-congress-2028-02", "2028-02-29", "2028-02-29", "2028-02-29"},
		{"revenue-law", "2028-08-31", "2028-08-31", "2028-08-31"},
		{"budget-approval", "2028-12-15", "2028-12-15", "2028-12-15"},
	} {
		assert.Equal(t, c.nominal, as[c.key].Date.String(), c.key)
		assert.Equal(t, c.nominal, before[c.key].Nominal.String(), c.key)
		assert.Equal(t, c.before, before[c.key].Date.String(), c.key)
		assert.Equal(t, c.after, after[c.key].Date.String(), c.key)
	}
	assert.Equal(t, term.Treasury, as["federal-transfers-paid"].Binds)
	assert.Equal(t, term.State, as["federal-funds-distribution"].Binds)
	assert.Equal(t, term.Office, as["communication-programme"].Binds)
	assert.Len(t, as, len(term.Deadlines(mx.Deadlines(), 2028, cal))+4+1+1+4+12+6)

	assert.Empty(t, term.Deadlines(rolled(99), 2028, cal))
	assert.Empty(t, term.Deadlines(rolled(calendar.Preceding), 0, cal))
	assert.Empty(t, term.Deadlines(rolled(calendar.Preceding), 10000, cal))
	assert.Len(t, term.Deadlines(rules(), 2028, nil), len(as)-2-4, "the last business day of a month and business days after a term require a calendar")
}

// A year has the deadlines of the laws that were in force then.
func TestDeadlinesInForce(t *testing.T) {
	cal := compile(t, mx.Jalisco(), "1997-01-01/2026-12-31")
	for _, c := range []struct {
		key, from, cite string
	}{
		{"communication-programme", "2019-01-15", "LGCS art. 25"},
		{"federal-indicators-review", "2013-03-29", "LGCG art. 80"},
		{"evaluation-programme", "2013-04-30", "LGCG art. 79"},
		{"federal-funds-report-2006-12", "2007-01-20", "LCF art. 48"},
		{"quarterly-statements-2008-12", "2009-01-30", "LGCG art. 51"},
		{"transparency-advertising-2015-06", "2015-07-30", "LGTAIP art. 70 fr. XXIII"},
		{"transparency-advertising-2024-12", "2025-01-30", "LGTAIP art. 70 fr. XXIII"},
		{"transparency-advertising-2025-03", "2025-04-30", "LGTAIP art. 65 fr. XXI"},
		{"annual-report", "2013-09-15", "LGAPM art. 47 fr. VIII"},
		{"federal-transfers-return", "2018-01-15", "LDF art. 17"},
		{"financial-information-2012-12", "2013-01-30", "LGCG art. 58"},
		{"federal-funds-distribution", "1998-01-31", "LCF art. 35"},
	} {
		first := calendar.MustParseDate(c.from)
		found := false
		for _, o := range term.Deadlines(rules(), first.Year(), cal) {
			if o.Key == c.key {
				found = true
				assert.Equal(t, first, o.Nominal, c.key)
				assert.Equal(t, c.cite, o.Basis.Cite(), c.key)
				assert.NotEmpty(t, o.Jurisdiction, c.key)
			}
		}
		assert.True(t, found, c.key)
		for _, o := range term.Deadlines(rules(), first.Year()-1, cal) {
			assert.NotEqual(t, c.key, o.Key)
		}
	}
	assert.Empty(t, term.Deadlines(rules(), 1997, nil))
	assert.Empty(t, term.Deadlines(mx.Deadlines(), 2000, nil))
	for _, d := range term.Deadlines(mx.Deadlines(), 2018, cal) {
		assert.NotEqual(t, "LGCS", d.Basis.Law, d.Key)
	}
	for i, o := range rules() {
		assert.False(t, o.InForce(calendar.Date{}), i)
		assert.True(t, o.InForce(o.Valid.Start), i)
		assert.False(t, o.InForce(o.Valid.Start.AddDays(-1)), i)
		assert.Equal(t, o.Valid.End.IsZero(), o.InForce(mx.Checked()), i)
	}
}

func TestEvaluationResults(t *testing.T) {
	d := mx.EvaluationResults(calendar.MustDate(2027, 9, 30))
	assert.Equal(t, "2027-10-30", d.Date.String())
	complete(t, d.Key, d.Name)
	cited(t, d.Key, d.Basis)
	assert.True(t, mx.EvaluationResults(calendar.Date{}).Date.IsZero())
}

func TestProgrammes(t *testing.T) {
	w := mx.ProgrammeWindow(2027)
	assert.Equal(t, "2026-12-01/2027-01-31", w.Span.String())
	complete(t, w.Key, w.Name)
	cited(t, w.Key, w.Basis)
	assert.Equal(t, norm.FromMemory, w.Basis.Status)
	for _, year := range []int{1, 0, 10001} {
		assert.True(t, mx.ProgrammeWindow(year).Span.IsZero(), year)
	}

	first, last, basis, ok := mx.ProgrammesPublished(calendar.MustDate(2027, 3, 1))
	assert.True(t, ok)
	assert.Equal(t, []int{2024, 2027}, []int{first, last})
	cited(t, "programmes", basis)
	_, _, _, ok = mx.ProgrammesPublished(calendar.Date{})
	assert.False(t, ok)
}
