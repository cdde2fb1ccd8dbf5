package presend

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// foreign finds a sum of another currency than that of the records, which are kept in yuan.
var foreign = sync.OnceValue(func() *regexp.Regexp {
	const sum = `[0-9][0-9,]{0,15}(?:\.[0-9]{1,2})?`
	return regexp.MustCompile(sum + ` ?(?:万|千|百)?(?:美元|美金|美刀|港币|港元|港纸|欧元|日元|日圆|英镑|韩元|韩币|澳元|澳币|加元|加币|新加坡元|新元|坡币|澳门元|澳门币|新台币|台币|泰铢|卢布|林吉特|瑞郎|瑞士法郎|(?:USD|HKD|EUR|JPY|GBP|KRW|AUD|CAD|SGD|MOP|TWD|THB|CHF)\b)` +
		`|(?:\b(?:USD|HKD|EUR|JPY|GBP|KRW|AUD|CAD|SGD|MOP|TWD|THB|CHF)[$]?|US[$]|HK[$]|[$＄€£₩]|(?:美元|美金|港币|港元|欧元|日元|英镑|澳元|加元)(?:金额)?[：:]?) ?` + sum)
})

// currency finds that the only sums of a text are of another currency.
func (k *check) currency() {
	if k.record.Amount == nil || len(k.notice.Amounts) > 0 {
		return
	}
	for _, at := range foreign().FindAllStringIndex(k.text, -1) {
		if after := k.text[at[1]:]; strings.HasPrefix(after, "旦") || strings.HasPrefix(after, "宵") || strings.HasSuffix(k.text[:at[0]], "月") {
			continue // 1月1日元旦, 2026新元旦
		}
		k.differs("AMOUNT_DIFFERS", FieldAmount, parser.Span{Start: at[0], End: at[1]})
		return
	}
}
