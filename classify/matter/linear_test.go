package matter

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
)

// TestJoiningGrowth: the cost of joining grows no faster than the number of messages, whatever
// they have in common. One message stands for 64 bytes, so that even the small phones have as many
// messages as one is ever compared with.
func TestJoiningGrowth(t *testing.T) {
	const most = 256
	surnames := []rune("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨")
	for _, storm := range []struct {
		name string
		of   func(i int) (sender, text string)
	}{
		{"one matter", func(i int) (string, string) {
			return firm, fmt.Sprintf("【澜庭消费金融】高晓阳先生，您合同号LT2026010001的借款已逾期%d天，请还款。", 1+i)
		}},
		{"a matter each", func(i int) (string, string) {
			return firm, fmt.Sprintf("【澜庭消费金融】%c晓阳先生，您合同号LT20260%05d的借款%d.55元已逾期，请还款。", surnames[i%len(surnames)], i, 1000+i*7919%90000)
		}},
		{"what may be of each", func(i int) (string, string) {
			if i%2 == 0 {
				return firm, fmt.Sprintf("【澜庭消费金融】您合同号LT20260%05d的借款%d.55元已逾期，请还款。", i, 1000+i*7919%90000)
			}
			return fmt.Sprintf("1390000%04d", i), "高晓阳认识吗，他欠钱不还"
		}},
		{"parts that are not whole", func(i int) (string, string) {
			return fmt.Sprintf("106900000%04d", i/2), fmt.Sprintf("(%d/20)您合同号LT2026010001的借款已逾期%d天，请", 1+i%19, i)
		}},
	} {
		var p Phone
		var read []Reading
		for i := range most {
			sender, text := storm.of(i)
			r, err := p.Read(Message{Number: i + 1, Text: text, Sender: sender, ReceivedAt: evening.Add(time.Duration(i) * time.Hour)})
			require.NoError(t, err)
			read = append(read, r)
		}
		growth.Linear(t, storm.name, []string{"joining"}, func(size int) []time.Duration {
			return growth.Time(func() {
				var p Phone
				for _, r := range read[:size/64] {
					p.Add(r)
				}
				p.Matters()
			})
		})
	}
}

// TestPartsGrowth reads texts that consist of marks of parts: partOf finds them in one pass.
func TestPartsGrowth(t *testing.T) {
	for _, piece := range []string{"(1/2)", "（接上条）", "接上条：", "（待续）", "【甲】", "[", "(1/2", "　", "(", "第1条共2条", "甲"} {
		growth.Linear(t, strings.TrimSpace(piece), []string{"part"}, func(size int) []time.Duration {
			text := growth.Fill(piece, size)
			return growth.Time(func() { partOf(text) })
		})
	}
}
