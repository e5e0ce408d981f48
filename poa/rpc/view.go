package rpc

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

const (
	// DefaultRows is the default number of activities in a view.
	DefaultRows = 60
	// MaxRows is the maximum number of activities in a view. A window ends earlier if its
	// rows have more than MaxListBytes.
	MaxRows = 500
	// MaxFindings is the maximum number of findings in a view; their counts include
	// the others. The method check returns any window of them.
	MaxFindings = 200
	// MaxDue is the maximum number of due items in a view; their total includes the
	// others.
	MaxDue = 40
	// MaxListed is the maximum number of elements of each other list of a view.
	// View.Omitted names the lists that have more.
	MaxListed = 1000
	// MaxListBytes is the maximum length of the rows of a list of a view, 1 MiB of JSON, if
	// it has more than one row: long texts shorten a list.
	MaxListBytes = 1 << 20
	// MaxEcho is the maximum length of the commands that the result of edit repeats in
	// View.Journal, and of those of a fix: 64 KiB of JSON. A fix that has more is advice.
	MaxEcho = 64 << 10
	// maxRowFindings is the maximum number of findings in a row.
	maxRowFindings = 3
	// maxRowNotes is the maximum number of pending texts and of marks in a row: more than an
	// activity has fields.
	maxRowNotes = 64
	// DueDays is how far ahead a view lists due items, in natural days.
	DueDays = 15
)

// viewer makes views of an analysis. It selects and formats what the analysis has
// computed.
type viewer struct {
	a       *poa.Analysis
	p       *lang.Printer
	rows    Rows
	counter *interrupt.Counter

	counted []*norm.Finding // see isCounted; nil before its first call
	omitted *omissions      // of the lists of the view
}

// isCounted reports whether the list of findings of the plan does not have f itself: it
// counts many of the kind as one, or has too many others.
func (v *viewer) isCounted(f *norm.Finding) bool {
	if v.counted == nil {
		v.counted = []*norm.Finding{}
		listed := 0
		for s := norm.Blocking; s <= norm.Suggestion; s++ {
			for i := range v.a.Findings {
				if g := &v.a.Findings[i]; g.Severity == s {
					if listed++; g.Count > 1 || listed > MaxFindings {
						v.counted = append(v.counted, g)
					}
				}
			}
		}
	}
	return slices.ContainsFunc(v.counted, func(g *norm.Finding) bool { return g.Code == f.Code && g.Severity == f.Severity })
}

// rowFindings returns the first findings of a row that the list of findings does not have.
func (v *viewer) rowFindings(on []norm.Finding) (items []FindingItem) {
	for i := range on {
		if len(items) < maxRowFindings && v.isCounted(&on[i]) {
			items = append(items, finding(v.p, on[i]))
		}
	}
	return items
}

// findingsByID returns the findings on those of n elements of a list that a view may have,
// by id.
func (v *viewer) findingsByID(list norm.Path, n int, id func(i int) string) map[string][]norm.Finding {
	byID := make(map[string][]norm.Finding)
	for i := range min(n, MaxListed) {
		byID[id(i)] = nil
	}
	for _, f := range v.a.FindingsAt(list) {
		v.counter.Count(1)
		_, rest, _ := f.Path.Cut()
		element, _, _ := rest.Cut()
		if on, listed := byID[element.Name]; listed && element.ID && f.Code != "value.illustrative" {
			byID[element.Name] = append(on, f)
		}
	}
	return byID
}

// viewPart is a part of a view that a patch may omit.
type viewPart struct {
	// reads lists what the part depends on, by the names of poa.Analysis.Changed.
	reads []string
	// make computes the part and returns a function that sets it in a view.
	make func(*viewer) func(*View)
}

// viewParts lists the parts of a view. A patch has those whose dependencies and JSON
// changed. The activities are not among them: every patch has a window of them.
var viewParts = [...]viewPart{
	{
		[]string{"id", "title", "fiscalYear", "office", "mission", "vision", "calendar", "norm"},
		func(v *viewer) func(*View) { x := v.identity(); return func(w *View) { w.Identity = x } },
	},
	{
		[]string{"period-status"},
		func(v *viewer) func(*View) { x := v.periods(); return func(w *View) { w.Periods = x } },
	},
	{
		[]string{"posts"},
		func(v *viewer) func(*View) { x := v.posts(); return func(w *View) { w.Posts = x } },
	},
	{
		[]string{"business-days", "calendar", "fiscalYear", "workWeek", "ownDays", "pending", "illustrative", "note-findings", "norm-findings"},
		func(v *viewer) func(*View) { x := v.calendar(); return func(w *View) { w.Calendar = x } },
	},
	{
		[]string{"campaign-status", "findings"},
		func(v *viewer) func(*View) { x := v.campaigns(); return func(w *View) { w.Campaigns = x } },
	},
	{
		[]string{"budget-status"},
		func(v *viewer) func(*View) { x := v.budget(); return func(w *View) { w.Budget = x } },
	},
	{
		[]string{"indicator-status"},
		func(v *viewer) func(*View) { x := v.indicators(); return func(w *View) { w.Indicators = x } },
	},
	{
		[]string{"findings", "missing"},
		func(v *viewer) func(*View) { x := v.findings(); return func(w *View) { w.Findings = x } },
	},
	{
		[]string{
			"today", "business-days", "legal-deadlines", "activities-near", "period-status", "campaign-status", "indicator-status",
			"measurements", "evaluations", "reports",
		},
		func(v *viewer) func(*View) { x := v.due(); return func(w *View) { w.Due = x } },
	},
}

// lastSent is what was last sent of a plan: its analysis and the JSON of each part.
type lastSent struct {
	a       *poa.Analysis
	parts   [len(viewParts)]string
	omitted omissions
}

// The lists of a view that may be shortened.
const (
	listPeriods = iota
	listPosts
	listOwnDays
	listCampaigns
	listLines
	listFunds
	listIndicators
	listCount
)

// listNames are the lists of the document that the lists of a view show.
var listNames = [listCount]string{"periods", "posts", "ownDays", "campaigns", "lines", "funds", "indicators"}

// omissions are the numbers of rows and of elements of the lists of a view.
type omissions [listCount]struct{ shown, total int }

// rowWork is the work for a row, with its sentences, in elements.
const rowWork = 10

// fit makes the rows of the first of n elements of a list, by calls of row, and returns how
// many the view has: at most MaxListed, and MaxListBytes of JSON unless it is one. row adds
// row i and writes its JSON.
func (v *viewer) fit(list, n int, row func(e *wire.Encoder, i int)) int {
	shown := v.fitting(min(n, MaxListed), row)
	v.omitted[list].shown, v.omitted[list].total = shown, n
	return shown
}

// fitting is fit for a window.
func (v *viewer) fitting(n int, row func(e *wire.Encoder, i int)) int {
	var e wire.Encoder
	size := 0
	for i := range n {
		v.counter.Count(rowWork)
		e.Reset()
		row(&e, i)
		if size += e.Len(); size > MaxListBytes && i > 0 {
			return i
		}
	}
	return n
}

// view returns the view of v.a, without the parts that are unchanged since sent, and
// updates sent. If sent is zero, the view is complete.
func (v *viewer) view(sent *lastSent) *View {
	view := &View{Today: v.a.Today, Language: v.p.Tag(), Activities: v.activities()}
	whole, before := sent.a == nil, sent.omitted
	v.omitted = &sent.omitted
	for i := range viewParts {
		part := &viewParts[i]
		if sent.a != nil && !v.a.Changed(sent.a, part.reads...) {
			continue
		}
		v.counter.Ask()
		set, single := part.make(v), &View{}
		set(single)
		if json := wire.Encode(single, encodeView); json != sent.parts[i] {
			sent.parts[i] = json
			set(view)
		}
	}
	if omitted := v.omissions(sent.omitted); whole || !slices.Equal(omitted, v.omissions(before)) {
		view.Omitted = omitted
	}
	sent.a = v.a
	return view
}

func (v *viewer) identity() *Identity {
	doc, kinds := v.a.Plan.View(), v.a.Plan.Env().OfficeKinds
	i := &Identity{
		ID: doc.ID, Title: doc.Title, FiscalYear: doc.FiscalYear,
		Office: doc.Office.Name, OfficeKind: doc.Office.Kind, OfficeKinds: []Choice{},
		Municipality: doc.Office.Municipality, State: doc.Office.State,
		Mission: doc.Mission, Vision: doc.Vision, Calendar: doc.Calendar, Norm: doc.Norm,
	}
	named := term.KindOf(doc.Office.Name, kinds)
	for _, k := range kinds {
		i.OfficeKinds = append(i.OfficeKinds, Choice{k.Key, v.p.Name(k.Name)})
		if k.Key == named {
			i.NamedKind = v.p.Name(k.Name)
		}
	}
	return i
}

// listed returns the first elements of a list of a view.
func listed[T any](list []T) []T { return list[:min(len(list), MaxListed)] }

// omissions returns a sentence for each list of the view that does not have all elements.
func (v *viewer) omissions(of omissions) []string {
	sentences := []string{}
	for i, list := range of {
		if list.total > list.shown {
			forms := strings.Split(v.p.Text("list."+listNames[i]), "|")
			sentences = append(sentences, v.p.TextWith("word.listed",
				norm.Arg{Name: "count", Value: norm.Count(list.shown)}, norm.Arg{Name: "total", Value: norm.Count(list.total)},
				norm.Arg{Name: "what", Value: norm.Text(forms[len(forms)-1])}))
		}
	}
	return sentences
}

func (v *viewer) periods() []PeriodRow {
	rows := make([]PeriodRow, 0, min(len(v.a.Periods), MaxListed))
	n := v.fit(listPeriods, len(v.a.Periods), func(e *wire.Encoder, i int) {
		s := &v.a.Periods[i]
		rows = append(rows, PeriodRow{
			ID: s.Period.ID, Name: s.Period.Name, Start: s.Period.Span.Start, End: s.Period.Span.End,
			BusinessDays: s.BusinessDays, Activities: s.Activities, Closed: s.Closed != nil,
		})
		encodePeriodRow(e, &rows[i])
	})
	return rows[:n]
}

func (v *viewer) posts() []Choice {
	posts := v.a.Plan.View().Posts
	rows := make([]Choice, 0, min(len(posts), MaxListed))
	n := v.fit(listPosts, len(posts), func(e *wire.Encoder, i int) {
		rows = append(rows, Choice{posts[i].ID, short(posts[i].Name)})
		encodeChoice(e, &rows[i])
	})
	return rows[:n]
}

func (v *viewer) activities() *ActivityWindow {
	all := v.a.Activities
	w := &ActivityWindow{Total: len(all), From: min(max(v.rows.From, 0), len(all))}
	count := v.rows.Count
	if count <= 0 {
		count = DefaultRows
	}
	window := all[w.From:min(w.From+min(count, MaxRows), len(all))]
	w.Rows = make([]ActivityRow, 0, len(window))
	w.Rows = w.Rows[:v.fitting(len(window), func(e *wire.Encoder, i int) {
		w.Rows = append(w.Rows, v.activity(window[i]))
		encodeActivityRow(e, &w.Rows[i])
	})]
	for state, n := range v.a.Count {
		if s := poa.State(state); s.String() != "" {
			w.States = append(w.States, StateCount{Badge(v.p.State(s)), n})
		}
	}
	return w
}

func (v *viewer) activity(s *poa.ActivityStatus) ActivityRow {
	act := s.Activity
	row := ActivityRow{
		ID: act.ID, Key: act.Key, Name: act.Name, Period: act.Period,
		Start: act.Span.Start, End: act.Span.End, Days: s.BusinessDays, Unit: act.Unit, TargetText: act.TargetText,
		Planned: s.Planned, Done: s.Done, InPercent: s.InPercent(), State: Badge(v.p.ActivityState(s)), Severity: s.Worst(),
		Findings: v.rowFindings(s.Findings()),
	}
	if s.Post != nil {
		row.Responsible = &Choice{s.Post.ID, short(s.Post.Name)}
	}
	at := norm.Path("activities").Item(act.ID)
	doc := v.a.Plan.View()
	row.Pending, row.Illustrative = pendingUnder(doc, at), pathsUnder(doc.Illustrative, at)
	return row
}

// pendingUnder returns the first pending values at or below a path. A document has them in the
// order of their paths.
func pendingUnder(doc *poa.Document, at norm.Path) []poa.Pending {
	from, end := 0, len(doc.Pending)
	for from < end {
		if middle := int(uint(from+end) >> 1); doc.Pending[middle].Path < at {
			from = middle + 1
		} else {
			end = middle
		}
	}
	to := from
	for to < len(doc.Pending) && doc.Pending[to].Path.Within(at) {
		to++
	}
	to = min(to, from+maxRowNotes)
	return doc.Pending[from:to:to]
}

// pathsUnder returns the first paths of a sorted list that are at or below a path.
func pathsUnder(sorted []norm.Path, at norm.Path) []norm.Path {
	from, _ := slices.BinarySearch(sorted, at)
	to := from
	for to < len(sorted) && sorted[to].Within(at) {
		to++
	}
	to = min(to, from+maxRowNotes)
	return sorted[from:to:to]
}

func (v *viewer) campaigns() []CampaignRow {
	found := v.findingsByID("campaigns", len(v.a.Campaigns), func(i int) string { return v.a.Campaigns[i].Campaign.ID })
	rows := make([]CampaignRow, 0, min(len(v.a.Campaigns), MaxListed))
	n := v.fit(listCampaigns, len(v.a.Campaigns), func(e *wire.Encoder, i int) {
		s := &v.a.Campaigns[i]
		c := s.Campaign
		row := CampaignRow{
			ID: c.ID, Name: c.Name, Kind: v.p.Enum(c.Kind), Start: c.Span.Start, End: c.Span.End,
			Days: s.Days, Cost: s.Cost, Placements: len(c.Media),
			Findings: v.rowFindings(found[c.ID]),
		}
		for _, x := range s.Conflicts {
			row.Conflicts = append(row.Conflicts, short(v.p.Conflict(x)))
		}
		rows = append(rows, row)
		encodeCampaignRow(e, &row)
	})
	return rows[:n]
}

func (v *viewer) budget() *BudgetView {
	s := &v.a.Budget
	b := &BudgetView{Months: s.Months, Cost: s.Cost}
	if s.HasCeiling {
		b.Ceiling, b.Gap = &s.Ceiling, &s.Gap
	}
	env := v.a.Plan.Env()
	n := v.fit(listLines, len(s.Chapters), func(e *wire.Encoder, i int) {
		c := &s.Chapters[i]
		row := ChapterRow{Code: c.Chapter, Name: c.Chapter, Months: c.Months, Total: c.Total}
		if env.Chapter != nil {
			if name, ok := env.Chapter(c.Chapter); ok {
				row.Name = v.p.Name(name)
			}
		}
		b.Chapters = append(b.Chapters, row)
		encodeChapterRow(e, &row)
	})
	b.Chapters = b.Chapters[:n]
	n = v.fit(listFunds, len(s.Funds), func(e *wire.Encoder, i int) {
		f := &s.Funds[i]
		row := FundRow{ID: f.Fund.ID, Name: f.Fund.Name, Cost: f.Cost}
		if f.HasCeiling {
			row.Ceiling, row.Gap = &f.Ceiling, &f.Gap
		}
		b.Funds = append(b.Funds, row)
		encodeFundRow(e, &row)
	})
	b.Funds = b.Funds[:n]
	return b
}

func (v *viewer) indicators() []IndicatorRow {
	rows := make([]IndicatorRow, 0, min(len(v.a.Indicators), MaxListed))
	n := v.fit(listIndicators, len(v.a.Indicators), func(e *wire.Encoder, i int) {
		ind, r := v.a.Indicators[i].Indicator, v.a.Indicators[i].Result
		row := IndicatorRow{
			ID: ind.ID, Key: ind.Key, Name: ind.Name, Unit: ind.Unit, Formula: ind.Formula,
			Light: Badge(v.p.Light(r.Light)), Reason: short(v.p.Reason(r)),
		}
		if r.HasValue {
			row.Value = v.number(r.Value, ind)
		}
		switch {
		case r.HasTarget:
			row.Target = v.number(r.Target, ind)
		case len(ind.Targets) == 0:
			row.Target = ind.TargetText
		}
		rows = append(rows, row)
		encodeIndicatorRow(e, &row)
	})
	return rows[:n]
}

func (v *viewer) number(n exact.Number, ind *kpi.Indicator) string {
	return v.p.Number(n, ind.Decimals)
}

func (v *viewer) findings() *FindingList { return findings(v.p, v.a, 0, MaxFindings) }

func (v *viewer) due() *DueList {
	list, total := v.a.DueFirst(DueDays, MaxDue)
	rows := make([]DueRow, len(list))
	for i, d := range list {
		rows[i] = DueRow{Date: d.Date, Kind: d.Kind.String(), Label: short(v.p.Due(d)), Path: d.Path, Days: d.BusinessDays, Late: d.Late}
		if d.Basis != nil {
			rows[i].Basis, rows[i].Status = d.Basis.Cite(), d.Basis.Status
		}
	}
	return &DueList{Total: total, Items: rows}
}

// findings returns a window of the findings, the most severe first, and the counts of all.
func findings(p *lang.Printer, a *poa.Analysis, from, limit int) *FindingList {
	all, skip := a.Findings, max(from, 0)
	list := &FindingList{Items: make([]FindingItem, 0, min(len(all), limit)), Missing: p.Missing(a.Missing)}
	for s := norm.Blocking; s <= norm.Suggestion; s++ {
		count := SeverityCount{Severity: s}
		for i := range all {
			if all[i].Severity != s {
				continue
			}
			count.Count += all[i].Total()
			if skip--; skip < 0 && len(list.Items) < limit {
				list.Items = append(list.Items, finding(p, all[i]))
			}
		}
		list.Counts = append(list.Counts, count)
	}
	return list
}

// sizeOf returns a bound of the length of edits: zero for none, and more than MaxEcho for
// too many.
func sizeOf(edits []norm.Edit) (n int) {
	for i := range edits {
		const members = `{"op":"insert","path":"","value":,"before":""},`
		if n += len(members) + len(edits[i].Path) + len(edits[i].Value) + len(edits[i].Before); n > MaxEcho {
			break
		}
	}
	return n
}

func finding(p *lang.Printer, f norm.Finding) FindingItem {
	item := FindingItem{Severity: f.Severity, Code: string(f.Code), Path: f.Path, Text: short(p.Finding(f)), Count: f.Count}
	if f.Basis != nil {
		item.Basis, item.Status = f.Basis.Cite(), f.Basis.Status
	}
	for _, fix := range f.Fixes {
		x := FixItem{Label: short(p.Fix(fix))}
		if n := sizeOf(fix.Edits); 0 < n && n <= MaxEcho {
			x.Commands = []poa.Command{&poa.Change{Edits: fix.Edits}}
		}
		item.Fixes = append(item.Fixes, x)
	}
	return item
}
