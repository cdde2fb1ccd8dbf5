// Code generated from data/context_names.tsv; DO NOT EDIT.

package scan

// The constants of Context.
const (
	Addresses     Context = 1 << iota // the reader is addressed as a customer of the name
	Ago                               // the debt fell due that time ago
	Ahead                             // the time is still to come
	AllTold                           // the sum is what others add up to
	Asked                             // the name of who is asked follows
	BalanceLeft                       // what was left on the account follows
	Charge                            // money will be taken on the day
	Collector                         // the name of who collects follows
	Days                              // it counts days
	Debts                             // what somebody owes or is asked follows
	Dismissed                         // what it speaks of is to be passed over
	Done                              // what happened on the day is done
	DueBy                             // the debt falls due by then
	EndsPlace                         // a place ends there, behind which a name may begin
	Exists                            // the lateness is a fact that the message is about
	FollowsFromIt                     // what will follow from being late
	GoesOn                            // the text goes on with something else
	Joins                             // another term of a sum follows
	Lapses                            // what is late lapses, and is no debt
	LeadsToLender                     // a lender's name may follow
	LeadsToName                       // a name may follow, whatever the cut says
	Limit                             // a time by which something is to be done
	Listed                            // another sum of a list follows
	MayBe                             // the lateness is a possibility
	Moved                             // the sum is taken to be moved
	Negated                           // the lateness is denied
	NoLimit                           // the time is no limit
	NoName                            // no name begins so
	Notifies                          // the name is that of who writes
	OfBalance                         // the sum is what is left on the account
	Over                              // the time is over
	Owed                              // it names who is owed
	Own                               // it is the reader's own
	OwnPhone                          // it is the tail of the reader's own number
	Paid                              // how a payment went
	PaidIn                            // the sum is to be paid
	Past                              // the time has passed since a due day
	Pays                              // a sum is to be paid
	Promised                          // the sender says what it will do within the time
	Recorded                          // it is a record of lateness, whatever becomes of it
	Repay                             // the debt is to be paid back on the day
	Respectively                      // a list of sums follows, in the order of the words for them
	Settled                           // the sum was paid, or is taken by itself
	Since                             // the time begins on the day
	SoFar                             // the time has run until now
	SpokenOf                          // the name of who is spoken of follows
	Subject                           // it is who the message speaks of
	Term                              // the time is still to come, or a term
	ToCall                            // it is to be called
	ToCome                            // the lateness has not come to pass
	Verb                              // a verb follows, of which a name is the subject
	WayToPay                          // the name is that of a way to pay
	Yours                             // the reader follows
)

// The constants of Target.
const (
	BesideCard     Target = iota // a bank card
	BesideCharge                 // a word for money that is taken
	BesideDate                   // a date
	BesideDay                    // a word for a day: 今日
	BesideDenial                 // a word that turns an ask round: 勿
	BesideDue                    // a word for a due day
	BesideHeading                // the end of a heading, before its value
	BesideLateness               // a word for being late, or for a payment
	BesideLender                 // a lender's name
	BesideName                   // a person's name
	BesidePhone                  // a phone number
	BesideRelation               // a word for somebody close
	BesideSum                    // an amount, or a number that may be one
	BesideTail                   // the last digits of a number
	BesideTerm                   // a word for a part of a sum, or a sum of a list
	BesideTime                   // a length of time
)
