package lang

import (
	"go/scanner"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// args lists the arguments of each text, by key: those of findings and fixes from
// their declared kinds, the others from otherArgs.
var args = func() map[string]string {
	all := map[string]string{}
	for code, names := range otherArgs {
		all[code] = names
	}
	for _, k := range findingKinds() {
		all[string(k.Code)] = strings.Join(k.Args, " ")
	}
	for _, k := range fixKinds() {
		all[string(k.Code)] = strings.Join(k.Args, " ")
	}
	return all
}()

func findingKinds() []norm.FindingKind {
	return slices.Concat(poa.FindingKinds(), office.FindingKinds(), budget.FindingKinds(), kpi.FindingKinds(), mexico.FindingKinds())
}

func fixKinds() []norm.FixKind {
	return slices.Concat(norm.FixKinds(), poa.FixKinds(), budget.FixKinds(), mexico.FixKinds())
}

var otherArgs = map[string]string{
	"error.already-closed":        "path period date",
	"error.not-a-date":            "value near month year want start end rule",
	"error.no-such-day":           "value want count span",
	"error.other-weekday":         "value date weekday span",
	"error.not-a-span":            "value near month year want gap rule",
	"error.reversed-span":         "value start end",
	"error.not-a-rule":            "value near month rule",
	"error.bad-groups":            "value want",
	"error.cell-error":            "value",
	"error.fraction-of-centavo":   "value near",
	"error.has-exponent":          "value",
	"error.hidden-cell":           "value",
	"error.more-numbers":          "value near",
	"error.no-amount":             "value",
	"error.not-exact":             "value near",
	"error.ordinal-number":        "value",
	"error.words-disagree":        "value first second",
	"error.month-or-day":          "value month date rule span",
	"error.not-a-formula":         "value problem column near",
	"error.not-a-number":          "value near",
	"error.not-an-amount":         "value near",
	"error.not-midnight":          "value near span",
	"error.other-currency":        "value near",
	"error.out-of-range":          "value",
	"error.serial-date":           "value want span",
	"error.two-readings":          "value first second rule otherRule start end otherStart otherEnd span",
	"error.two-readings-at":       "value near first second column",
	"error.not-found":             "path",
	"error.no-element":            "path",
	"error.not-editable":          "path",
	"error.has-records":           "path",
	"error.duplicate-id":          "path id",
	"error.dangling-reference":    "path id",
	"error.period-closed":         "path period date",
	"error.period-frozen":         "path period date",
	"error.not-closed":            "path period",
	"error.already-withdrawn":     "path",
	"error.bound-by-records":      "path",
	"error.amount-overflow":       "path",
	"error.entry-reversal":        "path amount limit",
	"error.record-date":           "path date start end",
	"error.record-amount":         "path amount total limit",
	"error.period-not-ready":      "path period count",
	"error.unbalanced-transfer":   "path in out",
	"error.invalid-record":        "path",
	"error.unknown-field":         "path name",
	"error.duplicate-key":         "path name",
	"error.missing-field":         "path name",
	"error.impossible-date":       "path value want",
	"error.bad-amount":            "path value want",
	"error.bad-date":              "path value",
	"error.bad-date-want":         "path value want",
	"error.bad-number-want":       "path value want",
	"error.invalid-utf8":          "line column",
	"error.not-a-plan":            "name",
	"error.syntax":                "line column",
	"error.trailing-data":         "line column",
	"type.list-of":                "count",
	"error.bad-number":            "path value want",
	"error.bad-enum":              "path value want",
	"error.wrong-type":            "path value want",
	"error.too-large":             "path limit",
	"error.too-many":              "path limit",
	"error.too-deep":              "path limit",
	"error.bad-id":                "path id",
	"error.answer-too-large":      "limit",
	"error.text-too-long":         "limit",
	"error.too-many-commands":     "limit",
	"error.too-many-plans":        "limit",
	"error.too-many-revisions":    "limit",
	"history.set":                 "what",
	"history.insert":              "what",
	"history.remove":              "what",
	"history.move":                "what",
	"history.pending":             "what",
	"history.others":              "first count",
	"word.rule-fixed":             "day",
	"word.rule-nth":               "nth weekday month",
	"word.rule-after-easter":      "count",
	"word.rule-before-easter":     "count",
	"word.rule-every":             "when count first",
	"word.period-2":               "nth months year",
	"word.period-3":               "nth number year",
	"word.period-4":               "nth months year",
	"word.period-6":               "nth number year",
	"word.council":                "municipality",
	"word.finding-more":           "count",
	"word.fiscal-year":            "year",
	"word.as-of":                  "date",
	"word.missing":                "list",
	"word.missing-targets":        "count",
	"word.norm":                   "norm date",
	"word.short":                  "amount",
	"word.left":                   "amount",
	"word.business-days-note":     "calendar",
	"word.signed-at":              "where",
	"word.closed":                 "date",
	"word.days-left":              "count",
	"word.incomplete":             "count",
	"word.not-compared":           "count",
	"word.unmeasured":             "count period",
	"word.illustrative-note":      "count",
	"word.listed":                 "count total what",
	"word.conflict":               "blackout start end",
	"word.conflict-excepted":      "blackout start end",
	"error.rule-has-weekday":      "value weekday",
	"error.rule-has-year":         "value near rule",
	"error.rule-lacks-day":        "value",
	"error.rule-lacks-first-year": "value",
	"error.rule-lacks-month":      "value",
	"error.missing-value":         "value zero rule want",
	"error.rule-length":           "value",
	"error.rule-length-varies":    "value",
	"error.rule-no-such-weekday":  "value weekday",
	"error.rule-not-a-run":        "value",
	"error.rule-not-fixed":        "value",
	"error.rule-not-yearly":       "value",
	"error.rule-which-weekday":    "value weekday",
	"word.rule-nth-from-end":      "nth weekday month",
	"error.entry-order":           "path line moment amount previous limit date",
	"error.no-fiscal-year":        "path",
}

var tables = map[string][]entry{
	"findings": findingTexts, "fixes": fixTexts, "errors": errorTexts,
	"enums": enumTexts, "edits": editTexts, "words": wordTexts,
}

func TestTablesAreSortedAndComplete(t *testing.T) {
	for name, table := range tables {
		for i, e := range table {
			assert.True(t, i == 0 || table[i-1].key < e.key, "poa/lang/text_%s.go: %q must not come after %q: sort the table by key", name, e.key, table[max(i-1, 0)].key)
			assert.NotEmpty(t, e.es, e.key)
			assert.NotEmpty(t, e.en, e.key)
			assert.Same(t, &table[i], find(e.key), "find(%q)", e.key)
			bars := map[string]int{"count": 1, "list": 3}
			if prefix, _, _ := strings.Cut(e.key, "."); bars[prefix] > 0 {
				assert.Equal(t, bars[prefix], strings.Count(e.es, "|"), "%s: %q", e.key, e.es)
				assert.Equal(t, bars[prefix], strings.Count(e.en, "|"), "%s: %q", e.key, e.en)
			}
		}
	}
}

var (
	inBraces = regexp.MustCompile(`\{([^{}]*)\}`)
	codeLike = regexp.MustCompile(`^[a-z]+\.[a-z]+(-[a-z]+)*$`)
)

func TestTemplatesUseOnlyDeclaredArguments(t *testing.T) {
	for _, table := range tables {
		for _, e := range table {
			declared := strings.Fields(args[e.key])
			for _, text := range []string{e.es, e.en} {
				assert.Equal(t, strings.Count(text, "{"), len(inBraces.FindAllString(text, -1)), "%s: braces of %q", e.key, text)
				assert.Equal(t, strings.Count(text, "["), strings.Count(text, "]"), "%s: brackets of %q", e.key, text)
				for _, m := range inBraces.FindAllStringSubmatch(text, -1) {
					name, _, _ := strings.Cut(m[1], "|")
					for _, name := range strings.Split(name, "..") {
						if name != "status" && name != "place" && name != "field" && name != "dateHint" {
							assert.Contains(t, declared, name, "%s: %q", e.key, text)
						}
					}
				}
			}
		}
	}
}

// Every kind of finding and fix has a text, and every text of a finding or a fix has a
// kind.
func TestEveryKindHasAText(t *testing.T) {
	declared := map[string]bool{}
	for _, k := range findingKinds() {
		assert.NotEmpty(t, k.Severity.String(), k.Code)
		assert.False(t, declared[string(k.Code)], "%s is declared twice", k.Code)
		declared[string(k.Code)] = true
	}
	for _, k := range fixKinds() {
		assert.True(t, strings.HasPrefix(string(k.Code), "fix."), k.Code)
		declared[string(k.Code)] = true
	}
	for code := range declared {
		assert.Regexp(t, codeLike, code)
		assert.NotNil(t, find(code), "the code %q has no text", code)
	}
	for _, table := range [][]entry{findingTexts, fixTexts} {
		for _, e := range table {
			assert.True(t, declared[e.key], "no kind has the code %q", e.key)
		}
	}
}

func literals(t *testing.T, file string) (out []string) {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	var s scanner.Scanner
	set := token.NewFileSet()
	s.Init(set.AddFile(file, set.Base(), len(src)), src, nil, 0)
	for {
		_, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			return out
		case token.STRING:
			text, err := strconv.Unquote(lit)
			require.NoError(t, err)
			out = append(out, text)
		}
	}
}

func TestEveryErrorHasAText(t *testing.T) {
	for _, file := range []string{"../errors.go", "../internal/wire/error.go", "../input/error.go", "../store/errors.go", "../rpc/server.go"} {
		for _, s := range literals(t, file) {
			if codeLike.MatchString("a."+s) && strings.Contains(s, "-") || s == "syntax" {
				assert.NotNil(t, find("error."+s), "the error %q of %s has no text", s, file)
			}
		}
	}
}

func TestEveryEnumHasLabels(t *testing.T) {
	labels := 0
	for name, at := range labelled {
		assert.Equal(t, name, enumName(at(0)))
		for i := range uint8(255) {
			text, err := at(i).MarshalText()
			if err != nil || len(text) == 0 {
				continue
			}
			labels++
			key := "enum." + name + "." + string(text)
			for _, language := range Languages() {
				assert.NotEqual(t, key, New(language, nil).Enum(at(i)), "no label in %s", language)
			}
		}
	}
	assert.Equal(t, len(enumTexts), labels, "a label belongs to no value")
}

// Every field and every list of a plan has words, and every command has a description
// for the history.
func TestEveryFieldHasWords(t *testing.T) {
	used := map[string]bool{"field.year": true} // a parameter of package rpc
	hasText := func(key, what string) bool {
		used[key] = true
		return assert.NotNil(t, find(key), "%s has no text %s", what, key)
	}
	for _, l := range model.Lists() {
		hasText("list."+l.Name, "the list "+l.Name)
	}
	for _, kind := range model.Commands() {
		hasText("history."+kind, "the command "+kind)
	}
	for _, f := range model.Fields() {
		below := string(f.Path)
		if i := strings.LastIndex(below, "[]."); i >= 0 {
			below = below[i+len("[]."):]
		}
		if !f.IsList() && !hasText("field."+below, "the field "+string(f.Path)) {
			continue
		}
		path := norm.Path(strings.ReplaceAll(string(f.Path), "[]", "[x]"))
		for _, language := range Languages() {
			p := New(language, nil)
			step := p.History(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: path}}})
			assert.NotEqual(t, string(path), p.Place(path), "%s: no words", language)
			assert.NotRegexp(t, `[][.{}]|  `, step, "%s: the history of %s", language, f.Path)
		}
	}
	for _, e := range editTexts {
		prefix, _, _ := strings.Cut(e.key, ".")
		assert.True(t, prefix == "history" || used[e.key], "no field or list has the text %s", e.key)
	}
}

// English texts contain no Spanish word, Spanish texts no English one.
func TestLanguagesDoNotMix(t *testing.T) {
	spanish := regexp.MustCompile(`(?i)[áéíóúñ¿¡]|\b(el|la|los|las|del|una|con|sin|por|para|que|fecha|actividad|no se|campaña|meta|término|inicio|hasta|desde)\b`)
	english := regexp.MustCompile(`(?i)\b(the|of|and|is|are|with|without|date|activity|campaign|target|until|from)\b`)
	for _, table := range tables {
		for _, e := range table {
			// The names of functions are the same in both languages.
			en := strings.ReplaceAll(inBraces.ReplaceAllString(e.en, ""), "suma, promedio, min, max or porcentaje", "")
			assert.Empty(t, spanish.FindString(en), "%s: %q", e.key, e.en)
			assert.Empty(t, english.FindString(inBraces.ReplaceAllString(e.es, "")), "%s: %q", e.key, e.es)
		}
	}
}
