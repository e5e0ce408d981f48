package calendar_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// decided is what a town decides for 2027: a week of six days, and each kind of
// adjustment in each way to name its days.
func decided() *calendar.Adjustments {
	return &calendar.Adjustments{
		Year:     2027,
		WorkWeek: []calendar.Weekday{1, 2, 3, 4, 5, 6},
		OwnDays: []*calendar.Adjustment{
			{ID: "feria", Kind: calendar.LocalDay, Name: "Feria", Span: span("2027-05-11/2027-05-15"), Document: "Acuerdo 3/2026"},
			{ID: "patrono", Kind: calendar.LocalDay, Name: "Patrono", Rule: "08-16", Valid: calendar.Span{Start: date("2020-01-01")}},
			{ID: "puente", Kind: calendar.WorkDay, Span: span("2027-09-28/2027-09-28"), Instead: date("2027-09-27"), Reason: "Puente", Document: "Circular 1"},
			{ID: "invierno", Kind: calendar.Vacation, Name: "Vacaciones", Span: span("2027-12-20/2028-01-06"), Document: "Circular 2"},
			{ID: "santo", Kind: calendar.HalfDay, Name: "Miércoles Santo", Span: span("2027-03-24/2027-03-24")},
			{ID: "madres", Kind: calendar.HalfDay, Rule: "05-10", Valid: calendar.Span{Start: date("2000-01-01")}},
			{ID: "luto", Kind: calendar.DayOff, Name: "Luto", Span: span("2027-04-07/2027-04-08"), Reason: "Duelo municipal", Document: "Oficio 9"},
			{ID: "enero", Kind: calendar.WorkDay, Span: span("2027-01-01/2027-01-01"), Reason: "Guardia", Document: "Oficio 1"},
			{ID: "domingo", Kind: calendar.WorkDay, Span: span("2027-06-06/2027-06-06"), Instead: date("2027-06-07"), Reason: "Jornada", Document: "Oficio 5"},
		},
	}
}

func TestAdjustmentsApply(t *testing.T) {
	base := town()
	p, err := decided().Apply(base)
	require.NoError(t, err)
	assert.Equal(t, town(), base, "the profile itself is as it was")
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
	assert.Equal(t, "Oficio 1", cal.Explain(date("2027-01-01")).Changes[0].Document)
	assert.Equal(t, "Servidor público", cal.Explain(date("2027-09-27")).Occurrences[0].Holiday.Name.ES, "what is moved keeps its name")

	assert.Equal(t, norm.Label{ES: "Media jornada", EN: "Half day"}, cal.Explain(date("2027-05-10")).Occurrences[0].Holiday.Name, "without a name")

	empty := &calendar.Adjustments{Year: 2027}
	assert.True(t, empty.IsZero())
	assert.False(t, decided().IsZero())
	same, err := empty.Apply(base)
	require.NoError(t, err)
	assert.Equal(t, base, same)
}

// A holiday can be worked in every year, and a Sunday that is one opened.
func TestAdjustmentsWork(t *testing.T) {
	gone := &calendar.Adjustments{OwnDays: []*calendar.Adjustment{{ID: "r", Kind: calendar.WorkDay, Holiday: "servant", Reason: "a", Document: "b"}}}
	p, err := gone.Apply(town())
	require.NoError(t, err)
	cal := compile(t, p, "2027-01-01/2028-12-31")
	for _, day := range []string{"2027-09-28", "2028-09-28", "2030-09-30"} {
		assert.True(t, cal.IsBusinessDay(date(day)), day)
	}
	e := cal.Explain(date("2028-09-28"))
	assert.Equal(t, []calendar.Reason{calendar.ReasonCancelled}, e.Reasons)
	assert.Equal(t, "b", e.Changes[0].Document, "the document that says so")
	assert.Equal(t, "servant", e.Occurrences[0].Holiday.Key, "and the rule that is not taken")
	for _, o := range cal.Holidays(cal.Window()) {
		assert.NotEqual(t, "servant", o.Holiday.Key)
	}
	composed, err := calendar.Union("u", p, town())
	require.NoError(t, err)
	assert.False(t, compile(t, composed, "2027-01-01/2028-12-31").IsBusinessDay(date("2027-09-28")), "the other one rests")
	composed, err = calendar.Intersection("i", p, town())
	require.NoError(t, err)
	assert.True(t, compile(t, composed, "2027-01-01/2028-12-31").IsBusinessDay(date("2027-09-28")))

	sunday := &calendar.Adjustments{OwnDays: []*calendar.Adjustment{
		{ID: "feast", Kind: calendar.LocalDay, Name: "Fiesta", Span: span("2027-06-05/2027-06-07")},
		{ID: "open", Kind: calendar.WorkDay, Span: span("2027-06-06/2027-06-07"), Reason: "a", Document: "b"},
		{ID: "swap", Kind: calendar.WorkDay, Span: span("2027-06-05/2027-06-05"), Instead: date("2027-06-08"), Reason: "a", Document: "b"},
	}}
	p, err = sunday.Apply(town())
	require.NoError(t, err)
	cal = compile(t, p, "2027-01-01/2027-12-31")
	assert.Equal(t, 4, cal.CountBusinessDays(span("2027-06-05/2027-06-09")), "Saturday to Monday and Wednesday")
	assert.False(t, cal.IsBusinessDay(date("2027-06-08")))
}

// A rule for every year may fall on a weekend; what is refused stands in nobody's way;
// and the order of the list does not decide what is worked.
func TestAdjustmentsOrder(t *testing.T) {
	yearly := &calendar.Adjustments{Year: 2028, OwnDays: []*calendar.Adjustment{
		{ID: "eve", Kind: calendar.HalfDay, Rule: "12-24", Valid: calendar.Always()}, // a Sunday
		{ID: "july", Kind: calendar.DayOff, Rule: "07-01", Valid: calendar.Always(), Reason: "a", Document: "b"},
	}}
	_, wrong := yearly.Settle(town())
	assert.Empty(t, wrong)

	list := []*calendar.Adjustment{
		{ID: "off", Kind: calendar.DayOff, Span: span("2027-05-13/2027-05-13"), Reason: "a", Document: "b"},
		{ID: "worked", Kind: calendar.WorkDay, Span: span("2027-05-13/2027-05-13"), Reason: "a", Document: "b"},
		{ID: "a", Kind: calendar.Vacation, Span: span("2027-07-01/2027-07-10")},
		{ID: "b", Kind: calendar.Vacation, Span: span("2027-07-10/2027-07-20")},
		{ID: "c", Kind: calendar.Vacation, Span: span("2027-07-20/2027-07-30")},
	}
	_, wrong = (&calendar.Adjustments{Year: 2027, OwnDays: list}).Settle(town())
	require.Len(t, wrong, 2)
	assert.Equal(t, norm.Path("ownDays[worked].span"), wrong[0].Path)
	assert.Equal(t, norm.Path("ownDays[b].span"), wrong[1].Path, "and c holds")

	feast := &calendar.Adjustment{ID: "feast", Kind: calendar.LocalDay, Span: span("2027-05-13/2027-05-14")}
	for _, pair := range [][]*calendar.Adjustment{{list[0], feast}, {feast, list[0]}} {
		_, wrong = (&calendar.Adjustments{Year: 2027, OwnDays: pair}).Settle(town())
		require.Len(t, wrong, 1)
		assert.Equal(t, norm.Path("ownDays[off].span"), wrong[0].Path)
		assert.Equal(t, calendar.AdjustmentRested, wrong[0].Code)
	}

	named := &calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{
		{ID: "employer-2027-09-27", Kind: calendar.Vacation, Span: span("2027-07-01/2027-07-10")},
		{ID: "m", Kind: calendar.MovedDay, Span: span("2027-09-28/2027-09-28"), Instead: date("2027-09-27"), Reason: "a", Document: "b"},
	}}
	p, err := named.Apply(town())
	require.NoError(t, err)
	_, err = calendar.Union("u", p, town())
	assert.NoError(t, err)
}

// A day off that is moved leaves the week as it is: a Saturday is not worked for it. An
// opened one is, and may be half a day.
func TestAdjustmentsMove(t *testing.T) {
	base := town().With(calendar.Holiday{Key: "labour", Rule: calendar.Fixed{Month: 5, Day: 1}, Valid: calendar.Always(), Kind: calendar.Mandatory})
	saturday, monday := span("2027-05-01/2027-05-01"), date("2027-05-03")
	moved := func(kind calendar.AdjustmentKind) *calendar.Calendar {
		a := &calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{
			{ID: "x", Kind: kind, Span: saturday, Instead: monday, Reason: "a", Document: "Decreto 1"},
		}}
		p, err := a.Apply(base)
		require.NoError(t, err)
		return compile(t, p, "2027-01-01/2027-12-31")
	}
	cal := moved(calendar.MovedDay)
	assert.False(t, cal.IsBusinessDay(saturday.Start))
	assert.False(t, cal.IsBusinessDay(monday))
	byHand := compile(t, base.Moved(saturday.Start, monday, "a", "Decreto 1"), "2027-01-01/2027-12-31")
	assert.Equal(t, byHand.Explain(monday).Reasons, cal.Explain(monday).Reasons)
	assert.Equal(t, byHand.CountBusinessDays(calendar.YearSpan(2027)), cal.CountBusinessDays(calendar.YearSpan(2027)))

	cal = moved(calendar.WorkDay)
	assert.True(t, cal.IsBusinessDay(saturday.Start), "an exchange opens it")
	assert.False(t, cal.IsBusinessDay(monday))

	half := &calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{
		{ID: "half", Kind: calendar.HalfDay, Span: span("2027-06-05/2027-06-05")},
		{ID: "open", Kind: calendar.WorkDay, Span: span("2027-06-05/2027-06-05"), Reason: "a", Document: "b"},
		{ID: "half2", Kind: calendar.HalfDay, Span: span("2027-09-28/2027-09-28")},
		{ID: "open2", Kind: calendar.WorkDay, Span: span("2027-09-28/2027-09-28"), Reason: "a", Document: "b"},
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

// A holiday of profiles that were put together is worked whatever its key became.
func TestAdjustmentsOfAComposedProfile(t *testing.T) {
	other := town()
	other.Key = "other"
	other.Holidays = other.Holidays[2:]
	other.Holidays[0].Basis.Law = "Otra ley"
	p, err := calendar.Union("both", town(), other)
	require.NoError(t, err)
	require.True(t, p.Has("other.servant"))
	assert.True(t, p.Holidays[len(p.Holidays)-1].Named("servant"))
	for _, key := range []string{"servant", "other.servant"} {
		gone := &calendar.Adjustments{Year: 2027, OwnDays: []*calendar.Adjustment{{ID: "r", Kind: calendar.WorkDay, Holiday: key, Reason: "a", Document: "b"}}}
		worked, err := gone.Apply(p)
		require.NoError(t, err)
		assert.True(t, compile(t, worked, "2027-01-01/2027-12-31").IsBusinessDay(date("2027-09-28")), key)
	}
}

// What a profile changes itself is its own to change: a decision about the same day is
// refused, and all others hold.
func TestAdjustmentsOfAProfileWithChanges(t *testing.T) {
	base := town().Moved(date("2027-09-28"), date("2027-09-27"), "Puente", "Circular 9").
		Granted(date("2027-03-10"), norm.Label{ES: "Dado"}, "a", "b").Opened(date("2027-06-05"), "c", "d")
	require.NoError(t, base.Validate())
	for name, c := range map[string]struct {
		a    calendar.Adjustments
		path norm.Path
	}{
		"week":      {calendar.Adjustments{WorkWeek: []calendar.Weekday{1, 2, 3, 4, 5, 6}}, "workWeek"},
		"day off":   {own(calendar.Adjustment{Kind: calendar.DayOff, Span: span("2027-03-10/2027-03-10")}), "ownDays[x].span"},
		"local day": {own(calendar.Adjustment{Kind: calendar.LocalDay, Rule: "09-27 2d", Valid: calendar.Always()}), "ownDays[x].rule"},
		"vacation":  {own(calendar.Adjustment{Kind: calendar.Vacation, Span: span("2027-06-01/2027-06-30")}), "ownDays[x].span"},
		"holiday":   {own(calendar.Adjustment{Kind: calendar.WorkDay, Holiday: "servant"}), "ownDays[x].holiday"},
		"instead":   {own(calendar.Adjustment{Kind: calendar.WorkDay, Span: span("2027-01-01/2027-01-01"), Instead: date("2027-06-05")}), "ownDays[x].instead"},
	} {
		t.Run(name, func(t *testing.T) {
			c.a.Year = 2027
			c.a.OwnDays = append(c.a.OwnDays, &calendar.Adjustment{ID: "feast", Kind: calendar.LocalDay, Span: span("2027-05-13/2027-05-13")})
			p, wrong := c.a.Settle(base)
			require.Len(t, wrong, 1)
			assert.Equal(t, calendar.AdjustmentConflict, wrong[0].Code)
			assert.Equal(t, c.path, wrong[0].Path)
			cal := compile(t, p, "2027-01-01/2027-12-31")
			assert.False(t, cal.IsBusinessDay(date("2027-05-13")), "the feast holds")
			assert.False(t, cal.IsBusinessDay(date("2027-09-27")))
		})
	}
	broken := town()
	broken.Holidays[0].Rule = nil
	p, wrong := decided().Settle(broken)
	assert.Len(t, wrong, 1)
	assert.Equal(t, broken, p)
}

// own is one adjustment with what every kind may need.
func own(a calendar.Adjustment) calendar.Adjustments {
	a.ID = "x"
	if a.Kind == calendar.WorkDay || a.Kind == calendar.DayOff {
		a.Reason, a.Document = "a", "b"
	}
	return calendar.Adjustments{OwnDays: []*calendar.Adjustment{&a}}
}

// However many days the rules of a town name, each is put in its place once.
func TestManyDaysOff(t *testing.T) {
	p := calendar.Profile{Key: "busy", Week: calendar.MondayToFriday}
	for i := range 200 {
		p = p.With(calendar.Holiday{
			Key: strconv.Itoa(i), Rule: calendar.MustParseRule("01-01 (2028+2k) 300d"), Valid: calendar.Always(), Kind: calendar.Local,
		})
	}
	cal := compile(t, p, "2027-01-01/2030-12-31")
	days := cal.Holidays(calendar.YearSpan(2028))
	require.Len(t, days, 200*300)
	for i, o := range days {
		require.Equal(t, calendar.MustDate(2028, 1, 1).AddDays(i/200), o.Date)
		require.Equal(t, strconv.Itoa(i%200), o.Holiday.Key, "in the order of the profile")
	}
}

// What is right holds though something else is wrong.
func TestAdjustmentsSettle(t *testing.T) {
	draft := decided()
	draft.OwnDays[8].Reason, draft.OwnDays[6].Document, draft.OwnDays[0].Span = "", "", calendar.Span{}
	p, wrong := draft.Settle(town())
	require.Len(t, wrong, 3)
	assert.Equal(t, norm.Path("ownDays[feria].span"), wrong[0].Path, "in the order of the decisions")
	assert.Equal(t, norm.Path("ownDays[luto].document"), wrong[1].Path)
	assert.Equal(t, norm.Path("ownDays[domingo].reason"), wrong[2].Path)
	assert.Equal(t, []norm.Arg{{Name: "name", Value: norm.Text("Feria")}}, wrong[0].Args)
	cal := compile(t, p, "2027-01-01/2027-12-31")
	for day, worked := range map[string]bool{"2027-05-12": true, "2027-04-07": true, "2027-06-06": false, "2027-09-27": false} {
		assert.Equal(t, worked, cal.IsBusinessDay(date(day)), day)
	}
	draft.OwnDays = append(draft.OwnDays, &calendar.Adjustment{ID: "x", Kind: calendar.Vacation, Span: span("2026-12-31/2027-12-31")})
	draft.OwnDays[3].Span, draft.OwnDays[7], draft.OwnDays[8] = span("2028-01-01/2028-01-02"), nil, nil
	p, wrong = draft.Settle(town())
	assert.Equal(t, calendar.AdjustmentNoWork, wrong[2].Code, "with what is about no decision, before the others")
	assert.Equal(t, town(), p, "a year without work is no profile")
}

// Each way to be wrong is one error, which names the element and the field.
func TestAdjustmentsRefuse(t *testing.T) {
	type a = calendar.Adjustments
	always := calendar.Always()
	// one changes the decision with an id.
	one := func(id string, change func(*calendar.Adjustment)) func(*a) {
		return func(all *a) {
			for _, d := range all.OwnDays {
				if d.ID == id {
					change(d)
					return
				}
			}
		}
	}
	type d = calendar.Adjustment
	more := func(more d) func(*a) { return func(all *a) { all.OwnDays = append(all.OwnDays, &more) } }
	for name, c := range map[string]struct {
		adjust func(*a)
		path   norm.Path
		code   norm.Code
	}{
		"no such year":  {func(a *a) { a.Year = 10000 }, "year", calendar.AdjustmentValue},
		"weekday 8":     {func(a *a) { a.WorkWeek = []calendar.Weekday{8} }, "workWeek", calendar.AdjustmentValue},
		"weekday twice": {func(a *a) { a.WorkWeek = append(a.WorkWeek, 1) }, "workWeek", calendar.AdjustmentWeekday},
		"too many":      {func(a *a) { a.OwnDays = make([]*d, 367) }, "ownDays", calendar.AdjustmentValue},
		"too many days": {func(a *a) {
			a.OwnDays = a.OwnDays[:0]
			for i := range 7 {
				a.OwnDays = append(a.OwnDays, &d{ID: string(rune('a' + i)), Kind: calendar.LocalDay, Rule: "02-01 300d", Valid: always})
			}
		}, "ownDays", calendar.AdjustmentValue},
		"no element":          {func(a *a) { a.OwnDays[2] = nil }, "ownDays", calendar.AdjustmentMissing},
		"no id":               {one("feria", func(d *d) { d.ID = "" }), "ownDays", calendar.AdjustmentID},
		"an id twice":         {one("puente", func(d *d) { d.ID = "feria" }), "ownDays[feria]", calendar.AdjustmentID},
		"an id that is a key": {one("feria", func(d *d) { d.ID = "flag" }), "ownDays[flag]", calendar.AdjustmentID},
		"no kind":             {one("feria", func(d *d) { d.Kind = 0 }), "ownDays[feria].kind", calendar.AdjustmentMissing},

		"local day without days":      {one("feria", func(d *d) { d.Span = calendar.Span{} }), "ownDays[feria].span", calendar.AdjustmentMissing},
		"local day reversed":          {one("feria", func(d *d) { d.Span.End = date("2027-05-01") }), "ownDays[feria].span", calendar.AdjustmentReversed},
		"local day without end":       {one("feria", func(d *d) { d.Span.End = calendar.Date{} }), "ownDays[feria].span.end", calendar.AdjustmentMissing},
		"local day without start":     {one("feria", func(d *d) { d.Span.Start = calendar.Date{} }), "ownDays[feria].span.start", calendar.AdjustmentMissing},
		"local day in another year":   {one("feria", func(d *d) { d.Span = span("2028-05-11/2028-05-12") }), "ownDays[feria].span", calendar.AdjustmentYear},
		"local day over the year":     {one("feria", func(d *d) { d.Span = span("2027-12-18/2028-01-01") }), "ownDays[feria].span", calendar.AdjustmentYear},
		"local day twice over":        {one("feria", func(d *d) { d.Rule = "08-16" }), "ownDays[feria].rule", calendar.AdjustmentUnused},
		"local day with a holiday":    {one("feria", func(d *d) { d.Holiday = "servant" }), "ownDays[feria].holiday", calendar.AdjustmentUnused},
		"local day instead":           {one("feria", func(d *d) { d.Instead = date("2027-05-17") }), "ownDays[feria].instead", calendar.AdjustmentUnused},
		"validity without rule":       {one("feria", func(d *d) { d.Valid = always }), "ownDays[feria].valid", calendar.AdjustmentUnused},
		"local day without rule":      {one("patrono", func(d *d) { d.Rule = "every August" }), "ownDays[patrono].rule", calendar.AdjustmentRule},
		"local rule without validity": {one("patrono", func(d *d) { d.Valid = calendar.Span{} }), "ownDays[patrono].valid.start", calendar.AdjustmentMissing},
		"local validity reversed":     {one("patrono", func(d *d) { d.Valid.End = date("2019-01-01") }), "ownDays[patrono].valid", calendar.AdjustmentReversed},
		"local validity over":         {one("patrono", func(d *d) { d.Valid.End = date("2026-12-31") }), "ownDays[patrono].valid", calendar.AdjustmentYear},
		"dates of another year":       {one("patrono", func(d *d) { d.Rule, d.Valid = "2026-02-02, 2028-02-07", calendar.Span{} }), "ownDays[patrono].rule", calendar.AdjustmentYear},
		"local days overlap":          {more(d{ID: "x", Kind: calendar.LocalDay, Span: span("2027-05-15/2027-05-16")}), "ownDays[x].span", calendar.AdjustmentOverlap},

		"vacations overlap":        {more(d{ID: "x", Kind: calendar.Vacation, Span: span("2027-12-01/2027-12-20")}), "ownDays[x].span", calendar.AdjustmentOverlap},
		"vacation too long":        {one("invierno", func(d *d) { d.Span.End = date("2029-12-31") }), "ownDays[invierno].span", calendar.AdjustmentLong},
		"vacation in another year": {one("invierno", func(d *d) { d.Span = span("2028-01-01/2028-01-02") }), "ownDays[invierno].span", calendar.AdjustmentYear},

		"move of a worked day":  {one("puente", func(d *d) { d.Span = span("2027-09-29/2027-09-29") }), "ownDays[puente].span", calendar.AdjustmentWorked},
		"move onto a day off":   {one("puente", func(d *d) { d.Instead = date("2027-05-12") }), "ownDays[puente].instead", calendar.AdjustmentRested},
		"move onto a Sunday":    {one("puente", func(d *d) { d.Instead = date("2027-09-26") }), "ownDays[puente].instead", calendar.AdjustmentRested},
		"move onto itself":      {one("puente", func(d *d) { d.Instead = date("2027-09-28") }), "ownDays[puente].instead", calendar.AdjustmentRested},
		"move of two days":      {one("puente", func(d *d) { d.Span.End = date("2027-09-29") }), "ownDays[puente].instead", calendar.AdjustmentUnused},
		"move from nowhere":     {one("puente", func(d *d) { d.Span, d.Instead = calendar.Span{}, calendar.Date{} }), "ownDays[puente].span", calendar.AdjustmentMissing},
		"move in another year":  {one("puente", func(d *d) { d.Span, d.Instead = span("2028-09-28/2028-09-28"), date("2028-09-27") }), "ownDays[puente].span", calendar.AdjustmentYear},
		"move without reason":   {one("puente", func(d *d) { d.Reason = "" }), "ownDays[puente].reason", calendar.AdjustmentMissing},
		"move without document": {one("puente", func(d *d) { d.Document = "" }), "ownDays[puente].document", calendar.AdjustmentMissing},
		"work by a rule":        {one("enero", func(d *d) { d.Rule = "01-01" }), "ownDays[enero].rule", calendar.AdjustmentUnused},
		"worked twice":          {more(d{ID: "x", Kind: calendar.WorkDay, Span: span("2027-09-28/2027-09-28"), Reason: "a", Document: "b"}), "ownDays[x].span", calendar.AdjustmentOverlap},
		"rested twice":          {one("domingo", func(d *d) { d.Instead = date("2027-09-27") }), "ownDays[domingo].instead", calendar.AdjustmentOverlap},
		"opened, but worked":    {one("domingo", func(d *d) { d.Span, d.Instead = span("2027-06-08/2027-06-08"), calendar.Date{} }), "ownDays[domingo].span", calendar.AdjustmentWorked},
		"worked and rested": {
			more(d{ID: "x", Kind: calendar.WorkDay, Span: span("2027-06-13/2027-06-13"), Instead: date("2027-01-01"), Reason: "a", Document: "b"}),
			"ownDays[x].instead", calendar.AdjustmentOverlap,
		},
		"opened for a day that is opened": {
			more(d{ID: "x", Kind: calendar.WorkDay, Span: span("2027-06-07/2027-06-07"), Reason: "a", Document: "b"}), "ownDays[x].span", calendar.AdjustmentOverlap,
		},
		"an unknown holiday":        {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "mothers" }), "ownDays[enero].holiday", calendar.AdjustmentHoliday},
		"a holiday of its own":      {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "patrono" }), "ownDays[enero].holiday", calendar.AdjustmentHoliday},
		"a holiday and its day":     {one("enero", func(d *d) { d.Holiday = "new-year" }), "ownDays[enero].holiday", calendar.AdjustmentUnused},
		"a holiday instead":         {one("puente", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "servant" }), "ownDays[puente].instead", calendar.AdjustmentUnused},
		"worked in every year, too": {more(d{ID: "x", Kind: calendar.WorkDay, Holiday: "servant", Reason: "a", Document: "b"}), "ownDays[puente].span", calendar.AdjustmentWorked},

		"day off that is worked": {
			more(d{ID: "x", Kind: calendar.WorkDay, Span: span("2027-04-07/2027-04-07"), Reason: "a", Document: "b"}), "ownDays[x].span", calendar.AdjustmentOverlap,
		},
		"day off that is halved": {more(d{ID: "x", Kind: calendar.HalfDay, Span: span("2027-04-08/2027-04-09")}), "ownDays[x].span", calendar.AdjustmentOverlap},
		"half day that is off": {
			more(d{ID: "x", Kind: calendar.DayOff, Span: span("2027-03-24/2027-03-24"), Reason: "a", Document: "b"}), "ownDays[santo].span", calendar.AdjustmentOverlap,
		},
		"halved twice by a rule":     {more(d{ID: "x", Kind: calendar.HalfDay, Rule: "05-10", Valid: always}), "ownDays[x].rule", calendar.AdjustmentOverlap},
		"halved by rule and by date": {more(d{ID: "x", Kind: calendar.HalfDay, Span: span("2027-05-10/2027-05-10")}), "ownDays[x].span", calendar.AdjustmentOverlap},
		"half day of rest by dates":  {more(d{ID: "x", Kind: calendar.HalfDay, Rule: "2027-05-12"}), "ownDays[x].rule", calendar.AdjustmentRested},
		"day off of rest by a rule": {
			more(d{ID: "x", Kind: calendar.DayOff, Rule: "2027-03-07", Reason: "a", Document: "b"}), "ownDays[x].rule", calendar.AdjustmentRested,
		},
		"a date before its validity": {
			more(d{ID: "x", Kind: calendar.LocalDay, Rule: "2027-02-10", Valid: calendar.Span{Start: date("2027-06-01")}}), "ownDays[x].rule", calendar.AdjustmentYear,
		},
		"moved day of a worked day": {
			more(d{ID: "x", Kind: calendar.MovedDay, Span: span("2027-02-10/2027-02-10"), Instead: date("2027-02-11"), Reason: "a", Document: "b"}),
			"ownDays[x].span", calendar.AdjustmentWorked,
		},
		"moved day that is worked too": {
			more(d{ID: "x", Kind: calendar.MovedDay, Span: span("2027-01-01/2027-01-01"), Instead: date("2027-02-11"), Reason: "a", Document: "b"}),
			"ownDays[x].span", calendar.AdjustmentOverlap,
		},
		"moved day without another": {
			more(d{ID: "x", Kind: calendar.MovedDay, Span: span("2027-08-16/2027-08-16"), Reason: "a", Document: "b"}), "ownDays[x].instead", calendar.AdjustmentMissing,
		},
		"moved to a day that is moved": {
			more(d{ID: "x", Kind: calendar.MovedDay, Span: span("2027-08-16/2027-08-16"), Instead: date("2027-09-28"), Reason: "a", Document: "b"}),
			"ownDays[x].instead", calendar.AdjustmentOverlap,
		},
		"moved days": {
			more(d{ID: "x", Kind: calendar.MovedDay, Span: span("2027-05-11/2027-05-12"), Instead: date("2027-06-01"), Reason: "a", Document: "b"}),
			"ownDays[x].span", calendar.AdjustmentLong,
		},
		"worked in every year twice": {func(a *a) {
			for _, id := range []string{"x", "y"} {
				a.OwnDays = append(a.OwnDays, &d{ID: id, Kind: calendar.WorkDay, Holiday: "new-year", Reason: "a", Document: "b"})
			}
			a.OwnDays = append(a.OwnDays[:7:7], a.OwnDays[8:]...)
		}, "ownDays[y].holiday", calendar.AdjustmentOverlap},
		"a commemoration":               {one("enero", func(d *d) { d.Span, d.Holiday = calendar.Span{}, "flag" }), "ownDays[enero].holiday", calendar.AdjustmentHoliday},
		"exchanged for another century": {one("puente", func(d *d) { d.Span = span("2099-03-08/2099-03-08") }), "ownDays[puente].span", calendar.AdjustmentYear},
		"rested in another century":     {one("puente", func(d *d) { d.Instead = date("2099-03-09") }), "ownDays[puente].instead", calendar.AdjustmentYear},

		"half day without day": {one("santo", func(d *d) { d.Span = calendar.Span{} }), "ownDays[santo].span", calendar.AdjustmentMissing},
		"half day of rest":     {one("santo", func(d *d) { d.Span = span("2027-05-12/2027-05-13") }), "ownDays[santo].span", calendar.AdjustmentRested},
		"half day, bad rule":   {one("madres", func(d *d) { d.Rule = "02-30" }), "ownDays[madres].rule", calendar.AdjustmentRule},

		"day off without day":      {one("luto", func(d *d) { d.Span = calendar.Span{} }), "ownDays[luto].span", calendar.AdjustmentMissing},
		"day off on a day off":     {one("luto", func(d *d) { d.Span = span("2027-05-12/2027-05-12") }), "ownDays[luto].span", calendar.AdjustmentRested},
		"day off in another year":  {one("luto", func(d *d) { d.Span = span("2028-04-07/2028-04-07") }), "ownDays[luto].span", calendar.AdjustmentYear},
		"day off without reason":   {one("luto", func(d *d) { d.Reason = "" }), "ownDays[luto].reason", calendar.AdjustmentMissing},
		"day off without document": {one("luto", func(d *d) { d.Document = "" }), "ownDays[luto].document", calendar.AdjustmentMissing},

		"nobody works": {func(a *a) {
			*a = calendar.Adjustments{Year: 2027, OwnDays: []*d{
				{ID: "x", Kind: calendar.LocalDay, Rule: "01-20 280d", Valid: always}, {ID: "y", Kind: calendar.LocalDay, Rule: "10-27 85d", Valid: always},
			}}
		}, "ownDays", calendar.AdjustmentNoWork},
	} {
		t.Run(name, func(t *testing.T) {
			d := decided()
			c.adjust(d)
			_, wrong := d.Settle(town())
			require.Len(t, wrong, 1)
			assert.Equal(t, c.path, wrong[0].Path)
			assert.Equal(t, c.code, wrong[0].Code)
			assert.Equal(t, norm.Blocking, wrong[0].Severity)
			assert.ErrorContains(t, wrong[0], "calendar: adjustments: "+string(c.path)+": ")
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
}
