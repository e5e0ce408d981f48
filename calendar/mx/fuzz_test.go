package mx_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// ProfileByKey finds exactly the keys of Profiles.
func FuzzProfileByKey(f *testing.F) {
	for _, p := range mx.Profiles() {
		f.Add(p.Key)
	}
	f.Add("")
	f.Add("LFT")
	f.Add("lft ")
	f.Fuzz(func(t *testing.T, key string) {
		p, ok := mx.ProfileByKey(key)
		known := false
		for _, q := range mx.Profiles() {
			known = known || q.Key == key
		}
		assert.Equal(t, known, ok)
		if ok {
			assert.Equal(t, key, p.Key)
			assert.NoError(t, p.Validate())
		} else {
			assert.Empty(t, p.Key)
		}
	})
}

// decided applies an adjustment if it is valid.
func decided(p calendar.Profile, d *office.Adjustment) calendar.Profile {
	d.ID = "x"
	p, _ = (&office.Adjustments{OwnDays: []*office.Adjustment{d}}).ApplyValid(p)
	return p
}

// A modified profile is rejected, or it compiles to a calendar whose methods agree with
// Explain.
func FuzzConfiguration(f *testing.F) {
	f.Add(uint8(0), int32(21089), int32(21088), uint8(0), uint8(0b0111110), "constitution", "Puente", "Circular 12/2027")
	f.Add(uint8(1), int32(20952), int32(20956), uint8(1), uint8(0b1111110), "jalisco", "Fiesta", "Acta 3")
	f.Add(uint8(4), int32(0), int32(-1), uint8(2), uint8(0), "", "", "")
	f.Fuzz(func(t *testing.T, which uint8, from, to int32, change, week uint8, without, reason, document string) {
		profiles := mx.Profiles()
		p := profiles[int(which)%len(profiles)]
		a, b := calendar.FromDays(from), calendar.FromDays(to)
		p = p.Without(without)
		assert.False(t, p.Has(without))
		switch change % 5 {
		case 0:
			p = decided(p, &office.Adjustment{Kind: office.MovedDay, Span: calendar.Span{Start: a, End: a}, Instead: b, Reason: reason, Document: document})
		case 1:
			p = p.With(calendar.Holiday{Key: without, Rule: calendar.EachDay{Span: calendar.Span{Start: a, End: b}}, Kind: calendar.Local})
		case 2:
			p = decided(p, &office.Adjustment{Kind: office.WorkDay, Span: calendar.Span{Start: a, End: a}, Reason: reason, Document: document})
		case 3:
			p = decided(p, &office.Adjustment{Kind: office.WorkDay, Holiday: without, Reason: reason, Document: document})
		default:
			p = p.With(mx.CivicHolidays()...)
		}
		if week != 0 {
			p = p.Working(calendar.WeekMask(week))
		}
		year := calendar.YearSpan(a.Year())
		cal, err := calendar.Compile(p, year)
		if invalid := p.Validate(); invalid != nil {
			require.Error(t, err)
			return
		}
		if err != nil {
			return // the window is invalid or has no business day
		}
		worked := 0
		for d := year.Start; year.Contains(d); d = d.AddDays(1) {
			e := cal.Explain(d)
			require.Equal(t, cal.IsBusinessDay(d), e.BusinessDay)
			require.NotEmpty(t, e.Reasons)
			if e.BusinessDay {
				worked++
			}
		}
		require.Equal(t, worked, cal.CountBusinessDays(year))
	})
}
