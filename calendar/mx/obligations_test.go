package mx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestObligationsAreComplete(t *testing.T) {
	keys := map[string]mx.Obligation{}
	laws := map[string]bool{}
	for _, o := range mx.Obligations() {
		assert.Contains(t, []string{"MX", "MX-JAL"}, o.Jurisdiction, o.Key)
		assert.False(t, o.Valid.Start.IsZero(), "%s has no start of validity", o.Key)
		if former, ok := keys[o.Key]; ok {
			assert.Equal(t, former.Valid.End.AddDays(1), o.Valid.Start, "%s: two texts, one after the other", o.Key)
		}
		keys[o.Key] = o
		complete(t, o.Key, o.Name)
		complete(t, o.Key, o.Binds.Name())
		cited(t, o.Key, o.Basis)
		require.NotNil(t, o.Due, o.Key)
		laws[o.Basis.Cite()] = true
		switch o.Basis.Law { // read in the consolidated text, but for the day that article 66 leaves to others
		case "LCF", "LDF":
			assert.Equal(t, norm.Sourced, o.Basis.Status, o.Key)
		case "LGCG":
			assert.Equal(t, o.Basis.Article != "66", o.Basis.Status == norm.Sourced, o.Key)
		}
	}
	for _, r := range mx.DeadlineRules() {
		assert.True(t, keys[r.Key].Valid.End.IsZero(), r.Key)
		assert.Contains(t, keys, r.Key)
	}
	for _, law := range []string{
		"LGCS art. 25", "LGCS art. 33", "LGCS art. 41", "LGCS art. 42", "LGCG art. 51", "LGCG art. 58", "LGCG art. 66",
		"LGCG art. 79", "LGCG art. 80", "LCF art. 35", "LCF art. 48", "LDF art. 17", "LGTAIP art. 65 fr. XXI",
	} {
		assert.True(t, laws[law], law)
	}
}

func TestObligationsOf2028(t *testing.T) {
	cal := compile(t, mx.Jalisco(), "2028-01-01/2028-12-31")
	due := func(by calendar.Convention) map[string]mx.ObligationDay {
		byKey := map[string]mx.ObligationDay{}
		last := calendar.Date{}
		for _, o := range mx.ObligationsIn(2028, cal, by) {
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
		{"budget-calendar-2028-02", "2028-02-29", "2028-02-29", "2028-02-29"},
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
	assert.Equal(t, mx.Treasury, as["federal-transfers-paid"].Binds)
	assert.Equal(t, mx.State, as["federal-funds-distribution"].Binds)
	assert.Equal(t, mx.Office, as["communication-programme"].Binds)
	assert.Equal(t, "Informe al Congreso: monto erogado, proveedores y propaganda, primer bimestre de 2028", as["communication-congress-2028-02"].Name.ES)
	assert.Len(t, as, len(mx.Deadlines(2028, cal))+4+1+12+4+12+6)

	assert.Empty(t, mx.ObligationsIn(2028, cal, 0))
	assert.Empty(t, mx.ObligationsIn(0, cal, calendar.Preceding))
	assert.Empty(t, mx.ObligationsIn(10000, cal, calendar.Preceding))
	assert.Len(t, mx.ObligationsIn(2028, nil, calendar.Preceding), len(as)-2, "those of a last business day need a calendar")
}

// A year has the deadlines of the laws that were in force in it.
func TestObligationsOfTheirTime(t *testing.T) {
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
		for _, o := range mx.ObligationsIn(first.Year(), cal, calendar.Unadjusted) {
			if o.Key == c.key {
				found = true
				assert.Equal(t, first, o.Nominal, c.key)
				assert.Equal(t, c.cite, o.Basis.Cite(), c.key)
				assert.False(t, o.Valid.Start.After(first), c.key)
				assert.NotEmpty(t, o.Jurisdiction, c.key)
			}
		}
		assert.True(t, found, c.key)
		for _, o := range mx.ObligationsIn(first.Year()-1, cal, calendar.Unadjusted) {
			assert.NotEqual(t, c.key, o.Key)
		}
	}
	assert.Empty(t, mx.ObligationsIn(1997, nil, calendar.Unadjusted))
	assert.Empty(t, mx.Deadlines(2000, nil))
	for _, d := range mx.Deadlines(2018, cal) {
		assert.NotEqual(t, "LGCS", d.Basis.Law, d.Key)
	}
	for i, o := range mx.Obligations() {
		assert.False(t, o.InForce(calendar.Date{}), i)
		assert.True(t, o.InForce(o.Valid.Start), i)
		assert.False(t, o.InForce(o.Valid.Start.AddDays(-1)), i)
		assert.Equal(t, o.Valid.End.IsZero(), o.InForce(mx.Checked()), i)
	}
}

func TestBodyText(t *testing.T) {
	for b := mx.Office; b <= mx.Federation; b++ {
		text, err := b.MarshalText()
		require.NoError(t, err)
		var back mx.Body
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, b, back)
	}
	_, err := mx.Body(0).MarshalText()
	assert.Error(t, err)
	var b mx.Body
	assert.ErrorContains(t, b.UnmarshalText([]byte("tesorería")), "treasury")
	assert.Empty(t, mx.Body(99).Name())
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
