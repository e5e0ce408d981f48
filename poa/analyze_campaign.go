package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

var (
	campaignWithoutName         = norm.FindingKind{Code: "campaign.without-name", Severity: norm.Warning, Args: []string{"name"}}
	campaignUndated             = norm.FindingKind{Code: "campaign.undated", Severity: norm.Warning, Args: []string{"name"}}
	campaignEndBeforeStart      = norm.FindingKind{Code: "campaign.end-before-start", Severity: norm.Blocking, Args: []string{"name", "start", "end"}}
	campaignOutsideYear         = norm.FindingKind{Code: "campaign.outside-year", Severity: norm.Warning, Args: []string{"name", "start", "end", "year"}}
	campaignGrantMissing        = norm.FindingKind{Code: "campaign.grant-missing", Severity: norm.Blocking, Args: []string{"name"}}
	campaignOutsideReportWindow = norm.FindingKind{Code: "campaign.outside-report-window", Severity: norm.Warning, Args: []string{"name", "event", "from", "to"}}
	// Blocking where the dates of the blackout are sourced.
	campaignInsideBlackout = norm.FindingKind{
		Code: "campaign.inside-blackout", Severity: norm.Warning,
		Args: []string{"name", "blackout", "start", "end", "overlapStart", "overlapEnd", "requestBy"},
	}
	placementOutsideCampaign = norm.FindingKind{Code: "placement.outside-campaign", Severity: norm.Warning, Args: []string{"name", "start", "end"}}

	fixFitReportWindow    = norm.FixKind{Code: "fix.fit-report-window", Args: []string{"start", "end"}}
	fixMoveBeforeBlackout = norm.FixKind{Code: "fix.move-before-blackout", Args: []string{"start", "end"}}
	fixMoveAfterBlackout  = norm.FixKind{Code: "fix.move-after-blackout", Args: []string{"start", "end"}}
	fixRequestException   = norm.FixKind{Code: "fix.request-exception", Args: []string{"requestBy"}}
	fixClaimException     = norm.FixKind{Code: "fix.claim-exception", Args: []string{"exceptions"}}
)

// analyzeCampaigns adds up each media plan and compares its days with the blackouts.
func analyzeCampaigns(in *reader) any {
	list := make([]CampaignStatus, len(in.doc.Campaigns))
	for i, c := range in.doc.Campaigns {
		s := &list[i]
		s.Campaign, s.Days = c, c.Span.Days()
		at := norm.Path("campaigns").Item(c.ID)
		for _, m := range c.Media {
			sum, err := s.Cost.Add(m.Cost)
			if err != nil {
				in.find(valueOverflow.At(at.Field("media").Item(m.ID).Field("cost")))
				continue
			}
			s.Cost = sum
		}
		in.checkCampaign(s, at)
	}
	return list
}

func (in *reader) checkCampaign(s *CampaignStatus, at norm.Path) {
	c := s.Campaign
	name, start, end := norm.Text(c.Name), c.Span.Start, c.Span.End
	if c.Name == "" {
		in.find(campaignWithoutName.At(at.Field("name"), name))
	}
	year := in.year()
	switch {
	case start.IsZero() || end.IsZero():
		in.find(campaignUndated.At(at.Field("span"), name))
	case !c.Span.Valid():
		f := campaignEndBeforeStart.At(at.Field("span.end"), name, start, end)
		f.Fixes = []norm.Fix{swapDates(at.Field("span"), c.Span)}
		in.find(f)
	case year.Valid() && !year.Covers(c.Span):
		in.find(campaignOutsideYear.At(at.Field("span"), name, start, end, norm.Count(in.doc.FiscalYear)))
	}
	if c.Exception == ExceptionGranted && c.Grant == "" {
		in.find(campaignGrantMissing.At(at.Field("grant"), name))
	}
	in.checkReportWindow(c, at)
	for _, m := range c.Media {
		if m.Span.Valid() && c.Span.Valid() && !c.Span.Covers(m.Span) {
			f := placementOutsideCampaign.At(at.Field("media").Item(m.ID).Field("span"), norm.Text(m.Name), m.Span.Start, m.Span.End)
			f.Related = []norm.Path{at.Field("span")}
			in.find(f)
		}
	}
	blackouts := in.env().Blackouts
	for i := range blackouts {
		in.checkBlackout(s, &blackouts[i], at)
	}
}

// checkReportWindow checks that the announcement of the annual report is within the
// days that the law allows (LGCS art. 14).
func (in *reader) checkReportWindow(c *Campaign, at norm.Path) {
	window := in.env().ReportWindow
	if c.Kind != CampaignAnnualReport || c.Event.IsZero() || window == nil || !c.Span.Valid() {
		return
	}
	allowed, basis := window(c.Event)
	if allowed.Covers(c.Span) {
		return
	}
	f := campaignOutsideReportWindow.At(at.Field("span"), norm.Text(c.Name), c.Event, allowed.Start, allowed.End)
	f.Basis, f.Related = &basis, []norm.Path{at.Field("event")}
	if fit, ok := c.Span.Intersect(allowed); ok {
		f.Fixes = []norm.Fix{setDates(&fixFitReportWindow, at.Field("span"), fit)}
	}
	in.find(f)
}

// checkBlackout finds the days that a campaign, or a line of its media plan,
// shares with a blackout.
func (in *reader) checkBlackout(s *CampaignStatus, b *term.Blackout, at norm.Path) {
	c := s.Campaign
	overlap, related := overlapOf(c, b, at)
	if !overlap.Valid() {
		return
	}
	excepted := c.Exception != ExceptionNone
	s.Conflicts = append(s.Conflicts, Conflict{Blackout: b, Overlap: overlap, Excepted: excepted})
	if excepted {
		return
	}
	f := campaignInsideBlackout.At(at.Field("span"), norm.Text(c.Name), norm.Citation(b.Name),
		b.Span.Start, b.Span.End, overlap.Start, overlap.End, b.RequestBy)
	if b.Basis.Status == norm.Sourced {
		f.Severity = norm.Blocking
	}
	f.Basis, f.Related, f.Fixes = &b.Basis, related, in.waysOut(c, b, at)
	in.find(f)
}

// overlapOf returns the days from the first to the last that a campaign or its media
// share with a blackout, or the zero span, and the paths of those media.
func overlapOf(c *Campaign, b *term.Blackout, at norm.Path) (overlap calendar.Span, media []norm.Path) {
	overlap, _ = c.Span.Intersect(b.Span)
	for _, m := range c.Media {
		shared, ok := m.Span.Intersect(b.Span)
		if !ok {
			continue
		}
		media = append(media, at.Field("media").Item(m.ID).Field("span"))
		if !overlap.Valid() {
			overlap = shared
			continue
		}
		if shared.Start.Before(overlap.Start) {
			overlap.Start = shared.Start
		}
		if shared.End.After(overlap.End) {
			overlap.End = shared.End
		}
	}
	return overlap, media
}

// waysOut returns what can be done about a campaign in a blackout: move it before
// or after with all of its media, request an exception while there is time, or claim
// one of the law.
func (in *reader) waysOut(c *Campaign, b *term.Blackout, at norm.Path) []norm.Fix {
	var ways []norm.Fix
	if c.Span.Valid() {
		length := c.Span.Days() - 1
		plan := in.calendars().plan
		after := b.Span.End.AddDays(1)
		if plan != nil {
			after = plan.NextBusinessDay(after)
		}
		last := b.Span.Start.AddDays(-1)
		for _, way := range [...]struct {
			kind *norm.FixKind
			to   calendar.Span
		}{
			{&fixMoveBeforeBlackout, calendar.Span{Start: last.AddDays(-length), End: last}},
			{&fixMoveAfterBlackout, calendar.Span{Start: after, End: after.AddDays(length)}},
		} {
			if year := in.year(); year.Valid() && !year.Covers(way.to) || way.to.Start.Before(in.today()) {
				continue
			}
			if !c.Event.IsZero() && way.to.Start.After(c.Event) {
				continue // nobody announces what is over
			}
			ways = append(ways, moveCampaign(way.kind, c, way.to, at))
		}
	}
	if !b.RequestBy.IsZero() && !in.today().After(b.RequestBy) {
		ways = append(ways, fixRequestException.With(nil, b.RequestBy))
	}
	if len(b.Exceptions) > 0 {
		var all norm.Citation
		for i, e := range b.Exceptions {
			if i > 0 {
				all.ES += "; "
				all.EN += "; "
			}
			all.ES += e.ES
			all.EN += e.EN
		}
		ways = append(ways, fixClaimException.With(nil, all))
	}
	return ways
}

// moveCampaign sets the dates of a campaign and moves its media by as many
// days.
func moveCampaign(k *norm.FixKind, c *Campaign, to calendar.Span, at norm.Path) norm.Fix {
	f := setDates(k, at.Field("span"), to)
	by := to.Start.Sub(c.Span.Start)
	for _, m := range c.Media {
		if m.Span.Valid() {
			moved := calendar.Span{Start: m.Span.Start.AddDays(by), End: m.Span.End.AddDays(by)}
			f.Edits = append(f.Edits, datesEdits(at.Field("media").Item(m.ID).Field("span"), moved)...)
		}
	}
	return f
}
