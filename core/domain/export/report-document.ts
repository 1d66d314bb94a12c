import type { Attempt } from '../attempt.ts'
import type { CoverageStatus, PointCoverage } from '../coverage/coverage.ts'
import type { Score } from '../coverage/score.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { PARTS, type Point, type TargetBand } from '../story.ts'
import { spanText, type Word, type WordSpan } from '../transcript.ts'
import { formatDuration } from '../words/format.ts'
import { CUE_WORDS, type ReportGist, reportLine } from '../words/report-line.ts'
import { sameText } from '../words/same-text.ts'
import { deliveryFigures } from './delivery-figures.ts'
import type { Block, ExportDocument, PointEntry, SaidWords } from './document.ts'
import { saidParagraphs } from './paragraphs.ts'

/** A point with the verdict on it; `status` is the one that counts, the user's before the matcher's. */
export interface ReportPoint {
  readonly point: Point
  readonly judged: PointCoverage | null
  readonly override: CoverageStatus | null
  readonly status: CoverageStatus | null
}

/** What a report is written from: what its screen shows. */
export interface ReportSource {
  readonly attempt: Attempt
  readonly transcription: ReportGist['transcription']
  readonly storyTitle: string
  readonly question: string | null
  readonly target: TargetBand
  readonly points: readonly ReportPoint[]
  readonly score: Score | null
  readonly words: readonly Word[] | null
  readonly corrected: boolean
  readonly delivery: Delivery | null
}

/** A moment in words, as a reader's calendar has it. `timeZone` is an IANA name. */
export const momentWords = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)

/** The report of an attempt as a document of its own. */
export const reportDocument = (report: ReportSource, timeZone: string): ExportDocument => ({
  title: report.storyTitle,
  blocks: [{ kind: 'lead', text: reportLine(report) }, ...aboutBlocks(report, timeZone), ...answerBlocks(report, 2)],
})

function aboutBlocks({ attempt, question, storyTitle }: ReportSource, timeZone: string): Block[] {
  const about = [momentWords(attempt.startedAt, timeZone), CUE_WORDS[attempt.cueLevel]]
  if (attempt.focus) about.push('some points only')
  if (attempt.favourite) about.push('favourite')
  if (attempt.recovered) about.push('recovered: it was cut off while recording')
  const asked: Block[] =
    question && !sameText(question, storyTitle) ? [{ kind: 'paragraph', text: `Asked: “${question}”` }] : []
  return [...asked, { kind: 'paragraph', text: about.join(' · '), isQuiet: true }]
}

/** What was said of the story, how, and in which words; `level` is that of the headings. */
export function answerBlocks(report: ReportSource, level: 2 | 3): Block[] {
  const { attempt, words, delivery, target, corrected } = report
  const heading = (text: string): Block => ({ kind: 'heading', level, text })
  const facts = wrongFacts(report)
  const figures = delivery && words?.length ? deliveryFigures(delivery, target) : []
  return [
    ...section(heading('Note'), attempt.note.trim() ? [{ kind: 'note', text: attempt.note }] : []),
    ...section(heading('Wrong facts'), facts.length > 0 ? [{ kind: 'list', items: facts }] : []),
    ...section(heading('Points'), pointBlocks(report, level === 2 ? 3 : 4)),
    ...section(heading('Delivery'), figures.length > 0 ? [{ kind: 'facts', rows: figures }] : []),
    ...section(
      heading(corrected ? 'Transcript, corrected by hand' : 'Transcript'),
      words?.length ? [{ kind: 'speech', paragraphs: saidParagraphs(words) }] : [],
    ),
  ]
}

const section = (heading: Block, blocks: readonly Block[]): Block[] => (blocks.length > 0 ? [heading, ...blocks] : [])

/** Where the user judged by hand, the matcher's finding no longer stands. */
function wrongFacts({ points, words }: ReportSource): string[] {
  return points
    .filter(({ override }) => override === null)
    .flatMap(({ judged }) => judged?.wrongFacts ?? [])
    .map(({ said, expected, span }) => {
      const first = words?.[span.from]
      return `You said ${said}, the story says ${expected}${first ? ` (${formatDuration(first.startMs)})` : ''}`
    })
}

function pointBlocks({ points, words }: ReportSource, level: 3 | 4): Block[] {
  return PARTS.flatMap((part): Block[] => {
    const own = points.filter(({ point }) => point.part === part)
    return own.length > 0
      ? [{ kind: 'points', level, part, points: own.map((each) => entryOf(each, words ?? [])) }]
      : []
  })
}

function entryOf({ point, judged, override, status }: ReportPoint, words: readonly Word[]): PointEntry {
  const remarks = [override && 'by you', point.weight !== 'normal' && point.weight]
  const isSaid = status === 'covered' || status === 'partial'
  const closest = status === 'missed' && override === null ? judged?.closest : null
  return {
    status,
    text: point.text,
    remarks: remarks.filter((remark) => typeof remark === 'string'),
    said: isSaid ? (judged?.evidence ?? []).flatMap((span) => saidAt(words, span) ?? []) : [],
    closest: closest ? saidAt(words, closest) : null,
  }
}

function saidAt(words: readonly Word[], span: WordSpan): SaidWords | null {
  const first = words[span.from]
  return first ? { time: formatDuration(first.startMs), text: spanText(words, span) } : null
}
