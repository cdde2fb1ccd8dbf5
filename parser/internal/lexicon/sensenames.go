// Code generated from data/senses.tsv; DO NOT EDIT.

package lexicon

// The constants of Mention.
const (
	AskAddContact          Mention = 1 << iota // the reader is to add a contact
	AskCallNumber                              // the reader is to call a number
	AskClickLink                               // the reader is to open a link
	AskDownloadApp                             // the reader is to download an app
	AskGiveCode                                // the reader is to give a code or password
	AskGiveDetails                             // the reader is to give an ID, a card number, a password or a picture
	AskOpenOfficialApp                         // the reader is to open the sender's own app or site
	AskReply                                   // the reader is to answer the message
	AskScanCode                                // the reader is to scan a code
	AskShareScreen                             // the reader is to share the screen or join a meeting
	AskTransfer                                // the reader is to send money to an account
	SignalAssignee                             // the debt was sold
	SignalCardFrozen                           // a card or account is frozen, and can be unfrozen
	SignalCollector                            // the sender collects on behalf of somebody
	SignalCreditRepair                         // credit records are repaired for money
	SignalCriminalCharge                       // a crime, an arrest or prison
	SignalDebtSettlement                       // debts are settled for money
	SignalExtortion                            // photos, exposure or violence
	SignalIfPaidIgnore                         // readers who have paid are to ignore the message
	SignalInsult                               // an insult
	SignalNotYouIgnore                         // readers who are not meant are to ignore the message
	SignalOptOut                               // how to stop the messages
	SignalUpfrontFee                           // a fee is to be paid in advance
	ThreatBlacklist                            // a list of defaulters
	ThreatContactCommunity                     // the village or the neighbourhood will be told
	ThreatContactEmployer                      // the employer will be told
	ThreatContactFamily                        // family or friends will be told
	ThreatCreditRecord                         // the credit record will suffer
	ThreatFreeze                               // accounts will be frozen
	ThreatHarm                                 // violence against people or things
	ThreatLawsuit                              // a lawsuit or arbitration
	ThreatPolice                               // the police will be told
	ThreatPublicise                            // the debt will be made public
	ThreatRepossess                            // what was bought, leased or pledged will be taken away or sold
	ThreatRestrict                             // a service or a freedom will be restricted
	ThreatVisit                                // somebody will visit
)

// The constants of Sense.
const (
	AccountAlipay   Sense = 1 << iota // an Alipay account may follow
	AccountContract                   // a contract or file number may follow
	AccountOrder                      // an order number may follow
	AccountQQ                         // a QQ number may follow
	AccountWeChat                     // a WeChat handle may follow
	AccountHolder                     // the holder of an account may follow
	Advert                            // the message advertises something
	Bill                              // a bill, or a request to pay
	CallInfo                          // a number to call may follow, without asking to call it
	Capital                           // the principal of a debt, and not a loan as a whole
	Card                              // digits of a bank card may follow
	CaseFiled                         // a case is opened, by a court or the police
	Conditional                       // late in a case that has not happened
	DailyRate                         // a daily rate may follow
	Day                               // today or a day soon after
	Debt                              // the subject is a debt
	Debtor                            // the debtor's name may follow
	DebtorPhone                       // the debtor's own number may follow
	Disbursed                         // money was lent and paid out
	Due                               // a due date
	Dunning                           // somebody collects debts
	Fax                               // a fax number may follow
	Forfeit                           // what is late lapses, and is not a debt
	Greeting                          // the name of the reader may follow
	Guarantor                         // the name of a guarantor may follow
	ID                                // digits of an ID number may follow
	Late                              // a time right next to it is how long a debt is past due
	Left                              // something is still owed
	Limit                             // a time by which the sender wants to be paid may follow
	LookAlike                         // the word stands for another that it looks or sounds like
	Never                             // what follows will not be done, and is no threat
	Not                               // what follows is not to be done
	NotSo                             // what follows is not the case
	OtherThings                       // the subject is points, books, parcels
	Overdue                           // a debt is past due
	Owes                              // somebody owes
	Relation                          // a relative, friend or colleague, whose name may follow
	Repaid                            // money was paid back
	ReplyWord                         // the word to be sent back follows, or any answer will do
	Tail                              // the last digits of a number may follow
	ThirdParty                        // the message speaks of the debtor, and not to the debtor
	Title                             // a title after a name
	Transaction                       // money came in or went out, and other words say for what
	Unless                            // what follows has not happened
	Warning                           // a warning of swindlers
	Weak                              // the role says only that something is to be paid
)

// generatedFrom are the types and names that the constants were made from.
var generatedFrom = []string{
	"Mention ask:add_contact",
	"Mention ask:call_number",
	"Mention ask:click_link",
	"Mention ask:download_app",
	"Mention ask:give_code",
	"Mention ask:give_details",
	"Mention ask:open_official_app",
	"Mention ask:reply",
	"Mention ask:scan_code",
	"Mention ask:share_screen",
	"Mention ask:transfer",
	"Mention signal:assignee",
	"Mention signal:card_frozen",
	"Mention signal:collector",
	"Mention signal:credit_repair",
	"Mention signal:criminal_charge",
	"Mention signal:debt_settlement",
	"Mention signal:extortion",
	"Mention signal:if_paid_ignore",
	"Mention signal:insult",
	"Mention signal:not_you_ignore",
	"Mention signal:opt_out",
	"Mention signal:upfront_fee",
	"Mention threat:blacklist",
	"Mention threat:contact_community",
	"Mention threat:contact_employer",
	"Mention threat:contact_family",
	"Mention threat:credit_record",
	"Mention threat:freeze",
	"Mention threat:harm",
	"Mention threat:lawsuit",
	"Mention threat:police",
	"Mention threat:publicise",
	"Mention threat:repossess",
	"Mention threat:restrict",
	"Mention threat:visit",
	"Sense account:alipay",
	"Sense account:contract",
	"Sense account:order",
	"Sense account:qq",
	"Sense account:wechat",
	"Sense account_holder",
	"Sense advert",
	"Sense bill",
	"Sense call_info",
	"Sense capital",
	"Sense card",
	"Sense case_filed",
	"Sense conditional",
	"Sense daily_rate",
	"Sense day",
	"Sense debt",
	"Sense debtor",
	"Sense debtor_phone",
	"Sense disbursed",
	"Sense due",
	"Sense dunning",
	"Sense fax",
	"Sense forfeit",
	"Sense greeting",
	"Sense guarantor",
	"Sense id",
	"Sense late",
	"Sense left",
	"Sense limit",
	"Sense look_alike",
	"Sense never",
	"Sense not",
	"Sense not_so",
	"Sense other_things",
	"Sense overdue",
	"Sense owes",
	"Sense relation",
	"Sense repaid",
	"Sense reply_word",
	"Sense tail",
	"Sense third_party",
	"Sense title",
	"Sense transaction",
	"Sense unless",
	"Sense warning",
	"Sense weak",
}
