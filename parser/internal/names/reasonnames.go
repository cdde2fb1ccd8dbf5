// Code generated from data/points.tsv; DO NOT EDIT.

package names

// The constants of Reason.
const (
	AfterBoundary       Reason = iota // a word boundary
	AfterBracket                      // a bracket
	AfterClause                       // the end of a clause, or a similar mark
	AfterCollectorTitle               // 经理 and similar
	AfterCue                          // a cue
	AfterDebt                         // a word for a debt, or an amount
	AfterDebtorTitle                  // a title that is also a word for the debtor
	AfterEnd                          // the end of the text
	AfterGuaranteed                   // 担保 and similar, where 为 or 给 comes before
	AfterID                           // an ID number, a word for one, or a phone number with hidden digits
	AfterMore                         // the rest of a name that is not a person's
	AfterPhone                        // a phone number: the name is that of a collector
	AfterRelation                     // 的朋友 and similar
	AfterTitle                        // 先生 and similar, or 哥 and 经理 at the head
	AfterVerb                         // 在, 因, 已 and other verbs
	AfterWithin                       // the middle of a word
	AfterYours                        // 您, 名下, 好 or a colon
	BeforeAsked                       // 请, 诉 and similar
	BeforeBlacklist                   // a word for a defaulter
	BeforeCardNumber                  // a card number: the name is that of the payee
	BeforeClause                      // the beginning of a clause, or a bracket
	BeforeCollector                   // 我是 and similar
	BeforeDebtor                      // 借款人 and similar
	BeforeDebtorToCall                // a word for calling that is also one for the debtor
	BeforeGreeting                    // 尊敬的 and similar
	BeforeGuarantor                   // 担保人, besides the debtor
	BeforeHead                        // nothing but signatures, marks and greetings
	BeforeHolder                      // 户名, where no card number is given
	BeforeLender                      // a lender's name
	BeforeMark                        // another mark
	BeforePayee                       // 收款人 and similar
	BeforeRelation                    // 您的朋友 and similar
	BeforeSpokenOf                    // 对, 由 and similar
	BeforeThirdParty                  // 请转告 and similar
	BeforeToCall                      // a word for calling: the name is that of a collector
	BeforeYou                         // 您 and a bracket: the name is the reader's
	WrittenMasked                     // hidden characters
	WrittenPhrase                     // a surname that is mostly another word, and a word of the dictionary
	WrittenThree                      // three characters or more, or a dot
	WrittenWord                       // a word of the dictionary
	WrittenWordBegins                 // it begins with a word of the dictionary
	WrittenWordEnds                   // it ends with one, and nothing on one side of it speaks for a name
)

// generatedFrom are the types and names that the constants were made from.
var generatedFrom = []string{
	"Reason after_boundary",
	"Reason after_bracket",
	"Reason after_clause",
	"Reason after_collector_title",
	"Reason after_cue",
	"Reason after_debt",
	"Reason after_debtor_title",
	"Reason after_end",
	"Reason after_guaranteed",
	"Reason after_id",
	"Reason after_more",
	"Reason after_phone",
	"Reason after_relation",
	"Reason after_title",
	"Reason after_verb",
	"Reason after_within",
	"Reason after_yours",
	"Reason before_asked",
	"Reason before_blacklist",
	"Reason before_card_number",
	"Reason before_clause",
	"Reason before_collector",
	"Reason before_debtor",
	"Reason before_debtor_to_call",
	"Reason before_greeting",
	"Reason before_guarantor",
	"Reason before_head",
	"Reason before_holder",
	"Reason before_lender",
	"Reason before_mark",
	"Reason before_payee",
	"Reason before_relation",
	"Reason before_spoken_of",
	"Reason before_third_party",
	"Reason before_to_call",
	"Reason before_you",
	"Reason written_masked",
	"Reason written_phrase",
	"Reason written_three",
	"Reason written_word",
	"Reason written_word_begins",
	"Reason written_word_ends",
}
