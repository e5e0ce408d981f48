package conac_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestItem(t *testing.T) {
	const radio = "Difusión por radio, televisión y otros medios de mensajes sobre programas y actividades gubernamentales"
	for code, want := range map[string]string{
		"361": radio, "3611": radio, "3610": radio, "36101": radio, "361001": radio,
		"111": "Dietas", "597": "Licencias informáticas e intelectuales",
		"991": "ADEFAS",
	} {
		name, ok := conac.Item(code)
		assert.True(t, ok, code)
		assert.Equal(t, want, name.ES, code)
	}
	for _, code := range []string{
		"", "3", "36", "3600", "3000", "36000", "300", "360", "999", "000", "0000", "-361", "+361", "361.1", "36l", "361 ", " 361",
		"3610011", "٣٦١", "36é", "110", "1100", "1000", "000361",
	} {
		_, ok := conac.Item(code)
		assert.False(t, ok, "Item(%q)", code)
	}
}

func TestChapterAndConcept(t *testing.T) {
	name, ok := conac.Chapter("3000")
	require.True(t, ok)
	assert.Equal(t, norm.Label{ES: "Servicios generales", EN: "General services"}, name)
	name, ok = conac.Concept("3600")
	require.True(t, ok)
	assert.Equal(t, "Servicios de comunicación social y publicidad", name.ES)
	for _, code := range []string{"", "3", "300", "3600", "361", "0000", "30000", "3000 "} {
		_, ok := conac.Chapter(code)
		assert.False(t, ok, "Chapter(%q)", code)
	}
	for _, code := range []string{"", "3000", "360", "361", "36000", "0100"} {
		_, ok := conac.Concept(code)
		assert.False(t, ok, "Concept(%q)", code)
	}
}

func TestObjects(t *testing.T) {
	var count [4]int
	var chapter, concept, last string
	for class := range conac.Objects {
		count[class.Level]++
		again, ok := conac.Object(class.Code)
		require.True(t, ok, class.Code)
		assert.Equal(t, class, again)
		assert.NotEmpty(t, class.Name.ES, class.Code)
		assert.Greater(t, class.Code, last)
		last = class.Code
		switch class.Level {
		case conac.LevelChapter:
			chapter = class.Code
			assert.NotEmpty(t, class.Name.EN, class.Code)
		case conac.LevelConcept:
			concept = class.Code
			assert.Equal(t, chapter[:1], concept[:1], "a concept follows its chapter")
		default:
			last += "0"
			assert.Equal(t, concept[:2], class.Code[:2], "an item follows its concept")
			assert.Equal(t, chapter, (&budget.Line{Item: class.Code}).Chapter())
			_, ok := conac.Item(class.Code + "01")
			assert.True(t, ok)
		}
	}
	assert.Equal(t, [4]int{0, 9, 63, 354}, count)
	for range conac.Objects {
		break
	}
	_, ok := conac.Object("9999")
	assert.False(t, ok)
	specific, ok := conac.Object("36101")
	require.True(t, ok)
	assert.Equal(t, "361", specific.Code)
}

func TestSources(t *testing.T) {
	var codes []string
	memory := map[string]bool{}
	for f := range conac.Funds {
		codes = append(codes, f.Code)
		name, ok := conac.Source(f.Code)
		require.True(t, ok)
		assert.Equal(t, f.Name, name)
		assert.NotEmpty(t, name.ES)
		assert.NotEmpty(t, name.EN)
		assert.Equal(t, f.Code[0] == '2', f.Earmarked, f.Code)
		if len(f.Code) == 2 {
			assert.Equal(t, f.Code[1:], f.Former)
		}
		if f.Status != norm.Sourced {
			memory[f.Code] = true
			assert.Equal(t, norm.FromMemory, f.Status)
		}
	}
	assert.Equal(t, []string{"1", "11", "12", "13", "14", "15", "16", "17", "2", "25", "26", "27"}, codes)
	assert.Equal(t, map[string]bool{"17": true, "27": true}, memory)
	for _, code := range []string{"", "0", "3", "10", "18", "21", "24", "28", "150", "1 "} {
		_, ok := conac.Source(code)
		assert.False(t, ok, "Source(%q)", code)
	}
}

func TestSpendingTypes(t *testing.T) {
	n := 0
	for code, name := range conac.SpendingTypes {
		n++
		got, ok := conac.SpendingType(code)
		assert.True(t, ok)
		assert.Equal(t, name, got)
		assert.NotEmpty(t, name.EN)
	}
	assert.Equal(t, 5, n)
	for _, code := range []string{"", "0", "6", "11", "x"} {
		_, ok := conac.SpendingType(code)
		assert.False(t, ok, "SpendingType(%q)", code)
	}
}

// TestEveryBasisIsComplete finds the Bases by type, so that it covers new ones.
func TestEveryBasisIsComplete(t *testing.T) {
	rules := reflect.ValueOf(conac.Rules())
	n := 0
	for i := range rules.NumField() {
		basis, ok := rules.Field(i).Interface().(*norm.Basis)
		if !ok {
			continue
		}
		n++
		require.NotNil(t, basis, rules.Type().Field(i).Name)
		assert.NoError(t, basis.Validate(), rules.Type().Field(i).Name)
	}
	assert.Equal(t, 6, n)
	assert.NoError(t, conac.Classifier().Validate())
	assert.NotSame(t, conac.Rules().Paid, conac.Rules().Paid)
	_, ok := conac.Rules().Item("36101")
	assert.True(t, ok)
}

func TestLevelKeys(t *testing.T) {
	for l, key := range map[conac.ObjectLevel]string{conac.LevelChapter: "chapter", conac.LevelConcept: "concept", conac.LevelItem: "item"} {
		text, err := l.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, key, string(text))
		var back conac.ObjectLevel
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, l, back)
	}
	for _, l := range []conac.ObjectLevel{0, 4} {
		_, err := l.MarshalText()
		assert.Error(t, err)
		assert.Empty(t, l.String())
	}
	l := conac.LevelItem
	assert.Error(t, l.UnmarshalText([]byte("capitulo")))
	assert.Error(t, l.UnmarshalText(nil))
	assert.Equal(t, conac.LevelItem, l)
}

func TestLookupsDoNotAllocate(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		_, _ = conac.Item("36101")
		_, _ = conac.Chapter("3000")
		_, _ = conac.Source("27")
	}))
}
