// Code generated from data/points.tsv; DO NOT EDIT.

package names

// The constants of Reason.
const (
	AfterBoundary       Reason = iota // the edge of a word
	AfterBracket                      // a bracket
	AfterClause                       // the end of a clause, or a mark like it
	AfterCollectorTitle               // 经理 and its like
	AfterCue                          // a cue
	AfterDebt                         // a word of a debt, or a sum
	AfterDebtorTitle                  // a title that is a word for the debtor, too
	AfterEnd                          // the end of the text
	AfterID                           // an ID number, or a word for one
	AfterMore                         // more of a name that is not a person's
	AfterPhone                        // a phone number: it names a collector
	AfterRelation                     // 的朋友 and its like
	AfterTitle                        // 先生 and its like
	AfterVerb                         // 在, 因, 已 and other verbs
	AfterWithin                       // the middle of a word
	AfterYours                        // 您, 名下, or a colon
	BeforeAsked                       // 请, 诉 and their like
	BeforeBlacklist                   // a word for a defaulter
	BeforeCardNumber                  // a card number: it names who is to be paid
	BeforeClause                      // the beginning of a clause, or a bracket
	BeforeCollector                   // 我是 and its like
	BeforeDebtor                      // 借款人 and its like
	BeforeDebtorToCall                // a word of calling that is one for the debtor, too
	BeforeGreeting                    // 尊敬的 and its like
	BeforeGuarantor                   // 担保人: beside the debtor
	BeforeHead                        // nothing but signatures, marks and greetings
	BeforeHolder                      // 户名, where no card number is given
	BeforeLender                      // a lender's name
	BeforeMark                        // another mark
	BeforePayee                       // 收款人 and its like
	BeforeRelation                    // 您的朋友 and its like
	BeforeSpokenOf                    // 对, 由 and their like
	BeforeThirdParty                  // 请转告 and its like
	BeforeToCall                      // a word of calling: it names a collector
	BeforeYou                         // 您( : who is spoken to
	WrittenMasked                     // hidden characters
	WrittenThree                      // three characters and more, or a dot
	WrittenWord                       // a word of the dictionary
	WrittenWordBegins                 // it begins with a word of the dictionary
	WrittenWordEnds                   // it ends with one, and nothing on one side speaks for a name
)
