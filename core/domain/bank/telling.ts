import type { Part } from '../story.ts'
import { partOfSentence } from './narrative.ts'

type SaidPart = Exclude<Part, 'other'>

/** A sentence of a story; `opens`: a paragraph begins with it. */
export interface Told {
  readonly text: string
  readonly opens: boolean
}

const ORDER: readonly SaidPart[] = ['situation', 'task', 'action', 'result', 'learning']
const NEEDED: ReadonlySet<SaidPart> = new Set(['situation', 'action', 'result'])

// Words that speak for a part without deciding it, in the languages that banks are written in.
const HINTS: readonly [SaidPart, number, RegExp][] = [
  [
    'situation',
    1,
    /^(?:when i|while|in my|during|last|at my|two|three|some|a few|years? ago|back in|in (?:19|20)\d\d|als ich|vor|letzte[nsr]?|im jahr|während|quand|lorsque|il y a|pendant|en (?:19|20)\d\d|cuando|hace|durante|quando|há|когда|в прошлом|два года|три года|去年|前年|当时|有一次|\d+年)/i,
  ],
  [
    'task',
    2,
    /\b(?:i|we) (?:had|needed|was asked|were asked|was told|was expected|was responsible|was supposed) (?:to|for)\b|\b(?:asked|told|wanted|expected) me to\b|\bi wanted\b|\bich (?:sollte|musste|wollte)\b|\b(?:sollte|musste) ich\b|\bmeine aufgabe\b|\bje devais\b|\bil fallait\b|\bma mission\b|\bon m'a demandé\b|\btenía que\b|\bdebía\b|\bmi tarea\b|\beu (?:precisava|tinha que|devia)\b|\bminha tarefa\b/i,
  ],
  [
    'task',
    2,
    /мне (?:нужно|надо|поручили|предстояло)|я (?:должен|должна)|моя задача|我(?:需要|负责|必须|得)|我的任务|要求我/,
  ],
  [
    'action',
    1.2,
    /\b(?:so i|so we|then i|i then|first,? i|next,? i)\b|\b(?:i|we) (?:\w+ly |also |then |first )?(?:[a-z]{3,}ed|went|found|split|put|got|gave|told|sent|brought|bought|sold|drew|cut|kept|held|taught|sat|stood|rode|swam|hid|tore|tied|lent|flew|slept|knew|sang|sewed|broke|chose|swapped|let|read|hung)\b/i,
  ],
  [
    'action',
    1.2,
    /\bich (?:habe|hab|\p{L}+te)\b|\b(?:habe|dann) ich\b|\bj['’]ai\b|\bnous avons\b|\b\p{L}{3,}é\b(?! par)|\bdecidí\b|\bfui\b|\bfiz\b|\b(?:eu|nós) \p{L}+(?:ei|i|amos)\b|(?:^|[\s,])я (?:\p{L}+ )?\p{L}+(?:л|ла|лся|лась)(?=$|[\s.,])|(?:^|[\s,])мы \p{L}+ли(?=$|[\s.,])|我(?:们)?(?:先|立刻|马上|亲自|决定|把|给|找|联系|请)/iu,
  ],
  [
    'result',
    2,
    /\b(?:the result was|the outcome was|in the end|as a result|eventually|finally|by the end|since then|ever since|to this day|from then on|am ende|schließlich|seitdem|dadurch|daraufhin|das ergebnis|finalement|au final|à la fin|depuis|résultat|al final|finalmente|desde entonces|el resultado|no final|no fim|desde então|o resultado)\b|в итоге|в результате|в конце концов|с тех пор|最后|结果|最终|从此/i,
  ],
  ['result', 0.8, /\b(?:again|now|nobody|everybody|everyone|today|still|since|paid|saved|won|thanked|never)\b|\d+ ?%/i],
  [
    'learning',
    3,
    /\bwhat i (?:took|take|learn\w*)\b|\bi (?:have |'ve )?(?:learn(?:ed|t)|now know|understood that)\b|\btaught me\b|\blooking back\b|\bin hindsight\b|\bthe lesson\b|\bnext time\b|\b(?:habe ich|ich habe)\b.{0,40}\bgelernt\b|\bgelernt habe\b|\bseitdem weiß ich\b|\bj'ai (?:appris|compris)\b|\baprendí\b|\baprendi\b|\bho imparato\b|я (?:понял|поняла|научил(?:ся|ась))|этот (?:случай|опыт) научил|我(?:学到|学会|明白|意识到)|这件事(?:让|教)/i,
  ],
]

const CUE = 2
const NEVER = -1e6
// A story may begin with its task or action, but only for good words.
const LATE_START = 1.8

/**
 * The part of each sentence of a story told without labels. Stories go from the situation to the result and never
 * back, so the best way forward is taken: what the words speak for counts most, then the place in the story, and a
 * new part rather begins with a new paragraph.
 */
export function partsOfNarrative(sentences: readonly Told[]): SaidPart[] {
  const complete = sentences.length >= NEEDED.size
  let best: number[] = ORDER.map((_, part) =>
    part === 0 ? 0 : part > 2 && (complete || part === 4) ? NEVER : -LATE_START,
  )
  const steps: number[][] = []
  sentences.forEach((sentence, i) => {
    const from: number[] = []
    const scores = scoresOf(sentence, i, sentences.length)
    best = ORDER.map((_, to) => {
      let [value, came] = [NEVER * 2, to]
      for (let part = 0; part <= to; part++) {
        if (i === 0 && part !== to) continue
        if (complete && skipsNeeded(part, to)) continue
        const change = part === to || i === 0 ? 0 : sentence.opens ? 0.4 : -0.2
        if (best[part]! + change > value) [value, came] = [best[part]! + change, part]
      }
      from.push(came)
      return value + scores[to]!
    })
    steps.push(from)
  })
  return walkBack(best, steps, complete)
}

const skipsNeeded = (from: number, to: number) => ORDER.slice(from + 1, to).some((part) => NEEDED.has(part))

function walkBack(best: readonly number[], steps: readonly number[][], complete: boolean): SaidPart[] {
  const ends = complete ? [3, 4] : ORDER.map((_, part) => part)
  let at = ends.reduce((top, part) => (best[part]! > best[top]! ? part : top), ends[0]!)
  const parts: SaidPart[] = []
  for (let i = steps.length - 1; i >= 0; i--) {
    parts.push(ORDER[at]!)
    at = steps[i]![at]!
  }
  return parts.reverse()
}

/** The parts that a sentence's words speak for, surely or not. */
export function hintsAt(text: string): Set<SaidPart> {
  const cue = partOfSentence(text)
  const hinted = HINTS.flatMap(([part, , hint]) => (hint.test(text) ? [part] : []))
  return new Set(cue ? [cue, ...hinted] : hinted)
}

function scoresOf({ text }: Told, at: number, count: number): number[] {
  const place = (at + 0.5) / count
  const cue = partOfSentence(text)
  return ORDER.map((part) => {
    let score = placeScore(part, place)
    if (cue === part) score += part === 'action' ? 1.2 : CUE
    for (const [spoken, weight, hint] of HINTS) if (spoken === part && hint.test(text)) score += weight
    return score
  })
}

/** How well a part suits a place from 0 to 1; tasks and learnings are hardly ever there without words for them. */
function placeScore(part: SaidPart, place: number): number {
  const off = (from: number, to: number) => 3 * Math.max(0, from - place, place - to)
  switch (part) {
    case 'situation':
      return 0.6 - off(0, 0.35)
    case 'task':
      return -1 - off(0.15, 0.55) / 2
    case 'action':
      return 0.6 - off(0.3, 0.8)
    case 'result':
      return 0.6 - off(0.7, 1)
    case 'learning':
      return -1.5 - off(0.75, 1)
  }
}
