package lang

import (
	"encoding"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/formula"
	"github.com/rumbo-mx/rumbo/poa"
)

// args are the arguments that each finding and fix comes with.
var args = map[string]string{
	"plan.fiscal-year-missing":             "",
	"plan.calendar-unknown":                "calendar",
	"calendar.adjustment-end-before-start": "name start end",
	"calendar.adjustment-conflict":         "date",
	"calendar.adjustment-too-long":         "name count start end limit",
	"calendar.adjustment-weekday-twice":    "weekday",
	"calendar.adjustment-rule":             "value",
	"calendar.adjustment-holiday":          "name value keys",
	"calendar.adjustment-id":               "name",
	"calendar.adjustment-missing":          "name",
	"calendar.adjustment-no-work":          "year",
	"calendar.adjustment-overlap":          "name other",
	"calendar.adjustment-rested-anyway":    "name date",
	"calendar.adjustment-unused":           "name",
	"calendar.adjustment-value":            "name value",
	"calendar.adjustment-worked-anyway":    "name date",
	"calendar.adjustment-year":             "name year",
	"period.undated":                       "name",
	"period.end-before-start":              "name start end",
	"period.outside-year":                  "name start end year",
	"period.gap":                           "start end",
	"period.overlap":                       "name other start end",
	"period.without-activity":              "name",
	"activity.undated":                     "name",
	"activity.end-before-start":            "name start end",
	"activity.outside-year":                "name start end year",
	"activity.outside-period":              "name period start end",
	"activity.without-period":              "name",
	"activity.without-responsible":         "name",
	"activity.without-business-day":        "name start end",
	"activity.target-outside-span":         "name month",
	"post.term-ended":                      "post what administration end date",
	"post.term-not-begun":                  "post what administration start date",
	"activity.without-name":                "name",
	"campaign.without-name":                "name",
	"error.already-closed":                 "path period date",
	"campaign.undated":                     "name",
	"campaign.end-before-start":            "name start end",
	"campaign.outside-year":                "name start end year",
	"campaign.inside-blackout":             "name blackout start end overlapStart overlapEnd requestBy",
	"campaign.outside-report-window":       "name event from to",
	"campaign.grant-missing":               "name",
	"placement.outside-campaign":           "name start end",
	"evaluation.undated":                   "name",
	"report.undated":                       "name",
	"commitment.without-element":           "text",
	"text.pending":                         "text",
	"value.illustrative":                   "count",
	"value.overflow":                       "",
	"budget.moments-out-of-order":          "line moment amount previous limit",
	"budget.cost-above-ceiling":            "fund cost ceiling gap",
	"budget.line-without-activity":         "line",
	"budget.item-unknown":                  "line item",
	"budget.reversal-without-reason":       "line kind amount",
	"budget.amount-negative":               "name amount",
	"budget.raise-ceiling":                 "ceiling",
	"budget.drop-sign":                     "amount",
	"indicator.formula-invalid":            "problem column near",
	"indicator.variable-undefined":         "symbol",
	"indicator.variable-unused":            "symbol",
	"indicator.without-target":             "",
	"indicator.without-data":               "start end count",
	"indicator.zero-denominator":           "divisor start end count",
	"indicator.always-hundred":             "numerator denominator count",
	"fix.swap-dates":                       "",
	"fix.move-before-blackout":             "start end",
	"fix.move-after-blackout":              "start end",
	"fix.request-exception":                "requestBy",
	"fix.claim-exception":                  "exceptions",
	"fix.fit-year":                         "start end",
	"fix.fit-period":                       "start end",
	"fix.fit-report-window":                "start end",
	"fix.extend-period":                    "start end",
	"error.not-found":                      "path",
	"error.no-element":                     "path",
	"error.not-editable":                   "path",
	"error.has-records":                    "path",
	"error.duplicate-id":                   "path id",
	"error.dangling-reference":             "path id",
	"error.period-closed":                  "path period date",
	"error.period-not-ready":               "path period count",
	"error.unbalanced-transfer":            "path in out",
	"error.invalid-record":                 "path",
	"error.unknown-field":                  "path name",
	"error.duplicate-key":                  "path name",
	"error.missing-field":                  "path name",
	"error.impossible-date":                "path value want",
	"error.bad-amount":                     "path value want",
	"error.bad-number":                     "path value want",
	"error.bad-enum":                       "path value want",
	"error.wrong-type":                     "path value want",
	"error.too-large":                      "path limit",
	"error.bad-id":                         "path id",
	"history.set":                          "what",
	"history.insert":                       "what",
	"history.remove":                       "what",
	"history.move":                         "what",
	"history.pending":                      "what",
	"history.others":                       "first count",
	"word.rule-fixed":                      "day",
	"word.rule-nth":                        "nth weekday month",
	"word.rule-after-easter":               "count",
	"word.rule-before-easter":              "count",
	"word.rule-every":                      "when count first",
	"word.period-2":                        "nth months year",
	"word.period-3":                        "nth number year",
	"word.period-4":                        "nth months year",
	"word.period-6":                        "nth number year",
	"word.council":                         "municipality",
	"word.fiscal-year":                     "year",
	"word.as-of":                           "date",
	"word.norm":                            "norm date",
	"word.short":                           "amount",
	"word.left":                            "amount",
	"word.business-days-note":              "calendar",
	"word.signed-at":                       "where",
	"word.closed":                          "date",
	"word.days-left":                       "count",
	"word.illustrative-note":               "count",
	"word.conflict":                        "blackout start end",
	"word.conflict-excepted":               "blackout start end",
}

var tables = map[string][]entry{
	"findings": findingTexts, "fixes": fixTexts, "errors": errorTexts,
	"enums": enumTexts, "edits": editTexts, "words": wordTexts,
}

func TestTablesAreSortedAndFull(t *testing.T) {
	for name, table := range tables {
		assert.True(t, sort.SliceIsSorted(table, func(i, j int) bool { return table[i].key < table[j].key }), "%s are not sorted", name)
		for i, e := range table {
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

func TestTemplatesNameOnlyDeclaredArguments(t *testing.T) {
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

// Every code that the packages write has a text, and every finding's and fix's
// text has a code that somebody writes.
func TestEveryCodeHasAText(t *testing.T) {
	written := map[string]bool{}
	for _, dir := range []string{"..", "../../budget", "../../kpi", "../../calendar/office"} {
		files, err := filepath.Glob(dir + "/*.go")
		require.NoError(t, err)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, s := range literals(t, file) {
				prefix, _, _ := strings.Cut(s, ".")
				switch prefix {
				case "plan", "period", "activity", "post", "campaign", "placement", "evaluation", "report",
					"commitment", "text", "value", "budget", "indicator", "fix", "calendar":
					if codeLike.MatchString(s) {
						written[s] = true
					}
				}
			}
		}
	}
	require.NotEmpty(t, written)
	for code := range written {
		assert.NotNil(t, find(code), "the code %q has no text", code)
		assert.Contains(t, args, code)
	}
	for _, table := range [][]entry{findingTexts, fixTexts} {
		for _, e := range table {
			assert.True(t, written[e.key], "nobody writes the code %q", e.key)
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

func TestEveryRefusalHasAText(t *testing.T) {
	for _, file := range []string{"../errors.go", "../internal/wire/error.go"} {
		for _, s := range literals(t, file) {
			if codeLike.MatchString("a."+s) && strings.Contains(s, "-") || s == "syntax" {
				assert.NotNil(t, find("error."+s), "the refusal %q of %s has no text", s, file)
			}
		}
	}
}

func TestEveryEnumHasLabels(t *testing.T) {
	kinds := map[string]func(uint8) encoding.TextMarshaler{
		"status":       func(i uint8) encoding.TextMarshaler { return norm.Status(i) },
		"severity":     func(i uint8) encoding.TextMarshaler { return norm.Severity(i) },
		"op":           func(i uint8) encoding.TextMarshaler { return norm.Op(i) },
		"weekday":      func(i uint8) encoding.TextMarshaler { return calendar.Weekday(i) },
		"holiday":      func(i uint8) encoding.TextMarshaler { return calendar.HolidayKind(i) },
		"effect":       func(i uint8) encoding.TextMarshaler { return calendar.Effect(i) },
		"body":         func(i uint8) encoding.TextMarshaler { return term.Body(i) },
		"own-day":      func(i uint8) encoding.TextMarshaler { return office.AdjustmentKind(i) },
		"day":          func(i uint8) encoding.TextMarshaler { return calendar.Reason(i) },
		"roll":         func(i uint8) encoding.TextMarshaler { return calendar.Convention(i) },
		"cycle":        func(i uint8) encoding.TextMarshaler { return term.Cycle(i) },
		"unit":         func(i uint8) encoding.TextMarshaler { return term.Unit(i) },
		"posting":      func(i uint8) encoding.TextMarshaler { return budget.Kind(i) },
		"moment":       func(i uint8) encoding.TextMarshaler { return budget.Moment(i) },
		"level":        func(i uint8) encoding.TextMarshaler { return kpi.Level(i) },
		"stage":        func(i uint8) encoding.TextMarshaler { return kpi.Stage(i) },
		"dimension":    func(i uint8) encoding.TextMarshaler { return kpi.Dimension(i) },
		"sense":        func(i uint8) encoding.TextMarshaler { return kpi.Sense(i) },
		"accumulation": func(i uint8) encoding.TextMarshaler { return kpi.Accumulation(i) },
		"zero-rule":    func(i uint8) encoding.TextMarshaler { return formula.ZeroRule(i) },
		"frequency":    func(i uint8) encoding.TextMarshaler { return kpi.Frequency(i) },
		"reason":       func(i uint8) encoding.TextMarshaler { return kpi.Reason(i) },
		"problem":      func(i uint8) encoding.TextMarshaler { return formula.Problem(i) },
		"light":        func(i uint8) encoding.TextMarshaler { return kpi.Light(i) },
		"channel":      func(i uint8) encoding.TextMarshaler { return poa.ChannelKind(i) },
		"campaign":     func(i uint8) encoding.TextMarshaler { return poa.CampaignKind(i) },
		"exception":    func(i uint8) encoding.TextMarshaler { return poa.Exception(i) },
		"follow-up":    func(i uint8) encoding.TextMarshaler { return poa.FollowUpKind(i) },
		"section":      func(i uint8) encoding.TextMarshaler { return poa.CommitmentSection(i) },
		"state":        func(i uint8) encoding.TextMarshaler { return poa.State(i) },
		"due":          func(i uint8) encoding.TextMarshaler { return poa.DueKind(i) },
	}
	labels := 0
	for kind, at := range kinds {
		assert.Equal(t, kind, enumKind(at(0)))
		for i := range uint8(255) {
			text, err := at(i).MarshalText()
			if err != nil || len(text) == 0 {
				continue
			}
			labels++
			key := "enum." + kind + "." + string(text)
			for _, language := range Languages() {
				assert.NotEqual(t, key, New(language, nil).Enum(at(i)), "no label in %s", language)
			}
		}
	}
	assert.Equal(t, len(enumTexts), labels, "a label that no value has")
}

// English texts have no Spanish word in them, nor the other way round.
func TestLanguagesDoNotMix(t *testing.T) {
	spanish := regexp.MustCompile(`(?i)[áéíóúñ¿¡]|\b(el|la|los|las|del|una|con|sin|por|para|que|fecha|actividad|no se|campaña|meta|término|inicio|hasta|desde)\b`)
	english := regexp.MustCompile(`(?i)\b(the|of|and|is|are|with|without|date|activity|campaign|target|until|from)\b`)
	for _, table := range tables {
		for _, e := range table {
			// A function's name is the same in both languages.
			en := strings.ReplaceAll(inBraces.ReplaceAllString(e.en, ""), "suma, promedio, min, max or porcentaje", "")
			assert.Empty(t, spanish.FindString(en), "%s: %q", e.key, e.en)
			assert.Empty(t, english.FindString(inBraces.ReplaceAllString(e.es, "")), "%s: %q", e.key, e.es)
		}
	}
}
