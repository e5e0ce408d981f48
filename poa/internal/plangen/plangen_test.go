package plangen_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// Documents without wrong values can be opened, and commands decoded. Every field of the
// model and every kind of command occurs.
func TestGenerator(t *testing.T) {
	occurred, kinds, wrong, acts := map[norm.Path]bool{}, map[string]bool{}, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		seed, n := rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 6000).Draw(t, "bytes")
		g := plangen.Seeded(seed, n)
		text := g.Document()
		p, err := poa.Open(mexico.Env(), []byte(text))
		require.NoError(t, err, text)
		for _, f := range fieldsIn(p) {
			occurred[f] = true
		}
		for i := range 16 {
			g.Read(string(p.AppendJSON(nil)))
			text := g.Command
			if i%2 == 1 {
				text = g.Act
			}
			c, err := poa.DecodeCommand([]byte(text()))
			require.NoError(t, err)
			kinds[c.Kind()] = true
			if next, inverse, err := p.Apply(c); err == nil {
				if p = next; inverse == nil {
					acts++
				}
			}
		}
		bad := plangen.Seeded(seed, n)
		bad.Wrong = true
		if _, err := poa.Open(mexico.Env(), []byte(bad.Document())); err != nil {
			require.NotEmpty(t, poa.CodeOf(err), "%v", err)
			wrong++
		}
	})
	for _, f := range model.Fields() {
		assert.True(t, occurred[f.Path], "no document has a value in %s", f.Path)
	}
	for _, kind := range model.Commands() {
		assert.True(t, kinds[kind], "no %s was generated", kind)
	}
	assert.Positive(t, acts, "no act was accepted")
	assert.Positive(t, wrong, "no document was rejected")
	assert.Equal(t, plangen.New([]byte("abcdefgh")).Document(), plangen.New([]byte("abcdefgh")).Document())
}

// fieldsIn returns the fields that have a value in a plan.
func fieldsIn(p *poa.Plan) (found []norm.Path) {
	g := plangen.New(nil)
	g.Read(string(p.AppendJSON(nil)))
	for _, path := range g.Paths() {
		if f, ok := model.At(path); ok {
			found = append(found, f.Path)
		}
	}
	return found
}
