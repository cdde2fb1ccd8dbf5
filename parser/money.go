package parser

import (
	"encoding/json"
	"errors"
)

// Role says what an amount is for. The zero Role is no role. New values may be added; readers
// must accept ones they do not know.
type Role string

// The roles, in the words of the JSON.
const (
	RoleTotal       Role = "total"        // 应还总额, 欠款, 待还
	RoleOverdue     Role = "overdue"      // 逾期金额
	RolePrincipal   Role = "principal"    // 本金, 借款
	RoleInterest    Role = "interest"     // 利息
	RolePenalty     Role = "penalty"      // 罚息, 违约金, 滞纳金, 逾期费
	RoleFee         Role = "fee"          // 手续费, 服务费, 律师费
	RoleMinimum     Role = "minimum"      // 最低还款额
	RoleInstalment  Role = "instalment"   // 月供, 每期应还
	RoleDiscount    Role = "discount"     // 减免
	RoleCreditLimit Role = "credit_limit" // 授信额度
	RoleBalance     Role = "balance"      // 余额; or what was paid beyond what was owed: 溢缴款
	RoleRepaid      Role = "repaid"       // 已还, 扣款, 退回: paid, deducted or refunded
	RoleDisbursed   Role = "disbursed"    // 放款, 到手
	RoleOffer       Role = "offer"        // 减免后, 一次性还…即可结清: a price to settle
	RoleOther       Role = "other"
)

// Precision says how exactly an amount or a number of days is given. The zero Precision
// means that there is no value.
type Precision string

// The precisions, in the words of the JSON.
const (
	PrecisionExact   Precision = "exact"
	PrecisionAbout   Precision = "about"    // 约3000元, 2000余元
	PrecisionAtLeast Precision = "at_least" // 超过, 以上, 起
	PrecisionAtMost  Precision = "at_most"  // 不超过, 以内
	PrecisionRange   Precision = "range"    // 1000-2000元
	PrecisionMasked  Precision = "masked"   // 1***.56元
)

// Money is an amount of yuan as the message writes it. If only a heading before it gives its
// unit, (单位:万元), the unit counts but is not part of Text. Its JSON has fen unless Precision is
// masked, and max_fen if Precision is range. Under fmt and slog it shows role and precision,
// but no sum.
type Money struct {
	Found
	// Fen is the amount in fen (0.01 yuan), at most 10^13; of a range, the lower end. It has
	// no meaning if Precision is masked.
	Fen int64
	// MaxFen is the upper end of a range, in fen; 0 if there is none.
	MaxFen    int64
	Role      Role
	Precision Precision
}

// moneyJSON is the JSON of Money.
type moneyJSON struct {
	Fen       *int64    `json:"fen,omitempty"`
	MaxFen    *int64    `json:"max_fen,omitempty"`
	Text      string    `json:"text"`
	Span      Span      `json:"span"`
	Role      Role      `json:"role"`
	Precision Precision `json:"precision"`
}

var errMoney = errors.New("parser: not the JSON of an amount of money")

// MarshalJSON writes the amount, including its text.
func (m Money) MarshalJSON() ([]byte, error) {
	j := moneyJSON{Text: m.Text, Span: m.Span, Role: m.Role, Precision: m.Precision}
	if m.Precision != PrecisionMasked {
		j.Fen = &m.Fen
	}
	if m.Precision == PrecisionRange {
		j.MaxFen = &m.MaxFen
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes and ignores other keys. Its error holds
// nothing of the input.
func (m *Money) UnmarshalJSON(data []byte) error {
	var j moneyJSON
	if json.Unmarshal(data, &j) != nil {
		return errMoney
	}
	*m = Money{Found: Found{j.Text, j.Span}, Role: j.Role, Precision: j.Precision}
	if j.Fen != nil {
		m.Fen = *j.Fen
	}
	if j.MaxFen != nil {
		m.MaxFen = *j.MaxFen
	}
	return nil
}
