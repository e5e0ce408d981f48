package main

import (
	"fmt"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// check prints the findings of a plan, each with its path, its legal basis and the status
// of that, and its fixes.
func check(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	today, language := a.today(), a.lang
	files, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	env := mexico.Env()
	printer := language.printer(env)
	plan, err := openPlan(env, files[0], s)
	if err != nil {
		return failed, err
	}
	analysis := plan.Analyze(today.Date)
	text, blocking := findings(printer, analysis.Findings)
	if missing := printer.Missing(analysis.Missing); missing != "" {
		text += missing + "\n"
	}
	if err := write(s.out, text); err != nil {
		return failed, err
	}
	if blocking > 0 {
		return blocked, nil
	}
	return clean, nil
}

func findings(printer *lang.Printer, list []norm.Finding) (text string, blocking int) {
	var b strings.Builder
	var count [norm.Suggestion + 1]int
	total := 0
	for _, f := range list {
		total += f.Total()
		count[f.Severity] += f.Total()
		badge := printer.Severity(f.Severity)
		fmt.Fprintf(&b, "%s %s: %s\n", badge.Shape, badge.Label, line(printer.Finding(f)))
		fmt.Fprintf(&b, "    %s · %s · %s\n", f.Code, line(string(f.Path)), line(basis(printer, f.Basis)))
		for _, fix := range f.Fixes {
			fmt.Fprintf(&b, "    → %s\n", line(printer.Fix(fix)))
		}
	}
	if len(list) == 0 {
		return printer.Text("word.no-findings") + "\n", 0
	}
	fmt.Fprintf(&b, "\n%s: %s, %s, %s\n", printer.Count(total, "finding"),
		printer.Count(count[norm.Blocking], "blocking"), printer.Count(count[norm.Warning], "warning"),
		printer.Count(count[norm.Suggestion], "suggestion"))
	return b.String(), count[norm.Blocking]
}

// basis returns the citation and the status of a legal basis.
func basis(printer *lang.Printer, b *norm.Basis) string {
	if b == nil || b.IsZero() {
		return printer.Text("word.no-basis")
	}
	return b.Cite() + " · " + strings.ToLower(printer.Enum(b.Status))
}
