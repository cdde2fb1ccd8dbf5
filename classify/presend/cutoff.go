package presend

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// cutEnd finds at the end of a text what something has to follow: 合计人民币, 请于, 如有疑问请致电, 400-000-.
var cutEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:` +
		`(?:金额|总额|合计|共计|总计|本金|利息|罚息|欠款|款项|余额|账号|账户|户名|电话|热线|编号|日期|天数|期数|尾号)(?:人民币|RMB|为|是|共|于|约|[¥￥]){1,2}` +
		`|(?:人民币|RMB|[¥￥])` +
		`|(?:请|应|将|已|并|须|需|定|最晚|最迟|务必|截至|截止)(?:您|尽快|及时|务必|立即|尽早)?(?:于|在|至|到|自)` +
		`|(?:截至|截止到?|自从|其中|以免|避免|否则|以及|或者|并且|而且|因此|由于|如果|若您|如您|并将|将会|您可|您的|我行的|我司的|根据|按照|请通过|可通过|请您?尽[快早]|如有|如有疑问|如有困难|依法|有权|如需|若有|若有疑问|有疑问|有困难)` +
		`|(?:请您?|可|疑问|困难|敬请|烦请)(?:直接|及时|尽快|立即)?(?:致电|拨打|登录|点击|前往|联系客服电话|按时|务必|尽量)` +
		`|(?:^|[，,。；;\n ])(?:请|如|若)?(?:客服|服务|咨询|联系|官方)?(?:电话|热线|致电|详询|应还|应还金额|应还总额|欠款|逾期天数|逾期金额|合计|共计|总计|还款日|到期日|截至|您|本金|利息|罚息)` +
		`|(?:^|[^响回相供反适效对呼答照报理])应|(?:^|[^申邀约续])请|(?:^|[^涉顾提得普触莫不力以])及|(?:^|[^合一])并|(?:^|[^参给])与|(?:^|[^方意志取去动风走趋导])向|(?:^|[^急所必之])需|(?:^|[^必])须|(?:^|[^何例假])如|(?:^|[^即])将|[或若第]` +
		`|(?:请|应|于|在|自|将)(?:您|尽快|务必)?(?:[0-9]{4}年)?(?:[0-9]{1,2}月?|[0-9]{4}年)` +
		`|(?:致电|拨打|电话|热线|客服|专线|咨询|详询|来电)(?:为|是|[:： ]){0,2}(?:400|800)-?(?:[0-9]{0,3}-?|[0-9]{3}-?[0-9]{1,3})|[0-9],[0-9]{0,2}|[0-9]{3,4}-` +
		`|[、:：，,（(《“【]` +
		`)$`)
})

// cut returns where the text breaks off, which its end or a bracket that is left open tells.
func (k *check) cut() (parser.Span, bool) {
	text := strings.TrimSpace(k.text)
	if n := len(k.notice.Signatures); n > 0 { // what was cut off may be signed
		if s := k.notice.Signatures[n-1]; strings.HasSuffix(text, s.Text+"】") {
			text = strings.TrimRight(strings.TrimSuffix(text, s.Text+"】"), "【")
		}
	}
	text = strings.TrimSpace(text)
	if k.endsInName(text) {
		return parser.Span{}, false
	}
	tail := max(0, len(text)-cutSight)
	for tail > 0 && tail < len(text) && text[tail]&0xC0 == 0x80 {
		tail++ // to the beginning of a character
	}
	offset := strings.Index(k.text, text) + tail
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune("。！!？?；;）)~", last) {
		return openBracket(text[tail:], offset)
	}
	if at := cutEnd().FindStringIndex(text[tail:]); at != nil {
		start := offset + at[0]
		start += len(text[tail:][at[0]:at[1]]) - len(strings.TrimLeft(text[tail:][at[0]:at[1]], "，,。；;\n "))
		if end := offset + at[1]; start < end {
			return parser.Span{Start: start, End: end}, true
		}
		return parser.Span{Start: offset + at[0], End: offset + at[1]}, true
	}
	if n := k.notice; strings.HasSuffix(text, "已逾期") && len(n.Amounts) == 0 && len(k.statedDays()) == 0 {
		return parser.Span{Start: offset + len(text[tail:]) - len("逾期"), End: offset + len(text[tail:])}, true
	}
	return openBracket(text[tail:], offset)
}

// endsInName reports whether a text ends in a name, whose last character may be any: of who signs without brackets, of the
// record's person, or of whom to ask for.
func (k *check) endsInName(text string) bool {
	for _, name := range append(k.ownNames(), k.record.Person.Name) {
		if name != "" && (strings.HasSuffix(text, name) || contains(text, brandOf(name)) && strings.HasSuffix(text, brandOf(name))) {
			return true
		}
	}
	last := lastClause(text)
	return says(last, "other_person") && !strings.ContainsAny(last, "0123456789") && !strings.HasSuffix(last, "电话")
}

// cutSight is how many bytes at the end of a text tell that it breaks off.
const cutSight = 60

// openBracket returns what stands behind a bracket that is not closed: 逾期9天（截至. A face such as :( opens none.
func openBracket(text string, offset int) (parser.Span, bool) {
	open := strings.LastIndexAny(text, "（(")
	if open < 1 || strings.LastIndexAny(text, "）)") > open || strings.IndexByte(":;=T", text[open-1]) >= 0 {
		return parser.Span{}, false
	}
	return parser.Span{Start: offset + open, End: offset + len(text)}, true
}
