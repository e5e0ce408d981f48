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
	// Blocking if the dates of the blackout are sourced.
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

// analyzeCampaigns computes the cost of each media plan and checks the campaigns.
func analyzeCampaigns(in *reader) any {
	list := make([]CampaignStatus, len(in.doc.Campaigns))
	for i, c := range in.doc.Campaigns {
		s := &list[i]
		s.Campaign, s.Days = c, c.Span.Days()
		at := norm.Path("campaigns").Item(c.ID)
		for _, m := range c.Media {
			sum, err := s.Cost.Add(m.Cost)
			if err != nil {
				in.report(valueOverflow.At(at.Field("media").Item(m.ID).Field("cost")))
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
		in.report(campaignWithoutName.At(at.Field("name"), name))
	}
	year := in.year()
	switch {
	case start.IsZero() || end.IsZero():
		in.report(campaignUndated.At(at.Field("span"), name))
	case !c.Span.Valid():
		f := campaignEndBeforeStart.At(at.Field("span.end"), name, start, end)
		f.Fixes = []norm.Fix{swapDates(at.Field("span"), c.Span)}
		in.report(f)
	case year.Valid() && !year.Covers(c.Span):
		in.report(campaignOutsideYear.At(at.Field("span"), name, start, end, norm.Count(in.doc.FiscalYear)))
	}
	if c.Exception == ExceptionGranted && c.Grant == "" {
		in.report(campaignGrantMissing.At(at.Field("grant"), name))
	}
	in.checkReportWindow(c, at)
	for _, m := range c.Media {
		if m.Span.Valid() && c.Span.Valid() && !c.Span.Covers(m.Span) {
			f := placementOutsideCampaign.At(at.Field("media").Item(m.ID).Field("span"), norm.Text(m.Name), m.Span.Start, m.Span.End)
			f.Related = []norm.Path{at.Field("span")}
			in.report(f)
		}
	}
	blackouts := in.env().Blackouts
	for i := range blackouts {
		in.checkBlackout(s, &blackouts[i], at)
	}
}

// checkReportWindow checks that the annual report is announced only on the days that the
// law allows (LGCS art. 14).
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
	in.report(f)
}

// checkBlackout reports the overlap of a campaign, or of its media, with a blackout.
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
	f.Basis, f.Related, f.Fixes = &b.Basis, related, in.blackoutFixes(c, b, at)
	in.report(f)
}

// overlapOf returns the span from the first to the last day that a campaign or its media
// have in common with a blackout, or the zero span, and the paths of those media.
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

// blackoutFixes returns the fixes for a campaign in a blackout: move it before or after
// the blackout with its media, request an exception while there is time, or claim an
// exception of the law.
func (in *reader) blackoutFixes(c *Campaign, b *term.Blackout, at norm.Path) []norm.Fix {
	var fixes []norm.Fix
	if c.Span.Valid() {
		length := c.Span.Days() - 1
		plan := in.calendars().plan
		after := b.Span.End.AddDays(1)
		if plan != nil {
			after = plan.NextBusinessDay(after)
		}
		last := b.Span.Start.AddDays(-1)
		for _, move := range [...]struct {
			kind *norm.FixKind
			to   calendar.Span
		}{
			{&fixMoveBeforeBlackout, calendar.Span{Start: last.AddDays(-length), End: last}},
			{&fixMoveAfterBlackout, calendar.Span{Start: after, End: after.AddDays(length)}},
		} {
			if year := in.year(); year.Valid() && !year.Covers(move.to) || move.to.Start.Before(in.today()) {
				continue
			}
			if !c.Event.IsZero() && move.to.Start.After(c.Event) {
				continue // the event would be over
			}
			fixes = append(fixes, moveCampaign(move.kind, c, move.to, at))
		}
	}
	if !b.RequestBy.IsZero() && !in.today().After(b.RequestBy) {
		fixes = append(fixes, fixRequestException.With(nil, b.RequestBy))
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
		fixes = append(fixes, fixClaimException.With(nil, all))
	}
	return fixes
}

// moveCampaign returns a fix that sets the dates of a campaign and moves its media by the
// same number of days.
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
