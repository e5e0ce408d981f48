package office_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// A municipality moves Public Servants' Day to the Monday before, and closes for its feast.
func ExampleAdjustments_Apply() {
	base := calendar.Profile{Key: "state", Week: calendar.MondayToFriday}.With(calendar.Holiday{
		Key: "public-servant", Rule: calendar.MustParseRule("09-28"), Valid: calendar.Always(), Kind: calendar.PublicServant,
	})
	town := office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{
		{ID: "feria", Kind: office.LocalDay, Name: "Feria", Span: calendar.MustParseSpan("2027-05-13/2027-05-14")},
		{
			ID: "puente", Kind: office.MovedDay, Span: calendar.MustParseSpan("2027-09-28/2027-09-28"), Instead: calendar.MustDate(2027, 9, 27),
			Reason: "Puente", Document: "Circular 12/2027",
		},
	}}
	profile, err := town.Apply(base)
	cal, _ := calendar.Compile(profile, calendar.YearSpan(2027))
	fmt.Println(cal.IsBusinessDay(calendar.MustDate(2027, 9, 27)), cal.IsBusinessDay(calendar.MustDate(2027, 9, 28)), err)

	town.OwnDays[1].Instead = calendar.MustDate(2027, 9, 26)
	_, err = town.Apply(base)
	fmt.Println(err)
	// Output:
	// false true <nil>
	// office: adjustments: ownDays[puente].instead: 2027-09-26 is not a business day: choose one that is
}

// The valid adjustments of a draft are applied; the others are reported.
func ExampleAdjustments_ApplyValid() {
	town := office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{
		{ID: "luto", Kind: office.DayOff, Span: calendar.MustParseSpan("2027-04-07/2027-04-07"), Reason: "Luto"},
		{ID: "invierno", Kind: office.Vacation, Span: calendar.MustParseSpan("2027-12-20/2028-01-05")},
	}}
	profile, problems := town.ApplyValid(calendar.Profile{Week: calendar.MondayToFriday})
	fmt.Println(profile.Has("invierno"), profile.Has("luto"))
	for _, e := range problems {
		fmt.Println(e.Path, e.Code)
	}
	// Output:
	// true false
	// ownDays[luto].document calendar.adjustment-missing
}
