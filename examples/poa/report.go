package main

import (
	"bytes"
	"os"

	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
)

// writeReport writes the official document with blank lines to sign on. It includes the
// findings.
func writeReport(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	out := a.String("o", "-", "write to `OUT`, an HTML file; \"-\" is standard output")
	today, language := a.today(), a.language()
	files, err := a.parse(args, s.out)
	if err != nil {
		return unusable, err
	}
	if sameFile(files[0], *out) {
		return unusable, misuse("-o %s is the plan itself: name another file", *out)
	}
	env := mexico.Env()
	plan, err := openPlan(env, files[0], s.in, language.printer(env))
	if err != nil {
		return unusable, err
	}
	var page bytes.Buffer
	if err := report.Write(&page, plan.Analyze(today.Date), report.Options{Language: string(*language)}); err != nil {
		return unusable, err
	}
	if *out == "-" {
		_, err = s.out.Write(page.Bytes())
	} else {
		err = os.WriteFile(*out, page.Bytes(), 0o644)
	}
	if err != nil {
		return unusable, err
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
