package identity

import (
	"fmt"
	"slices"
	"strings"
)

// Field names one of the fields that are compared.
type Field string

// The fields, in the order in which they are weighed and in the words of the
// JSON. A reader must accept fields it does not know.
const (
	FieldName  Field = "name"
	FieldSex   Field = "sex"
	FieldID    Field = "id"
	FieldPhone Field = "phone"
)

// FieldComparison is how one field fits. It holds no personal data.
type FieldComparison struct {
	Field   Field   `json:"field"`
	Outcome Outcome `json:"outcome"`
	Bits    float64 `json:"bits"` // log2(m/u), in tenths; 0 where Outcome is Unknown
	// Slip reports whether one wrong character, or two swapped ones, explain the
	// disagreement.
	Slip bool `json:"slip,omitempty"`
}

// Comparison is how a claim fits a person. It holds no personal data. The zero
// Comparison compares nothing.
type Comparison struct {
	// Outcome is Agree if Bits are positive, Disagree if they are negative; at
	// 0 Agree if a field agrees, else Unknown.
	Outcome Outcome `json:"outcome"`
	// Bits is the sum over the fields.
	Bits   float64           `json:"bits"`
	Fields []FieldComparison `json:"fields,omitempty"`
}

// Field returns how one field fits; Unknown and 0 bits if it is not there.
func (c Comparison) Field(f Field) FieldComparison {
	i := slices.IndexFunc(c.Fields, func(fc FieldComparison) bool { return fc.Field == f })
	if i < 0 {
		return FieldComparison{Field: f}
	}
	return c.Fields[i]
}

// BitsWithout returns the sum over all fields but these: leave out the phone,
// say, for a message that came to it.
func (c Comparison) BitsWithout(fields ...Field) float64 {
	bits := 0.0
	for _, fc := range c.Fields {
		if !slices.Contains(fields, fc.Field) {
			bits = tenth(bits + fc.Bits)
		}
	}
	return bits
}

// String prints the waterfall: a line for each field, then the sum.
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
