// Package lang has the texts that people read, in Mexican Spanish and in
// English: the labels of enums, the sentences of findings, fixes and errors,
// the descriptions of edits, and formatted dates, amounts and counts.
//
// Start with New, which returns the Printer of one language:
//
//	p := lang.New("es-MX", env)
//	for _, f := range a.Findings {
//		fmt.Println(p.Finding(f))
//	}
//
// Every text has a key. The Env of a plan may override a text or add one by its
// key (poa.Env.Text). The keys are
//
//	activity.undated          a finding, by its code
//	fix.swap-dates            a fix, by its code
//	error.period-closed       an error, by its code
//	enum.poa.state.late       a value of an enum
//	count.business-day        a counted noun, "one|other"
//	list.activities           a list of the plan: its element, with "of", with "a", the whole list
//	field.span.start          a field of an element
//	history.close-period      a step of the history
//	heading.… column.… word.… headings, column titles, other words
//
// A text may name arguments of its finding, fix or error in braces:
//
//	{name}          the value, formatted
//	{start..end}    the days from one argument to the other
//	{n|one|other}   one of two texts, by the count n
//	{status}        a mark such as " (proyectada)", by the status of the Basis
//	{place}         the place in the plan, in words
//	{field}         the field, without its element
//	{dateHint}      how to write a date; missing unless the path leads to a date
//
// A part in [brackets] is omitted if an argument in it is missing or empty.
//
// The package does not compute or check anything: it formats the values that it
// receives. The text of an unknown key is the key itself.
package lang
