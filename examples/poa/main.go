// Command poa works with annual operating plans and the Mexican calendar: it checks a
// plan, writes its official document, lists days off, counts business days, explains why
// a day is worked or not, lists legal deadlines, reads what people type and creates an
// empty plan.
//
//	poa check plan.json
//	poa report plan.json -o informe.html
//	poa calendar -profile lft -from 2027 -to 2030
//	poa calendar -profile bancos -from 2027 -format ics -o bancos.ics
//	poa days -profile jalisco 01/01/2027 30/04/2027
//	poa explain -profile lft 2027-06-06
//	poa deadlines 2027 -format text
//	poa read -as money '$1,234.50' '(1,234.50)' 1.5mdp
//	poa read -as formula -let 'A=1;B=4' '(A/B)×100'
//	poa new -year 2027 -municipality "Valle de Juárez" -o plan.poa.json
//
// Start with poa help. Flags may come before or after operands, and a FILE that is "-" is
// standard input. Dates are written as people write them in Mexico: 2027-03-15, 15/03/2027,
// "15 de marzo de 2027", hoy. Everything that is printed is in the language of -lang, which
// is es-MX or en. Use -o rather than > in PowerShell, which writes UTF-16. The exit status is
// 0 on success, 1 if check finds a blocking finding or read cannot read a text, and 2 for
// wrong usage or an input that cannot be read. Errors are printed to standard error.
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
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	clean   = 0 // success, and no finding blocks
	blocked = 1 // the plan has blocking findings, or a text was not read
	failed  = 2 // wrong usage, or an input that cannot be read
)

// streams are the standard streams of a command, and the language of what it prints.
type streams struct {
	in          io.Reader
	out, errors io.Writer
	language    language
}

// command is one subcommand of poa. The descriptions complete "poa NAME …".
type command struct {
	name         string
	operands     message
	about        message
	run          func(c *command, args []string, s streams) (status int, err error)
	manyOperands bool
}

func commands() []command {
	return []command{
		{name: "check", operands: message{"ARCHIVO", "FILE"}, run: check, about: message{
			"imprime las observaciones de un plan; termina con 1 si alguna impide cerrar",
			"prints the findings of a plan; exit status 1 if one of them blocks",
		}},
		{name: "report", operands: message{"ARCHIVO", "FILE"}, run: writeReport, about: message{
			"escribe el documento oficial de un plan, en HTML",
			"writes the official document of a plan as HTML",
		}},
		{name: "calendar", run: listDaysOff, about: message{
			"lista los días de descanso de uno o varios años",
			"lists the days off of one or more years",
		}},
		{name: "days", operands: message{"DESDE HASTA", "FROM TO"}, run: countDays, about: message{
			"cuenta los días hábiles de una fecha a otra, ambas incluidas",
			"counts the business days from one day to another, both included",
		}},
		{name: "explain", operands: message{"FECHA", "DATE"}, run: explainDay, about: message{
			"explica por qué se labora o no un día, con cada regla que le toca",
			"explains why a day is worked or not, with every rule that applies to it",
		}},
		{name: "deadlines", operands: message{"AÑO", "YEAR"}, run: listDeadlines, about: message{
			"lista los plazos legales de un año y a quién obliga cada uno",
			"lists the legal deadlines of a year and whom each binds",
		}},
		{name: "read", operands: message{"TEXTO…", "TEXT…"}, run: readTexts, manyOperands: true, about: message{
			"imprime la fecha, el intervalo, la regla, el importe, el número o el valor de la fórmula que dice cada texto; termina con 1 si alguno no se entiende",
			"prints the date, span, rule, amount, number or value of a formula that each text means; exit status 1 if one has none",
		}},
		{name: "new", run: newPlan, about: message{
			"imprime un plan vacío",
			"prints the document of an empty plan",
		}},
	}
}

// run executes the command line and returns the exit status. Everything that it prints goes
// through a terminal.Writer, since texts of plans and names of files are other people's.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out, diagnostics := terminal.NewWriter(stdout), terminal.NewWriter(stderr)
	code := runCommand(args, streams{stdin, out, diagnostics, languageOf(args)})
	if err := errors.Join(out.Close(), diagnostics.Close()); err != nil {
		return failed
	}
	return code
}

func runCommand(args []string, s streams) int {
	l := s.language
	args, err := cutLanguage(args)
	if err != nil {
		return s.status("", err)
	}
	if len(args) == 0 {
		fmt.Fprintf(s.errors, "poa: %s\n\n%s", l.pick("falta el comando", "no command"), l.overview())
		return failed
	}
	name, args := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name, args = "help", nil
	}
	if name == "help" {
		if args, err = cutLanguage(args); err != nil {
			return s.status("", err)
		}
		if len(args) == 0 || args[0] == "help" {
			return s.status("help", write(s.out, l.overview()))
		}
		name, args = args[0], []string{"-h"}
	}
	for _, c := range commands() {
		if c.name != name {
			continue
		}
		code, err := c.run(&c, args, s)
		if err != nil {
			return s.status(c.name, err)
		}
		return code
	}
	unknown := l.pick("no hay un comando %q", "unknown command %q")
	if strings.HasPrefix(name, "-") {
		unknown = l.pick("no se conoce la opción %q antes del comando", "unknown flag %q before the command")
	}
	fmt.Fprintf(s.errors, "poa: "+unknown+"\n\n%s", name, l.overview())
	return failed
}

// cutLanguage removes the flags -lang at the beginning of args; languageOf has read them.
func cutLanguage(args []string) ([]string, error) {
	for len(args) > 0 {
		name, value, found := strings.Cut(args[0], "=")
		if name != "-lang" && name != "--lang" {
			break
		}
		if args = args[1:]; !found {
			if len(args) == 0 {
				return nil, usageErrorf("a -lang le falta el idioma: es-MX o en", "-lang needs a language: es-MX or en")
			}
			value, args = args[0], args[1:]
		}
		if err := new(language).UnmarshalText([]byte(value)); err != nil {
			return nil, &usageError{flagError("lang", value, err)}
		}
	}
	return args, nil
}

// status prints err, if any, and returns the exit status for it.
func (s streams) status(command string, err error) int {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return clean
	}
	prefix := strings.TrimSpace("poa " + command)
	var several lines
	if !errors.As(err, &several) {
		several = lines{s.language.sentence(err)}
	}
	for _, text := range several {
		fmt.Fprintf(s.errors, "%s: %s\n", prefix, line(text))
	}
	var wrong *usageError
	if errors.As(err, &wrong) {
		fmt.Fprintf(s.errors, "%s: %s\n", s.language.pick("Consulte", "See"), strings.TrimSpace("poa help "+command))
	}
	return failed
}

// lines is an error of several lines that are already in the language of the user.
type lines []string

func (e lines) Error() string { return strings.Join(e, "\n") }

// note prints a remark about a result.
func (s streams) note(es, en string, args ...any) {
	fmt.Fprintf(s.errors, "poa: %s: %s\n", s.language.pick("nota", "note"), line(fmt.Sprintf(s.language.pick(es, en), args...)))
}

// overview returns the list of commands and what applies to all of them.
func (l language) overview() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", l.pick("Uso: poa COMANDO [opciones] [datos]", "Usage: poa COMMAND [flags] [operands]"))
	row := func(name, operands, about string) {
		pad := strings.Repeat(" ", max(0, 11-utf8.RuneCountInString(operands)))
		fmt.Fprintf(&b, "  %-9s %s%s %s\n", name, operands, pad, about)
	}
	for _, c := range commands() {
		row(c.name, l.pick(c.operands.es, c.operands.en), l.pick(c.about.es, c.about.en))
	}
	row("help", l.pick("COMANDO", "COMMAND"), l.pick("describe un comando y sus opciones", "describes a command and its flags"))
	b.WriteString(l.pick(`
Las opciones pueden ir antes o después de los datos; un ARCHIVO "-" es la entrada estándar.
Las fechas se escriben como 2027-03-15, 15/03/2027, "15 de marzo de 2027" u hoy.
Con -o, un comando escribe el archivo completo o no lo escribe, y nunca encima de un plan.
Con -lang en, todo sale en inglés.
Al terminar: 0 todo bien; 1 check halló algo que impide cerrar o read no entendió un texto;
2 error en el comando o archivo que no se puede leer.
`, `
Flags may come before or after operands; a FILE that is "-" is standard input.
Dates are written as 2027-03-15, 15/03/2027 (day first), "15 March 2027" or today.
With -o, a command writes a file at once or not at all, and never over a plan.
With -lang es, everything is printed in Spanish, as without -lang.
Exit status: 0 success, 1 check found a blocking finding or read could not read a text,
2 wrong usage or unreadable input.
`))
	return b.String()
}

func write(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}
