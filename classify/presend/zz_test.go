package presend
import ("testing";"fmt";"time";"github.com/dunsms/dunsms/parser")
func TestZZ(t *testing.T){
 lender := []parser.Lender{{Name: "青禾小贷", Hotlines: []string{"4000000001"}, Domains: []string{"qinghe.example"}}, {Name:"柳河公积金中心",Hotlines:[]string{"12329"}}}
 p,_:=parser.New(parser.WithLenders(lender)); c:=Checker{Parser:p,Lenders:lender}
 for _, text := range []string{
  "沈亦安，青禾小贷提醒：欠500元，26天了。今天能还上吗？有难处回个电话400-000-0001。",
  "您好沈先生，青禾小贷的500元车款2月3号就该还了，已经晚26天，麻烦尽快。",
  "【青禾小贷】沈亦安 500.00 逾期26天 还款请打开青禾小贷小程序",
  "*500元* 逾期26天｜沈*安｜青禾小贷｜还款路径：App首页-还款",
  "沈亦安您好！家庭宽带分期欠费500元（户号后四位8812），欠费26天，缴清后当日恢复。青禾小贷400-000-0001",
  "尊敬的客户沈亦安：您的商品分期（订单尾号9902）有500元逾期26天未付，商品总价3,000元，已付5期。【青禾小贷】",
  "车辆融资租赁承租人沈亦安：租金500元、逾期26天。如需结清或延期，请联系您的客户经理王女士400-000-0001转8006。【青禾小贷】",
  "青禾小贷：沈亦安，您2/3到期的500元尚未结清，今日（3/2）逾期26天。",
  "青禾小贷：沈亦安，您2.3应还500元，现逾期26天，罚息按日0.05%计收，请以App为准。",
  "沈亦安先生，您二〇二六年二月三日应还款伍佰元整，至今逾期二十六天，特此函告。青禾小贷 2026年3月2日",
  "青禾小贷沈亦安账单：本金450元+利息30元+违约金20元=500元，逾期26天。",
  "青禾小贷：沈亦安，应还500元（其中本金450元，息费50元），逾期26天，3月10日前还清可减免20元。",
  "沈亦安：我们是青禾小贷委托的锦程信用，您500元欠款逾期26天。还款只通过青禾小贷App，不收现金、不收手续费。退订回T",
  "沈女士家属？若您不是沈亦安请忽略。青禾小贷提醒沈亦安：借款500元逾期26天。",
  "【青禾小贷】沈亦安先生，您尾号6617的储蓄卡扣款500元失败，逾期26天，请更换还款卡。",
  "【青禾小贷】沈先生，住房公积金贷款500元已逾期26天，请携带身份证到柳河公积金中心窗口办理，热线12329。",
  "【青禾小贷】沈亦安，500元，2026-02-04起算逾期共26天。短信仅发本人，请勿转发。",
  "【青禾小贷】沈亦安，上月5号您提前还过一笔200元，剩余500元逾期26天。",
  "【青禾小贷】沈亦安先生：您的欠款伍佰元（￥500.00）逾期26日，请于收到本短信之日起3日内还款或与我司协商。",
  "【青禾小贷】亲爱的沈亦安，26天前到期的500元还在等您哦，点这里qinghe.example/pay",
 } {
  r := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Sender: "10690000000001",
   Amount: new(int64(50000)), Days: new(26), Since: time.Date(2026, 2, 4, 0, 0, 0, 0, china), Due: time.Date(2026, 2, 3, 0, 0, 0, 0, china)}
  got,_:=c.Check(Notice{text,r}); var codes []string; for _,f:=range got.Findings{codes=append(codes,f.Code); for _,s:=range f.Spans{codes=append(codes,text[s.Start:s.End])}}
  if len(codes)>0 {fmt.Println(codes,text)}
  miss:=[]string{}
  for _,m:=range mutations { if m.name=="id"||m.name=="periods"||m.name=="phone"{continue}; o:=r; m.change(t,&o); g,_:=c.Check(Notice{text,o}); ok:=false; for _,f:=range g.Findings{ok=ok||f.Part==PartRecord}; if !ok{miss=append(miss,m.name)}}
  fmt.Println("   miss",miss,text)
 }
}
