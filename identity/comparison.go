package identity

import (
	"fmt"
	"slices"
	"strings"
)

// Field names one of the fields that are compared.
type Field string

// The fields, in the order in which they are weighed, as the JSON writes them.
// New fields may be added; readers must accept ones they do not know.
const (
	FieldName  Field = "name"
	FieldSex   Field = "sex"
	FieldID    Field = "id"
	FieldPhone Field = "phone"
)

// FieldComparison is how one field compares. It holds no personal data.
type FieldComparison struct {
	Field   Field   `json:"field"`
	Outcome Outcome `json:"outcome"`
	Bits    float64 `json:"bits"` // log2(m/u), in tenths; 0 if Outcome is Unknown
	// Slip reports whether one wrong character, or two swapped ones, would
	// explain the disagreement.
	Slip bool `json:"slip,omitempty"`
}

// Comparison is how a claim compares with a person. It holds no personal data.
// The zero Comparison compares nothing.
type Comparison struct {
	// Outcome of Compare is Agree if Bits is positive and Disagree if it is
	// negative; at 0 it is Unknown if all fields are, else Agree. Of Together it
	// is Disagree if a field disagrees, else Agree if one agrees.
	Outcome Outcome `json:"outcome"`
	// Bits is the sum of the fields' bits.
	Bits   float64           `json:"bits"`
	Fields []FieldComparison `json:"fields,omitempty"`
}

// Field returns how f compares; Unknown and 0 bits if f is not among the fields.
func (c Comparison) Field(f Field) FieldComparison {
	i := slices.IndexFunc(c.Fields, func(fc FieldComparison) bool { return fc.Field == f })
	if i < 0 {
		return FieldComparison{Field: f}
	}
	return c.Fields[i]
}

// BitsWithout returns the sum over all fields but these. Leave out the phone,
// for example, for a message that was sent to it.
func (c Comparison) BitsWithout(fields ...Field) float64 {
	bits := 0.0
	for _, fc := range c.Fields {
		if !slices.Contains(fields, fc.Field) {
			bits = tenth(bits + fc.Bits)
		}
	}
	return bits
}

// String returns a table: a line for each field, then the sum.
func (c Comparison) String() string {
	var b strings.Builder
	for _, fc := range c.Fields {
		fmt.Fprintf(&b, "%-6s %-9s %+6.1f", fc.Field, fc.Outcome, fc.Bits)
		if fc.Slip {
			b.WriteString("  one character wrong, or two swapped")
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%-6s %-9s %+6.1f\n", "sum", c.Outcome, c.Bits)
	return b.String()
}
