package mx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

func TestDeadlinesOf2027(t *testing.T) {
	cal := compile(t, mx.Jalisco(), "2027-01-01/2027-12-31")
	var got []string
	for _, d := range mx.Deadlines(2027, cal) {
		complete(t, d.Key, d.Name)
		got = append(got, d.Date.String()+" "+d.Key+" "+d.Basis.Cite())
	}
	assert.Equal(t, []string{
		"2027-01-15 communication-programme LGCS art. 25",
		"2027-01-20 federal-funds-report-2026-12 LCF art. 48",
		"2027-01-30 quarterly-statements-2026-12 LGCG art. 51",
		"2027-01-30 transparency-advertising-2026-12 LGTAIP art. 65 fr. XXI",
		"2027-03-31 federal-indicators-review LGCG art. 80",
		"2027-04-20 federal-funds-report-2027-03 LCF art. 48",
		"2027-04-30 evaluation-programme LGCG art. 79",
		"2027-04-30 quarterly-statements-2027-03 LGCG art. 51",
		"2027-04-30 transparency-advertising-2027-03 LGTAIP art. 65 fr. XXI",
		"2027-06-30 communication-spending-2027-06 LGCS art. 41",
		"2027-07-20 federal-funds-report-2027-06 LCF art. 48",
		"2027-07-30 quarterly-statements-2027-06 LGCG art. 51",
		"2027-07-30 transparency-advertising-2027-06 LGTAIP art. 65 fr. XXI",
		"2027-09-15 annual-report LGAPM art. 47 fr. VIII",
		"2027-10-20 federal-funds-report-2027-09 LCF art. 48",
		"2027-10-30 quarterly-statements-2027-09 LGCG art. 51",
		"2027-10-30 transparency-advertising-2027-09 LGTAIP art. 65 fr. XXI",
		"2027-12-15 budget-approval LGAPM art. 79",
		"2027-12-31 communication-spending-2027-12 LGCS art. 41",
	}, got)
}

func TestDeadlinesRollToBusinessDays(t *testing.T) {
	// 30 April 2028 is a Sunday, 31 March 2029 a Saturday.
	cal := compile(t, mx.Jalisco(), "2028-01-01/2029-12-31")
	dates := map[string]string{}
	for _, year := range []int{2028, 2029} {
		for _, d := range mx.Deadlines(year, cal) {
			dates[d.Key+" "+d.Date.String()[:4]] = d.Date.String()
		}
	}
	assert.Equal(t, "2028-04-28", dates["evaluation-programme 2028"])
	assert.Equal(t, "2029-03-30", dates["federal-indicators-review 2029"])
}

func TestDeadlinesWithoutCalendar(t *testing.T) {
	list := mx.Deadlines(2027, nil)
	assert.Len(t, list, 17)
	for _, d := range list {
		assert.NotContains(t, []string{"evaluation-programme", "federal-indicators-review"}, d.Key)
	}
	assert.Empty(t, mx.Deadlines(0, nil))
	assert.Empty(t, mx.Deadlines(10000, nil))
}

func TestDeadlineNamesSayThePeriod(t *testing.T) {
	for _, d := range mx.Deadlines(2027, nil) {
		switch d.Key {
		case "federal-funds-report-2026-12":
			assert.Equal(t, "Informe de recursos federales (SRFT), cuarto trimestre de 2026", d.Name.ES)
			assert.Equal(t, "Report on federal funds (SRFT), Q4 2026", d.Name.EN)
			assert.Equal(t, "2026-10-01/2026-12-31", d.Period.String())
		case "communication-spending-2027-06":
			assert.Equal(t, "Informe de gasto en publicidad oficial, primer semestre de 2027", d.Name.ES)
			assert.Equal(t, "Report on spending on official advertising, H1 2027", d.Name.EN)
		}
	}
}

func TestDeadlineRulesAreComplete(t *testing.T) {
	keys := map[string]bool{}
	for _, r := range mx.DeadlineRules() {
		assert.False(t, keys[r.Key], "key %s twice", r.Key)
		keys[r.Key] = true
		complete(t, r.Key, r.Name)
		cited(t, r.Key, r.Basis)
		require.NotNil(t, r.Due, r.Key)
	}
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
