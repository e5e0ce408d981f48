package poa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// inBlackout are the campaigns and placements of a plan that have a day in a blackout.
func inBlackout(p *poa.Plan) (inside []string) {
	for _, b := range p.Env().Blackouts {
		for _, c := range p.View().Campaigns {
			if c.Span.Overlaps(b.Span) {
				inside = append(inside, c.ID+" "+c.Span.String()+" in "+b.Key)
			}
			for _, m := range c.Media {
				if m.Span.Overlaps(b.Span) {
					inside = append(inside, m.ID+" "+m.Span.String()+" in "+b.Key)
				}
			}
		}
	}
	return inside
}

// applied applies a fix, and requires that the campaign and its placements keep no day in a
// blackout, begin today or later if they were moved, and that no other finding appears.
func applied(t require.TestingT, p *poa.Plan, on calendar.Date, fix norm.Fix) *poa.Plan {
	next, _, err := p.Apply(&poa.Change{Edits: fix.Edits})
	require.NoError(t, err, "%s %v", fix.Code, fix.Edits)
	require.Empty(t, inBlackout(next), "%s %v", fix.Code, fix.Edits)
	before := codes(p.Check(on))
	for _, code := range codes(next.Check(on)) {
		require.False(t, strings.HasPrefix(code, "campaign.inside-blackout"), "%s leaves %s", fix.Code, code)
		if strings.HasPrefix(code, "campaign.") {
			require.Contains(t, before, code, "%s %v", fix.Code, fix.Edits)
		}
	}
	return next
}

// The fixes of a campaign whose media are in a blackout bring out all of them.
func TestBlackoutFixesMoveEveryPlacement(t *testing.T) {
	type dates = [2]string
	for _, c := range []struct {
		name     string
		campaign dates
		media    []dates
		fixes    []norm.Code
	}{
		{"moved out, a placement stays", dates{"2027-07-05", "2027-07-30"}, []dates{{"2027-05-10", "2027-05-14"}, {"2027-07-05", "2027-07-09"}}, []norm.Code{"fix.fit-media"}},
		{"a placement begins in the blackout", dates{"2027-07-05", "2027-07-30"}, []dates{{"2027-05-10", "2027-07-14"}}, []norm.Code{"fix.fit-media"}},
		{"a placement before its campaign", dates{"2027-05-10", "2027-05-14"}, []dates{{"2027-03-01", "2027-03-05"}}, []norm.Code{"fix.move-before-blackout", "fix.move-after-blackout"}},
		{"a placement long after its campaign", dates{"2027-05-10", "2027-05-14"}, []dates{{"2027-12-01", "2027-12-31"}}, []norm.Code{"fix.move-before-blackout", "fix.move-after-blackout"}},
		{"media without dates of the campaign", dates{"", ""}, []dates{{"2027-05-10", "2027-05-14"}, {"2027-05-20", "2027-05-25"}}, []norm.Code{"fix.move-before-blackout", "fix.move-after-blackout"}},
		{"a campaign of the whole year", dates{"2027-01-11", "2027-12-31"}, []dates{{"2027-05-10", "2027-05-14"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := plan(t, func(d *poa.Document) {
				x := d.Campaigns[0]
				x.Kind, x.Event, x.Media, x.Span = poa.CampaignGovernment, calendar.Date{}, nil, calendar.Span{}
				if c.campaign[0] != "" {
					x.Span = span(c.campaign[0], c.campaign[1])
				}
				for i, m := range c.media {
					x.Media = append(x.Media, &poa.Placement{ID: fmt.Sprint("m", i), Name: "Cápsulas", Span: span(m[0], m[1])})
				}
			})
			var offered []norm.Code
			for _, f := range p.Check(today) {
				if f.Code != "campaign.inside-blackout" {
					continue
				}
				for _, fix := range f.Fixes {
					if len(fix.Edits) > 0 {
						offered = append(offered, fix.Code)
						applied(t, p, today, fix)
					}
				}
			}
			assert.Equal(t, c.fixes, offered)
		})
	}
}

// The fix that fits a campaign to the time of the annual report fits its media too.
func TestReportWindowFixFitsTheMedia(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		c := d.Campaigns[0]
		c.Span = span("2027-08-30", "2027-09-30")
		c.Media[0].Span = span("2027-09-10", "2027-09-30")
	})
	found := p.Check(today)
	require.Equal(t, []string{"campaign.outside-report-window campaigns[c1].span"}, codes(found))
	next, _, err := p.Apply(&poa.Change{Edits: found[0].Fixes[0].Edits})
	require.NoError(t, err)
	assert.Empty(t, next.Check(today))
	assert.Equal(t, "2027-09-10/2027-09-18", next.View().Campaigns[0].Media[0].Span.String())
}

// In years with one blackout and with two, each fix of a random campaign takes it and its
// media out of every blackout, and is not in the past.
func TestBlackoutFixesAreComplete(t *testing.T) {
	years := []int{2018, 2021, 2022, 2024, 2027, 2030, 2033}
	tried := map[norm.Code]int{}
	check := func(rt *rapid.T) {
		year := rapid.SampledFrom(years).Draw(rt, "year")
		days := func(label string) calendar.Span {
			start := calendar.MustDate(year, 1, 1).AddDays(rapid.IntRange(-20, 380).Draw(rt, label+" start"))
			return calendar.Span{Start: start, End: start.AddDays(rapid.IntRange(0, 90).Draw(rt, label+" length"))}
		}
		doc := &poa.Document{ID: "p", Schema: poa.Schema, FiscalYear: year, Calendar: rapid.SampledFrom([]string{"jalisco", "", "lft"}).Draw(rt, "calendar")}
		c := &poa.Campaign{ID: "c", Name: "Campaña", Kind: poa.CampaignGovernment, Span: days("campaign")}
		if rapid.Bool().Draw(rt, "report") {
			c.Kind, c.Event = poa.CampaignAnnualReport, c.Span.Start.AddDays(rapid.IntRange(0, 9).Draw(rt, "event"))
		}
		if rapid.IntRange(0, 4).Draw(rt, "undated") == 0 {
			c.Span = calendar.Span{}
		}
		for i := range rapid.IntRange(0, 4).Draw(rt, "media") {
			c.Media = append(c.Media, &poa.Placement{ID: fmt.Sprint("m", i), Name: "Cápsulas", Span: days("placement")})
		}
		doc.Campaigns = []*poa.Campaign{c}
		p, err := poa.New(mexico.Env(), doc)
		require.NoError(rt, err)
		on := calendar.MustDate(year, 1, 1).AddDays(rapid.IntRange(-30, 150).Draw(rt, "today"))
		for _, f := range p.Check(on) {
			if f.Code != "campaign.inside-blackout" {
				continue
			}
			for _, fix := range f.Fixes {
				if len(fix.Edits) == 0 {
					continue
				}
				tried[fix.Code]++
				next := applied(rt, p, on, fix)
				if to := next.View().Campaigns[0].Span; to != c.Span {
					require.False(rt, to.Start.Before(on), "%s moves to %s, before today, %s", fix.Code, to, on)
					require.Equal(rt, c.Span.Days(), to.Days())
				}
			}
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		for range 20 {
			check(rt)
		}
	})
	for _, code := range []norm.Code{"fix.fit-media", "fix.move-before-blackout", "fix.move-after-blackout"} {
		assert.Positive(t, tried[code], code)
	}
}

// A placement outside its campaign, or in a blackout, has a fix or the reason that there is
// none, also if the campaign or the placement is over.
func TestPlacementOfACampaignThatIsOver(t *testing.T) {
	for _, c := range []struct {
		name            string
		today           string
		campaign, media calendar.Span
		fixes           []string // with the dates of the campaign and of the placement after them
	}{
		{"moved out of a blackout, all over", "2027-08-15", span("2027-07-05", "2027-07-30"), span("2027-05-10", "2027-05-14"), []string{"fix.fit-media 2027-07-05/2027-07-30 2027-07-05/2027-07-09"}},
		{"the campaign is over, the placement is in a blackout to come", "2027-03-01", span("2027-02-01", "2027-02-12"), span("2027-05-10", "2027-05-14"), []string{"fix.another-campaign"}},
		{"both in a blackout, all over", "2027-06-15", span("2027-05-10", "2027-05-21"), span("2027-05-10", "2027-05-14"), []string{"fix.correct-dates"}},
		{"outside, nothing is over", "2027-08-02", span("2027-09-06", "2027-09-17"), span("2027-09-20", "2027-09-24"), []string{
			"fix.fit-placement 2027-09-06/2027-09-17 2027-09-06/2027-09-10", "fix.extend-campaign 2027-09-06/2027-09-24 2027-09-20/2027-09-24",
		}},
		{"outside, the campaign is over", "2027-09-20", span("2027-09-06", "2027-09-17"), span("2027-09-27", "2027-09-28"), []string{"fix.extend-campaign 2027-09-06/2027-09-28 2027-09-27/2027-09-28"}},
		{"outside, all over", "2027-10-20", span("2027-09-06", "2027-09-17"), span("2027-09-27", "2027-09-28"), []string{
			"fix.fit-placement 2027-09-06/2027-09-17 2027-09-06/2027-09-07", "fix.extend-campaign 2027-09-06/2027-09-28 2027-09-27/2027-09-28",
		}},
		{"outside, a blackout between them", "2027-03-01", span("2027-02-01", "2027-02-12"), span("2027-07-05", "2027-07-09"), []string{"fix.another-campaign"}},
		{"outside, in the next year", "2027-12-20", span("2027-12-01", "2027-12-10"), span("2028-01-03", "2028-01-07"), []string{"fix.another-campaign"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			on := calendar.MustParseDate(c.today)
			p := plan(t, func(d *poa.Document) {
				x := d.Campaigns[0]
				x.Kind, x.Event, x.Span, x.Media[0].Span = poa.CampaignGovernment, calendar.Date{}, c.campaign, c.media
			})
			var offered []string
			for _, f := range p.Check(on) {
				if f.Code != "campaign.inside-blackout" && f.Code != "placement.outside-campaign" {
					continue
				}
				for _, fix := range f.Fixes {
					text := string(fix.Code)
					if len(fix.Edits) > 0 {
						next := applied(t, p, on, fix)
						text += " " + next.View().Campaigns[0].Span.String() + " " + next.View().Campaigns[0].Media[0].Span.String()
						assert.NotContains(t, codes(next.Check(on)), codes([]norm.Finding{f})[0])
					}
					if fix.Code != "fix.claim-exception" && fix.Code != "fix.request-exception" {
						offered = append(offered, text)
					}
				}
			}
			assert.Equal(t, c.fixes, offered)
		})
	}
}
