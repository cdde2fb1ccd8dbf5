package parser_test

import (
	"github.com/dunsms/dunsms/parser"
)

// planted is a clause with the piece that is to be found in it.
type planted struct {
	before, piece, after string
	want                 any // what the field says beside the piece
}

// plantedFields are the fields, with what is looked for in a notice.
var plantedFields = []struct {
	name     string
	contexts []string
	clauses  []planted
	cue      bool                                  // the piece is the core of what is found: 上门 of 安排人员上门
	find     func(n *parser.Notice) []parser.Found // all that may be it
	value    func(n *parser.Notice, at parser.Found) any
}{
	{
		name: "amount", contexts: contexts,
		clauses: []planted{
			{"应还", "1,234.56元", "", int64(123456)},
			{"欠款", "8000元", "", int64(800000)},
			{"待还金额：", "¥560.80", "", int64(56080)},
			{"尚欠本息共计", "1.2万元", "未还", int64(1200000)},
		},
		find:  func(n *parser.Notice) []parser.Found { return moneyOf(n.Amount) },
		value: func(n *parser.Notice, _ parser.Found) any { return n.Amount.Fen },
	},
	{
		name: "penalty", contexts: contexts,
		clauses: []planted{
			{"罚息", "80.50元", "", int64(8050)},
			{"已产生违约金", "120元", "", int64(12000)},
			{"含滞纳金", "35元", "未缴", int64(3500)},
		},
		find:  func(n *parser.Notice) []parser.Found { return moneyOf(n.Penalty) },
		value: func(n *parser.Notice, _ parser.Found) any { return n.Penalty.Fen },
	},
	{
		name: "overdue days", contexts: contexts,
		clauses: []planted{
			{"已逾期", "25天", "", 25},
			{"逾期天数：", "9天", "", 9},
			{"欠款拖欠", "100天", "未还", 100},
			{"目前超期", "二十五天", "", 25},
		},
		find: func(n *parser.Notice) []parser.Found {
			if n.Overdue == nil {
				return nil
			}
			return []parser.Found{n.Overdue.Found}
		},
		value: func(n *parser.Notice, _ parser.Found) any { return deref(n.Overdue.Days) },
	},
	{
		name: "masked ID", contexts: contexts,
		clauses: []planted{
			{"身份证", "1101**********1234", "", nil},
			{"身份证号：", "110101********1234", "", nil},
			{"身份证尾号", "1234", "", nil},
			{"证件号码", "3****************5", "", nil},
		},
		find: func(n *parser.Notice) []parser.Found { return optional(n.MaskedID) },
	},
	{
		name: "name", contexts: contexts,
		clauses: []planted{
			{"借款人", "王*明", "", nil},
			{"借款人姓名：", "何秋水", "", nil},
			{"请转告", "李某某", "尽快还款", nil},
			{"借款人为", "欧阳**", "女士", nil},
		},
		find: func(n *parser.Notice) []parser.Found {
			if n.Name == nil {
				return nil
			}
			return []parser.Found{n.Name.Found}
		},
	},
	{
		name: "debtor's phone", contexts: contexts,
		clauses: []planted{
			{"您的手机号", "138****1234", "", nil},
			{"注册手机", "138****1234", "", nil},
		},
		find: func(n *parser.Notice) []parser.Found { return optional(n.Phone) },
	},
	{
		name: "phone", contexts: contexts,
		clauses: []planted{
			{"请致电", "400-000-5678", "", nil},
			{"联系电话：", "(010)80001234", "", nil},
			{"咨询热线", "13800001234", "", nil},
			{"请回电", "０１０－８０００１２３４", "", nil},
		},
		find: func(n *parser.Notice) []parser.Found { return n.Phones },
	},
	{
		name: "link", contexts: contexts,
		clauses: []planted{
			{"请点击", "https://pay.xingqiao-demo.cn/r/Ab1?x=1", "", nil},
			{"请点击 ", "t.cn/A6xyZ", " 还款", nil},
			{"详见", "www.xingqiao-demo.com", "", nil},
		},
		find: func(n *parser.Notice) []parser.Found { return n.URLs },
	},
	{
		name: "account", contexts: contexts,
		clauses: []planted{
			{"请加微信", "xq_kefu01", "", parser.AccountWeChat},
			{"请加QQ：", "8000012345", "", parser.AccountQQ},
			{"合同号", "HT2024000188", "", parser.AccountContract},
			{"请转账至银行卡", "6228480000001234567", "", parser.AccountBankCard},
			{"您的卡尾号", "1234", "", parser.AccountCardTail},
			{"订单号：", "DD2024000166", "", parser.AccountOrder},
		},
		find: func(n *parser.Notice) []parser.Found { return foundOf(n.Accounts, accountFound) },
		value: func(n *parser.Notice, at parser.Found) any {
			return typeAt(n.Accounts, at, accountFound, func(a parser.Account) parser.AccountType { return a.Type })
		},
	},
	{
		name: "threat", contexts: contexts, cue: true,
		clauses: []planted{
			{"我司将安排人员", "上门", "", parser.ThreatVisit},
			{"我司将依法", "起诉", "", parser.ThreatLawsuit},
			{"我司将向公安机关", "报案", "", parser.ThreatPolice},
			{"我司将", "联系家人", "", parser.ThreatContactFamily},
			{"我司将", "冻结", "名下账户", parser.ThreatFreeze},
		},
		find: func(n *parser.Notice) []parser.Found { return foundOf(n.Threats, threatFound) },
		value: func(n *parser.Notice, at parser.Found) any {
			return typeAt(n.Threats, at, threatFound, func(a parser.Threat) parser.ThreatType { return a.Type })
		},
	},
	{
		name: "ask", contexts: contexts, cue: true,
		clauses: []planted{
			{"", "请致电", "400-000-5678", parser.AskCallNumber},
			{"请", "点击", " https://pay.xingqiao-demo.cn/r/Ab1 还款", parser.AskClickLink},
			{"请", "转账至", "6228480000001234567", parser.AskTransfer},
			{"请", "加微信", "xq_kefu01", parser.AskAddContact},
			{"请", "下载", "星桥App还款", parser.AskDownloadApp},
		},
		find: func(n *parser.Notice) []parser.Found { return foundOf(n.Asks, askFound) },
		value: func(n *parser.Notice, at parser.Found) any {
			return typeAt(n.Asks, at, askFound, func(a parser.Ask) parser.AskType { return a.Type })
		},
	},
	{
		name: "signal", contexts: contexts, cue: true,
		clauses: []planted{
			{"", "拒收请回复R", "", parser.SignalOptOut},
			{"", "非本人请忽略", "", parser.SignalNotYouIgnore},
			{"请于", "2小时", "内还清", parser.SignalDeadlineHours},
			{"", "日利率0.05%", "", parser.SignalDailyRate},
			{"您已构成", "刑事", "犯罪", parser.SignalCriminalCharge},
			{"现将该笔", "债权转让", "给鼎川资产", parser.SignalAssignee},
			{"请", "还*钱", "", parser.SignalEvasion},
		},
		find: func(n *parser.Notice) []parser.Found { return foundOf(n.Signals, signalFound) },
		value: func(n *parser.Notice, at parser.Found) any {
			return typeAt(n.Signals, at, signalFound, func(a parser.Signal) parser.SignalType { return a.Type })
		},
	},
	{
		name: "due", contexts: contexts,
		clauses: []planted{
			{"请于", "2024年3月1日", "前还清", "2024-03-01"},
			{"请在", "3月1日", "前结清", "--03-01"},
			{"请于", "今日内", "还清", 0},
			{"最后还款日：", "2024-03-01", "", "2024-03-01"},
		},
		find: func(n *parser.Notice) []parser.Found {
			if n.Due == nil {
				return nil
			}
			return []parser.Found{n.Due.Found}
		},
		value: func(n *parser.Notice, _ parser.Found) any {
			if n.Due.InDays != nil {
				return *n.Due.InDays
			}
			return n.Due.Date
		},
	},
	{
		name: "lender", contexts: signedContexts,
		clauses: []planted{
			{"", "中信银行", "", "中信银行"},
			{"", "马上消费金融", "", "马上消费金融"},
			{"", "霁月小贷", "", ""},
		},
		find: func(n *parser.Notice) []parser.Found {
			if n.Lender == nil {
				return nil
			}
			return []parser.Found{n.Lender.Found}
		},
		value: func(n *parser.Notice, _ parser.Found) any { return n.Lender.Canonical },
	},
}
