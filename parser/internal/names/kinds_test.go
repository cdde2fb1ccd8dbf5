package names

import (
	"testing"

	"github.com/dunsms/dunsms/identity"
)

// nameRow is a text in which ‹…› marks the name; without it there is none.
type nameRow struct{ in, why string }

func checkNames(t *testing.T, relation bool, rows []nameRow) {
	t.Helper()
	for _, row := range rows {
		checkFind(t, row.in, identity.SexUnknown, relation, row.why)
	}
}

// TestForeignNames has names written by their sound, with dots of all kinds and none.
func TestForeignNames(t *testing.T) {
	checkNames(t, false, []nameRow{
		{"‹古丽娜尔·艾山›，您的借款已逾期", ""},
		{"‹古丽娜尔.艾山›，您的借款已逾期", "a full stop of the keyboard"},
		{"‹古丽娜尔．艾山›您好，您的借款已逾期", "of full width"},
		{"‹古丽娜尔•艾山›：您的借款已逾期", ""},
		{"‹古丽娜尔・艾山›：您的借款已逾期", "a katakana dot"},
		{"‹古丽娜尔‧艾山›：您的借款已逾期", ""},
		{"‹古丽娜尔∙艾山›：您的借款已逾期", ""},
		{"‹古丽娜尔-艾山›：您的借款已逾期", ""},
		{"借款人‹吐尔逊.买买提›欠款3000元", "a cue ends it"},
		{"尊敬的‹阿不力孜.吐尔逊江›，您的借款已逾期", ""},
		{"‹乌云其木格›您好，您的借款已逾期", "no dot"},
		{"借款人‹阿布都热合曼›，您的借款已逾期", "no dot"},
		{"‹阿布都***›，您的借款已逾期", "hidden in part"},
		{"尊敬的‹阿不都热*木›，您的借款已逾期", "hidden in part"},
		{"借款逾期.请速还款.谢谢", "full stops of the text"},
		{"您已逾期.阿姨您好", "a full stop of the text"},
		{"安康健身·月卡，您的借款已逾期", "a product"},
		{"外访至湘江·雨花，您的借款已逾期", "a place"},
	})
}

// TestHiddenNames has names of which something is hidden, in all the ways that senders
// hide it.
func TestHiddenNames(t *testing.T) {
	checkNames(t, false, []nameRow{
		{"‹*阳小云›，您的借款已逾期", "of two surnames, or of a long one"},
		{"借款人‹*阳小云›已逾期", "a verb ends it"},
		{"【星桥小贷】‹*官小云›您好，您的借款已逾期", ""},
		{"‹*小云›已逾期3天", ""},
		{"‹*小*›，您的借款已逾期", "hidden on both sides"},
		{"‹何xx›，您的借款已逾期", "letters"},
		{"‹何XX›：您的借款已逾期", ""},
		{"‹何OO›您好，您的借款已逾期", ""},
		{"‹何xx›的借款已逾期", ""},
		{"‹何＊云›，您的借款已逾期", ""},
		{"受送达人 ‹何**›，您的借款已逾期", ""},
		{"被执行人：‹何XX›，您的借款已逾期", ""},
		{"总价xx万，首付x万，您的借款已逾期", "a number"},
		{"x月xx号前按xx年还，（限xx套）逾期不候", "numbers"},
		{"请到某市xx镇，您的借款已逾期", "a place"},
		{"您的某某小贷借款已逾期", "a lender, and no 的某某"},
		{"致某某物流公司，您的借款已逾期", "a firm"},
		{"‹何*›持卡人，*持卡人的借款已逾期", "no name begins between"},
	})
}

// TestSpacedNames has names with spaces.
func TestSpacedNames(t *testing.T) {
	checkNames(t, false, []nameRow{
		{"贷款人 ‹何  云›  您好！您的借款已逾期", ""},
		{"尊敬的‹何  秋云›用户：您的借款已逾期", ""},
		{"‹何 秋 云›您好，您的借款已逾期", ""},
		{"‹何秋 云›您好，您的借款已逾期", ""},
		{"‹何秋› 男，您的借款已逾期", "nothing after says that it goes on"},
		{"‹何秋› 您好，您的借款已逾期", ""},
		{"借款人‹何秋› 欠款3000元", ""},
	})
}

// TestFamiliarNames has names and titles among friends, and words that resemble them.
func TestFamiliarNames(t *testing.T) {
	checkNames(t, false, []nameRow{
		{"‹老何›，上次借的三千块逾期了", ""},
		{"‹小何›你好，上次借的三千块逾期了", ""},
		{"‹何›总，贵司货款逾期了", ""},
		{"‹何›经理，贵司货款逾期了", "no collector: the text is to him"},
		{"‹何›师傅，借的三千块逾期了", ""},
		{"老家，借的三千块逾期了", "a word"},
		{"小时，借的三千块逾期了", "a word"},
		{"小心，借的三千块逾期了", "no surname"},
		{"借款逾期，请联系何经理", "who collects"},
		{"班主任您好，借款逾期了", "a word"},
	})
	checkNames(t, true, []nameRow{
		{"你朋友‹小何›的借款逾期了", ""},
		{"您侄女‹何云›在我行的借款逾期了", ""},
	})
	checkFind(t, "‹何›哥你好，借的三千块逾期了", identity.SexUnknown, false, "")
	checkFind(t, "‹何›大姐，借的三千块逾期了", identity.SexFemale, false, "")
}

// TestNoNames has words that begin like names, or follow what leads to one.
func TestNoNames(t *testing.T) {
	checkNames(t, false, []nameRow{
		{"您名下有1宗违章，欠款已逾期", "a number before it"},
		{"您有2张账单，欠款已逾期", "a number before it"},
		{"办卡包成功，欠款也能办", "a phrase"},
		{"和放心，您的借款已逾期", "a phrase"},
		{"‹和秋云›，您的借款已逾期", "a name with that surname"},
		{"余期：您的借款已逾期", "期 ends no name"},
		{"平台虽停业，借款仍已逾期", ""},
		{"须由您本人还清，借款已逾期", ""},
		{"乐卡，您的账单已逾期", "卡 ends no name"},
		{"别错过，您的借款已逾期", "别 is no surname here"},
		{"本次收到还款后，仍有逾期", ""},
		{"易鑫：您的车贷已逾期", "a firm"},
		{"敬启者：您的借款已逾期", "nobody by name"},
		{"房东，您的借款已逾期", "nobody by name"},
		{"邮寄至户籍地，您的借款已逾期", "户籍 is a word"},
		{"想清清楚楚，您的借款已逾期", "清楚 is a word"},
		{"转至对公户，您的借款已逾期", "对公 is a word"},
		{"审判长何某某，审判员李某，借款已逾期", "of the court"},
		{"书记员：何秋云，借款已逾期", "of the court"},
		{"法官助理何某，借款已逾期", "of the court"},
		{"借款逾期，转至622848****5003 何秋云，备注", "who is paid"},
		{"借款逾期，转至8111 0000 2223 4444（何秋云）", "who is paid"},
		{"信用卡持有人‹何秋云›，借款已逾期", ""},
		{"持卡人：‹何秋云›，借款已逾期", ""},
		{"致：‹何秋云›，借款已逾期", ""},
		{"户主‹何秋云›，电费已逾期", ""},
		{"被告人‹何某某›，借款已逾期", ""},
	})
}

// TestGuaranteed has somebody for whom the reader answers.
func TestGuaranteed(t *testing.T) {
	checkNames(t, true, []nameRow{
		{"何师傅，您给‹李秋云›担保的贷款已逾期", ""},
		{"何云：您为‹李秋云›担保的贷款已逾期", ""},
		{"您好，您担保的‹李秋云›的贷款已逾期", ""},
	})
	checkNames(t, false, []nameRow{
		{"‹何秋云›担保的贷款已逾期", "who guarantees"},
	})
}
