package report

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
)

func (d *document) campaigns() {
	shown := d.shown(len(d.a.Campaigns))
	for i := range shown {
		if d.err != nil {
			return
		}
		d.campaign(&d.a.Campaigns[i], count(d.number)+"."+count(i+1))
	}
	d.omit("campaigns", shown, len(d.a.Campaigns))
	d.noteOmitted()
}

func (d *document) campaign(s *poa.CampaignStatus, number string) {
	c := s.Campaign
	path := norm.Path("campaigns").Item(c.ID)
	d.open("h3")
	d.el("span", number, "class", "no")
	d.text(" ")
	d.value(or(keyed(c.Key, c.Name), c.ID), path.Field("name"))
	d.close("h3")
	for _, conflict := range s.Conflicts {
		d.conflict(conflict)
	}
	d.open("dl", "class", "facts")
	d.fact("column.kind", d.Enum(c.Kind), path.Field("kind"))
	d.fact("column.objective", c.Objective, path.Field("objective"))
	d.fact("column.message", c.Message, path.Field("message"))
	d.fact("column.audience", c.Audience, path.Field("audience"))
	if c.Population != 0 {
		d.fact("column.population", d.Number(exact.Int(int64(c.Population)), 0), path.Field("population"))
	}
	dates := d.Span(c.Span)
	if s.Days > 0 {
		dates += " (" + d.Count(s.Days, "natural-day") + ")"
	}
	d.fact("column.dates", dates, path.Field("span"))
	if !c.Event.IsZero() {
		d.fact("column.event", d.Date(c.Event), path.Field("event"))
	}
	if c.Exception != poa.ExceptionNone {
		d.fact("column.exception", d.Enum(c.Exception), path.Field("exception"))
		d.fact("column.grant", c.Grant, path.Field("grant"))
	}
	d.fact("column.activities", d.joinKeys(c.Activities), path.Field("activities"))
	d.close("dl")
	if len(c.Media) > 0 {
		d.media(s, number)
	}
}

func (d *document) conflict(c poa.Conflict) {
	d.open("p", "class", "alert")
	d.el("span", "◆", "class", "shape", "aria-hidden", "true")
	d.text(" " + d.Conflict(c) + ". ")
	d.citation(c.Blackout.Basis)
	d.close("p")
}

func (d *document) media(s *poa.CampaignStatus, number string) {
	c := s.Campaign
	d.table("media-"+number, d.Text("heading.media")+": "+d.name(c.ID), "", heads("placement:name channel dates:dates quantity:num unit line cost-vat:num")...)
	for i := range d.first("media", len(c.Media)) {
		m := c.Media[i]
		path := norm.Path("campaigns").Item(c.ID).Field("media").Item(m.ID)
		d.row()
		d.rowHead(m.Name, path.Field("name"))
		d.markedCell(d.name(m.Channel), path.Field("channel"))
		d.marked("td", d.SpanShort(m.Span), "dates", path.Field("span"))
		d.markedNum(d.quantity(m.Quantity), path.Field("quantity"))
		d.markedCell(m.Unit, path.Field("unit"))
		d.markedCell(d.name(m.Line), path.Field("line"))
		d.markedNum(d.Money(m.Cost), path.Field("cost"))
		d.close("tr")
	}
	d.total(6)
	d.num(d.Money(s.Cost))
	d.close("tr")
	d.endTable()
}
