package learned_test

import (
	"testing"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// message has 130 characters.
const message = "【青禾消费金融】尊敬的王小明先生，您在我司的个人消费贷款已逾期25天，截至今日应还本金12,345.67元，罚息80.50元，合计12,426.17元。请您于今日18:00前通过青禾金融App足额还款，以免影响您的个人征信记录及产生额外的违约金。如有疑问请致电400-000-1234，如已还款请忽略本短信。"

func BenchmarkRead(b *testing.B) {
	l := scantest.Read(message)
	b.ReportAllocs()
	for b.Loop() {
		learned.Read(l, &learned.Text{}, &learned.Facts{}).Release()
	}
}
