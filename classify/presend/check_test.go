package presend

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// noon is a time at which notices may be sent.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.FixedZone("", 8*60*60))

// person returns an invented person.
func person(t testing.TB, name, id, phone string) identity.Profile {
	t.Helper()
	number, err := identity.ParseID(id)
	require.NoError(t, err)
	return identity.Profile{Name: name, ID: number, Phones: []string{phone}}
}

// own is a lender as it knows itself.
var own = []parser.Lender{
	{Name: "青禾消费金融", Hotlines: []string{"4000000001"}, Domains: []string{"qinghe.example"}, Senders: []string{"95501"}},
	{Name: "麦浪普惠金融", Senders: []string{"95502"}},
}

const (
	head = "【青禾消费金融】沈*安先生（身份证尾号1171），"
	debt = "您的借款已逾期26天，应还总额500.00元"
	tail = "，请打开青禾消费金融官方App还款。"
)

// cases are notices to a man, 沈亦安, with the codes found in them. Each code of findings.tsv occurs.
var cases = []struct {
	name, text string
	change     func(r *Record)
	want       string // codes, in order
	fits       identity.Outcome
}{
	{name: "in order", text: head + debt + tail, fits: identity.Agree},
	{name: "in order, a bill", text: "【青禾消费金融】沈亦安先生，您本期账单应还500.00元，还款日03月25日，请按时还款以免逾期。", change: func(r *Record) { r.Days = nil }, fits: identity.Agree},
	{name: "a bill to come for a debt that is late", text: "【青禾消费金融】沈亦安先生，您本期账单应还500.00元，还款日03月25日，请按时还款以免逾期。", want: "DUE_DIFFERS", fits: identity.Disagree},
	{name: "all is paid", text: "【青禾消费金融】沈亦安先生，您的借款500.00元已全部结清，感谢您的信任。", want: "NOT_A_NOTICE"},
	{name: "in order, the lender's own line and domain", text: head + debt + "，请致电400-000-0001或登录https://qinghe.example/pay。", fits: identity.Agree},
	{name: "in order, to its reader", text: "【青禾消费金融】" + debt + tail},
	{name: "nobody", text: "【青禾消费金融】借款500.00元，已逾期26天，请还款。", want: "ADDRESSEE_MISSING"},
	{name: "another name", text: "【青禾消费金融】周*平先生，" + debt + tail, want: "NAME_DIFFERS", fits: identity.Disagree},
	{name: "a name misspelt", text: "【青禾消费金融】沈意安先生，" + debt + tail, want: "NAME_MISSPELT", fits: identity.Disagree},
	{name: "another ID number", text: "【青禾消费金融】客户（身份证尾号8842），" + debt + tail, want: "ID_DIFFERS", fits: identity.Disagree},
	{name: "an ID number mistyped", text: "【青禾消费金融】客户（身份证尾号1711），" + debt + tail, want: "ID_MISTYPED", fits: identity.Disagree},
	{name: "no ID number", text: "【青禾消费金融】客户（身份证330203199113******），" + debt + tail, want: "ID_DIFFERS ID_IMPOSSIBLE", fits: identity.Disagree},
	{name: "a whole ID number", text: "【青禾消费金融】客户（身份证330203199104121171），" + debt + tail, want: "ID_SHOWN_WHOLE", fits: identity.Agree},
	{name: "another phone", text: head + "您手机号138****0012名下的借款已逾期26天，应还总额500.00元" + tail, want: "PHONE_DIFFERS", fits: identity.Disagree},
	{name: "another title", text: "【青禾消费金融】沈*安女士，" + debt + tail, want: "TITLE_DIFFERS", fits: identity.Disagree},
	{name: "another amount", text: head + debt + tail, change: func(r *Record) { *r.Amount++ }, want: "AMOUNT_DIFFERS", fits: identity.Disagree},
	{name: "other days", text: head + debt + tail, change: func(r *Record) { *r.Days++ }, want: "DAYS_DIFFER", fits: identity.Disagree},
	{name: "nothing owed", text: head + "您的借款已逾期26天，应还总额0.00元" + tail, change: func(r *Record) { *r.Amount = 0 }, want: "AMOUNT_ZERO", fits: identity.Unknown},
	{name: "two records in one person", text: "【青禾消费金融】沈亦安先生（身份证尾号2026），" + debt + tail, want: "ID_DIFFERS RECORDS_MIXED", fits: identity.Disagree},
	{name: "two records in two sentences", text: head + debt + "。程*禾女士（身份证尾号2026），您的借款已逾期26天，应还总额500.00元。", want: "RECORDS_MIXED", fits: identity.Disagree},
	{name: "two notices in one", text: head + debt + "\n【青禾消费金融】程*禾女士（身份证尾号2026），" + debt, want: "RECORDS_MIXED", fits: identity.Disagree},
	{name: "of the row behind", text: "【青禾消费金融】程*禾女士（身份证尾号2026），" + debt + tail, want: "ROW_SHIFTED NAME_DIFFERS ID_DIFFERS", fits: identity.Disagree},
	{name: "of the row before", text: "【青禾消费金融】王*明（身份证尾号0011），" + debt + tail, want: "ROW_SHIFTED NAME_DIFFERS ID_DIFFERS", fits: identity.Disagree},
	{name: "a record that is not whole", text: head + debt + tail, change: func(r *Record) { r.Person.ID, r.Unreadable = identity.ID{}, []Field{FieldIDNumber} }, want: "RECORD_UNREADABLE", fits: identity.Unknown},
	{name: "no notice", text: "【青禾消费金融】您好，祝您生活愉快。", want: "NOT_A_NOTICE"},
	{name: "no sum", text: head + "您的借款本金450.00元已逾期26天，罚息100.00元，应还总额500.00元" + tail, want: "SUM_IMPOSSIBLE", fits: identity.Unknown},
	{name: "a sum of millions", text: head + "您的借款已逾期26天，应还总额99,999,999.00元" + tail, want: "AMOUNT_DIFFERS SUM_ABSURD", fits: identity.Disagree},
	{name: "a dear loan", text: head + "您的借款本金1000.00元已逾期26天，罚息900.00元，应还总额1900.00元" + tail, want: "AMOUNT_DIFFERS SUM_USURY", fits: identity.Disagree},
	{name: "a part of a sum", text: head + "您的借款本金450.00元已逾期26天，罚息10.00元，应还总额500.00元" + tail, want: "SUM_UNEXPLAINED", fits: identity.Unknown},
	{name: "two totals", text: head + debt + "，欠款600.00元" + tail, want: "TOTALS_DIFFER AMOUNT_DIFFERS", fits: identity.Disagree},

	{name: "a day that there is not", text: head + debt + "，请于2月30日前还款。", want: "DATE_IMPOSSIBLE", fits: identity.Unknown},
	{name: "a day to pay by that is over", text: head + debt + "，请于2月25日前还款。", want: "DATE_PAST", fits: identity.Unknown},
	{name: "the 29th of a common year", text: head + debt + "，请于2026年2月29日前还款。", want: "DATE_IMPOSSIBLE", fits: identity.Unknown},
	{name: "another day than today", text: head + "您的借款截至今日（3月1日）已逾期26天，应还总额500.00元" + tail, want: "TODAY_DIFFERS", fits: identity.Disagree},
	{name: "today", text: head + "您的借款截至今日（3月2日）已逾期26天，应还总额500.00元" + tail, fits: identity.Agree},
	{name: "another day of the week", text: head + debt + "，请于3月5日（周五）前还款。", want: "WEEKDAY_DIFFERS", fits: identity.Unknown},
	{name: "the day of the week", text: head + debt + "，请于3月5日（星期四）前还款。", fits: identity.Agree},
	{name: "other days than since the due date", text: head + "您2月20日到期的借款已逾期26天，应还总额500.00元" + tail, change: func(r *Record) { r.Days = nil }, want: "DAYS_CONTRADICT", fits: identity.Unknown},
	{name: "since another day", text: head + "您的借款自2026年2月1日起逾期，应还总额500.00元" + tail, want: "SINCE_DIFFERS", fits: identity.Disagree},
	{name: "since the day of the record's days", text: head + "您的借款自2026年2月4日起逾期，应还总额500.00元" + tail, fits: identity.Agree},
	{name: "since the day, by the due date", text: head + "您的借款自2026年2月4日起逾期，应还总额500.00元" + tail, change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, -26) }, fits: identity.Agree},
	{name: "since another day than the record's", text: head + "您的借款自2月1日起逾期，应还总额500.00元" + tail, change: func(r *Record) { r.Days, r.Since = nil, noon.AddDate(0, 0, -26) }, want: "SINCE_DIFFERS", fits: identity.Disagree},
	{name: "other days than from the record's first", text: head + debt + tail, change: func(r *Record) { r.Days, r.Since = nil, noon.AddDate(0, 0, -62) }, want: "DAYS_DIFFER", fits: identity.Disagree},
	{name: "other days than from the record's due date", text: head + debt + tail, change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, -62) }, want: "DAYS_DIFFER", fits: identity.Disagree},
	{name: "the days from the record's due date", text: head + debt + tail, change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, -26) }, fits: identity.Agree},
	{name: "another due date", text: "【青禾消费金融】沈亦安先生，您本期账单应还500.00元，还款日03月25日，请按时还款以免逾期。", change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, 13) }, want: "DUE_DIFFERS", fits: identity.Disagree},
	{name: "the due date", text: "【青禾消费金融】沈亦安先生，您本期账单应还500.00元，还款日03月25日，请按时还款以免逾期。", change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, 23) }, fits: identity.Agree},
	{name: "another due date that is past", text: head + "您2月20日到期的借款已逾期26天，应还总额500.00元" + tail, change: func(r *Record) { r.Due = noon.AddDate(0, 0, -26) }, want: "DUE_DIFFERS", fits: identity.Disagree},
	{name: "a day to pay by is no due date", text: head + debt + "，请于3月5日前还款。", change: func(r *Record) { r.Due = noon.AddDate(0, 0, -26) }, fits: identity.Agree},
	{name: "due tomorrow, and is not", text: "【青禾消费金融】沈亦安先生，您本期账单500.00元明日到期，请按时还款以免逾期。", change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, 3) }, want: "DUE_DIFFERS", fits: identity.Disagree},
	{name: "due tomorrow", text: "【青禾消费金融】沈亦安先生，您本期账单500.00元明日到期，请按时还款以免逾期。", change: func(r *Record) { r.Days, r.Due = nil, noon.AddDate(0, 0, 1) }, fits: identity.Agree},
	{name: "other instalments", text: head + "您的借款已逾期2期，应还总额500.00元" + tail, change: func(r *Record) { r.Periods = new(3) }, want: "PERIODS_DIFFER", fits: identity.Disagree},
	{name: "the instalments", text: head + "您的借款已逾期两期，应还总额500.00元" + tail, change: func(r *Record) { r.Periods = new(2) }, fits: identity.Agree},
	{name: "an instalment beyond the last", text: head + "您的分期（共12期）第13期已逾期26天，应还总额500.00元" + tail, want: "PERIODS_IMPOSSIBLE", fits: identity.Unknown},
	{name: "the last instalment", text: head + "您的分期（共12期）第12期已逾期26天，应还总额500.00元" + tail, fits: identity.Agree},
	{name: "other months", text: head + "您的借款已逾期3个月，应还总额500.00元" + tail, want: "DAYS_DIFFER", fits: identity.Disagree},
	{name: "a placeholder", text: head + "您的借款已逾期${days}天，应还总额500.00元" + tail, want: "PLACEHOLDER", fits: identity.Unknown},

	{name: "at night", text: head + debt + tail, change: func(r *Record) { r.PlannedAt = noon.Add(10 * time.Hour) }, want: "NIGHT_HOURS", fits: identity.Agree},
	{name: "a crime", text: head + debt + "，否则将追究您的刑事责任。", want: "CRIMINAL_CHARGE", fits: identity.Agree},
	{name: "an insult", text: head + debt + "，你这个老赖不要脸。", want: "INSULT", fits: identity.Agree},
	{name: "as the police", text: "【柳河公安局】沈*安先生（身份证尾号1171），" + debt + tail, want: "POSES_AS_ORGAN", fits: identity.Agree},
	{name: "as a court", text: "【柳河区人民法院】沈*安先生（身份证尾号1171），" + debt + "，请转账至6222020000000000000。", want: "POSES_AS_ORGAN POSES_AS_COURT PAYEE_PRIVATE", fits: identity.Agree},
	{name: "others are to pay", text: "【青禾消费金融】请转告沈亦安先生尽快还款，其借款已逾期26天，请您代为偿还500.00元。", want: "THIRD_PERSON_TOLD THIRD_PERSON_PRESSED", fits: identity.Agree},
	{name: "the employer", text: head + debt + "，否则通知您的单位。", want: "THIRD_PERSON_THREAT", fits: identity.Agree},
	{name: "calls without end", text: head + debt + "，否则打爆你的通讯录。", want: "THREATENS_HARASSMENT THIRD_PERSON_THREAT EXTORTS", fits: identity.Agree},
	{name: "photos", text: head + debt + "，否则曝光你的照片。", want: "THREATENS_PUBLICATION EXTORTS", fits: identity.Agree},
	{name: "a fee for visits", text: head + debt + "，另收上门费200元。", want: "EXTRA_FEES", fits: identity.Agree},
	{name: "a blacklist", text: head + debt + "，否则列入网贷黑名单。", want: "FALSE_CONSEQUENCE", fits: identity.Agree},
	{name: "at the door", text: head + debt + "，否则派人到您家楼下蹲守。", want: "HOME_VISIT", fits: identity.Agree},
	{name: "borrow elsewhere", text: head + debt + "，可到其他平台借款周转后归还。", want: "INDUCED_BORROWING", fits: identity.Agree},
	{name: "as a forum", text: "【诉前调解中心】沈*安先生（身份证尾号1171），" + debt + "，否则强制执行。", want: "POSES_AS_FORUM", fits: identity.Agree},
	{name: "as the bank", text: "【锦程资产管理】沈*安先生（身份证尾号1171），" + debt + "，请还款至我行。", want: "POSES_AS_LENDER", fits: identity.Agree},
	{name: "a collector's mobile", text: head + "我司受青禾消费金融委托，" + debt + "，请致电13800007766。", want: "PRIVATE_CHANNEL CALLBACK_MOBILE", fits: identity.Agree},
	{name: "loudspeakers", text: head + debt + "，否则在您村里大喇叭广播。", want: "PUBLIC_POSTING", fits: identity.Agree},
	{name: "parents are to pay", text: head + debt + "，否则让您父母代还。", want: "RELATIVE_MADE_TO_PAY", fits: identity.Agree},
	{name: "the furniture", text: head + debt + "，否则上门搬走家电抵债。", want: "TAKES_PROPERTY", fits: identity.Agree},
	{name: "violence", text: head + debt + "，不还钱就卸你一条腿。", want: "THREATENS_VIOLENCE EXTORTS VIOLENCE", fits: identity.Agree},

	{name: "a code", text: head + debt + "，请回复验证码核实。", want: "ASKS_CODE", fits: identity.Agree},
	{name: "a contact, characters that look alike", text: head + debt + "，请加薇信qh_8890。", want: "ASKS_CONTACT", fits: identity.Agree},
	{name: "circled digits", text: head + "您的借款已逾期②⑥天，应还总额500.00元" + tail, want: "CHARACTERS_DISGUISED", fits: identity.Agree},
	{name: "a mobile", text: head + debt + "，请致电13800007766。", want: "CALLBACK_MOBILE", fits: identity.Agree},
	{name: "the debtor's own mobile", text: head + debt + "。您登记的联系电话13800003401如有变更请致电400-000-0001。", fits: identity.Agree},
	{name: "the debtor's own mobile, to be called", text: head + debt + "，请致电13800003401。", fits: identity.Agree},
	{name: "overseas", text: head + debt + "，请致电008613800007766。", want: "CALLBACK_MOBILE CALLBACK_OVERSEAS", fits: identity.Agree},
	{name: "another line", text: head + debt + "，请致电400-000-0009。", want: "CALLBACK_UNKNOWN", fits: identity.Agree},
	{name: "a card frozen", text: head + debt + "，您的信用卡因逾期被我行冻结，解冻请致电13800007766。", want: "CARD_FROZEN_CALL CALLBACK_MOBILE", fits: identity.Agree},
	{name: "credit repair", text: head + debt + "，征信修复请致电13800007766。", change: func(r *Record) { r.PlannedAt = noon.AddDate(0, 2, 0) }, want: "CREDIT_REPAIR_ENDED CALLBACK_MOBILE", fits: identity.Agree},
	{name: "hours", text: head + debt + "，请在2小时内处理，否则起诉。", want: "DEADLINE_HOURS", fits: identity.Agree},
	{name: "a fee", text: head + debt + "，停息挂账请先付服务费。", want: "FEE_FIRST", fits: identity.Agree},
	{name: "a file", text: head + debt + "，请下载https://qinghe.example/a.apk还款。", want: "INSTALL_FILE", fits: identity.Agree},
	{name: "an app from a link", text: head + debt + "，请点击 http://pay.example/a 下载App还款。", want: "LINK_UNKNOWN LINK_INSTALL", fits: identity.Agree},
	{name: "an address", text: head + debt + "，请点击 http://192.0.2.1/pay 还款。", want: "LINK_IP LINK_UNKNOWN", fits: identity.Agree},
	{name: "a domain that resembles", text: head + debt + "，请点击 http://qinghe-pay.example/a 还款。", want: "LINK_LOOK_ALIKE LINK_UNKNOWN", fits: identity.Agree},
	{name: "a short link", text: head + debt + "，请点击 t.cn/A6xyz 还款。", want: "LINK_SHORT", fits: identity.Agree},
	{name: "posing as 12381", text: head + debt + "，请致电13800007766。", change: func(r *Record) { r.Sender = "12381" }, want: "SENDER_12381 CALLBACK_MOBILE", fits: identity.Agree},
	{name: "106 without a name", text: "沈*安先生（身份证尾号1171），" + debt + "。", change: func(r *Record) { r.Sender = "106900000001" }, want: "SENDER_NAMELESS SIGNATURE_MISSING", fits: identity.Agree},
	{name: "another lender's sender", text: head + debt + tail, change: func(r *Record) { r.Sender = "95502" }, want: "SENDER_OTHER_LENDER", fits: identity.Agree},
	{name: "a sender overseas", text: head + debt + tail, change: func(r *Record) { r.Sender = "+85291234567" }, want: "SENDER_OVERSEAS", fits: identity.Agree},
	{name: "a virtual operator", text: head + debt + tail, change: func(r *Record) { r.Sender = "17000004412" }, want: "SENDER_VIRTUAL", fits: identity.Agree},
	{name: "neither amount nor days", text: head + "您的借款已逾期" + tail, want: "SHOWS_NEITHER", fits: identity.Agree},
	{name: "another signature", text: "【麦浪普惠金融】沈*安先生（身份证尾号1171），您在青禾消费金融的借款已逾期26天，应还总额500.00元。", want: "SIGNATURE_DIFFERS", fits: identity.Agree},
	{name: "a neutral signature", text: "【温馨提示】沈*安先生（身份证尾号1171），" + debt + "。", want: "SIGNATURE_NEUTRAL", fits: identity.Agree},
	{name: "traditional characters", text: head + debt + "，您的信用卡已凍結，請打开官方App。", want: "TRADITIONAL", fits: identity.Agree},
	{name: "interest kept back", text: head + debt + "，其中砍头息100元。", want: "ILLEGAL_LENDER", fits: identity.Agree},
	{name: "an address to be misread", text: head + debt + "，请点击 https://qinghe.example@pay.example.net/a 还款。", want: "LINK_DISGUISED LINK_UNKNOWN", fits: identity.Agree},
	{name: "an ending that no lender has", text: head + debt + "，请点击 http://pay.example.top/a 还款。", want: "LINK_ENDING LINK_UNKNOWN", fits: identity.Agree},
	{name: "a court's site that is none", text: head + debt + "，请登录 http://12368-court.example/a 查看。", want: "LINK_LOOK_ALIKE LINK_ORGAN_FORGED LINK_UNKNOWN", fits: identity.Agree},
	{name: "a person's account, and no firm", text: "沈*安先生（身份证尾号1171），" + debt + "，请转账至支付宝13800007766。", want: "SIGNATURE_MISSING PAYEE_PERSON", fits: identity.Agree},
	{name: "nobody to be asked", text: head + debt + "，请加薇信qh_8890，不要去网点。", want: "ASKS_CONTACT KEEPS_SECRET", fits: identity.Agree},
	{name: "a case", text: head + debt + "，您涉嫌诈骗，请加微信qh_8890配合调查。", want: "CRIMINAL_CHARGE ACCUSES ASKS_CONTACT", fits: identity.Agree},
	{name: "a safe account", text: head + debt + "，请致电13800007766将资金转入安全账户。", want: "CALLBACK_MOBILE SAFE_ACCOUNT", fits: identity.Agree},
	{name: "an early visit", text: head + "您的借款已逾期3天，应还总额500.00元，将上门拜访。", change: func(r *Record) { *r.Days = 3 }, want: "VISIT_EARLY", fits: identity.Agree},
	{name: "words broken", text: head + "您的借款已逾*期26天，应还总额500.00元" + tail, want: "WORDS_BROKEN", fits: identity.Agree},
}

func TestFindings(t *testing.T) {
	p, err := parser.New(parser.WithLenders(own))
	require.NoError(t, err)
	c := Checker{Parser: p, Lenders: own}
	covered := map[string]bool{}
	before := Record{Person: person(t, "王小明", "110101199003070011", "13800003405")}
	behind := Record{Person: person(t, "程小禾", "440305198809042026", "13800003402")}
	for _, c2 := range cases {
		t.Run(c2.name, func(t *testing.T) {
			amount, days := int64(50000), 26
			r := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: &amount, Days: &days}
			if c2.change != nil {
				c2.change(&r)
			}
			got, err := c.checkBeside(&before, Notice{c2.text, r}, &behind)
			require.NoError(t, err)
			var codes []string
			for _, f := range got.Findings {
				codes = append(codes, f.Code)
				covered[f.Code] = true
				checkSpans(t, c2.text, f.Spans)
			}
			assert.Equal(t, c2.want, strings.Join(codes, " "))
			assert.Equal(t, c2.fits, got.Fits)
		})
	}
	for _, code := range Codes() {
		assert.True(t, covered[code], "%s is in no case", code)
	}
}

// checkSpans asserts that spans are of whole characters of a text, in order.
func checkSpans(t *testing.T, text string, all []parser.Span) {
	t.Helper()
	for i, s := range all {
		require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text))
		require.Equal(t, text, strings.ToValidUTF8(text[:s.Start], "")+strings.ToValidUTF8(text[s.Start:s.End], "")+strings.ToValidUTF8(text[s.End:], ""))
		require.True(t, i == 0 || compareSpans(all[i-1], s) < 0)
	}
}

func TestSums(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"it adds up", "您的借款本金8000元已逾期26天，罚息112.40元，应还总额8112.40元。", ""},
		{"no total", "您的借款本金8000元已逾期26天，罚息112.40元。", ""},
		{"no parts", "您的借款已逾期26天，应还总额8112.40元。", ""},
		{"too much by a fen", "您的借款本金8000.01元已逾期26天，罚息112.40元，应还总额8112.40元。", "SUM_IMPOSSIBLE"},
		{"too little by a fen", "您的借款本金7999.99元已逾期26天，罚息112.40元，应还总额8112.40元。", "SUM_UNEXPLAINED"},
		{"one part is no account of the rest", "您的借款本金8000元已逾期26天，应还总额8112.40元。", ""},
		{"a penalty over the total", "您的借款已逾期26天，罚息900元，应还总额800元。", "SUM_IMPOSSIBLE"},
		{"the loan and an instalment", "您的借款本金10000元，本期应还1200元，其中本金1000元，利息150元，罚息50元，已逾期3天。", ""},
		{"the parts of an instalment", "您的借款本金10000元，本期应还1200元，其中本金1000元，利息150元，罚息60元，已逾期3天。", "SUM_IMPOSSIBLE"},
		{"about", "您的借款本金约8000元已逾期26天，罚息112.40元，应还总额7112.40元。", ""},
		{"hidden", "您的借款本金8***元已逾期26天，罚息112.40元，应还总额7112.40元。", ""},
		{"the same total twice", "您的借款已逾期26天，应还总额8112.40元，欠款8112.40元请尽快处理。", ""},
		{"two totals", "您的借款已逾期26天，应还总额8112.40元，欠款8000元请尽快处理。", "TOTALS_DIFFER"},
		{"less for who pays at once", "您的借款已逾期26天，应还总额8112.40元，现减免后还款8000元即可结清，欠款8000元。", ""},
		{"a minimum over the total", "您的信用卡已逾期26天，应还总额800元，最低还款额900元。", ""}, // package classify finds it
	} {
		n, err := parser.Parse(c.text)
		require.NoError(t, err)
		k := check{Checker: new(Checker), notice: n, text: c.text, record: new(Record)}
		k.sums()
		var codes []string
		for _, f := range k.merged() {
			codes = append(codes, f.Code)
			checkSpans(t, c.text, f.Spans)
		}
		assert.Equal(t, c.want, strings.Join(codes, " "), c.name)
	}
}

// A minimum over the total is found once, whoever finds it.
func TestMinimumOverTotal(t *testing.T) {
	r := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon}
	got, err := new(Checker).Check(Notice{head + "您的信用卡已逾期26天，应还总额800元，最低还款额900元。", r})
	require.NoError(t, err)
	require.Len(t, got.Findings, 1)
	assert.Equal(t, "SUM_IMPOSSIBLE", got.Findings[0].Code)
	assert.Equal(t, PartRecord, got.Findings[0].Part)
}

// For the project's messages, which are of all sorts, the spans of findings are valid and the
// findings in the order of their parts.
func TestAnyMessage(t *testing.T) {
	parts := []Part{PartRecord, PartRule, PartLook}
	count := 0
	for text := range samples(t) {
		got, err := new(Checker).Check(Notice{text, Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon}})
		require.NoError(t, err)
		last := 0
		for _, f := range got.Findings {
			count++
			checkSpans(t, text, f.Spans)
			require.GreaterOrEqual(t, slices.Index(parts, f.Part), last)
			last = slices.Index(parts, f.Part)
		}
	}
	assert.Greater(t, count, 500)
}
