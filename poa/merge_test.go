package poa_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// Two people change different things of a plan, and one thing differently.
func ExampleMerge() {
	doc, _ := poa.Empty("press-2027", 2027)
	base, _ := poa.New(nil, doc)
	change := func(f func(*poa.Document)) *poa.Plan {
		p, _, _, _ := base.Edit(func(d *poa.Document) error { f(d); return nil })
		return p
	}
	mine := change(func(d *poa.Document) { d.Title, d.Mission = "POA 2027", "Informar" })
	theirs := change(func(d *poa.Document) { d.Title, d.Vision = "Plan 2027", "Ser leídos" })
	merged, conflicts, err := poa.Merge(base, mine, theirs)
	fmt.Println(err, merged.View().Mission, merged.View().Vision)
	for _, c := range conflicts {
		fmt.Println(c.Path, c.Base, c.Mine, c.Theirs)
	}
	// Output:
	// <nil> Informar Ser leídos
	// title null "POA 2027" "Plan 2027"
}

func TestMerge(t *testing.T) {
	insert := func(list norm.Path, value, before string) *poa.Change {
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: list, Value: value, Before: before}}}
	}
	move := func(path norm.Path, before string) *poa.Change {
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: path, Before: before}}}
	}
	all := func(changes ...*poa.Change) *poa.Change {
		one := &poa.Change{}
		for _, c := range changes {
			one.Edits = append(one.Edits, c.Edits...)
		}
		return one
	}
	progress := func(id string) *poa.RecordProgress {
		return &poa.RecordProgress{Progress: poa.Progress{ID: id, Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1)}}
	}
	for _, test := range []struct {
		name         string
		mine, theirs poa.Command
		want         map[norm.Path]string // values of the merged plan; "" if there is none
		conflicts    []norm.Path
	}{
		{"different fields", set("title", `"A"`), set("mission", `"B"`), map[norm.Path]string{"title": `"A"`, "mission": `"B"`}, nil},
		{"one field", set("title", `"A"`), set("title", `"B"`), map[norm.Path]string{"title": `"B"`}, []norm.Path{"title"}},
		{"the same value", set("title", `"A"`), set("title", `"A"`), map[norm.Path]string{"title": `"A"`}, nil},
		{
			"both ends of a span", set("activities[gaceta].span.start", `"2027-02-01"`), set("activities[gaceta].span.end", `"2027-05-31"`),
			map[norm.Path]string{"activities[gaceta].span": `{"start":"2027-02-01","end":"2027-05-31"}`},
			nil,
		},
		{
			"two months", set("activities[gaceta].targets.2", `"2"`), set("activities[gaceta].targets.3", `"3"`),
			map[norm.Path]string{"activities[gaceta].targets.2": `"2"`, "activities[gaceta].targets.3": `"3"`, "activities[gaceta].targets.1": `"1"`},
			nil,
		},
		{
			"one month", set("lines[l1].months.2", `"2.00"`), set("lines[l1].months.2", `"3.00"`),
			map[norm.Path]string{"lines[l1].months.2": `"3.00"`, "lines[l1].months.9": `"1000.00"`},
			[]norm.Path{"lines[l1].months.2"},
		},
		{
			"ids added", set("lines[l1].activities", `["informe","gaceta"]`), set("lines[l1].activities", `[]`),
			map[norm.Path]string{"lines[l1].activities": `["gaceta"]`},
			nil,
		},
		{
			"elements inserted", insert("posts", `{"id":"m"}`, "redactor"), insert("posts", `{"id":"t"}`, ""),
			map[norm.Path]string{"posts": `[{"id":"jefa","name":"Jefa de comunicación","administration":"a24"},{"id":"m"},{"id":"redactor","name":"Redactor"},{"id":"t"}]`},
			nil,
		},
		{
			"one id inserted", insert("posts", `{"id":"n","name":"M"}`, ""), insert("posts", `{"id":"n","name":"T"}`, ""),
			map[norm.Path]string{"posts[n].name": `"T"`},
			[]norm.Path{"posts[n]"},
		},
		{
			"one id in two lists", insert("posts", `{"id":"n","name":"M"}`, ""), insert("channels", `{"id":"n","name":"T"}`, ""),
			map[norm.Path]string{"posts[n]": "", "channels[n].name": `"T"`},
			[]norm.Path{"channels[n]", "posts[n]"},
		},
		{"removed by one", remove("activities[informe]"), set("title", `"T"`), map[norm.Path]string{"activities[informe]": "", "title": `"T"`}, nil},
		{"removed by both", remove("activities[informe]"), remove("activities[informe]"), map[norm.Path]string{"activities[informe]": ""}, nil},
		{
			"removed and edited", remove("activities[informe]"), set("activities[informe].name", `"T"`),
			map[norm.Path]string{"activities[informe].name": `"T"`},
			[]norm.Path{"activities[informe]"},
		},
		{
			"edited and removed", set("activities[informe].name", `"M"`), remove("activities[informe]"),
			map[norm.Path]string{"activities[informe].name": `"M"`},
			[]norm.Path{"activities[informe]"},
		},
		{"removed and moved", remove("activities[informe]"), move("activities[informe]", "gaceta"), nil, []norm.Path{"activities[informe]"}},
		{
			"removed and referred to", remove("posts[redactor]"), set("reports[r1].responsible", `"redactor"`),
			map[norm.Path]string{"posts[redactor].name": `"Redactor"`, "reports[r1].responsible": `"redactor"`, "activities[informe].responsible": "null"},
			[]norm.Path{"posts[redactor]"},
		},
		{
			"removed and recorded", remove("activities[gaceta]"), progress("p1"),
			map[norm.Path]string{"activities[gaceta].name": `"Publicar la gaceta"`, "progress[p1].month": "1"},
			[]norm.Path{"activities[gaceta]"},
		},
		{
			"recorded and removed", progress("p1"), remove("activities[gaceta]"),
			map[norm.Path]string{"activities[gaceta].name": `"Publicar la gaceta"`, "progress[p1].month": "1"},
			[]norm.Path{"activities[gaceta]"},
		},
		{
			"an element of a removed element", remove("campaigns[c1]"), insert("campaigns[c1].media", `{"id":"m2"}`, ""),
			map[norm.Path]string{"campaigns[c1].media[m2]": `{"id":"m2"}`, "campaigns[c1].media[m1].name": `"Cápsulas"`},
			[]norm.Path{"campaigns[c1]"},
		},
		{
			"moved by one", move("indicators[i1].targets[i1-t2]", "i1-t1"), insert("indicators[i1].targets", `{"id":"t3"}`, "i1-t2"),
			map[norm.Path]string{"indicators[i1].targets": `[{"id":"i1-t2","span":{"start":"2027-07-01","end":"2027-12-31"},"value":"6"},{"id":"i1-t1","span":{"start":"2027-01-01","end":"2027-06-30"},"value":"6"},{"id":"t3"}]`},
			nil,
		},
		{"records of both", progress("p1"), progress("p2"), map[norm.Path]string{"progress[p1].month": "1", "progress[p2].month": "1"}, nil},
		{"extension data", set("ext[mx.a]", "1"), set("ext[mx.b]", "2"), map[norm.Path]string{"ext": `{"mx.a":1,"mx.b":2}`}, nil},
		{"one namespace", set("ext[mx.a]", `{"x":1}`), set("ext[mx.a]", `{"x":2}`), map[norm.Path]string{"ext": `{"mx.a":{"x":2}}`}, []norm.Path{"ext[mx.a]"}},
		{
			"marks", &poa.Change{Mark: []norm.Path{"mission"}}, &poa.Change{Mark: []norm.Path{"vision"}},
			map[norm.Path]string{"illustrative": `["mission","vision"]`},
			nil,
		},
		{
			"pending texts", &poa.Change{Pending: []poa.Pending{{Path: "mission", Text: "m"}, {Path: "title", Text: "?"}}}, &poa.Change{Pending: []poa.Pending{{Path: "mission", Text: "t"}}},
			map[norm.Path]string{"pending": `[{"path":"mission","text":"t"},{"path":"title","text":"?"}]`},
			[]norm.Path{"pending"},
		},
		{
			"moved to another owner", all(remove("campaigns[c1].media[m1]"), insert("campaigns", `{"id":"c2"}`, ""), insert("campaigns[c2].media", `{"id":"m1"}`, "")), set("campaigns[c1].media[m1].name", `"T"`),
			map[norm.Path]string{"campaigns[c1].media[m1].name": `"T"`, "campaigns[c2]": `{"id":"c2"}`},
			[]norm.Path{"campaigns[c1].media[m1]", "campaigns[c2].media[m1]"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			base := plan(t, nil)
			version := func(c poa.Command) *poa.Plan {
				p, _, err := base.Apply(c)
				require.NoError(t, err)
				return p
			}
			mine, theirs := version(test.mine), version(test.theirs)
			merged, conflicts, err := poa.Merge(base, mine, theirs)
			require.NoError(t, err)
			var paths []norm.Path
			for _, c := range conflicts {
				paths = append(paths, c.Path)
				if c.Path == "pending" {
					continue
				}
				for i, p := range []*poa.Plan{base, mine, theirs} {
					value, ok := p.ValueAt(c.Path)
					if !ok {
						value = "null"
					}
					assert.Equal(t, value, []string{c.Base, c.Mine, c.Theirs}[i], "%s of version %d", c.Path, i)
				}
			}
			assert.Equal(t, test.conflicts, paths)
			for path, want := range test.want {
				got, _ := merged.ValueAt(path)
				assert.Equal(t, want, got, path)
			}
		})
	}
}

// The order of a list is a conflict if both changed it.
func TestMergeOrder(t *testing.T) {
	base := plan(t, func(d *poa.Document) {
		d.Channels = []*poa.Channel{{ID: "radio"}, {ID: "b"}, {ID: "c"}}
	})
	order := func(ids ...string) *poa.Plan {
		p, _, _, err := base.Edit(func(d *poa.Document) error {
			slices.SortFunc(d.Channels, func(x, y *poa.Channel) int { return slices.Index(ids, x.ID) - slices.Index(ids, y.ID) })
			return nil
		})
		require.NoError(t, err)
		return p
	}
	merged, conflicts, err := poa.Merge(base, order("c", "b", "radio"), order("b", "radio", "c"))
	require.NoError(t, err)
	assert.Equal(t, []poa.MergeConflict{{Path: "channels", Base: `["radio","b","c"]`, Mine: `["c","b","radio"]`, Theirs: `["b","radio","c"]`}}, conflicts)
	requireSameText(t, bytesOf(order("b", "radio", "c")), bytesOf(merged))
}

// Lists that together exceed a limit cannot be merged.
func TestMergeRejects(t *testing.T) {
	base := plan(t, nil)
	version := func(name string) *poa.Plan {
		c := &poa.PostEntries{}
		for i := range poa.MaxElements/2 + 1 {
			c.Entries = append(c.Entries, &budget.Entry{ID: fmt.Sprint("x", name, i), Date: today, Line: "l1", Kind: budget.Committed, Amount: budget.MustPesos(1)})
		}
		p, _, err := base.Apply(c)
		require.NoError(t, err)
		return p
	}
	_, _, err := poa.Merge(base, version("m"), version("t"))
	assert.ErrorIs(t, err, poa.ErrLimit)
}

// The laws of Merge, for versions that random commands, or random documents, make.
func checkMerge(t require.TestingT, data []byte) {
	third := len(data) / 3
	g, mg, tg := plangen.New(data[:third]), plangen.New(data[third:2*third]), plangen.New(data[2*third:])
	var base, mine, theirs *poa.Plan
	if g.N(4) == 3 {
		base, mine, theirs = withoutRecords(t, openGenerated(t, g)), withoutRecords(t, openGenerated(t, mg)), withoutRecords(t, openGenerated(t, tg))
	} else {
		base = openGenerated(t, g)
		mine, theirs = changed(t, base, mg), changed(t, base, tg)
	}
	for _, p := range []*poa.Plan{mine, theirs} {
		for _, same := range [][2]*poa.Plan{{base, p}, {p, base}, {p, p}} {
			merged, conflicts, err := poa.Merge(base, same[0], same[1])
			require.NoError(t, err)
			require.Empty(t, conflicts)
			requireSameText(t, bytesOf(p), bytesOf(merged), bytesOf(base))
		}
	}
	merged, conflicts, err := poa.Merge(base, mine, theirs)
	require.NoError(t, err)
	requireValid(t, merged, "merged")
	_, swapped, err := poa.Merge(base, theirs, mine)
	require.NoError(t, err)
	for i, c := range swapped {
		swapped[i].Mine, swapped[i].Theirs = c.Theirs, c.Mine
	}
	require.ElementsMatch(t, conflicts, swapped, "base %s\nmine %s\ntheirs %s", bytesOf(base), bytesOf(mine), bytesOf(theirs))
	for _, version := range []*poa.Plan{mine, theirs} {
		requireNothingLost(t, base, version, merged, conflicts)
	}
}

// changed returns a plan after some random commands.
func changed(t require.TestingT, p *poa.Plan, g *plangen.Generator) *poa.Plan {
	for range g.N(6) {
		if next, _, err := p.Apply(command(t, g, p)); err == nil {
			p = next
		}
	}
	return p
}

// requireNothingLost requires that every change from base to version is in merged or in a
// conflict, except for moves.
func requireNothingLost(t require.TestingT, base, version, merged *poa.Plan, conflicts []poa.MergeConflict) {
	inConflict := func(path norm.Path) bool {
		return slices.ContainsFunc(conflicts, func(c poa.MergeConflict) bool { return c.Path.Within(path) || path.Within(c.Path) })
	}
	value := func(p *poa.Plan, path norm.Path) string {
		v, ok := p.ValueAt(path)
		if !ok {
			return ""
		}
		return v
	}
	d := poa.Diff(base, version)
	for _, e := range d.Edits {
		path := e.Path
		switch e.Op {
		case norm.OpInsert:
			var element struct{ ID string }
			require.NoError(t, json.Unmarshal([]byte(e.Value), &element))
			path = path.Item(element.ID)
			if inConflict(path) {
				continue
			}
			require.Equal(t, value(version, path), value(merged, path), "inserted")
		case norm.OpRemove:
			require.True(t, inConflict(path) || value(merged, path) == "", "%s is not removed", path)
		case norm.OpSet:
			if inConflict(path) || value(merged, path) == value(version, path) {
				continue
			}
			if path == "ext" {
				for _, x := range version.View().Ext {
					require.True(t, inConflict(path.Item(x.Namespace)) || slices.Contains(merged.View().Ext, x), "%s is lost", x.Namespace)
				}
				continue
			}
			// A list that both changed: what the version added is there, and what it removed
			// is not.
			was, is, got := stringsOf(value(base, path)), stringsOf(value(version, path)), stringsOf(value(merged, path))
			require.NotNil(t, append(was, is...), "%s is lost", path)
			for i, s := range is {
				if months := len(is) == 12 && len(got) == 12 && (len(was) == 12 || was == nil); months && (was == nil || was[i] != s) && got[i] == s {
					continue
				}
				require.True(t, slices.Contains(was, s) || slices.Contains(got, s), "%s: %s is lost", path, s)
			}
		}
	}
	// The edits of a Diff remove notes, which it sets again.
	for _, p := range d.Mark {
		require.True(t, slices.Contains(base.View().Illustrative, p) || slices.Contains(merged.View().Illustrative, p), "the mark of %s is lost", p)
	}
	for _, n := range d.Pending {
		require.True(t, n.Text == "" || slices.Contains(base.View().Pending, n) || slices.Contains(merged.View().Pending, n) || inConflict("pending"), "%v", n)
	}
	for _, path := range records(t, version) {
		require.True(t, inConflict(path) || value(merged, path) == value(version, path), "%s is lost", path)
	}
}

// records returns the paths of the records of a plan.
func records(t require.TestingT, p *poa.Plan) (paths []norm.Path) {
	for _, l := range model.Lists() {
		if value, _ := p.ValueAt(norm.Path(l.Name)); l.Record && value != "null" {
			var elements []struct{ ID string }
			require.NoError(t, json.Unmarshal([]byte(value), &elements))
			for _, e := range elements {
				paths = append(paths, norm.Path(l.Name).Item(e.ID))
			}
		}
	}
	return paths
}

// stringsOf returns the strings of a JSON array, or nil for another value.
func stringsOf(text string) (list []string) {
	if !strings.HasPrefix(text, "[") || json.Unmarshal([]byte(text), &list) != nil {
		return nil
	}
	return list
}

func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkMerge(t, plangen.Bytes(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 5000).Draw(t, "bytes")))
	})
}

func FuzzMerge(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(plangen.Bytes(seed, 2400))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkMerge(t, data) })
}

// What the acts of one version established is not undone by the edits of the other.
func TestMergeKeepsActs(t *testing.T) {
	base := plan(t, nil)
	closed, _, err := base.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1)}})
	require.NoError(t, err)
	insert := func(list norm.Path, value string) *poa.Change {
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: list, Value: value}}}
	}
	for _, test := range []struct {
		name   string
		change *poa.Change
		path   norm.Path // of the value that stays, and of the conflict
	}{
		{"the dates of a closed period", set("periods[s1].span", `{"start":"2027-01-01","end":"2027-03-31"}`), "periods[s1].span"},
		{"the dates of an activity in it", set("activities[gaceta].span.end", `"2027-05-31"`), "activities[gaceta].span"},
		{"a target in it", set("activities[gaceta].targets.2", `"5"`), "activities[gaceta].targets"},
		{"a new activity in it", insert("activities", `{"id":"n","period":"s1"}`), "activities[n]"},
		{"a removed activity in it", remove("activities[gaceta]"), "activities[gaceta]"},
		{"the fiscal year", set("fiscalYear", "2028"), "fiscalYear"},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed, _, err := base.Apply(test.change)
			require.NoError(t, err)
			want, _ := base.ValueAt(test.path)
			for _, sides := range [][2]*poa.Plan{{closed, changed}, {changed, closed}} {
				merged, conflicts, err := poa.Merge(base, sides[0], sides[1])
				require.NoError(t, err)
				got, _ := merged.ValueAt(test.path)
				assert.Equal(t, want, got)
				require.Len(t, conflicts, 1)
				assert.Equal(t, test.path, conflicts[0].Path)
				assert.Len(t, merged.View().Closes, 1)
			}
		})
	}
	many, _, _, err := base.Edit(func(d *poa.Document) error {
		for i := range 200 {
			d.Activities = append(d.Activities, &poa.Activity{ID: fmt.Sprint("n", i), Period: "s1"})
		}
		return nil
	})
	require.NoError(t, err)
	merged, conflicts, err := poa.Merge(base, closed, many)
	require.NoError(t, err)
	assert.Equal(t, norm.Path("activities"), conflicts[0].Path, "too many for one conflict each")
	assert.Len(t, merged.View().Activities, 2)
}

// mergeCommands are commands of each kind, for the side whose records have ids that begin
// with s. Not all apply to one plan.
func mergeCommands(s string) map[string]poa.Command {
	july, two := calendar.MustDate(2027, 7, 6), exact.Int(2)
	progress := func(month int, quantity int64) *poa.RecordProgress {
		return &poa.RecordProgress{Progress: poa.Progress{ID: s + "p", Activity: "gaceta", Month: month, Date: july, Quantity: exact.Int(quantity)}}
	}
	measure := func(start, end string) *poa.Measure {
		return &poa.Measure{Measurement: kpi.Measurement{ID: s + "x", Indicator: "i1", Span: span(start, end), Date: calendar.MustDate(2028, 1, 4), Values: []kpi.Reading{{Symbol: "B", Value: &two}}}}
	}
	post := func(kind budget.Kind, day string, amount int64) *poa.PostEntries {
		return &poa.PostEntries{Entries: []*budget.Entry{{ID: s + "g", Date: calendar.MustParseDate(day), Line: "l1", Kind: kind, Amount: budget.MustPesos(amount), Reason: "r"}}}
	}
	withdraw := func(record string) *poa.Withdraw {
		return &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: s + "w", Record: record, Date: july, Reason: "Error"}}
	}
	return map[string]poa.Command{
		"progress":               progress(1, 1),
		"progress later":         progress(8, 1),
		"progress taken back":    progress(1, -2),
		"measure":                measure("2027-01-01", "2027-06-30"),
		"measure the year":       measure("2027-01-01", "2027-12-31"),
		"measure later":          measure("2027-07-01", "2027-12-31"),
		"withdraw progress":      withdraw("p0"),
		"withdraw a measurement": withdraw("x0"),
		"commit":                 post(budget.Committed, "2027-02-01", 400),
		"commit later":           post(budget.Committed, "2027-08-01", 400),
		"reduce":                 post(budget.Reduction, "2027-08-01", 700),
		"reverse":                post(budget.Committed, "2027-02-01", -200),
		"close":                  &poa.ClosePeriod{Close: poa.Close{ID: s + "c", Period: "s1", Date: july}},
		"reopen":                 &poa.ReopenPeriod{Reopening: poa.Reopening{ID: s + "o", Close: "c0", Date: july, Reason: "Factura tardía", Document: "Oficio 1"}},
		"the span of a period":   set("periods[s1].span.end", `"2027-05-31"`),
		"the form of progress":   set("activities[informe].progressForm", `"percent"`),
		"a target":               set("activities[gaceta].targets.2", `"7"`),
		"another activity":       &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "activities", Value: `{"id":"` + s + `a","period":"s1"}`}}},
		"an activity of a month": remove("activities[informe]"),
		"the item of a line":     set("lines[l1].item", `"362"`),
		"the title":              set("title", `"Título de `+s+`"`),
	}
}

// What one version may do after the other is merged without a conflict, and what it may not
// is a conflict, for all pairs of commands. Nothing is lost, a period is closed once, and a
// reopening or withdrawal has an effect.
func TestMergeOfAllPairs(t *testing.T) {
	six, day := exact.Int(6), calendar.MustDate(2027, 2, 2)
	open := plan(t, func(d *poa.Document) {
		d.Progress = []*poa.Progress{{ID: "p0", Activity: "gaceta", Month: 1, Date: day, Quantity: exact.Int(3)}}
		d.Measurements = []*kpi.Measurement{{ID: "x0", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: calendar.MustDate(2027, 7, 1), Values: []kpi.Reading{{Symbol: "B", Value: &six}}}}
		d.Ledger = []*budget.Entry{
			{ID: "g0", Date: calendar.MustDate(2027, 1, 4), Line: "l1", Kind: budget.Approved, Amount: budget.MustPesos(1000)},
			{ID: "g1", Date: calendar.MustDate(2027, 1, 5), Line: "l1", Kind: budget.Committed, Amount: budget.MustPesos(300)},
		}
	})
	closed, _, err := open.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "c0", Period: "s1", Date: calendar.MustDate(2027, 7, 5)}})
	require.NoError(t, err)
	tried, conflicting := 0, 0
	for name, base := range map[string]*poa.Plan{"open": open, "closed": closed} {
		for a, mineCommand := range mergeCommands("m") {
			mine, _, err := base.Apply(mineCommand)
			if err != nil {
				continue
			}
			for b, theirsCommand := range mergeCommands("t") {
				theirs, _, err := base.Apply(theirsCommand)
				if err != nil {
					continue
				}
				tried++
				name := name + ": " + a + " and " + b
				merged, conflicts, err := poa.Merge(base, mine, theirs)
				require.NoError(t, err)
				requireValid(t, merged, name)
				_, swapped, err := poa.Merge(base, theirs, mine)
				require.NoError(t, err)
				for i, c := range swapped {
					swapped[i].Mine, swapped[i].Theirs = c.Theirs, c.Mine
				}
				require.ElementsMatch(t, conflicts, swapped, name)
				requireNothingLost(t, base, mine, merged, conflicts)
				requireNothingLost(t, base, theirs, merged, conflicts)

				_, _, first := theirs.Apply(mineCommand)
				_, _, second := mine.Apply(theirsCommand)
				switch {
				case first != nil && a == b && a == "an activity of a month": // removed by both
				case first != nil || second != nil:
					conflicting++
					assert.NotEmpty(t, conflicts, "%s: %v, %v", name, first, second)
				case a != b && !(strings.HasPrefix(a, "the span") || strings.HasPrefix(b, "the span")):
					assert.Empty(t, conflicts, name)
				}
				inForce := map[string]int{}
				for _, c := range merged.View().Closes {
					inForce[c.Period]++
				}
				reopened := map[string]bool{}
				for _, o := range merged.View().Reopenings {
					require.False(t, reopened[o.Close], name)
					reopened[o.Close] = true
					inForce["s1"]--
				}
				assert.LessOrEqual(t, inForce["s1"], 1, name)
				withdrawn := map[string]bool{}
				for _, w := range merged.View().Withdrawals {
					assert.False(t, withdrawn[w.Record], name)
					withdrawn[w.Record] = true
				}
			}
		}
	}
	assert.Greater(t, tried, 350)
	assert.Greater(t, conflicting, 40)
}

// One act of both versions is one act.
func TestMergeOfTheSameAct(t *testing.T) {
	base := plan(t, func(d *poa.Document) {
		d.Progress = []*poa.Progress{{ID: "p0", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(3)}}
	})
	for name, c := range mergeCommands("") {
		version, _, err := base.Apply(c)
		if err != nil {
			continue
		}
		merged, conflicts, err := poa.Merge(base, version, version)
		require.NoError(t, err)
		assert.Empty(t, conflicts, name)
		requireSameText(t, bytesOf(version), bytesOf(merged))
	}
}

func ExampleMerge_acts() {
	doc, _ := poa.Empty("press-2027", 2027)
	for i := range doc.Periods {
		doc.Activities = append(doc.Activities, &poa.Activity{ID: fmt.Sprint("a", i), Name: "Boletines", Period: doc.Periods[i].ID, Responsible: "head", Span: doc.Periods[i].Span})
	}
	doc.Posts = []*poa.Post{{ID: "head"}}
	doc.Calendar = "jalisco"
	base, _ := poa.New(mexico.Env(), doc)
	mine, _, _ := base.Apply(&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "a0", Month: 1, Date: calendar.MustDate(2027, 4, 2), Quantity: exact.Int(1)}})
	theirs, _, _ := base.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "c1", Period: "q1", Date: calendar.MustDate(2027, 4, 2)}})
	merged, conflicts, _ := poa.Merge(base, mine, theirs)
	fmt.Println(len(merged.View().Closes), len(merged.View().Progress))
	for _, c := range conflicts {
		fmt.Println(c.Path, c.Theirs)
	}
	// Output:
	// 1 1
	// progress[p1] null
}
