package norm_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func field(name string) norm.Step { return norm.Step{Name: name} }
func item(id string) norm.Step    { return norm.Step{Name: id, ID: true} }

// format joins steps to a path with Field and Item.
func format(steps []norm.Step) (p norm.Path) {
	for _, s := range steps {
		if s.ID {
			p = p.Item(s.Name)
		} else {
			p = p.Field(s.Name)
		}
	}
	return p
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		path norm.Path
		want []norm.Step
	}{
		{"", nil},
		{"mission", []norm.Step{field("mission")}},
		{"office.name", []norm.Step{field("office"), field("name")}},
		{"activities[gaceta]", []norm.Step{field("activities"), item("gaceta")}},
		{"activities[gaceta].span.end", []norm.Step{field("activities"), item("gaceta"), field("span"), field("end")}},
		{"[gaceta].span", []norm.Step{item("gaceta"), field("span")}},
		{"campaigns[fiestas].media[lona-1]", []norm.Step{field("campaigns"), item("fiestas"), field("media"), item("lona-1")}},
		{"ledger[2027-03.1:a]", []norm.Step{field("ledger"), item("2027-03.1:a")}},
		{"a[x][y]", []norm.Step{field("a"), item("x"), item("y")}},
	} {
		got, ok := c.path.Steps()
		assert.True(t, ok, "Steps(%q)", c.path)
		assert.Equal(t, c.want, got, "Steps(%q)", c.path)
		assert.Equal(t, c.path, format(got))
	}
}

func TestStepsErrors(t *testing.T) {
	for _, path := range []norm.Path{
		".", ".a", "a.", "a..b", "a[]", "a[", "a[x", "a]", "a[x]b", "a[x].", "a.[x]", "]", "[]", "a[x]]", "a.b]c",
	} {
		steps, ok := path.Steps()
		assert.False(t, ok, "Steps(%q) = %v", path, steps)
		assert.Nil(t, steps, "Steps(%q)", path)
	}
}

func TestUnder(t *testing.T) {
	for _, c := range []struct{ path, prefix, want norm.Path }{
		{"", "", ""},
		{"span.end", "", "span.end"},
		{"", "activities[a]", "activities[a]"},
		{"span.end", "activities[a]", "activities[a].span.end"},
		{"[a].span", "activities", "activities[a].span"},
		{"[y]", "a[x]", "a[x][y]"},
	} {
		assert.Equal(t, c.want, c.path.Under(c.prefix), "%q.Under(%q)", c.path, c.prefix)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		path, prefix norm.Path
		want         bool
	}{
		{"", "", true},
		{"mission", "", true},
		{"[a]", "", true},
		{"", "mission", false},
		{"activities[a].span", "activities", true},
		{"activities[a].span", "activities[a]", true},
		{"activities[a].span", "activities[a].span", true},
		{"activities[a].span", "activities[a].span.end", false},
		{"activities[ab]", "activities[a]", false},
		{"officers", "office", false},
		{"office.name", "office", true},
		{"office.name", "name", false},
	} {
		assert.Equal(t, c.want, c.path.Within(c.prefix), "%q.Within(%q)", c.path, c.prefix)
	}
}

// drawPath draws a well-formed path of up to five steps.
func drawPath(t *rapid.T, label string) norm.Path {
	step := rapid.Custom(func(t *rapid.T) norm.Step {
		if rapid.Bool().Draw(t, "id") {
			return item(rapid.StringMatching(`[a-z0-9_.:\[-]{1,6}`).Draw(t, "name"))
		}
		return field(rapid.StringMatching(`[a-zA-Z]{1,6}`).Draw(t, "name"))
	})
	return format(rapid.SliceOfN(step, 0, 5).Draw(t, label))
}

// Steps is the inverse of Field and Item, and Under concatenates the steps of two paths.
func TestPathProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawPath(t, "a"), drawPath(t, "b"), drawPath(t, "c")
		below, ok := a.Under(b).Steps()
		assert.True(t, ok)
		upper, _ := b.Steps()
		lower, _ := a.Steps()
		assert.Equal(t, append(append([]norm.Step(nil), upper...), lower...), below, "%q under %q", a, b)

		assert.True(t, a.Under(b).Within(b), "%q within %q", a.Under(b), b)
		assert.Equal(t, a.Under(b).Under(c), a.Under(b.Under(c)))
		assert.Equal(t, len(lower) == 0, b.Within(a.Under(b)), "b is within a.Under(b) only if a is empty")
	})
}

// Joining the steps of a path with Field and Item results in the same path.
func FuzzPathSteps(f *testing.F) {
	for _, seed := range []string{
		"", "mission", "activities[gaceta].span.end", "[a][b].c", "a[x", "a..b", "a[]", ".a", "a.[b]", "a[x]b", "a]", "á[ñ].\x00", "a[[b]", "a[.b]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		steps, ok := norm.Path(text).Steps()
		if !ok {
			assert.Nil(t, steps)
			return
		}
		assert.Equal(t, norm.Path(text), format(steps))
		assert.Equal(t, text == "", len(steps) == 0)
		for _, s := range steps {
			assert.NotEmpty(t, s.Name)
			if s.ID {
				assert.NotContains(t, s.Name, "]")
			} else {
				assert.False(t, strings.ContainsAny(s.Name, ".[]"), "field %q", s.Name)
			}
		}
	})
}
