package norm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var labourDay = norm.Basis{
	Law: "LFT", Article: "74", Fraction: "IV", Published: "1970-04-01", Status: norm.Sourced, Checked: "2026-11-22",
}

func TestCite(t *testing.T) {
	for _, c := range []struct {
		basis norm.Basis
		want  string
	}{
		{norm.Basis{}, ""},
		{labourDay, "LFT art. 74 fr. IV"},
		{norm.Basis{Law: "LGCS", Article: "21", Fraction: norm.NoFraction}, "LGCS art. 21"},
		{norm.Basis{Law: "CPEUM", Article: "41-III-C"}, "CPEUM art. 41-III-C"},
		{norm.Basis{Law: "Uso cívico", Article: norm.NoFraction, Fraction: norm.NoFraction}, "Uso cívico"},
		{norm.Basis{Law: "Circular DRH/031/2027", Fraction: norm.NoFraction}, "Circular DRH/031/2027"},
	} {
		assert.Equal(t, c.want, c.basis.Cite())
	}
}

// Every required field is reported if it is empty.
func TestValidate(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*norm.Basis)
		want   string
	}{
		{"complete", func(*norm.Basis) {}, ""},
		{"a note is not needed", func(b *norm.Basis) { b.Note = "" }, ""},
		{"from memory needs no publication", func(b *norm.Basis) { b.Published, b.Status = "", norm.FromMemory }, ""},
		{"law", func(b *norm.Basis) { b.Law = "" }, "name the law"},
		{"article", func(b *norm.Basis) { b.Article = "" }, "without an article"},
		{"fraction", func(b *norm.Basis) { b.Fraction = "" }, "use NoFraction"},
		{"publication", func(b *norm.Basis) { b.Published = "" }, "publication date"},
		{"publication of a projection", func(b *norm.Basis) { b.Published, b.Status = "", norm.Projected }, "publication date"},
		{"status", func(b *norm.Basis) { b.Status = 0 }, "without a status"},
		{"invalid status", func(b *norm.Basis) { b.Status = 99 }, "without a status"},
		{"check", func(b *norm.Basis) { b.Checked = "" }, "date it was checked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := labourDay
			c.change(&b)
			if err := b.Validate(); c.want == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, "norm: basis ")
				assert.ErrorContains(t, err, c.want)
			}
		})
	}
}

func TestIsZero(t *testing.T) {
	assert.True(t, norm.Basis{}.IsZero())
	assert.False(t, labourDay.IsZero())
	assert.False(t, norm.Basis{Status: norm.FromMemory}.IsZero())
}

func TestLabelIn(t *testing.T) {
	l := norm.Label{ES: "Navidad", EN: "Christmas Day"}
	for tag, want := range map[string]string{
		"es": "Navidad", "es-MX": "Navidad", "en": "Christmas Day", "en-US": "Christmas Day", "": "Navidad", "fr": "Navidad", "e": "Navidad",
	} {
		assert.Equal(t, want, l.In(tag), "In(%q)", tag)
	}
	assert.Equal(t, "Navidad", norm.Label{ES: "Navidad"}.In("en"), "Spanish if there is no English label")
}
