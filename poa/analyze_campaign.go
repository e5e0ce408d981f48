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

	fixFitMedia           = norm.FixKind{Code: "fix.fit-media", Args: []string{"start", "end"}}
	fixFitReportWindow    = norm.FixKind{Code: "fix.fit-report-window", Args: []string{"start", "end"}}
	fixMoveBeforeBlackout = norm.FixKind{Code: "fix.move-before-blackout", Args: []string{"start", "end"}}
	fixMoveAfterBlackout  = norm.FixKind{Code: "fix.move-after-blackout", Args: []string{"start", "end"}}
	// Fixes of a placement outside its campaign: give it the dates of the campaign, or give
	// the campaign its dates.
	fixFitPlacement   = norm.FixKind{Code: "fix.fit-placement", Args: []string{"start", "end"}}
	fixExtendCampaign = norm.FixKind{Code: "fix.extend-campaign", Args: []string{"start", "end"}}
	// Why there is no fix with edits: the dates are over, or the campaign is, or it does
	// not fit whole on one side of the blackout, which ends on a day.
	fixCorrectDates     = norm.FixKind{Code: "fix.correct-dates"}
	fixAnotherCampaign  = norm.FixKind{Code: "fix.another-campaign", Args: []string{"after"}}
	fixRequestException = norm.FixKind{Code: "fix.request-exception", Args: []string{"requestBy"}}
	fixClaimException   = norm.FixKind{Code: "fix.claim-exception", Args: []string{"exceptions"}}
)

// analyzeCampaigns computes the cost of each media plan and checks the campaigns.
func analyzeCampaigns(in *reader) any {
	list := make([]CampaignStatus, len(in.doc.Campaigns))
	for i, c := range in.doc.Campaigns {
		in.counter.Count(1)
		s := &list[i]
		s.Campaign, s.Days = c, c.Span.Days()
		at := norm.Path("campaigns").Item(c.ID)
		for _, m := range c.Media {
			in.counter.Count(1)
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
		in.counter.Count(1)
		// What is in a blackout is reported with the campaign.
		if m.Span.Valid() && c.Span.Valid() && !c.Span.Covers(m.Span) && (c.Exception != ExceptionNone || in.outsideBlackouts(m.Span)) {
			f := placementOutsideCampaign.At(at.Field("media").Item(m.ID).Field("span"), norm.Text(m.Name), m.Span.Start, m.Span.End)
			f.Related, f.Fixes = []norm.Path{at.Field("span")}, in.placementFixes(c, m, at)
			in.report(f)
		}
	}
	blackouts := in.env().Blackouts
	in.counter.Count(8 * len(blackouts)) // their fixes
	for i := range blackouts {
		in.checkBlackout(s, &blackouts[i], at)
	}
}

// reportWindow returns the time in which the law allows the annual report to be announced,
// and its basis; ok is false if c does not announce one or the Env has no rule.
func (in *reader) reportWindow(c *Campaign) (allowed calendar.Span, basis norm.Basis, ok bool) {
	window := in.env().ReportWindow
	if c.Kind != CampaignAnnualReport || c.Event.IsZero() || window == nil {
		return calendar.Span{}, norm.Basis{}, false
	}
	allowed, basis = window(c.Event)
	return allowed, basis, true
}

// checkReportWindow checks that the annual report is announced only on the days that the
// law allows (LGCS art. 14).
func (in *reader) checkReportWindow(c *Campaign, at norm.Path) {
	allowed, basis, ok := in.reportWindow(c)
	if !ok || !c.Span.Valid() || allowed.Covers(c.Span) {
		return
	}
	f := campaignOutsideReportWindow.At(at.Field("span"), norm.Text(c.Name), c.Event, allowed.Start, allowed.End)
	f.Basis, f.Related = &basis, []norm.Path{at.Field("event")}
	if fit, ok := c.Span.Intersect(allowed); ok {
		fix := setDates(&fixFitReportWindow, at.Field("span"), fit)
		for _, m := range c.Media {
			in.counter.Count(1)
			if c.Span.Covers(m.Span) && !fit.Covers(m.Span) {
				to, _ := fitInto(m.Span, fit, calendar.Date{})
				fix.Edits = append(fix.Edits, datesEdits(mediaSpan(at, m), to)...)
			}
		}
		f.Fixes = []norm.Fix{fix}
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
		media, overlap = append(media, mediaSpan(at, m)), hull(overlap, shared)
	}
	return overlap, media
}

// blackoutFixes returns the fixes for a campaign in a blackout: bring its media out of the
// blackout, move it before or after the blackout with its media or, if neither is possible,
// why not; request an exception while there is time, or claim an exception of the law. After
// a fix with edits neither the campaign nor its media have a day in any blackout.
func (in *reader) blackoutFixes(c *Campaign, b *term.Blackout, at norm.Path) []norm.Fix {
	var fixes []norm.Fix
	if c.Span.Valid() && in.outsideBlackouts(c.Span) {
		if fix, ok := in.fitMedia(c, at); ok {
			fixes = append(fixes, fix)
		}
	} else {
		fixes = in.moveCampaign(c, b, at)
	}
	if len(fixes) == 0 {
		overlap, _ := overlapOf(c, b, at)
		fixes = append(fixes, in.noFix(overlap, b))
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

// inBlackout returns the first blackout of the Env that has a day in common with s, or nil.
func (in *reader) inBlackout(s calendar.Span) *term.Blackout {
	blackouts := in.env().Blackouts
	for i := range blackouts {
		if blackouts[i].Span.Overlaps(s) {
			return &blackouts[i]
		}
	}
	return nil
}

func (in *reader) outsideBlackouts(s calendar.Span) bool { return in.inBlackout(s) == nil }

// fitMedia returns the fix that brings the media in a blackout to the dates of their
// campaign, which has no day in one.
func (in *reader) fitMedia(c *Campaign, at norm.Path) (fix norm.Fix, ok bool) {
	fix = fixFitMedia.With(nil, c.Span.Start, c.Span.End)
	for _, m := range c.Media {
		in.counter.Count(1)
		if !m.Span.Valid() || in.outsideBlackouts(m.Span) {
			continue
		}
		to, ok := in.fitPlacement(m, c.Span)
		if !ok {
			return norm.Fix{}, false
		}
		fix.Edits = append(fix.Edits, datesEdits(mediaSpan(at, m), to)...)
	}
	return fix, len(fix.Edits) > 0
}

// fitPlacement returns the dates of a placement within those of its campaign; ok is false if
// the campaign is over and the placement is not. If both are over, the dates correct a
// mistake.
func (in *reader) fitPlacement(m *Placement, campaign calendar.Span) (to calendar.Span, ok bool) {
	if to, ok = fitInto(m.Span, campaign, in.today()); !ok && m.Span.End.Before(in.today()) {
		return fitInto(m.Span, campaign, calendar.Date{})
	}
	return to, ok
}

// placementFixes returns the fixes for a placement outside its campaign: give it the dates
// of the campaign, or extend the campaign to it, or why neither is possible. After a fix
// with edits the campaign has no day in a blackout, unless it is excepted.
func (in *reader) placementFixes(c *Campaign, m *Placement, at norm.Path) (fixes []norm.Fix) {
	if to, ok := in.fitPlacement(m, c.Span); ok {
		fixes = append(fixes, setDates(&fixFitPlacement, mediaSpan(at, m), to))
	}
	both, year := hull(c.Span, m.Span), in.year()
	allowed, _, limited := in.reportWindow(c)
	b := in.inBlackout(both)
	if (b == nil || c.Exception != ExceptionNone) && (!year.Valid() || year.Covers(both) || !year.Covers(c.Span)) && (!limited || allowed.Covers(both)) {
		fixes = append(fixes, setDates(&fixExtendCampaign, at.Field("span"), both))
	}
	if len(fixes) == 0 {
		fixes = append(fixes, in.noFix(m.Span, b))
	}
	return fixes
}

// noFix returns why there is no fix with edits for what runs on some days: they are over, or
// no other ones are left in the campaign and the year. b, which may be nil, is the blackout
// that prevents it.
func (in *reader) noFix(days calendar.Span, b *term.Blackout) norm.Fix {
	switch {
	case days.End.Before(in.today()):
		return fixCorrectDates.With(nil)
	case b == nil:
		return fixAnotherCampaign.With(nil)
	}
	return fixAnotherCampaign.With(nil, b.Span.End)
}

// fitInto returns the days of s within to or, if there are none, as many days as s has from
// the start of to, or from today if that is later. ok is false if to is over.
func fitInto(s, to calendar.Span, today calendar.Date) (fitted calendar.Span, ok bool) {
	if fitted, ok = s.Intersect(to); ok {
		return fitted, true
	}
	if fitted = to; fitted.Start.Before(today) {
		fitted.Start = today
	}
	if end := fitted.Start.AddDays(s.Days() - 1); !end.IsZero() && end.Before(fitted.End) {
		fitted.End = end
	}
	return fitted, fitted.Valid()
}

// moveCampaign returns the fixes that move a campaign before and after a blackout, with its
// media. An undated campaign has the days of its media.
func (in *reader) moveCampaign(c *Campaign, b *term.Blackout, at norm.Path) (fixes []norm.Fix) {
	from := c.Span
	if !from.Valid() {
		from = calendar.Span{}
		for _, m := range c.Media {
			in.counter.Count(1)
			if m.Span.Valid() {
				from = hull(from, m.Span)
			}
		}
	}
	if !from.Valid() {
		return nil
	}
	length := from.Days() - 1
	for _, move := range [...]struct {
		kind *norm.FixKind
		to   calendar.Span
	}{
		{&fixMoveBeforeBlackout, in.before(b, length)},
		{&fixMoveAfterBlackout, in.after(b, length)},
	} {
		if in.mayMove(c, move.to) {
			fixes = append(fixes, in.moveTo(move.kind, c, from, move.to, at))
		}
	}
	return fixes
}

// before returns the last length+1 days before a blackout that are in no blackout, or an
// invalid span.
func (in *reader) before(b *term.Blackout, length int) (s calendar.Span) {
	for ; b != nil; b = in.inBlackout(s) {
		end := b.Span.Start.AddDays(-1)
		if s = (calendar.Span{Start: end.AddDays(-length), End: end}); !s.Valid() {
			return s
		}
	}
	return s
}

// after returns the length+1 days from the first business day after a blackout that are in
// no blackout, or an invalid span.
func (in *reader) after(b *term.Blackout, length int) (s calendar.Span) {
	for ; b != nil; b = in.inBlackout(s) {
		start := b.Span.End.AddDays(1)
		if plan := in.calendars().plan; plan != nil {
			start = plan.NextBusinessDay(start)
		}
		if s = (calendar.Span{Start: start, End: start.AddDays(length)}); !s.Valid() {
			return s
		}
	}
	return s
}

// mayMove reports whether a campaign may move to a span: within the year, from today on, not
// after its event, and not out of the time in which the law allows it.
func (in *reader) mayMove(c *Campaign, to calendar.Span) bool {
	year := in.year()
	switch {
	case !to.Valid() || to.Start.Before(in.today()) || year.Valid() && !year.Covers(to):
		return false
	case !c.Event.IsZero() && to.Start.After(c.Event):
		return false
	}
	allowed, _, ok := in.reportWindow(c)
	return !ok || allowed.Covers(to) || !allowed.Covers(c.Span)
}

// moveTo returns a fix that moves a campaign to other dates, and its media by the same
// number of days. What would then be in a blackout, before today or outside the year gets
// days of the campaign.
func (in *reader) moveTo(k *norm.FixKind, c *Campaign, from, to calendar.Span, at norm.Path) norm.Fix {
	f := k.With(nil, to.Start, to.End)
	if c.Span.Valid() {
		f = setDates(k, at.Field("span"), to)
	}
	by, year := to.Start.Sub(from.Start), in.year()
	for _, m := range c.Media {
		in.counter.Count(1)
		if !m.Span.Valid() {
			continue
		}
		moved := calendar.Span{Start: m.Span.Start.AddDays(by), End: m.Span.End.AddDays(by)}
		if !moved.Valid() || !in.outsideBlackouts(moved) || moved.Start.Before(in.today()) || year.Valid() && !year.Covers(moved) {
			moved, _ = fitInto(m.Span, to, in.today())
		}
		f.Edits = append(f.Edits, datesEdits(mediaSpan(at, m), moved)...)
	}
	return f
}

func mediaSpan(campaign norm.Path, m *Placement) norm.Path {
	return campaign.Field("media").Item(m.ID).Field("span")
}

// hull returns the span from the first to the last day of a, which may be zero, and b.
func hull(a, b calendar.Span) calendar.Span {
	if a.Start.IsZero() || b.Start.Before(a.Start) {
		a.Start = b.Start
	}
	if b.End.After(a.End) {
		a.End = b.End
	}
	return a
}
