package calendar_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// decided is what a town decides for 2027, with an element in every list.
func decided() *calendar.Adjustments {
	return &calendar.Adjustments{
		Year: 2027,
		Week: []calendar.Weekday{1, 2, 3, 4, 5, 6},
		LocalDays: []*calendar.LocalDay{
			{ID: "feria", Name: "Feria", Span: span("2027-05-11/2027-05-15"), Document: "Acuerdo 3/2026"},
			{ID: "patrono", Name: "Patrono", Rule: "08-16", Valid: calendar.Span{Start: date("2020-01-01")}},
		},
		Moves:     []*calendar.Move{{ID: "m", Holiday: "servant", From: date("2027-09-28"), To: date("2027-09-27"), Reason: "Puente", Document: "Circular 1"}},
		Vacations: []*calendar.Vacation{{ID: "invierno", Name: "Vacaciones", Span: span("2027-12-20/2028-01-06"), Document: "Circular 2"}},
		HalfDays: []*calendar.HalfDay{
			{ID: "santo", Name: "Miércoles Santo", Date: date("2027-03-24")},
			{ID: "madres", Rule: "05-10", Valid: calendar.Span{Start: date("2000-01-01")}},
		},
		Added:   []*calendar.AddedDay{{ID: "luto", Name: "Luto", Date: date("2027-04-07"), Reason: "Duelo municipal", Document: "Oficio 9"}},
		Removed: []*calendar.RemovedDay{{ID: "enero", Holiday: "new-year", Date: date("2027-01-01"), Reason: "Guardia", Document: "Oficio 1"}},
		Opened:  []*calendar.OpenedDay{{ID: "domingo", Date: date("2027-06-06"), Rest: date("2027-06-07"), Reason: "Jornada", Document: "Oficio 5"}},
	}
}

func TestAdjustmentsApply(t *testing.T) {
	base := town()
	p, err := decided().Apply(base)
	require.NoError(t, err)
	assert.Empty(t, decided().Check(base))
	assert.Equal(t, town(), base, "the profile itself is as it was")
	cal := compile(t, p, "2026-01-01/2029-12-31")
	for day, worked := range map[string]bool{
		"2027-03-06": true, "2027-05-11": false, "2027-05-15": false, "2027-05-16": false, "2027-05-10": true, "2028-05-11": true,
		"2027-08-16": false, "2028-08-16": false, "2027-09-28": true, "2027-09-27": false, "2028-09-28": false,
		"2027-12-20": false, "2028-01-06": false, "2028-01-07": true, "2027-04-07": false, "2027-01-01": true,
		"2027-06-06": true, "2027-06-07": false,
	} {
		assert.Equal(t, worked, cal.IsBusinessDay(date(day)), day)
	}
	assert.True(t, cal.IsHalfDay(date("2027-03-24")))
	assert.True(t, cal.IsHalfDay(date("2027-05-10")))
	feast := cal.Explain(date("2027-05-12")).Occurrences[0]
	assert.Equal(t, "feria", feast.Holiday.Key)
	assert.Equal(t, calendar.Local, feast.Holiday.Kind)
	assert.Equal(t, "Acuerdo 3/2026", feast.Holiday.Basis.Cite())
	assert.Equal(t, norm.Sourced, feast.Status)
	assert.Equal(t, norm.FromMemory, cal.Explain(date("2027-08-16")).Occurrences[0].Status, "without a document")
	assert.Equal(t, "Oficio 9", cal.Explain(date("2027-04-07")).Changes[0].Document)

	empty := &calendar.Adjustments{}
	assert.True(t, empty.IsZero())
	assert.False(t, decided().IsZero())
	same, err := empty.Apply(base)
	require.NoError(t, err)
	assert.Equal(t, base, same)

	gone := &calendar.Adjustments{Removed: []*calendar.RemovedDay{{ID: "r", Holiday: "servant", Reason: "a", Document: "b"}}}
	p, err = gone.Apply(base)
	require.NoError(t, err)
	assert.False(t, p.Has("servant"))
}

// Each way to be wrong is one error, which names the element and the field.
func TestAdjustmentsRefuse(t *testing.T) {
	type a = calendar.Adjustments
	always := calendar.Always()
	for name, c := range map[string]struct {
		adjust func(*calendar.Adjustments)
		path   norm.Path
		code   norm.Code
	}{
		"no such year":                {func(a *a) { a.Year = 10000 }, "year", calendar.AdjustmentValue},
		"weekday 8":                   {func(a *a) { a.Week = []calendar.Weekday{8} }, "week", calendar.AdjustmentValue},
		"weekday twice":               {func(a *a) { a.Week = append(a.Week, 1) }, "week", calendar.AdjustmentValue},
		"no id":                       {func(a *a) { a.LocalDays[0].ID = "" }, "localDays", calendar.AdjustmentID},
		"no element":                  {func(a *a) { a.Moves[0] = nil }, "moves", calendar.AdjustmentMissing},
		"an id twice":                 {func(a *a) { a.Moves[0].ID = "feria" }, "moves[feria]", calendar.AdjustmentID},
		"an id that is a key":         {func(a *a) { a.LocalDays[0].ID = "flag" }, "localDays[flag]", calendar.AdjustmentID},
		"local day without days":      {func(a *a) { a.LocalDays[0].Span = calendar.Span{} }, "localDays[feria].span", calendar.AdjustmentMissing},
		"local day reversed":          {func(a *a) { a.LocalDays[0].Span.End = date("2027-05-01") }, "localDays[feria].span", calendar.AdjustmentValue},
		"local day in another year":   {func(a *a) { a.LocalDays[0].Span = span("2028-05-11/2028-05-12") }, "localDays[feria].span", calendar.AdjustmentYear},
		"local day over the year":     {func(a *a) { a.LocalDays[0].Span = span("2027-12-18/2028-01-01") }, "localDays[feria].span", calendar.AdjustmentYear},
		"local day twice over":        {func(a *a) { a.LocalDays[0].Rule = "08-16" }, "localDays[feria]", calendar.AdjustmentConflict},
		"local day without rule":      {func(a *a) { a.LocalDays[1].Rule = "every August" }, "localDays[patrono].rule", calendar.AdjustmentValue},
		"local rule without validity": {func(a *a) { a.LocalDays[1].Valid = calendar.Span{} }, "localDays[patrono].valid", calendar.AdjustmentMissing},
		"local validity reversed":     {func(a *a) { a.LocalDays[1].Valid.End = date("2019-01-01") }, "localDays[patrono].valid", calendar.AdjustmentValue},
		"local validity over":         {func(a *a) { a.LocalDays[1].Valid.End = date("2026-12-31") }, "localDays[patrono].valid", calendar.AdjustmentYear},
		"local days overlap": {func(a *a) {
			a.LocalDays = append(a.LocalDays, &calendar.LocalDay{ID: "x", Span: span("2027-05-15/2027-05-16")})
		}, "localDays[x].span", calendar.AdjustmentOverlap},
		"vacations overlap": {func(a *a) {
			a.Vacations = append(a.Vacations, &calendar.Vacation{ID: "x", Span: span("2027-12-01/2027-12-20")})
		}, "vacations[x].span", calendar.AdjustmentOverlap},
		"vacation too long":        {func(a *a) { a.Vacations[0].Span.End = date("2029-12-31") }, "vacations[invierno].span", calendar.AdjustmentValue},
		"vacation in another year": {func(a *a) { a.Vacations[0].Span = span("2028-01-01/2028-01-02") }, "vacations[invierno].span", calendar.AdjustmentYear},
		"move of an unknown key":   {func(a *a) { a.Moves[0].Holiday = "mothers" }, "moves[m].holiday", calendar.AdjustmentHoliday},
		"move of another day":      {func(a *a) { a.Moves[0].From = date("2027-08-16") }, "moves[m].holiday", calendar.AdjustmentHoliday},
		"move of a worked day":     {func(a *a) { a.Moves[0].Holiday, a.Moves[0].From = "", date("2027-09-29") }, "moves[m]", calendar.AdjustmentConflict},
		"move onto a day off":      {func(a *a) { a.Moves[0].To = date("2027-05-12") }, "moves[m]", calendar.AdjustmentConflict},
		"move onto a Sunday":       {func(a *a) { a.Moves[0].To = date("2027-09-26") }, "moves[m]", calendar.AdjustmentConflict},
		"move from nowhere":        {func(a *a) { a.Moves[0].From = calendar.Date{} }, "moves[m].from", calendar.AdjustmentMissing},
		"move to nowhere":          {func(a *a) { a.Moves[0].To = calendar.Date{} }, "moves[m].to", calendar.AdjustmentMissing},
		"move in another year":     {func(a *a) { a.Moves[0].From, a.Moves[0].To = date("2028-09-28"), date("2028-09-27") }, "moves[m].from", calendar.AdjustmentYear},
		"move without reason":      {func(a *a) { a.Moves[0].Reason = "" }, "moves[m].reason", calendar.AdjustmentMissing},
		"move without document":    {func(a *a) { a.Moves[0].Document = "" }, "moves[m].document", calendar.AdjustmentMissing},
		"half day without day":     {func(a *a) { a.HalfDays[0].Date = calendar.Date{} }, "halfDays[santo].date", calendar.AdjustmentMissing},
		"half day of rest":         {func(a *a) { a.HalfDays[0].Date = date("2027-05-12") }, "halfDays[santo].date", calendar.AdjustmentConflict},
		"half day twice over":      {func(a *a) { a.HalfDays[0].Rule = "05-10" }, "halfDays[santo]", calendar.AdjustmentConflict},
		"half day, bad rule":       {func(a *a) { a.HalfDays[1].Rule = "02-30" }, "halfDays[madres].rule", calendar.AdjustmentValue},
		"added without date":       {func(a *a) { a.Added[0].Date = calendar.Date{} }, "added[luto].date", calendar.AdjustmentMissing},
		"added to a day off":       {func(a *a) { a.Added[0].Date = date("2027-05-12") }, "added[luto]", calendar.AdjustmentConflict},
		"added where one moved":    {func(a *a) { a.Added[0].Date = date("2027-09-27") }, "added[luto]", calendar.AdjustmentConflict},
		"added in another year":    {func(a *a) { a.Added[0].Date = date("2028-04-07") }, "added[luto].date", calendar.AdjustmentYear},
		"removed: nothing":         {func(a *a) { a.Removed[0].Holiday, a.Removed[0].Date = "", calendar.Date{} }, "removed[enero].date", calendar.AdjustmentMissing},
		"removed: unknown key":     {func(a *a) { a.Removed[0].Holiday = "mothers" }, "removed[enero].holiday", calendar.AdjustmentHoliday},
		"removed: its own":         {func(a *a) { a.Removed[0].Holiday, a.Removed[0].Date = "patrono", calendar.Date{} }, "removed[enero].holiday", calendar.AdjustmentHoliday},
		"removed: another day":     {func(a *a) { a.Removed[0].Date = date("2027-01-02") }, "removed[enero].holiday", calendar.AdjustmentHoliday},
		"removed and moved": {func(a *a) {
			a.Removed[0].Holiday, a.Removed[0].Date = "servant", date("2027-09-28")
		}, "removed[enero]", calendar.AdjustmentConflict},
		"opened, but worked":  {func(a *a) { a.Opened[0].Date = date("2027-06-08") }, "opened[domingo]", calendar.AdjustmentConflict},
		"opened without date": {func(a *a) { a.Opened[0].Date = calendar.Date{} }, "opened[domingo].date", calendar.AdjustmentMissing},
		"nobody works": {func(a *a) {
			*a = calendar.Adjustments{Year: 2027, LocalDays: []*calendar.LocalDay{{ID: "x", Rule: "01-01 300d", Valid: always}, {ID: "y", Rule: "10-20 90d", Valid: always}}}
		}, "", calendar.AdjustmentNoWork},
		"too many": {func(a *a) { a.Added = make([]*calendar.AddedDay, 1001) }, "", calendar.AdjustmentValue},
	} {
		t.Run(name, func(t *testing.T) {
			d := decided()
			c.adjust(d)
			wrong := d.Check(town())
			require.Len(t, wrong, 1)
			assert.Equal(t, c.path, wrong[0].Path)
			assert.Equal(t, c.code, wrong[0].Code)
			assert.ErrorContains(t, wrong[0], "calendar: adjustments: ")
			p, err := d.Apply(town())
			assert.Zero(t, p)
			var first *calendar.AdjustmentError
			require.True(t, errors.As(err, &first))
			assert.Equal(t, wrong[0], first)
			assert.Equal(t, wrong[0].Error(), err.Error())
		})
	}
	_, err := decided().Apply(calendar.Profile{Key: "bad"})
	assert.ErrorContains(t, err, `profile "bad"`)

	all := decided()
	all.Moves[0].Reason, all.Added[0].Document, all.LocalDays[0].Span = "", "", calendar.Span{}
	assert.Len(t, all.Check(town()), 3, "everything that is wrong is told")
}
