// Package lang says in words, in Mexican Spanish and in English, what the
// machines say in codes: the labels of every enum, the text of every finding,
// fix and refusal, the names of edits, dates, amounts and counts.
//
// Start with New; a Printer is one reader's language:
//
//	p := lang.New("es-MX", env)
//	for _, f := range a.Findings {
//		fmt.Println(p.Finding(f))
//	}
//
// Every text has a key, and the Env of a plan may replace it or add to it by
// that key (poa.Env.Text): a town's own words win. The keys are
//
//	activity.undated          a finding, by its code
//	fix.swap-dates            a fix, by its code
//	error.period-closed       a refusal, by its code
//	enum.poa.state.late       a value of an enum
//	count.business-day        a noun that is counted, "one|other"
//	list.activities           a list of the plan: its element, with "of", with "a", the whole
//	field.span.start          a field of an element
//	heading.… column.… word.… headings, titles of columns, other words
//
// A text may name arguments of its finding, fix or refusal in braces:
//
//	{name}          the value, in the reader's format
//	{start..end}    the days from one argument to the other
//	{n|one|other}   one of two texts, by the count n
//	{status}        " (proyectada)" and the like, by the status of the Basis
//	{place}         where it is, in words
//
// What stands in [brackets] is left out where an argument in it is missing.
//
// It refuses to compute: nothing here knows a rule, a sum or a date that it
// was not given. A key it does not know is shown as it is, never as nothing.
package lang
