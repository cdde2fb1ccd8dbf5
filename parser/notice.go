package parser

import (
	"cmp"
	"fmt"
	"log/slog"

	"github.com/dunsms/dunsms/identity"
)

// Kind is the sort of a message. The zero Kind means KindOther. New values may be added;
// readers must accept ones they do not know.
type Kind string

// The kinds, in the words of the JSON.
const (
	KindOther    Kind = "other"    // everything else, such as adverts and codes
	KindOverdue  Kind = "overdue"  // says that a debt is past due
	KindReminder Kind = "reminder" // a bill or a due date that is not past yet
	KindReceipt  Kind = "receipt"  // money repaid, deducted, disbursed
)

// Notice is what one message says. Nothing in it is guessed: what the message does not
// say is nil, empty or false. The zero Notice is that of a message that says nothing
// about a debt.
//
// A Notice holds personal data. Under %v, %+v, %#v and slog it shows only its kind;
// json.Marshal writes everything.
type Notice struct {
	Kind       Kind        `json:"kind"`
	Signatures []Found     `json:"signatures,omitempty"` // all, in order
	Lender     *LenderName `json:"lender,omitempty"`
	Creditor   *LenderName `json:"creditor,omitempty"`  // on whose behalf the sender collects, if that is named
	Name       *Name       `json:"name,omitempty"`      // the debtor's
	MaskedID   *Found      `json:"masked_id,omitempty"` // the debtor's; identity.ParseMaskedID reads it
	Phone      *Found      `json:"phone,omitempty"`     // the debtor's own
	Amount     *Money      `json:"amount,omitempty"`    // what is owed or must be paid now: a copy of an entry of Amounts
	Penalty    *Money      `json:"penalty,omitempty"`   // the first penalty: a copy of an entry of Amounts
	Overdue    *Overdue    `json:"overdue,omitempty"`
	Due        *Due        `json:"due,omitempty"`
	Amounts    []Money     `json:"amounts,omitempty"` // all, in order
	Phones     []Found     `json:"phones,omitempty"`  // numbers to call back
	URLs       []Found     `json:"urls,omitempty"`
	Accounts   []Account   `json:"accounts,omitempty"`
	Threats    []Threat    `json:"threats,omitempty"`
	Asks       []Ask       `json:"asks,omitempty"`
	Signals    []Signal    `json:"signals,omitempty"`
	ThirdParty bool        `json:"third_party"` // addressed to somebody other than the debtor

	// KindProbability is the probability that Kind is right: of messages given 0.9, nine in
	// ten are right. It is 1 if nothing in the message speaks of a debt.
	KindProbability float64 `json:"kind_probability"`
	// KindReasons are the words that spoke most for Kind, the weightiest first.
	KindReasons []Reason `json:"kind_reasons,omitempty"`
	// ScamProbability is the probability that the message is a scam, judging by its words
	// alone. If it is at least 0.5, ScamReasons are the words that spoke most for it.
	ScamProbability float64  `json:"scam_probability,omitzero"`
	ScamReasons     []Reason `json:"scam_reasons,omitempty"`

	// Tokens are jieba's words, in order. They are not in the JSON.
	Tokens []Token `json:"-"`

	lenders []Lender // see Lenders
}

// Lenders returns the lenders that the caller gave to the Parser of the notice, see
// [WithLenders]. Package classify weighs with their numbers and hosts. They are not in the
// JSON. The slice is shared: do not change it.
func (n *Notice) Lenders() []Lender { return n.lenders }

// LenderName is a lender as the message writes it.
type LenderName struct {
	Found
	// Canonical is the institution's name in the table of lenders, "" if it is not there.
	Canonical string `json:"canonical,omitempty"`
}

// Name is a person's name as the message writes it, without 先生 or 女士.
type Name struct {
	Found
	// Sex is what a title next to the name says, identity.SexUnknown if there is none.
	Sex identity.Sex `json:"sex,omitzero"`
}

// Overdue says how long a debt is past due. At least one of Days, Months, Periods and Since
// is set, as the message gives them: none is computed from another. 1个月零5天 gives one month
// and PrecisionAtLeast.
type Overdue struct {
	Days      *int      `json:"days,omitempty"`
	Months    *int      `json:"months,omitempty"`
	Periods   *int      `json:"periods,omitempty"` // 逾期3期, M2
	Since     string    `json:"since,omitempty"`   // a date: 2024-03-01, or --03-01 without a year
	Precision Precision `json:"precision,omitempty"`
	Found
}

// Due says when a debt falls due. Exactly one of Date, InDays and InHours is set.
type Due struct {
	Date    string `json:"date,omitempty"` // 2024-03-01, or --03-01 without a year
	InDays  *int   `json:"in_days,omitempty"`
	InHours *int   `json:"in_hours,omitempty"`
	Found
}

// Account is an account, or a number under which something is filed, such as a contract.
type Account struct {
	Type AccountType `json:"type"`
	Found
}

// AccountType is the sort of an Account. New values may be added; readers must accept ones
// they do not know.
type AccountType string

// The account types, in the words of the JSON.
const (
	AccountWeChat   AccountType = "wechat"
	AccountQQ       AccountType = "qq"
	AccountAlipay   AccountType = "alipay"
	AccountBankCard AccountType = "bank_card" // 62…
	AccountCardTail AccountType = "card_tail" // 尾号1234
	AccountContract AccountType = "contract"  // 合同号…
	AccountOrder    AccountType = "order"     // 订单号…
)

// Threat is something that the sender says may happen to the debtor. Found is the words
// that say so, or if only the model shows it, the words that spoke most for it.
type Threat struct {
	Type ThreatType `json:"type"`
	Found
}

// ThreatType is the sort of a Threat. New values may be added; readers must accept ones
// they do not know.
type ThreatType string

// The threat types, in the words of the JSON.
const (
	ThreatVisit            ThreatType = "visit"             // 上门
	ThreatLawsuit          ThreatType = "lawsuit"           // 起诉, 仲裁, 法律手段
	ThreatPolice           ThreatType = "police"            // 报案
	ThreatCreditRecord     ThreatType = "credit_record"     // 上报征信
	ThreatContactFamily    ThreatType = "contact_family"    // 联系家人
	ThreatContactEmployer  ThreatType = "contact_employer"  // 通知单位
	ThreatPublicise        ThreatType = "publicise"         // 公示
	ThreatFreeze           ThreatType = "freeze"            // 冻结名下账户, 已冻结
	ThreatBlacklist        ThreatType = "blacklist"         // 失信名单
	ThreatRepossess        ThreatType = "repossess"         // 收车, 锁机, 平仓, 绝当
	ThreatRestrict         ThreatType = "restrict"          // 停用, 停机, 限高, 限制出境
	ThreatContactCommunity ThreatType = "contact_community" // 通知村委会, 居委会
	ThreatHarm             ThreatType = "harm"              // 泼油漆, 打断腿
)

// Ask is something that the sender wants the reader to do. Found is where it says so, as in
// Threat.
type Ask struct {
	Type AskType `json:"type"`
	Found
}

// AskType is the sort of an Ask. New values may be added; readers must accept ones they do
// not know.
type AskType string

// The ask types, in the words of the JSON.
const (
	AskCallNumber      AskType = "call_number"       // 请致电
	AskClickLink       AskType = "click_link"        // 点击
	AskTransfer        AskType = "transfer"          // 转账至
	AskAddContact      AskType = "add_contact"       // 加微信
	AskGiveCode        AskType = "give_code"         // 回复验证码
	AskDownloadApp     AskType = "download_app"      // 下载
	AskOpenOfficialApp AskType = "open_official_app" // 登录官方App
	AskScanCode        AskType = "scan_code"         // 扫码
	AskShareScreen     AskType = "share_screen"      // 共享屏幕, 入会
	AskGiveDetails     AskType = "give_details"      // 提供身份证, 卡号, 密码, 刷脸
	AskReply           AskType = "reply"             // 回复1
)

// Signal is anything else in the message that bears on a verdict.
type Signal struct {
	Type SignalType `json:"type"`
	// Fold says how the word was hidden if Type is SignalEvasion, else it is "".
	Fold Fold `json:"fold,omitempty"`
	Found
}

// SignalType is the sort of a Signal. New values may be added; readers must accept ones
// they do not know.
type SignalType string

// The signal types, in the words of the JSON.
const (
	SignalOptOut         SignalType = "opt_out"         // 回T退订
	SignalIfPaidIgnore   SignalType = "if_paid_ignore"  // 如已还款请忽略
	SignalNotYouIgnore   SignalType = "not_you_ignore"  // 非本人请忽略
	SignalCardFrozen     SignalType = "card_frozen"     // 冻结…恢复
	SignalDebtSettlement SignalType = "debt_settlement" // 停息挂账
	SignalCreditRepair   SignalType = "credit_repair"   // 征信修复
	SignalUpfrontFee     SignalType = "upfront_fee"     // 先付服务费
	SignalInsult         SignalType = "insult"
	SignalExtortion      SignalType = "extortion"       // photos, exposure, violence
	SignalDeadlineHours  SignalType = "deadline_hours"  // 2小时内
	SignalDailyRate      SignalType = "daily_rate"      // 日利率0.05%
	SignalEvasion        SignalType = "evasion"         // see Fold
	SignalAssignee       SignalType = "assignee"        // 债权转让
	SignalCollector      SignalType = "collector"       // 受…委托
	SignalCriminalCharge SignalType = "criminal_charge" // 刑事, 拘留, 逮捕
)

// Fold is a way in which a sender hides a word from a filter.
type Fold string

// The folds, in the words of the JSON.
const (
	FoldSeparators  Fold = "separators"  // 逾 期, 还*款
	FoldZeroWidth   Fold = "zero-width"  // characters that do not show
	FoldLookAlike   Fold = "look-alike"  // 逾qi, 加薇, ①②, 𝟏𝟐
	FoldTraditional Fold = "traditional" // 凍結 in a simplified text
)

// Token is one of the words that jieba cuts the message into.
type Token struct{ Found }

// Format shows the kind and hides the rest, whatever the verb.
func (n Notice) Format(s fmt.State, _ rune) { fmt.Fprintf(s, "Notice{%s}", cmp.Or(n.Kind, KindOther)) }

// LogValue shows the kind and hides the rest from slog.
func (n Notice) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(n)) }

// Claim returns the person that the message is about, for identity.Compare. A field is
// zero if the message does not give it, or gives it in a form that package identity
// cannot read.
func (n *Notice) Claim() identity.Claim {
	var c identity.Claim
	if n == nil {
		return c
	}
	if n.Name != nil {
		c.Name, _ = identity.ParseAddressed(n.Name.Text)
		c.Sex = n.Name.Sex
	}
	if n.MaskedID != nil {
		c.ID, _ = identity.ParseMaskedID(n.MaskedID.Text)
	}
	if n.Phone != nil {
		c.Phone, _ = identity.ParsePhone(n.Phone.Text)
	}
	return c
}
