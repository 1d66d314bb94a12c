import type { Part } from '../story.ts'

type SaidPart = Exclude<Part, 'other'>

// In the order of asking: "What this taught me about our approach" is learning, not action.
const HEADLINE_CUES: readonly [SaidPart, RegExp][] = [
  [
    'learning',
    /\blessons?\b|\blearn(?:ed|t|ing|ings)?\b|\btaught\b|\binsights?\b|\btakeaways?\b|\breflections?\b|\bphilosophy\b|\bfor other \w+|\bprinciples?\b|\badvice\b|\bhindsight\b/i,
  ],
  [
    'result',
    /\bimpacts?\b|\boutcomes?\b|\bresults?\b|\bmeasurable\b|\bmetrics\b|\bsavings?\b|\bachievements?\b|\bbenefits?\b|\bsuccess\b(?!ful)|\bpay-?off\b|\baftermath\b|\bwhere (?:we|it) ended\b/i,
  ],
  [
    'task',
    /\bgoals?\b|\bobjectives?\b|\btasks?\b|\bmission\b|\bresponsibilit\w+|\breali[sz]ation\b|\bturning point\b|\bmandate\b|\bmy role\b/i,
  ],
  [
    'action',
    /\bresolutions?\b|\bsolutions?\b|\bimplement\w*|\bprocess\b|\bapproach\b|\btechniques?\b|\bsteps?\b|\bsystems?\b|\bconfigurations?\b|\bfix(?:es)?\b|\brecovery\b|\bstrateg\w+|\bshifts?\b|\bchanged?\b|\bhow (?:i|we)\b|\bwhat (?:i|we) did\b|\bexecution\b|\bresponse\b|\bturnaround\b|\bactions?\b|\bplan\b/i,
  ],
  [
    'situation',
    /\bcontext\b|\bbackground\b|\bset-?up\b|\bcris[ie]s\b|\bbreaking point\b|\bchallenges?\b|\bproblems?\b|\bcosts?\b|\bbefore\b|\btrigger\b|\bconflict\b|\bmoment\b|\bsituation\b|\bhow it (?:began|started)\b|\bthe beginning\b/i,
  ],
]

/** The part that a headline's words announce; null when they announce none. */
export function partOfHeadline(text: string): SaidPart | null {
  return HEADLINE_CUES.find(([, cue]) => cue.test(text))?.[0] ?? null
}

const SENTENCE_CUES: readonly [SaidPart, RegExp][] = [
  [
    'learning',
    /\b(?:i|we) (?:(?:have|'ve) )?(?:learn(?:ed|t)|reali[sz]ed (?:that )?the (?:most|best))|\btaught me\b|\blooking back\b|\bin hindsight\b|\bsince then,? i\b|\bnext time\b|\bthe (?:main |key |biggest )?(?:lesson|takeaway)\b|\bif i (?:could|had to) do it again\b/i,
  ],
  [
    'result',
    /\bas a result\b|\bin the end\b|\bwithin \w+ (?:days?|weeks?|months?|years?)\b|\b(?:reduc|increas|improv|decreas|sav|cut|grew|rose|fell|dropp)\w* .{0,60}(?:\bby\b|\bfrom\b|\bto\b|%|\d)|\bwhich (?:unblocked|reduced|saved|improved|simplified|allowed|enabled|led|resulted|cut|made|accelerated)\b|\b(?:leading to|resulting in)\b|\b(?:achiev(?:ed|ing)|won|delivered on time|went live|paid off|reducing|unblocking|saving)\b|\bbecause it (?:leveled|levelled|made|helped)\b/i,
  ],
  [
    'task',
    /\b(?:my|our) (?:task|job|role|goal|responsibility|mission) was\b|\bi (?:needed|had|was asked|was responsible|was in charge|was supposed)\b(?: to| of| for)|\bwe needed to\b|\bit was (?:up to me|my job)\b/i,
  ],
  [
    'action',
    /\b(?:i|we) (?:\w+ly )?(?:built|led|created|decided|started|began|proposed|designed|wrote|organi[sz]ed|set up|introduced|called|asked|met|talked|spoke|moved|planned|drove|implemented|prioriti[sz]ed|paused|spent|focused|pushed|influenced|negotiated|worked|ran|made|took|gathered|trained|analy[sz]ed|invited|suggested|offered)\b/i,
  ],
]

/** The part that a sentence's own words speak for; null when they speak for none. */
export function partOfSentence(text: string): SaidPart | null {
  return SENTENCE_CUES.find(([, cue]) => cue.test(text))?.[0] ?? null
}
