// Code generated from data/context_names.tsv; DO NOT EDIT.

package scan

// The constants of Context.
const (
	Account       Context = 1 << iota // the number of an account comes with it
	Addresses                         // the name greets the reader as a customer
	Ago                               // the debt fell due that long ago
	Ahead                             // the time is still to come
	AllTold                           // the sum is the total of others
	Asked                             // what is asked for follows, or who is asked
	BalanceLeft                       // the balance left on the account follows
	Called                            // the sender calls the number: it is the debtor's
	Case                              // a case, a call or a page is passed on, and not money
	Charge                            // money will be collected on the day
	Collector                         // the name of a collector follows
	Counts                            // the value is a count, and no money
	Dated                             // the value is a date
	Days                              // the value is a number of days
	Debts                             // what somebody owes or is asked for follows
	Dismissed                         // the reader is told to ignore it
	Done                              // it was done, or is done automatically
	DueBy                             // the debt falls due by then
	EndsPlace                         // the name of a place ends there, and a lender's may begin
	Exists                            // the message is about the lateness as a fact
	FollowsFromIt                     // a consequence of being late follows
	GoesOn                            // the text continues with something else
	Guaranteed                        // what somebody else guarantees for the name
	InCredit                          // the sum is the reader's, paid beyond what was owed
	Lapses                            // what is late lapses, and is not a debt
	LeadsToLender                     // a lender's name may follow
	LeadsToName                       // a person's name may follow, even without a word boundary
	Limit                             // a time by which something is to be done
	Listed                            // another sum of a list follows
	MayBe                             // the lateness is a possibility
	Moved                             // the sum is the object of a verb of payment
	Negated                           // the lateness, or the threat, is denied
	NoLimit                           // the time is not a limit
	NoName                            // no name begins like that
	NotToCall                         // the number is another's, or one that the reader is warned of
	NotToOpen                         // the app is out of use, or only spoken of
	Notifies                          // the name is that of the sender
	OfBalance                         // the sum is left on the account
	OptOut                            // the word that is sent back ends the messages
	Over                              // the time has passed
	Owed                              // the name is that of a creditor
	Own                               // it belongs to the reader
	OwnPhone                          // the number, or the phone, is the debtor's own
	Paid                              // how the payment went
	PaidIn                            // the sum is to be paid
	PassesOn                          // money is passed on, or something else
	Past                              // the time has passed since a due date
	Pays                              // a sum is to be paid
	Promised                          // the sender promises something within the time
	Recorded                          // it is a record of lateness, whatever follows from it
	Repay                             // the debt is to be repaid on the day
	Respectively                      // a list of sums follows, in the order of the words for them
	Senders                           // the number is the sender's
	Since                             // the time begins on the day
	SoFar                             // the time has run until now
	SpokenOf                          // the name of the person the message is about follows
	Subject                           // the person is the subject of the message
	Term                              // the time is still to come, or is a term
	ToCall                            // the number is to be called
	ToCome                            // the lateness, or the due date, is still to come
	Verb                              // a verb with the name as its subject follows
	WayToPay                          // the name, or the app, is that of a way to pay
	Yours                             // a word for the reader follows
)

// The constants of Target.
const (
	BesideApp       Target = iota // a word for the sender's app
	BesideCard                    // a bank card number
	BesideCharge                  // a word for collecting money
	BesideDate                    // a date
	BesideDay                     // a word for a day: 今日
	BesideDenial                  // a word that negates an ask: 勿
	BesideDue                     // a word for a due date
	BesideHeading                 // the end of a label, before its value
	BesideLateness                // a cue of lateness or of a payment
	BesideLender                  // a lender's name
	BesideName                    // a person's name
	BesidePhone                   // a phone number
	BesideRelation                // a word for a relative, friend or colleague
	BesideReply                   // a word that asks for an answer
	BesideReplyWord               // a word that is to be sent back: 1 in 回复1
	BesideSum                     // an amount, or a number that may be one
	BesideTail                    // the last digits of a number
	BesideTerm                    // a word for a term of a sum, or a sum of a list
	BesideThreat                  // a word for a threat
	BesideTime                    // a length of time
	BesideTransfer                // a word for sending money
)

// generatedFrom are the types and names that the constants were made from.
var generatedFrom = []string{
	"Context account",
	"Context addresses",
	"Context ago",
	"Context ahead",
	"Context all_told",
	"Context asked",
	"Context balance_left",
	"Context called",
	"Context case",
	"Context charge",
	"Context collector",
	"Context counts",
	"Context dated",
	"Context days",
	"Context debts",
	"Context dismissed",
	"Context done",
	"Context due_by",
	"Context ends_place",
	"Context exists",
	"Context follows_from_it",
	"Context goes_on",
	"Context guaranteed",
	"Context in_credit",
	"Context lapses",
	"Context leads_to_lender",
	"Context leads_to_name",
	"Context limit",
	"Context listed",
	"Context may_be",
	"Context moved",
	"Context negated",
	"Context no_limit",
	"Context no_name",
	"Context not_to_call",
	"Context not_to_open",
	"Context notifies",
	"Context of_balance",
	"Context opt_out",
	"Context over",
	"Context owed",
	"Context own",
	"Context own_phone",
	"Context paid",
	"Context paid_in",
	"Context passes_on",
	"Context past",
	"Context pays",
	"Context promised",
	"Context recorded",
	"Context repay",
	"Context respectively",
	"Context senders",
	"Context since",
	"Context so_far",
	"Context spoken_of",
	"Context subject",
	"Context term",
	"Context to_call",
	"Context to_come",
	"Context verb",
	"Context way_to_pay",
	"Context yours",
	"Target app",
	"Target card",
	"Target charge",
	"Target date",
	"Target day",
	"Target denial",
	"Target due",
	"Target heading",
	"Target lateness",
	"Target lender",
	"Target name",
	"Target phone",
	"Target relation",
	"Target reply",
	"Target reply_word",
	"Target sum",
	"Target tail",
	"Target term",
	"Target threat",
	"Target time",
	"Target transfer",
}
