// Code generated from data/senses.tsv; DO NOT EDIT.

package lexicon

// The constants of Mention.
const (
	AskAddContact         Mention = 1 << iota // the reader is to add a contact
	AskCallNumber                             // the reader is to call a number
	AskClickLink                              // the reader is to open a link
	AskDownloadApp                            // the reader is to download an app
	AskGiveCode                               // the reader is to give a code or password
	AskOpenOfficialApp                        // the reader is to open the sender's own app or site
	AskTransfer                               // the reader is to send money to an account
	SignalAssignee                            // the debt was sold
	SignalCardFrozen                          // a card or account is frozen, and can be freed
	SignalCollector                           // the sender collects for somebody
	SignalCreditRepair                        // credit records are mended for money
	SignalCriminalCharge                      // a crime, arrest or prison
	SignalDebtSettlement                      // debts are settled for money
	SignalExtortion                           // photos, exposure or violence
	SignalIfPaidIgnore                        // who has paid is to pay no heed
	SignalInsult                              // an insult
	SignalNotYouIgnore                        // who is not meant is to pay no heed
	SignalOptOut                              // how to get no more messages
	SignalUpfrontFee                          // a fee before anything else
	ThreatBlacklist                           // a list of defaulters
	ThreatContactEmployer                     // the employer will be told
	ThreatContactFamily                       // family or friends will be told
	ThreatCreditRecord                        // the credit record will suffer
	ThreatFreeze                              // accounts will be frozen
	ThreatLawsuit                             // a lawsuit or arbitration
	ThreatPolice                              // the police will be told
	ThreatPublicise                           // the debt will be made public
	ThreatVisit                               // somebody will come to the door
)

// The constants of Sense.
const (
	AccountAlipay   Sense = 1 << iota // an Alipay account may follow
	AccountContract                   // a contract or file number may follow
	AccountOrder                      // an order number may follow
	AccountQQ                         // a QQ number may follow
	AccountWeChat                     // a WeChat handle may follow
	AccountHolder                     // the holder of an account may follow
	Advert                            // the message offers something
	Bill                              // a bill, or that one should pay
	CallInfo                          // a number to call may follow, without asking to call it
	Card                              // digits of a bank card may follow
	CaseFiled                         // a case is opened, by a court or by the police
	Conditional                       // late in a case that has not come to pass
	DailyRate                         // a rate a day may follow
	Day                               // today or a day soon
	Debt                              // the subject is a debt
	Debtor                            // the debtor's name may follow
	DebtorPhone                       // the debtor's own number may follow
	Disbursed                         // money was lent and paid out
	Due                               // a due date
	Dunning                           // somebody dunns
	Fax                               // a fax number may follow
	Forfeit                           // what lapses by being late, and is no debt
	Greeting                          // a name of the person who is spoken to may follow
	Guarantor                         // the name of who stands surety may follow
	ID                                // digits of an ID number may follow
	Late                              // a time right beside it is how long a debt is past due
	Left                              // something is still owed
	Limit                             // a time by which the sender wants it paid may follow
	Never                             // no threat: what follows will not be done
	Not                               // what follows is not to be done
	OtherThings                       // the subject is points, books, parcels
	Overdue                           // a debt is past due
	Relation                          // somebody close to the reader, whose name may follow
	Repaid                            // money was paid back
	Tail                              // the last digits of a number may follow
	ThirdParty                        // the debtor is spoken of, not to
	Title                             // a title behind a name
	Unless                            // what follows has not come to pass
	Warning                           // warns of swindlers
	Weak                              // the role says only that something is to be paid
)
