// Package glossary lists the terms and has no code. Each Chinese term has one English
// word, used here, in the identifiers of the packages and in the JSON.
//
//	account           账户 …      WeChat, bank card, contract number and the like
//	amount            金额        a sum of yuan, in fen
//	ask               要求        what the sender wants done: 致电, 点击, 转账
//	assignee          债权受让人  who bought the debt, and is the creditor now
//	balance           余额
//	bit               比特        unit of evidence: a factor of two
//	blacklist         失信名单
//	candidates        候选号码数  how many ID numbers fit a masked one
//	canonical name    规范名称    an institution's name in the table of lenders
//	card tail         卡尾号      the last digits of a bank card
//	check digit       校验码      the 18th character of an ID number
//	claim             所指之人    the person a message speaks of
//	clause            分句        the part of a sentence in which a cue counts
//	collection        催收
//	collector         催收机构    who collects on behalf of a lender
//	comparison        比对        of a claim with a profile
//	contract          合同
//	credit limit      授信额度
//	credit record     征信
//	credit repair     征信修复
//	creditor          债权人
//	cue               线索词      a word that says what the words around it mean
//	daily rate        日利率
//	debt              债务, 欠款
//	debt settlement   停息挂账
//	debtor            债务人
//	discount          减免
//	due date          还款日
//	evasion           规避过滤    a word written so that filters miss it
//	evidence          证据
//	extortion         敲诈勒索
//	fee               手续费
//	Fellegi-Sunter    概率记录链接  log2(m/u): m if this person is meant, u if another
//	fen               分          0.01 yuan
//	fold              还原        to undo evasion and other forms of a character
//	frame             外框        signature, opt-out, part number around a message
//	freeze            冻结
//	hidden, masked    打码        shown as * or 某
//	ID number         身份证号
//	instalment        分期, 月供
//	interest          利息
//	kind              类别        overdue, reminder, receipt or other
//	late fee          违约金, 滞纳金
//	lawsuit           起诉
//	lender            放款机构    bank, consumer-finance company, platform
//	look-alike        形近, 音近  逾qi, 加薇
//	masked ID         打码的身份证号
//	matter            事项        one claim, with all messages that speak of it
//	member            所属短信    a message of a matter
//	mention           提及        a threat, an ask or a signal
//	minimum payment   最低还款额
//	notice            通知        what one message says
//	opt-out           退订
//	outcome           比对结果    unknown, agree or disagree
//	overdue           逾期
//	penalty           逾期产生的费用  penalty interest and late fee together
//	penalty interest  罚息
//	period            期          逾期3期, M2
//	precision         精度        exact, about, at least, at most, range, masked
//	principal         本金
//	profile           收信人资料  the person who received a message
//	receipt           回执        money repaid, deducted or disbursed
//	region            行政区划    the first six digits of an ID number
//	reminder          还款提醒    of what is not past due
//	role              款项性质    what an amount is for
//	segment           号段        the first digits of a mobile number
//	sender            发送号码
//	separator         间隔符      a sign or space inside a word: 逾 期, 还*款
//	signal            信号        what else bears on a verdict: 退订, 债权转让, evasion
//	signature         短信签名    【…】
//	span              区间        half-open range of bytes of the text
//	tail              尾号        the last digits alone
//	third party       第三人      addressed to somebody else: 请转告
//	threat            施压        what is said to happen: 上门, 起诉
//	title             称谓        先生, 女士
//	token             词          of jieba's cut
//	total             应还总额
//	traditional       繁体
//	virtual operator  虚拟运营商  移动通信转售
//	visit             上门
//	yuan              元
//	zero-width        零宽        a character that does not show
package glossary
