package main

import (
	"fmt"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// check prints the findings of a plan: code, path, article, status and fixes.
func check(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	today, language := a.today(), a.language()
	files, err := a.parse(args, s.out)
	if err != nil {
		return unusable, err
	}
	env := mexico.Env()
	say := language.printer(env)
	plan, err := openPlan(env, files[0], s.in, say)
	if err != nil {
		return unusable, err
	}
	text, blocking := findings(say, plan.Check(today.Date))
	if err := write(s.out, text); err != nil {
		return unusable, err
	}
	if blocking > 0 {
		return blocked, nil
	}
	return clean, nil
}

func findings(say *lang.Printer, list []norm.Finding) (text string, blocking int) {
	var b strings.Builder
	var count [norm.Suggestion + 1]int
	for _, f := range list {
		count[f.Severity]++
		badge := say.Severity(f.Severity)
		fmt.Fprintf(&b, "%s %s: %s\n", badge.Shape, badge.Label, line(say.Finding(f)))
		fmt.Fprintf(&b, "    %s · %s · %s\n", f.Code, line(string(f.Path)), line(basis(say, f.Basis)))
		for _, fix := range f.Fixes {
			fmt.Fprintf(&b, "    → %s\n", line(say.Fix(fix)))
		}
	}
	if len(list) == 0 {
		return say.Text("word.no-findings") + "\n", 0
	}
	fmt.Fprintf(&b, "\n%s: %s, %s, %s\n", say.Count(len(list), "finding"),
		say.Count(count[norm.Blocking], "blocking"), say.Count(count[norm.Warning], "warning"),
		say.Count(count[norm.Suggestion], "suggestion"))
	return b.String(), count[norm.Blocking]
}

// basis names the article and how sure we are of it.
func basis(say *lang.Printer, b *norm.Basis) string {
	if b == nil || b.IsZero() {
		return say.Text("word.no-basis")
	}
	return b.Cite() + " · " + strings.ToLower(say.Enum(b.Status))
}
