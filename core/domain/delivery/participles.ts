import { wordSet } from '../word-set.ts'

/** Participles that do not end in "-ed". */
export const IRREGULAR = wordSet(`
  made given taken told sent built found held kept paid put said seen sold shown written chosen driven spoken
  stolen thrown brought bought caught taught thought cut met read run begun drawn dealt done laid led left let lent
  forgotten forgiven overlooked overseen rebuilt redone rewritten reset set spent spread understood undertaken
  withdrawn won misplaced misread mistaken mishandled worn torn swept struck shut shot sought sewn sown split fed
  fired flown grown hung hired known lost overrun proven raised shaken sunk sworn wound withheld`)

/** Words in "-ed" that say how someone or something is, or that are no verbs at all. */
export const STATES = wordSet(`
  excited tired located interested worried concerned pleased surprised scared supposed used married based related
  experienced qualified committed dedicated convinced confused frustrated annoyed overwhelmed stressed motivated
  prepared determined embarrassed disappointed bored exhausted relieved satisfied thrilled delighted ashamed
  impressed aged advanced complicated detailed limited crowded skilled talented gifted focused organised organized
  involved needed required closed shocked devastated terrified frightened horrified amazed astonished touched
  fascinated inspired encouraged discouraged depressed alarmed irritated upset infuriated humbled honoured honored
  privileged blessed finished retired divorced engaged united deprived disabled injured wounded sacred naked wicked
  rugged ragged hundred indeed red bed need speed feed seed exceed proceed succeed bleed breed shed sled wed embed
  called named titled situated attached connected dressed armed packed loaded flooded relaxed settled opposed
  inclined prone tempted accustomed acquainted associated unprepared unexpected unfinished unchanged unlimited
  untrained unused unaffected unrelated uninterested undecided outdated dated mixed rushed stretched swamped
  understaffed shortstaffed overworked underpaid isolated intimidated nervous puzzled baffled stunned reserved
  guarded educated learned beloved alleged estimated entitled obliged struggled failed happened worked improved
  died arrived occurred grateful deserted gutted chuffed pissed allowed proud expected meant`)

/** Irregular participles that say a state when people are their subject: "I was lost", "we were done". */
export const PERSONAL_STATES = wordSet(
  'lost done left set gone stuck known grown torn worn mistaken shaken won met spent',
)

/** After "get" these say that something begins or how one is: no doer is hidden. */
export const AFTER_GET = wordSet(`
  started involved stuck lost done married used excited better dressed ready bored hurt left set going rid along
  know known divorced settled organised organized prepared`)

/**
 * Forms of "be" and "get" that tell what happened: "be" itself speaks of what may happen, and "she's taken" of what she
 * did.
 */
export const BE = /^(?:was|were|is|are|been|being|wasn't|weren't|isn't|aren't)$/
export const GET = /^(?:got|get|gets|getting|gotten)$/

/** What may stand between "be" and the participle. */
export const BETWEEN = wordSet(`
  not also then never just only even still already later soon eventually all both first once always often again now
  usually sometimes simply almost nearly`)

/** After "by" no doer: a time, a way, an amount. */
export const NO_DOER = wordSet(`
  friday monday tuesday wednesday thursday saturday sunday january february march april may june july august
  september october november december then now noon midnight tomorrow tonight today hand mistake accident email
  phone post mail law default design far chance half around about nearly almost over more less car bus train next
  last mid late early ear name size age date week day month year lunchtime lunch summer winter spring autumn
  christmas easter`)
