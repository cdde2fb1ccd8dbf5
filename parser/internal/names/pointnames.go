// Code generated from data/points.tsv; DO NOT EDIT.

package names

// The constants of Point.
const (
	BeforeAsked          Point = iota // 请, 诉 and their like
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
	BehindBoundary                    // the edge of a word
	BehindBracket                     // a bracket
	BehindClause                      // the end of a clause, or a mark like it
	BehindCollectorTitle              // 经理 and its like
	BehindCue                         // a cue
	BehindDebt                        // a word of a debt, or a sum
	BehindDebtorTitle                 // a title that is a word for the debtor, too
	BehindEnd                         // the end of the text
	BehindID                          // an ID number, or a word for one
	BehindMore                        // more of a name that is not a person's
	BehindPhone                       // a phone number: it names a collector
	BehindRelation                    // 的朋友 and its like
	BehindTitle                       // 先生 and its like
	BehindVerb                        // 在, 因, 已 and other verbs
	BehindWithin                      // the middle of a word
	BehindYours                       // 您, 名下, or a colon
	WrittenMasked                     // hidden characters
	WrittenThree                      // three characters and more, or a dot
	WrittenWord                       // a word of the dictionary
	WrittenWordBegins                 // it begins with a word of the dictionary
	WrittenWordEnds                   // it ends with one, and nothing on one side speaks for a name
)
