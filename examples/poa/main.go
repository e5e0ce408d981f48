// Command poa works with annual operating plans and the Mexican calendar: it checks a
// plan, writes its official document, lists days off, counts business days, explains why
// a day is worked or not, lists legal deadlines and creates an empty plan.
//
//	poa check plan.json
//	poa report plan.json -o informe.html
//	poa calendar -profile lft -from 2027 -to 2030
//	poa calendar -profile bancos -from 2027 -format ics -o bancos.ics
//	poa days -profile jalisco 2027-01-01 2027-04-30
//	poa explain -profile lft 2027-06-06
//	poa deadlines 2027 -format text
//	poa new -year 2027 -municipality "Valle de Juárez" -o plan.poa.json
//
// Start with poa help. Flags may come before or after operands, and a FILE that is "-" is
// standard input. Use -o rather than > in PowerShell, which writes UTF-16. The exit status is 0 on success, 1 if check finds a blocking finding, 2
// for wrong usage or an input that cannot be read. Errors are printed to standard error.
//
// It is an example of a host of the library: read, open, analyze, print. It does not
// repair a document; it only reports what is wrong and where.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	clean   = 0 // success, and no finding blocks
	blocked = 1 // the plan has blocking findings
	failed  = 2 // wrong usage, or an input that cannot be read
)

// streams are the standard streams of a command.
type streams struct {
	in          io.Reader
	out, errors io.Writer
}

// command is one subcommand of poa.
type command struct {
	name, operands, about string
	run                   func(c *command, args []string, s streams) (status int, err error)
}

func commands() []command {
	return []command{
		{"check", "FILE", "prints the findings of a plan; exit status 1 if one of them blocks", check},
		{"report", "FILE", "writes the official document of a plan as HTML", writeReport},
		{"calendar", "", "lists the days off of one or more years", listDaysOff},
		{"days", "FROM TO", "counts the business days from one day to another, both included", countDays},
		{"explain", "DATE", "explains why a day is worked or not, with every rule that applies to it", explainDay},
		{"deadlines", "YEAR", "lists the legal deadlines of a year and whom each binds", listDeadlines},
		{"new", "", "prints the document of an empty plan", newPlan},
	}
}

// run executes the command line and returns the exit status. Everything that it prints goes
// through a terminal.Writer, since texts of plans and names of files are other people's.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out, diagnostics := terminal.NewWriter(stdout), terminal.NewWriter(stderr)
	code := runCommand(args, streams{stdin, out, diagnostics})
	if err := errors.Join(out.Close(), diagnostics.Close()); err != nil {
		return failed
	}
	return code
}

func runCommand(args []string, s streams) int {
	stdout, stderr := s.out, s.errors
	if len(args) == 0 {
		fmt.Fprint(stderr, "poa: no command\n\n", overview())
		return failed
	}
	name, args := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name, args = "help", nil
	}
	if name == "help" {
		if len(args) == 0 {
			return status(stderr, "help", write(stdout, overview()))
		}
		name, args = args[0], []string{"-h"}
		if name == "help" {
			return status(stderr, "help", write(stdout, overview()))
		}
	}
	for _, c := range commands() {
		if c.name != name {
			continue
		}
		code, err := c.run(&c, args, s)
		if err != nil {
			return status(stderr, c.name, err)
		}
		return code
	}
	fmt.Fprintf(stderr, "poa: unknown command %q\n\n%s", name, overview())
	return failed
}

// status prints err, if any, and returns the exit status for it.
func status(stderr io.Writer, command string, err error) int {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return clean
	}
	fmt.Fprintf(stderr, "poa %s: %s\n", command, line(err.Error()))
	var wrong *usageError
	if errors.As(err, &wrong) {
		fmt.Fprintf(stderr, "See: poa help %s\n", command)
	}
	return failed
}

func overview() string {
	s := "Usage: poa COMMAND [flags] [operands]\n\n"
	for _, c := range commands() {
		s += fmt.Sprintf("  %-9s %-8s %s\n", c.name, c.operands, c.about)
	}
	return s + `  help      COMMAND  describes a command

Flags may come before or after operands; a FILE that is "-" is standard input.
With -o, a command writes a file at once or not at all, and never over a plan.
Exit status: 0 success, 1 check found a blocking finding, 2 wrong usage or unreadable input.
`
}

func write(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}
