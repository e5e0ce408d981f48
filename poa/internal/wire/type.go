package wire

// Type is a type of values, the argument "want" of an error and, of WrongType, "value". A
// Type is also "list of n" for a list with a number of elements. Each has a text in each
// language.
type Type string

// The types of JSON values. TypeTrue, TypeFalse and TypeNull occur only as what was found.
const (
	TypeText    Type = "text"
	TypeObject  Type = "object"
	TypeList    Type = "list"
	TypeNumber  Type = "number"
	TypeTrue    Type = "true"
	TypeFalse   Type = "false"
	TypeNull    Type = "null"
	TypeInteger Type = "integer"
	TypeBool    Type = "true or false"
	TypeAny     Type = "a value"
)

// The types of texts, and of integers, with a form of their own.
const (
	TypeDate    Type = "date"
	TypeAmount  Type = "amount"
	TypeDecimal Type = "decimal"
	TypeChoice  Type = "choice"
	TypeYear    Type = "year"
)

// Types returns all types.
func Types() []Type {
	return []Type{
		TypeText, TypeObject, TypeList, TypeNumber, TypeTrue, TypeFalse, TypeNull, TypeInteger, TypeBool, TypeAny,
		TypeDate, TypeAmount, TypeDecimal, TypeChoice, TypeYear,
	}
}

// MarshalText returns the type as text.
func (t Type) MarshalText() ([]byte, error) { return []byte(t), nil }
