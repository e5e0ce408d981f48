// Package lang has the texts of plans in Mexican Spanish and in English: the labels of
// enums, the sentences of findings, fixes and errors, the steps of the history, dates,
// amounts and counts.
//
// Start with New; a Printer writes one language:
//
//	p := lang.New("es-MX", env)
//	for _, f := range a.Findings {
//		fmt.Println(p.Finding(f))
//	}
//
// Every text has a key, and the Env of a plan may replace or add texts by key
// (poa.Env.Text). The keys are
//
//	activity.undated          a finding, by its code
//	fix.swap-dates            a fix, by its code
//	error.period-closed       an error, by its code
//	enum.poa.state.late       a value of an enum
//	count.business-day        a noun that is counted, "one|other"
//	list.activities           a list of the plan: its element, with "of", with "a", the whole
//	field.span.start          a field of an element
//	heading.… column.… word.… headings, titles of columns, other words
//
// A text may have arguments of its finding, fix or error in braces:
//
//	{name}          the value, in the reader's format
//	{start..end}    the days from one argument to the other
//	{n|one|other}   one of two texts, by the count n
//	{status}        " (proyectada)" and the like, by the status of the Basis
//	{place}         where it is, in words
//
// Text in [brackets] is left out if an argument in it is missing.
//
// The package does not compute: every figure and date is an argument. A key without a
// text is returned itself.
package lang
