package main

import (
	"io"
	"os"

	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// writeReport writes the official document with blank signature lines. It includes the
// findings; even blocking ones do not prevent it.
func writeReport(c *command, args []string, s streams) (int, error) {
	a := c.arguments(s)
	out := a.output(a.pick("el documento HTML", "the HTML file"), false)
	today, language := a.today(), a.lang
	files, err := a.parse(args)
	if err != nil {
		return failed, err
	}
	if sameFile(files[0], out.file) {
		return failed, usageErrorf("-o %s es el plan mismo: use otro archivo", "-o %s is the plan itself: use another file", out.file)
	}
	env := mexico.Env()
	plan, err := openPlan(env, files[0], s)
	if err != nil {
		return failed, err
	}
	err = out.write(s, func(w io.Writer) error {
		return report.Write(w, plan.Analyze(today.Date), report.Options{Language: string(*language)})
	})
	if err != nil {
		return failed, err
	}
	return clean, nil
}

func sameFile(a, b string) bool {
	if a == "-" || b == "-" {
		return false
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
