package office_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

func date(s string) calendar.Date { return calendar.MustParseDate(s) }

func span(s string) calendar.Span { return calendar.MustParseSpan(s) }

// town returns a small profile: New Year, 28 September and a commemoration.
func town() calendar.Profile {
	return calendar.Profile{
		Key: "town", Name: norm.Label{ES: "Pueblo", EN: "Town"}, Week: calendar.MondayToFriday,
		Holidays: []calendar.Holiday{
			{Key: "new-year", Rule: calendar.Fixed{Month: 1, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory},
			{Key: "flag", Rule: calendar.Fixed{Month: 2, Day: 24}, Valid: calendar.Always(), Kind: calendar.Civic, Effect: calendar.Observance},
			{
				Key: "servant", Name: norm.Label{ES: "Servidor público", EN: "Public servant"},
				Rule: calendar.Fixed{Month: 9, Day: 28}, Valid: calendar.Always(), Kind: calendar.PublicServant, Jurisdiction: "MX-JAL",
			},
		},
		Verified: span("2020-01-01/2030-12-31"),
	}
}

func compile(t *testing.T, p calendar.Profile, window string) *calendar.Calendar {
	t.Helper()
	cal, err := calendar.Compile(p, span(window))
	require.NoError(t, err)
	return cal
}

// decided returns the adjustments of a town for 2027: a week of six days, and each kind
// of adjustment with a span and, if it may have one, with a rule.
func decided() *office.Adjustments {
	return &office.Adjustments{
		Year:     2027,
		WorkWeek: []calendar.Weekday{1, 2, 3, 4, 5, 6},
		OwnDays: []*office.Adjustment{
			{ID: "feria", Kind: office.LocalDay, Name: "Feria", Span: span("2027-05-11/2027-05-15"), Document: "Acuerdo 3/2026"},
			{ID: "patrono", Kind: office.LocalDay, Name: "Patrono", Rule: "08-16", Valid: calendar.Span{Start: date("2020-01-01")}},
			{ID: "puente", Kind: office.WorkDay, Span: span("2027-09-28/2027-09-28"), Instead: date("2027-09-27"), Reason: "Puente", Document: "Circular 1"},
			{ID: "invierno", Kind: office.Vacation, Name: "Vacaciones", Span: span("2027-12-20/2028-01-06"), Document: "Circular 2"},
			{ID: "santo", Kind: office.HalfDay, Name: "Miércoles Santo", Span: span("2027-03-24/2027-03-24")},
			{ID: "madres", Kind: office.HalfDay, Rule: "05-10", Valid: calendar.Span{Start: date("2000-01-01")}},
			{ID: "luto", Kind: office.DayOff, Name: "Luto", Span: span("2027-04-07/2027-04-08"), Reason: "Duelo municipal", Document: "Oficio 9"},
			{ID: "enero", Kind: office.WorkDay, Span: span("2027-01-01/2027-01-01"), Reason: "Guardia", Document: "Oficio 1"},
			{ID: "domingo", Kind: office.WorkDay, Span: span("2027-06-06/2027-06-06"), Instead: date("2027-06-07"), Reason: "Jornada", Document: "Oficio 5"},
		},
	}
}

func TestApply(t *testing.T) {
	base := town()
	p, err := decided().Apply(base)
	require.NoError(t, err)
	assert.Equal(t, town(), base, "the profile is unchanged")
	cal := compile(t, p, "2026-01-01/2029-12-31")
	for day, worked := range map[string]bool{
		"2027-03-06": true, "2027-05-11": false, "2027-05-15": false, "2027-05-16": false, "2027-05-10": true, "2028-05-11": true,
		"2027-08-16": false, "2028-08-16": false, "2027-09-28": true, "2027-09-27": false, "2028-09-28": false,
		"2027-12-20": false, "2028-01-06": false, "2028-01-07": true, "2027-04-06": true, "2027-04-07": false, "2027-04-08": false,
		"2027-01-01": true, "2028-01-01": false, "2027-06-06": true, "2027-06-07": false,
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
	mourning := cal.Explain(date("2027-04-07")).Occurrences[0].Holiday
	assert.Equal(t, "Oficio 9", mourning.Basis.Cite())
	assert.Equal(t, "Duelo municipal", mourning.Basis.Note)
	assert.Equal(t, "Oficio 1", cal.Explain(date("2027-01-01")).Occurrences[1].Holiday.Basis.Cite())
	assert.Equal(t, "Servidor público", cal.Explain(date("2027-09-27")).Occurrences[0].Holiday.Name.ES, "a moved day keeps its name")

	assert.Equal(t, norm.Label{ES: "Media jornada", EN: "Half day"}, cal.Explain(date("2027-05-10")).Occurrences[0].Holiday.Name, "without a name")

	empty := &office.Adjustments{Year: 2027}
	assert.True(t, empty.IsZero())
	assert.False(t, decided().IsZero())
	same, err := empty.Apply(base)
	require.NoError(t, err)
	assert.Equal(t, base, same)
}

// A WorkDay may cancel a holiday in every year, or open a Sunday that is also a day off.
func TestWorkDays(t *testing.T) {
	gone := &office.Adjustments{OwnDays: []*office.Adjustment{{ID: "r", Kind: office.WorkDay, Holiday: "servant", Reason: "a", Document: "b"}}}
	p, err := gone.Apply(town())
	require.NoError(t, err)
	cal := compile(t, p, "2027-01-01/2028-12-31")
	for _, day := range []string{"2027-09-28", "2028-09-28", "2030-09-30"} {
		assert.True(t, cal.IsBusinessDay(date(day)), day)
	}
	e := cal.Explain(date("2028-09-28"))
	assert.Equal(t, []calendar.DayReason{calendar.ReasonCancelled}, e.Reasons)
	assert.Equal(t, "servant", e.Occurrences[0].Holiday.Key, "the cancelled rule")
	assert.Equal(t, "b", e.Occurrences[0].Holiday.Waiver.Cite(), "the document that cancels it")
	for _, o := range cal.Holidays(cal.Window()) {
		assert.NotEqual(t, "servant", o.Holiday.Key)
	}
	composed, err := calendar.Union("u", p, town())
	require.NoError(t, err)
	assert.False(t, compile(t, composed, "2027-01-01/2028-12-31").IsBusinessDay(date("2027-09-28")), "the day off of the other profile")

	sunday := &office.Adjustments{OwnDays: []*office.Adjustment{
		{ID: "feast", Kind: office.LocalDay, Name: "Fiesta", Span: span("2027-06-05/2027-06-07")},
		{ID: "open", Kind: office.WorkDay, Span: span("2027-06-06/2027-06-07"), Reason: "a", Document: "b"},
		{ID: "swap", Kind: office.WorkDay, Span: span("2027-06-05/2027-06-05"), Instead: date("2027-06-08"), Reason: "a", Document: "b"},
	}}
	p, err = sunday.Apply(town())
	require.NoError(t, err)
	cal = compile(t, p, "2027-01-01/2027-12-31")
	assert.Equal(t, 4, cal.CountBusinessDays(span("2027-06-05/2027-06-09")), "Saturday to Monday and Wednesday")
	assert.False(t, cal.IsBusinessDay(date("2027-06-08")))
}

// A yearly rule may fall on a weekend, rejected adjustments do not conflict with others,
// and the result does not depend on the order of adjustments of different kinds.
func TestOrder(t *testing.T) {
	yearly := &office.Adjustments{Year: 2028, OwnDays: []*office.Adjustment{
		{ID: "eve", Kind: office.HalfDay, Rule: "12-24", Valid: calendar.Always()}, // a Sunday
		{ID: "july", Kind: office.DayOff, Rule: "07-01", Valid: calendar.Always(), Reason: "a", Document: "b"},
	}}
	_, problems := yearly.ApplyValid(town())
	assert.Empty(t, problems)

	list := []*office.Adjustment{
		{ID: "off", Kind: office.DayOff, Span: span("2027-05-13/2027-05-13"), Reason: "a", Document: "b"},
		{ID: "worked", Kind: office.WorkDay, Span: span("2027-05-13/2027-05-13"), Reason: "a", Document: "b"},
		{ID: "a", Kind: office.Vacation, Span: span("2027-07-01/2027-07-10")},
		{ID: "b", Kind: office.Vacation, Span: span("2027-07-10/2027-07-20")},
		{ID: "c", Kind: office.Vacation, Span: span("2027-07-20/2027-07-30")},
	}
	_, problems = (&office.Adjustments{Year: 2027, OwnDays: list}).ApplyValid(town())
	require.Len(t, problems, 2)
	assert.Equal(t, norm.Path("ownDays[worked].span"), problems[0].Path)
	assert.Equal(t, norm.Path("ownDays[b].span"), problems[1].Path, "c is valid")

	feast := &office.Adjustment{ID: "feast", Kind: office.LocalDay, Span: span("2027-05-13/2027-05-14")}
	for _, pair := range [][]*office.Adjustment{{list[0], feast}, {feast, list[0]}} {
		_, problems = (&office.Adjustments{Year: 2027, OwnDays: pair}).ApplyValid(town())
		require.Len(t, problems, 1)
		assert.Equal(t, norm.Path("ownDays[off].span"), problems[0].Path)
		assert.Equal(t, norm.Code("calendar.adjustment-rested-anyway"), problems[0].Code)
	}
}

// A MovedDay does not make a Saturday a business day; a WorkDay does, and may also be a
// half day.
func TestMovedAndOpenedDays(t *testing.T) {
	base := town().With(calendar.Holiday{Key: "labour", Rule: calendar.Fixed{Month: 5, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory})
	saturday, monday := span("2027-05-01/2027-05-01"), date("2027-05-03")
	moved := func(kind office.AdjustmentKind) *calendar.Calendar {
		a := &office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{
			{ID: "x", Kind: kind, Span: saturday, Instead: monday, Reason: "a", Document: "Decreto 1"},
		}}
		p, err := a.Apply(base)
		require.NoError(t, err)
		return compile(t, p, "2027-01-01/2027-12-31")
	}
	cal := moved(office.MovedDay)
	assert.False(t, cal.IsBusinessDay(saturday.Start))
	assert.False(t, cal.IsBusinessDay(monday))
	assert.Equal(t, []calendar.DayReason{calendar.ReasonMovedHere}, cal.Explain(monday).Reasons)
	assert.Equal(t, []calendar.DayReason{calendar.ReasonWeekend, calendar.ReasonMovedAway}, cal.Explain(saturday.Start).Reasons)
	assert.Equal(t, "Decreto 1", cal.Explain(monday).Occurrences[0].Holiday.Basis.Cite())

	cal = moved(office.WorkDay)
	assert.True(t, cal.IsBusinessDay(saturday.Start), "an exchanged day is worked")
	assert.False(t, cal.IsBusinessDay(monday))

	half := &office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{
		{ID: "half", Kind: office.HalfDay, Span: span("2027-06-05/2027-06-05")},
		{ID: "open", Kind: office.WorkDay, Span: span("2027-06-05/2027-06-05"), Reason: "a", Document: "b"},
		{ID: "half2", Kind: office.HalfDay, Span: span("2027-09-28/2027-09-28")},
		{ID: "open2", Kind: office.WorkDay, Span: span("2027-09-28/2027-09-28"), Reason: "a", Document: "b"},
	}}
	p, err := half.Apply(base)
	require.NoError(t, err)
	cal = compile(t, p, "2027-01-01/2027-12-31")
	for _, day := range []string{"2027-06-05", "2027-09-28"} {
		assert.True(t, cal.IsBusinessDay(date(day)), day)
		assert.True(t, cal.IsHalfDay(date(day)), day)
		assert.Contains(t, cal.Explain(date(day)).Reasons, calendar.ReasonHalfDay, day)
	}
}

// A Holiday key of a union applies to the holidays of all profiles, with or without a
// prefix.
func TestHolidayOfAUnion(t *testing.T) {
	other := town()
	other.Key = "other"
	other.Holidays = other.Holidays[2:]
	other.Holidays[0].Basis.Law = "Otra ley"
	p, err := calendar.Union("both", town(), other)
	require.NoError(t, err)
	require.True(t, p.Has("other.servant"))
	assert.True(t, p.Holidays[len(p.Holidays)-1].Named("servant"))
	for _, key := range []string{"servant", "other.servant"} {
		gone := &office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{{ID: "r", Kind: office.WorkDay, Holiday: key, Reason: "a", Document: "b"}}}
		worked, err := gone.Apply(p)
		require.NoError(t, err)
		assert.True(t, compile(t, worked, "2027-01-01/2027-12-31").IsBusinessDay(date("2027-09-28")), key)
	}
}

// An adjustment of a day that the profile makes a business day is rejected; the others
// are applied.
func TestConflictsWithTheProfile(t *testing.T) {
	rule := func(key, day string, effect calendar.Effect, exchange string) calendar.Holiday {
		h := calendar.Holiday{Key: key, Rule: calendar.Dates(date(day)), Valid: span(day + "/" + day), Kind: calendar.Employer, Effect: effect}
		h.Exchange, _ = calendar.ParseDate(exchange)
		return h
	}
	base := town().With(
		rule("m", "2027-09-28", calendar.Work, "2027-09-27"), rule("m", "2027-09-27", calendar.Rest, "2027-09-28"), rule("o", "2027-06-05", calendar.Open, ""),
	)
	require.NoError(t, base.Validate())
	for name, c := range map[string]struct {
		a    office.Adjustments
		path norm.Path
	}{
		"local day": {own(office.Adjustment{Kind: office.LocalDay, Rule: "09-27 2d", Valid: calendar.Always()}), "ownDays[x].rule"},
		"vacation":  {own(office.Adjustment{Kind: office.Vacation, Span: span("2027-06-01/2027-06-30")}), "ownDays[x].span"},
		"instead":   {own(office.Adjustment{Kind: office.WorkDay, Span: span("2027-01-01/2027-01-01"), Instead: date("2027-06-05")}), "ownDays[x].instead"},
	} {
		t.Run(name, func(t *testing.T) {
			c.a.Year = 2027
			c.a.OwnDays = append(c.a.OwnDays, &office.Adjustment{ID: "feast", Kind: office.LocalDay, Span: span("2027-05-13/2027-05-13")})
			p, problems := c.a.ApplyValid(base)
			require.Len(t, problems, 1)
			assert.Equal(t, norm.Code("calendar.adjustment-conflict"), problems[0].Code)
			assert.Equal(t, c.path, problems[0].Path)
			cal := compile(t, p, "2027-01-01/2027-12-31")
			assert.False(t, cal.IsBusinessDay(date("2027-05-13")), "the feast is applied")
			assert.False(t, cal.IsBusinessDay(date("2027-09-27")))
			assert.True(t, cal.IsBusinessDay(date("2027-06-05")))
		})
	}
	broken := town()
	broken.Holidays[0].Rule = nil
	p, problems := decided().ApplyValid(broken)
	assert.Len(t, problems, 1)
	assert.Equal(t, broken, p)
}

// own returns Adjustments with one adjustment, and with a reason and a document if its
// kind requires them.
func own(a office.Adjustment) office.Adjustments {
	a.ID = "x"
	if a.Kind == office.WorkDay || a.Kind == office.DayOff {
		a.Reason, a.Document = "a", "b"
	}
	return office.Adjustments{OwnDays: []*office.Adjustment{&a}}
}

// Valid adjustments are applied even if others are invalid.
func TestApplyValid(t *testing.T) {
	draft := decided()
	draft.OwnDays[8].Reason, draft.OwnDays[6].Document, draft.OwnDays[0].Span = "", "", calendar.Span{}
	p, problems := draft.ApplyValid(town())
	require.Len(t, problems, 3)
	assert.Equal(t, norm.Path("ownDays[feria].span"), problems[0].Path, "in the order of the decisions")
	assert.Equal(t, norm.Path("ownDays[luto].document"), problems[1].Path)
	assert.Equal(t, norm.Path("ownDays[domingo].reason"), problems[2].Path)
	assert.Equal(t, []norm.Arg{{Name: "name", Value: norm.Text("Feria")}}, problems[0].Args)
	cal := compile(t, p, "2027-01-01/2027-12-31")
	for day, worked := range map[string]bool{"2027-05-12": true, "2027-04-07": true, "2027-06-06": false, "2027-09-27": false} {
		assert.Equal(t, worked, cal.IsBusinessDay(date(day)), day)
	}
	draft.OwnDays = append(draft.OwnDays, &office.Adjustment{ID: "x", Kind: office.Vacation, Span: span("2026-12-31/2027-12-31")})
	draft.OwnDays[3].Span, draft.OwnDays[7], draft.OwnDays[8] = span("2028-01-01/2028-01-02"), nil, nil
	p, problems = draft.ApplyValid(town())
	assert.Equal(t, norm.Code("calendar.adjustment-no-work"), problems[2].Code, "problems of no adjustment come first")
	assert.Equal(t, town(), p, "a year without business days leaves the profile unchanged")
}

// Each mistake results in one error, which names the element and the field.
func TestAdjustmentErrors(t *testing.T) {
	type a = office.Adjustments
	always := calendar.Always()
	// one changes the decision with an id.
	one := func(id string, change func(*office.Adjustment)) func(*a) {
		return func(all *a) {
			for _, d := range all.OwnDays {
				if d.ID == id {
					change(d)
					return
				}
			}
		}
	}
	type d = office.Adjustment
	more := func(more d) func(*a) { return func(all *a) { all.OwnDays = append(all.OwnDays, &more) } }
	for name, c := range map[string]struct {
		adjust func(*a)
		path   norm.Path
		code   norm.Code
	}{
		"no such year":  {func(a *a) { a.Year = 10000 }, "year", "calendar.adjustment-value"},
		"weekday 8":     {func(a *a) { a.WorkWeek = []calendar.Weekday{8} }, "workWeek", "calendar.adjustment-value"},
		"weekday twice": {func(a *a) { a.WorkWeek = append(a.WorkWeek, 1) }, "workWeek", "calendar.adjustment-weekday-twice"},
		"too many":      {func(a *a) { a.OwnDays = make([]*d, 367) }, "ownDays", "calendar.adjustment-value"},
		"too many days": {func(a *a) {
			a.OwnDays = a.OwnDays[:0]
			for i := range 7 {
				a.OwnDays = append(a.OwnDays, &d{ID: string(rune('a' + i)), Kind: office.LocalDay, Rule: "02-01 300d", Valid: always})
			}
		}, "ownDays", "calendar.adjustment-value"},
		"no element":          {func(a *a) { a.OwnDays[2] = nil }, "ownDays", "calendar.adjustment-missing"},
		"no id":               {one("feria", func(d *d) { d.ID = "" }), "ownDays", "calendar.adjustment-id"},
		"an id twice":         {one("puente", func(d *d) { d.ID = "feria" }), "ownDays[feria]", "calendar.adjustment-id"},
		"an id that is a key": {one("feria", func(d *d) { d.ID = "flag" }), "ownDays[flag]", "calendar.adjustment-id"},
		"no kind":             {one("feria", func(d *d) { d.Kind = 0 }), "ownDays[feria].kind", "calendar.adjustment-missing"},

		"local day without days":      {one("feria", func(d *d) { d.Span = calendar.Span{} }), "ownDays[feria].span", "calendar.adjustment-missing"},
		"local day reversed":          {one("feria", func(d *d) { d.Span.End = date("2027-05-01") }), "ownDays[feria].span", "calendar.adjustment-end-before-start"},
		"local day without end":       {one("feria", func(d *d) { d.Span.End = calendar.Date{} }), "ownDays[feria].span.end", "calendar.adjustment-missing"},
		"local day without start":     {one("feria", func(d *d) { d.Span.Start = calendar.Date{} }), "ownDays[feria].span.start", "calendar.adjustment-missing"},
		"local day in another year":   {one("feria", func(d *d) { d.Span = span("2028-05-11/2028-05-12") }), "ownDays[feria].span", "calendar.adjustment-year"},
		"local day over the year":     {one("feria", func(d *d) { d.Span = span("2027-12-18/2028-01-01") }), "ownDays[feria].span", "calendar.adjustment-year"},
		"local day by span and rule":  {one("feria", func(d *d) { d.Rule = "08-16" }), "ownDays[feria].rule", "calendar.adjustment-unused"},
		"local day with a holiday":    {one("feria", func(d *d) { d.Holiday = "servant" }), "ownDays[feria].holiday", "calendar.adjustment-unused"},
		"local day instead":           {one("feria", func(d *d) { d.Instead = date("2027-05-17") }), "ownDays[feria].instead", "calendar.adjustment-unused"},
		"validity without rule":       {one("feria", func(d *d) { d.Valid = always }), "ownDays[feria].valid", "calendar.adjustment-unused"},
		"local day with a bad rule":   {one("patrono", func(d *d) { d.Rule = "every August" }), "ownDays[patrono].rule", "calendar.adjustment-rule"},
		"local rule without validity": {one("patrono", func(d *d) { d.Valid = calendar.Span{} }), "ownDays[patrono].valid.start", "calendar.adjustment-missing"},
		"local validity reversed":     {one("patrono", func(d *d) { d.Valid.End = date("2019-01-01") }), "ownDays[patrono].valid", "calendar.adjustment-end-before-start"},
		"local validity over":         {one("patrono", func(d *d) { d.Valid.End = date("2026-12-31") }), "ownDays[patrono].valid", "calendar.adjustment-year"},
		"dates of another year":       {one("patrono", func(d *d) { d.Rule, d.Valid = "2026-02-02, 2028-02-07", calendar.Span{} }), "ownDays[patrono].rule", "calendar.adjustment-year"},
		"local days overlap":          {more(d{ID: "x", Kind: office.LocalDay, Span: span("2027-05-15/2027-05-16")}), "ownDays[x].span", "calendar.adjustment-overlap"},

		"vacations overlap":        {more(d{ID: "x", Kind: office.Vacation, Span: span("2027-12-01/2027-12-20")}), "ownDays[x].span", "calendar.adjustment-overlap"},
		"vacation too long":        {one("invierno", func(d *d) { d.Span.End = date("2029-12-31") }), "ownDays[invierno].span", "calendar.adjustment-too-long"},
		"vacation in another year": {one("invierno", func(d *d) { d.Span = span("2028-01-01/2028-01-02") }), "ownDays[invierno].span", "calendar.adjustment-year"},

		"move of a worked day":  {one("puente", func(d *d) { d.Span = span("2027-09-29/2027-09-29") }), "ownDays[puente].span", "calendar.adjustment-worked-anyway"},
		"move onto a day off":   {one("puente", func(d *d) { d.Instead = date("2027-05-12") }), "ownDays[puente].instead", "calendar.adjustment-rested-anyway"},
		"move onto a Sunday":    {one("puente", func(d *d) { d.Instead = date("2027-09-26") }), "ownDays[puente].instead", "calendar.adjustment-rested-anyway"},
		"move onto itself":      {one("puente", func(d *d) { d.Instead = date("2027-09-28") }), "ownDays[puente].instead", "calendar.adjustment-rested-anyway"},
		"move of two days":      {one("puente", func(d *d) { d.Span.End = date("2027-09-29") }), "ownDays[puente].instead", "calendar.adjustment-unused"},
		"move from nowhere":     {one("puente", func(d *d) { d.Span, d.Instead = calendar.Span{}, calendar.Date{} }), "ownDays[puente].span", "calendar.adjustment-missing"},
		"move in another year":  {one("puente", func(d *d) { d.Span, d.Instead = span("2028-09-28/2028-09-28"), date("2028-09-27") }), "ownDays[puente].span", "calendar.adjustment-year"},
		"move without reason":   {one("puente", func(d *d) { d.Reason = "" }), "ownDays[puente].reason", "calendar.adjustment-missing"},
		"move without document": {one("puente", func(d *d) { d.Document = "" }), "ownDays[puente].document", "calendar.adjustment-missing"},
		"work by a rule":        {one("enero", func(d *d) { d.Rule = "01-01" }), "ownDays[enero].rule", "calendar.adjustment-unused"},
		"worked twice":          {more(d{ID: "x", Kind: office.WorkDay, Span: span("2027-09-28/2027-09-28"), Reason: "a", Document: "b"}), "ownDays[x].span", "calendar.adjustment-overlap"},
		"rested twice":          {one("domingo", func(d *d) { d.Instead = date("2027-09-27") }), "ownDays[domingo].instead", "calendar.adjustment-overlap"},
		"opened, but worked":    {one("domingo", func(d *d) { d.Span, d.Instead = span("2027-06-08/2027-06-08"), calendar.Date{} }), "ownDays[domingo].span", "calendar.adjustment-worked-anyway"},
		"worked and rested": {
			more(d{ID: "x", Kind: office.WorkDay, Span: span("2027-06-13/2027-06-13"), Instead: date("2027-01-01"), Reason: "a", Document: "b"}),
			"ownDays[x].instead", "calendar.adjustment-overlap",
		},
		"opened for a day that is opened": {
			more(d{ID: "x", Kind: office.WorkDay, Span: span("2027-06-07/2027-06-07"), Reason: "a", Document: "b"}), "ownDays[x].span", "calendar.adjustment-overlap",
		},
		"an unknown holiday":        {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "mothers" }), "ownDays[enero].holiday", "calendar.adjustment-holiday"},
		"a holiday of its own":      {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "patrono" }), "ownDays[enero].holiday", "calendar.adjustment-holiday"},
		"a holiday and its day":     {one("enero", func(d *d) { d.Holiday = "new-year" }), "ownDays[enero].holiday", "calendar.adjustment-unused"},
		"a holiday instead":         {one("puente", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "servant" }), "ownDays[puente].instead", "calendar.adjustment-unused"},
		"worked in every year, too": {more(d{ID: "x", Kind: office.WorkDay, Holiday: "servant", Reason: "a", Document: "b"}), "ownDays[puente].span", "calendar.adjustment-worked-anyway"},

		"day off that is worked": {
			more(d{ID: "x", Kind: office.WorkDay, Span: span("2027-04-07/2027-04-07"), Reason: "a", Document: "b"}), "ownDays[x].span", "calendar.adjustment-overlap",
		},
		"day off that is halved": {more(d{ID: "x", Kind: office.HalfDay, Span: span("2027-04-08/2027-04-09")}), "ownDays[x].span", "calendar.adjustment-overlap"},
		"half day that is off": {
			more(d{ID: "x", Kind: office.DayOff, Span: span("2027-03-24/2027-03-24"), Reason: "a", Document: "b"}), "ownDays[santo].span", "calendar.adjustment-overlap",
		},
		"halved twice by a rule":     {more(d{ID: "x", Kind: office.HalfDay, Rule: "05-10", Valid: always}), "ownDays[x].rule", "calendar.adjustment-overlap"},
		"halved by rule and by date": {more(d{ID: "x", Kind: office.HalfDay, Span: span("2027-05-10/2027-05-10")}), "ownDays[x].span", "calendar.adjustment-overlap"},
		"half day of rest by dates":  {more(d{ID: "x", Kind: office.HalfDay, Rule: "2027-05-12"}), "ownDays[x].rule", "calendar.adjustment-rested-anyway"},
		"day off of rest by a rule": {
			more(d{ID: "x", Kind: office.DayOff, Rule: "2027-03-07", Reason: "a", Document: "b"}), "ownDays[x].rule", "calendar.adjustment-rested-anyway",
		},
		"a date before its validity": {
			more(d{ID: "x", Kind: office.LocalDay, Rule: "2027-02-10", Valid: calendar.Span{Start: date("2027-06-01")}}), "ownDays[x].rule", "calendar.adjustment-year",
		},
		"moved day of a worked day": {
			more(d{ID: "x", Kind: office.MovedDay, Span: span("2027-02-10/2027-02-10"), Instead: date("2027-02-11"), Reason: "a", Document: "b"}),
			"ownDays[x].span", "calendar.adjustment-worked-anyway",
		},
		"moved day that is worked too": {
			more(d{ID: "x", Kind: office.MovedDay, Span: span("2027-01-01/2027-01-01"), Instead: date("2027-02-11"), Reason: "a", Document: "b"}),
			"ownDays[x].span", "calendar.adjustment-overlap",
		},
		"moved day without another": {
			more(d{ID: "x", Kind: office.MovedDay, Span: span("2027-08-16/2027-08-16"), Reason: "a", Document: "b"}), "ownDays[x].instead", "calendar.adjustment-missing",
		},
		"moved to a day that is moved": {
			more(d{ID: "x", Kind: office.MovedDay, Span: span("2027-08-16/2027-08-16"), Instead: date("2027-09-28"), Reason: "a", Document: "b"}),
			"ownDays[x].instead", "calendar.adjustment-overlap",
		},
		"moved days": {
			more(d{ID: "x", Kind: office.MovedDay, Span: span("2027-05-11/2027-05-12"), Instead: date("2027-06-01"), Reason: "a", Document: "b"}),
			"ownDays[x].span", "calendar.adjustment-too-long",
		},
		"worked in every year twice": {func(a *a) {
			for _, id := range []string{"x", "y"} {
				a.OwnDays = append(a.OwnDays, &d{ID: id, Kind: office.WorkDay, Holiday: "new-year", Reason: "a", Document: "b"})
			}
			a.OwnDays = append(a.OwnDays[:7:7], a.OwnDays[8:]...)
		}, "ownDays[y].holiday", "calendar.adjustment-overlap"},
		"a commemoration":               {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "flag" }), "ownDays[enero].holiday", "calendar.adjustment-holiday"},
		"exchanged for another century": {one("puente", func(d *d) { d.Span = span("2099-03-08/2099-03-08") }), "ownDays[puente].span", "calendar.adjustment-year"},
		"rested in another century":     {one("puente", func(d *d) { d.Instead = date("2099-03-09") }), "ownDays[puente].instead", "calendar.adjustment-year"},

		"half day without day": {one("santo", func(d *d) { d.Span = calendar.Span{} }), "ownDays[santo].span", "calendar.adjustment-missing"},
		"half day of rest":     {one("santo", func(d *d) { d.Span = span("2027-05-12/2027-05-13") }), "ownDays[santo].span", "calendar.adjustment-rested-anyway"},
		"half day, bad rule":   {one("madres", func(d *d) { d.Rule = "02-30" }), "ownDays[madres].rule", "calendar.adjustment-rule"},

		"day off without day":      {one("luto", func(d *d) { d.Span = calendar.Span{} }), "ownDays[luto].span", "calendar.adjustment-missing"},
		"day off on a day off":     {one("luto", func(d *d) { d.Span = span("2027-05-12/2027-05-12") }), "ownDays[luto].span", "calendar.adjustment-rested-anyway"},
		"day off in another year":  {one("luto", func(d *d) { d.Span = span("2028-04-07/2028-04-07") }), "ownDays[luto].span", "calendar.adjustment-year"},
		"day off without reason":   {one("luto", func(d *d) { d.Reason = "" }), "ownDays[luto].reason", "calendar.adjustment-missing"},
		"day off without document": {one("luto", func(d *d) { d.Document = "" }), "ownDays[luto].document", "calendar.adjustment-missing"},

		"no business day": {func(a *a) {
			*a = office.Adjustments{Year: 2027, OwnDays: []*d{
				{ID: "x", Kind: office.LocalDay, Rule: "01-20 280d", Valid: always}, {ID: "y", Kind: office.LocalDay, Rule: "10-27 85d", Valid: always},
			}}
		}, "ownDays", "calendar.adjustment-no-work"},
	} {
		t.Run(name, func(t *testing.T) {
			d := decided()
			c.adjust(d)
			_, problems := d.ApplyValid(town())
			require.Len(t, problems, 1)
			assert.Equal(t, c.path, problems[0].Path)
			assert.Equal(t, c.code, problems[0].Code)
			assert.Equal(t, norm.Blocking, problems[0].Severity)
			assert.ErrorContains(t, problems[0], "office: adjustments: "+string(c.path)+": ")
			p, err := d.Apply(town())
			assert.Zero(t, p)
			var first *office.Error
			require.True(t, errors.As(err, &first))
			assert.Equal(t, problems[0], first)
			assert.Equal(t, problems[0].Error(), err.Error())
		})
	}
	_, err := decided().Apply(calendar.Profile{Key: "bad"})
	assert.ErrorContains(t, err, `profile "bad"`)
}
