import { type Block, RANK } from './blocks.ts'
import { BOLD_OFF, BOLD_ON } from './inline.ts'
import { readLabel } from './labels.ts'

const INLINE_LABEL = new RegExp(
  `(?<=^|[\\s.;!?(|${BOLD_OFF}])${BOLD_ON}?(Situation|Context|Background|Challenge|Problem|Tasks?|Goal|Objective|Actions?|Approach|Solution|Results?|Outcomes?|Impact|Learnings?|Lessons?(?: learned)?|Takeaways?|Aufgabe|Handlung|Ergebnis)\\s*${BOLD_OFF}?\\s*[:：]${BOLD_OFF}?\\s*`,
  'g',
)

/** A whole story told in one paragraph with its labels inside becomes a headline and a block per part; others stay as they are. */
export function splitInlineStory(source: Block): Block[] {
  if (source.kind === 'heading' || source.kind === 'code' || source.fenced || source.text.length < 60) return [source]
  const cuts = [...source.text.matchAll(INLINE_LABEL)]
  if (cuts.length < 3) return [source]
  const roles = new Set(cuts.map((cut) => readLabel(cut[0], 'line')?.role))
  if (roles.size < 3 || !roles.has('action') || !roles.has('result')) return [source]
  const head = source.text.slice(0, cuts[0]!.index).trim()
  const parts = cuts.map((cut, i) => {
    const said = source.text.slice(cut.index + cut[0].length, cuts[i + 1]?.index).trim()
    return { ...source, text: `${BOLD_ON}${cut[1]}:${BOLD_OFF} ${said}`, rank: source.rank + 1, ordinal: null }
  })
  if (!head) return parts
  return [{ ...source, text: head, rank: Math.max(source.rank, RANK.text) }, ...parts]
}
