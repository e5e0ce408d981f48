package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// campaigns adds up each media plan and holds its days against the blackouts.
func (w *analyzer) campaigns() {
	if w.last.Plan != nil && same(w.doc.Campaigns, w.was.Campaigns) {
		w.Campaigns, w.parts[partCampaigns] = w.last.Campaigns, w.last.parts[partCampaigns]
		return
	}
	w.Campaigns = make([]CampaignStatus, len(w.doc.Campaigns))
	for i, c := range w.doc.Campaigns {
		s := &w.Campaigns[i]
		s.Campaign, s.Days = c, c.Span.Days()
		at := norm.Path("campaigns").Item(c.ID)
		for _, m := range c.Media {
			sum, err := s.Cost.Add(m.Cost)
			if err != nil {
				w.find(partCampaigns, overflow(at.Field("media").Item(m.ID).Field("cost")))
				continue
			}
			s.Cost = sum
		}
		w.checkCampaign(s, at)
	}
}

func (w *analyzer) checkCampaign(s *CampaignStatus, at norm.Path) {
	c := s.Campaign
	args := []norm.Arg{
		textArg("name", c.Name),
		dateArg("start", c.Span.Start),
		dateArg("end", c.Span.End),
	}
	if c.Name == "" {
		w.find(partCampaigns, norm.Finding{Severity: norm.Warning, Code: "campaign.without-name", Path: at.Field("name"), Args: args[:1]})
	}
	switch {
	case c.Span.Start.IsZero() || c.Span.End.IsZero():
		w.find(partCampaigns, norm.Finding{Severity: norm.Warning, Code: "campaign.undated", Path: at.Field("span"), Args: args[:1]})
	case !c.Span.Valid():
		w.find(partCampaigns, norm.Finding{
			Severity: norm.Blocking, Code: "campaign.end-before-start", Path: at.Field("span.end"), Args: args,
			Fixes: []norm.Fix{swapDates(at.Field("span"), c.Span)},
		})
	case w.Year.Valid() && !w.Year.Covers(c.Span):
		w.find(partCampaigns, norm.Finding{
			Severity: norm.Warning, Code: "campaign.outside-year", Path: at.Field("span"),
			Args: append(args, countArg("year", w.doc.FiscalYear)),
		})
	}
	if c.Exception == ExceptionGranted && c.Grant == "" {
		w.find(partCampaigns, norm.Finding{Severity: norm.Blocking, Code: "campaign.grant-missing", Path: at.Field("grant"), Args: args[:1]})
	}
	w.checkReportWindow(c, at)
	for _, m := range c.Media {
		if m.Span.Valid() && c.Span.Valid() && !c.Span.Covers(m.Span) {
			w.find(partCampaigns, norm.Finding{
				Severity: norm.Warning, Code: "placement.outside-campaign", Path: at.Field("media").Item(m.ID).Field("span"),
				Args:    []norm.Arg{textArg("name", m.Name), dateArg("start", m.Span.Start), dateArg("end", m.Span.End)},
				Related: []norm.Path{at.Field("span")},
			})
		}
	}
	for i := range w.env.Blackouts {
		w.checkBlackout(s, &w.env.Blackouts[i], at)
	}
}

// checkReportWindow holds the announcement of the annual report against the
// days before and after it that the law allows (LGCS art. 14).
func (w *analyzer) checkReportWindow(c *Campaign, at norm.Path) {
	if c.Kind != CampaignAnnualReport || c.Event.IsZero() || w.env.ReportWindow == nil || !c.Span.Valid() {
		return
	}
	window, basis := w.env.ReportWindow(c.Event)
	if window.Covers(c.Span) {
		return
	}
	f := norm.Finding{
		Severity: norm.Warning, Code: "campaign.outside-report-window", Path: at.Field("span"), Basis: &basis,
		Args: []norm.Arg{
			textArg("name", c.Name),
			dateArg("event", c.Event),
			dateArg("from", window.Start),
			dateArg("to", window.End),
		},
		Related: []norm.Path{at.Field("event")},
	}
	if fit, ok := c.Span.Intersect(window); ok {
		f.Fixes = []norm.Fix{setDates("fix.fit-report-window", at.Field("span"), fit)}
	}
	w.find(partCampaigns, f)
}

// checkBlackout finds the days that a campaign, or a line of its media plan,
// shares with a blackout. A projected blackout is worth a look; one that is
// settled blocks.
func (w *analyzer) checkBlackout(s *CampaignStatus, b *term.Blackout, at norm.Path) {
	c := s.Campaign
	overlap, hit := c.Span.Intersect(b.Span)
	var related []norm.Path
	for _, m := range c.Media {
		shared, ok := m.Span.Intersect(b.Span)
		if !ok {
			continue
		}
		related = append(related, at.Field("media").Item(m.ID).Field("span"))
		if !hit {
			overlap, hit = shared, true
			continue
		}
		if shared.Start.Before(overlap.Start) {
			overlap.Start = shared.Start
		}
		if shared.End.After(overlap.End) {
			overlap.End = shared.End
		}
	}
	if !hit {
		return
	}
	excepted := c.Exception != ExceptionNone
	s.Conflicts = append(s.Conflicts, Conflict{Blackout: b, Overlap: overlap, Excepted: excepted})
	if excepted {
		return
	}
	severity := norm.Warning
	if b.Basis.Status == norm.Sourced {
		severity = norm.Blocking
	}
	w.find(partCampaigns, norm.Finding{
		Severity: severity, Code: "campaign.inside-blackout", Path: at.Field("span"), Basis: &b.Basis, Related: related,
		Args: []norm.Arg{
			textArg("name", c.Name),
			{Name: "blackout", Value: norm.Citation(b.Name)},
			dateArg("start", b.Span.Start),
			dateArg("end", b.Span.End),
			dateArg("overlapStart", overlap.Start),
			dateArg("overlapEnd", overlap.End),
			dateArg("requestBy", b.RequestBy),
		},
		Fixes: w.waysOut(c, b, at),
	})
}

// waysOut are what can be done about a campaign in a blackout: move it before
// or after with all of its media, ask for leave while there is time, or claim
// an exception of the law.
func (w *analyzer) waysOut(c *Campaign, b *term.Blackout, at norm.Path) []norm.Fix {
	var ways []norm.Fix
	if c.Span.Valid() {
		length := c.Span.Days() - 1
		after := b.Span.End.AddDays(1)
		if w.Calendar != nil {
			after = w.Calendar.NextBusinessDay(after)
		}
		last := b.Span.Start.AddDays(-1)
		for _, way := range [...]struct {
			code norm.Code
			to   calendar.Span
		}{
			{"fix.move-before-blackout", calendar.Span{Start: last.AddDays(-length), End: last}},
			{"fix.move-after-blackout", calendar.Span{Start: after, End: after.AddDays(length)}},
		} {
			if w.Year.Valid() && !w.Year.Covers(way.to) || way.to.Start.Before(w.Today) {
				continue
			}
			if !c.Event.IsZero() && way.to.Start.After(c.Event) {
				continue // nobody announces what is over
			}
			ways = append(ways, moveCampaign(way.code, c, way.to, at))
		}
	}
	if !b.RequestBy.IsZero() && !w.Today.After(b.RequestBy) {
		ways = append(ways, norm.Fix{Code: "fix.request-exception", Args: []norm.Arg{dateArg("requestBy", b.RequestBy)}})
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
		ways = append(ways, norm.Fix{Code: "fix.claim-exception", Args: []norm.Arg{{Name: "exceptions", Value: all}}})
	}
	return ways
}

// moveCampaign sets the dates of a campaign and moves its media by as many
// days.
func moveCampaign(code norm.Code, c *Campaign, to calendar.Span, at norm.Path) norm.Fix {
	f := setDates(code, at.Field("span"), to)
	by := to.Start.Sub(c.Span.Start)
	for _, m := range c.Media {
		if m.Span.Valid() {
			moved := calendar.Span{Start: m.Span.Start.AddDays(by), End: m.Span.End.AddDays(by)}
			f.Edits = append(f.Edits, setDates(code, at.Field("media").Item(m.ID).Field("span"), moved).Edits...)
		}
	}
	return f
}
