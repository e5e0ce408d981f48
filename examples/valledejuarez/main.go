// Command valledejuarez prints the annual operating plan of the communication office of
// Valle de Juárez, Jalisco, for 2027, with its state on a day.
//
//	go run ./examples/valledejuarez
//	go run ./examples/valledejuarez -today 2027-05-10 -lang en
//	go run ./examples/valledejuarez -html informe.html -json plan.json
//
// The plan is plan.json. It has the text of the page from which the project started
// (testdata/seed.txt), word for word, and adds what the page lacks: dates, people, money,
// targets, and a year of records. All of that is fictional and marked as such, value by
// value (Document.Illustrative). Records dated after -today are ignored.
//
// The program is an example of a minimal host: poa.Open, Plan.Analyze, and a renderer
// that computes nothing (write.go).
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

//go:embed plan.json
var planJSON []byte

func main() {
	err := run(os.Args[1:], calendar.DateOf(time.Now()), os.Stdout, os.Stderr)
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		os.Exit(2) // package flag or run has printed the error
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var errUsage = errors.New("valledejuarez: bad usage")

// run executes the command line; today is the default of -today.
func run(args []string, today calendar.Date, out, diagnostics io.Writer) error {
	flags := flag.NewFlagSet("valledejuarez", flag.ContinueOnError)
	flags.SetOutput(diagnostics)
	html := flags.String("html", "", "write the official document to `FILE`")
	json := flags.String("json", "", "write the document of the plan to `FILE`")
	flags.TextVar(&today, "today", today, "the `DATE` of the analysis, as in 2027-03-15")
	language := flags.String("lang", lang.Spanish, "the `LANGUAGE`, es-MX or en")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errUsage
	}
	tag, known := lang.Match(*language)
	if flags.NArg() > 0 || !known || today.IsZero() {
		fmt.Fprintln(diagnostics, "valledejuarez: use flags only, a date such as 2027-03-15, and es-MX or en")
		flags.Usage()
		return errUsage
	}

	env := mexico.Env()
	plan, err := poa.Open(env, planJSON)
	if err != nil {
		return err
	}
	analysis := plan.Analyze(today)
	if *json != "" {
		if err := os.WriteFile(*json, plan.AppendJSON(nil), 0o644); err != nil {
			return err
		}
	}
	if *html != "" {
		if err := writeReport(*html, analysis, tag); err != nil {
			return err
		}
	}
	return write(out, analysis, lang.New(tag, env))
}
