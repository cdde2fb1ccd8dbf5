package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/surnames"
)

// namedLender returns the lender that the body names first: a known one, one
// that ends like a lender's name, one that heads the text, or what stands where
// lenders do: 在…的, 拖欠…的.
func (s *reading) namedLender() (i, j int) {
	if i, j = s.headLender(); j > i {
		return i, j
	}
	next, endings := 0, lenderEndings()
	for k := s.body; k < len(s.runes); k++ {
		for next < len(s.items) && int(s.items[next].start) < k {
			next++
		}
		if next < len(s.items) && int(s.items[next].start) == k && s.items[next].kind == itemLender {
			return k, int(s.items[next].end)
		}
		if !isHan(s.runes[k]) || s.signatureAt(k) >= 0 {
			continue
		}
		if v, end := endings.longest(s.runes, k); v != 0 && s.isBoundary(end) {
			if start := s.nameStart(k); start >= 0 {
				return start, end
			}
		}
		if at := s.afterLead(k); at > k {
			if it := s.itemFrom(at); it != nil && int(it.start) == at && it.kind == itemLender {
				continue
			}
			if end := s.placeEnd(at); end > at {
				return at, end
			}
		}
	}
	for k := s.body; k < len(s.runes); k++ { // 登录某某贷App
		if a, end := s.p.lenders.at(s.runes, k); a != nil && !a.signed && s.signatureAt(k) < 0 {
			return k, s.withoutCard(k, end)
		}
	}
	return 0, 0
}

// headLender returns the lender that heads the text: 某某花通知:, 某某提醒您.
func (s *reading) headLender() (i, j int) {
	i = s.body
	for i < len(s.runes) && !isHan(s.runes[i]) && !isLatinOrDigit(s.runes[i]) {
		i++
	}
	for j = i; j < len(s.runes) && j-i <= 12; j++ {
		if s.wordAt(j, "通知") || s.wordAt(j, "提醒") || s.wordAt(j, "与您") || s.wordAt(j, "告知") || s.wordAt(j, "客户") || runeAt(s.runes, j) == ':' {
			break
		}
		if !isHan(s.runes[j]) && !isLatinOrDigit(s.runes[j]) {
			return 0, 0
		}
	}
	if j-i < 2 || j-i > 12 || j >= len(s.runes) || s.isTitle(i, j) || s.cueBegins(i, j) {
		return 0, 0
	}
	if a, end := s.p.lenders.at(s.runes, i); a != nil && end == j {
		return i, s.withoutCard(i, j)
	}
	if runeAt(s.runes, j) == ':' && !s.endsLikeLender(i, j) || s.p.seg.Knows(s.runes[i:j]) || s.wordAt(j, "客户") && !s.endsLikeLender(i, j) || surnames.Len(s.runes[i:j]) > 0 && j-i <= 3 && !s.endsLikeLender(i, j) {
		return 0, 0
	}
	if strings.ContainsRune("我您你本请现特兹再已经因由为据", s.runes[i]) {
		return 0, 0
	}
	return i, j
}

// leads are words that a lender's name follows.
var leads = [...]string{"拖欠", "归还", "透支", "应还", "在", "欠", "与", "还", "我是", "我们"}

// beginLeads are the runes that leads begin with.
var beginLeads = runesOf("拖归透应在欠与还我")

// afterLead returns where the name begins that a word at rune k leads to, k if
// none does.
func (s *reading) afterLead(k int) int {
	if !beginLeads().has(s.runes[k]) {
		return k
	}
	for _, w := range leads {
		if !s.wordAt(k, w) {
			continue
		}
		n := k + utf8.RuneCountInString(w)
		if n > k+1 && runeAt(s.runes, n) == '受' {
			return n + 1 // 我是受某某委托的
		}
		if (n > k+1 || s.isBoundary(k)) && (s.isBoundary(n) || w == "在") {
			return n
		}
	}
	return k
}

// mayName tells whether a known name at runes[i:j] names who is owed. A way to
// pay, 打开支付宝, and a name that is an ordinary word too do not, unless it
// stands where lenders do.
func (s *reading) mayName(a *lenderAlias, i, j int) bool {
	before := runeAt(s.runes, i-1)
	if a.signed {
		led := i <= s.body || !isHan(before) || strings.ContainsRune("在的您是还欠与们受支于", before)
		after := runeAt(s.runes, j)
		return led && (!isHan(after) && before != 0 && before != '的' && i > s.body || strings.ContainsRune("的:提通与账平处欠逾委", after) || s.wordAt(j, "借款") || s.wordAt(j, "信用"))
	}
	led := before == '在' || before == '的' || before == '您'
	return led || before == 0 || !strings.ContainsRune("过开用载录往于陆入“\"", before)
}

// withoutCard cuts 信用卡 or 借款 off the end of a name where a lender's name is
// left: it is the bank that is named.
func (s *reading) withoutCard(i, end int) int {
	for _, tail := range [...]string{"信用卡中心", "信用卡", "借款", "贷款"} {
		cut := end - len([]rune(tail))
		if cut > i+1 && s.wordAt(cut, tail) {
			if v, at := s.p.lenders.words.longest(s.runes[:cut], i); v != 0 && at == cut && !s.p.lenders.names[v-1].signed {
				return cut
			}
		}
	}
	return end
}

// leadsToLender are the runes that end before a lender's name.
var leadsToLender = runesOf("在您你的是由受向从被我其还贵欠找人下至把将给归该请等各本经乃们用户客持收据因就司方此过这那支诉")

// particles end before a lender's name where they are a word by themselves:
// 瑞和金融 has none.
var particles = runesOf("与和及到于对为")

// noLender are names, without their ending, that name nobody.
var noLender = map[string]bool{
	"": true, "人民": true, "中国人民": true, "商业": true, "手机": true, "网上": true, "掌上": true, "电话": true, "个人": true,
	"小额": true, "消费": true, "信用": true, "现金": true, "互联网": true, "持牌": true, "正规": true, "无抵押": true, "逾期": true,
	"最低": true, "账单": true, "办理": true, "申请": true, "协商": true, "支付": true, "所有": true, "多": true, "多家": true, "发卡": true,
	"不良": true, "法律": true, "网络": true, "电子": true, "名下": true, "热线": true, "拖欠": true, "上门": true, "委外": true, "分": true,
	"可": true, "尽快": true, "停止": true, "影响": true, "立即": true, "恢复": true, "第三方": true, "产生": true, "个性化": true, "二次": true,
	"未还": true, "全部": true, "任何": true, "其他": true, "家": true, "公": true, "贵": true, "全": true, "不": true, "金融": true,
	"平台": true, "房产抵押": true, "民币": true, "官方": true, "快捷": true, "抵押": true, "短信": true, "电": true, "查封": true, "私人": true, "对公": true,
}

// nameStart returns where the name begins whose ending begins at rune k, -1 if
// what stands before it is no name.
func (s *reading) nameStart(k int) int {
	i := k
	for i > s.body && k-i < 8 && !s.wordAt(i-2, "本月") && (isHan(s.runes[i-1]) || isLatinOrDigit(s.runes[i-1])) && !leadsToLender().has(s.runes[i-1]) {
		if particles().has(s.runes[i-1]) && s.isBoundary(i) && s.isBoundary(i-1) && (k-i >= 2 || i-1 <= s.body || !isHan(s.runes[i-2])) && k-i >= 2 {
			break
		}
		i--
	}
	if k-i < 2 || k-i == 8 || noLender[string(s.runes[i:k])] || s.cueBegins(i, k) {
		return -1
	}
	return i
}

// cueBegins tells whether a cue begins within runes[i:j].
func (s *reading) cueBegins(i, j int) bool {
	for k := s.itemAtRune(int32(i)); k < len(s.items) && int(s.items[k].start) < j; k++ {
		it := &s.items[k]
		if int(it.start) >= i && int(it.start) < j && it.kind == itemCue && (it.means != 0 || it.role != 0) {
			return true
		}
	}
	return false
}

// placeEnd returns the end of the place at i, after 在: what stands before 的, a
// word of a debt, or 申请; i if it is none.
func (s *reading) placeEnd(i int) int {
	for j := i; j < len(s.runes) && j-i <= 10; j++ {
		r := s.runes[j]
		if j-i >= 2 && (r == '的' || r == '欠' || s.wordAt(j, "借款") || s.wordAt(j, "贷款") || r == '留' || r == '有' || r == '已' || s.wordAt(j, "申请") ||
			s.wordAt(j, "办理") || s.wordAt(j, "逾期") || s.wordAt(j, "超期") || s.wordAt(j, "拖欠") || s.wordAt(j, "平台") || s.wordAt(j, "委托") || s.wordAt(j, "信用卡") || s.wordAt(j, "账户") || s.wordAt(j, "账单") || s.wordAt(j, "的账")) && (s.isBoundary(j) || r == '欠') {
			if s.notPlace(i, j) {
				return i
			}
			if v, end := lenderEndings().longest(s.runes, j); v != 0 && s.isBoundary(end) && r != '的' {
				return end
			}
			if r == '的' && s.runes[j-1] == '借' && j-i > 2 {
				return j - 1
			}
			return j
		}
		if r == '在' || r == '还' && j > i || !isHan(r) && !isLatinOrDigit(r) || strings.ContainsRune("我本您你其此这那该贵今昨明年月日前内后上中间近之", r) {
			return i
		}
	}
	return i
}

func (s *reading) notPlace(i, j int) bool {
	if s.p.seg.Knows(s.runes[i:j]) || s.wordAt(i, "平台") {
		return true
	}
	for k := s.itemAtRune(int32(i)); k < len(s.items) && int(s.items[k].start) < j; k++ {
		it := &s.items[k]
		if int(it.start) >= i && int(it.end) <= j && (it.kind != itemCue && (it.kind != itemNumber || it.end-it.start > 3) || it.means&^(meansDebt|meansBill|meansAdvert) != 0) {
			return true
		}
	}
	return false
}
