import type { Score } from '../coverage/score.ts'
import { formatDuration, plural } from '../words/format.ts'
import { reportLine } from '../words/report-line.ts'
import { questionWords, scorecardLine } from '../words/scorecard-words.ts'
import type { Block, ExportDocument } from './document.ts'
import { answerBlocks, momentWords, type ReportSource } from './report-document.ts'

/** A moment of an answer; `startMs` is null where nothing of it was said. */
export interface ScorecardMoment {
  readonly kind: 'covered' | 'wrong-fact' | 'missed' | 'pause'
  readonly text: string
  readonly said: string | null
  readonly startMs: number | null
  readonly position: number
}

/** What a scorecard is written from: what its screen shows, with the reports of the answers by attempt. */
export interface ScorecardSource {
  readonly startedAt: number
  readonly score: Score | null
  readonly figures: {
    readonly durationMs: number
    readonly wordsPerMinute: number | null
    readonly fillersPerMinute: number | null
    readonly longPauses: number | null
  }
  readonly answers: readonly {
    readonly item: {
      readonly position: number
      readonly followUp: boolean
      readonly prompt: string
      readonly section: string | null
      readonly storyTitle: string | null
      readonly state: string
      readonly attemptId: string | null
    }
    readonly score: Score | null
    readonly figures: { readonly durationMs: number } | null
  }[]
  readonly competencies: readonly {
    readonly title: string
    readonly asked: number
    readonly answered: number
    readonly readiness: number | null
  }[]
  readonly stories: readonly { readonly title: string; readonly times: number; readonly readiness: number | null }[]
  readonly best: ScorecardMoment | null
  readonly weakest: ScorecardMoment | null
  readonly reports: ReadonlyMap<string, ReportSource>
}

/** The scorecard of a mock interview with the reports of its answers, as a document of its own. */
export function scorecardDocument(card: ScorecardSource, timeZone: string): ExportDocument {
  return {
    title: 'Mock interview',
    blocks: [
      { kind: 'lead', text: leadOf(card) },
      { kind: 'paragraph', text: momentWords(card.startedAt, timeZone), isQuiet: true },
      ...momentBlocks(card),
      ...tableOf('Competencies', ['Competency', 'Asked', 'Answered', 'Said'], card.competencies.map(competencyRow)),
      ...tableOf('Stories', ['Story', 'Told', 'Said'], card.stories.map(storyRow)),
      ...card.answers.flatMap((answer) => answerOf(card, answer)),
    ],
  }
}

function leadOf(card: ScorecardSource): string {
  const { fillersPerMinute, longPauses } = card.figures
  const pauses = longPauses === 0 ? 'no long pauses' : longPauses && plural(longPauses, 'long pause')
  return [scorecardLine(card), fillerWords(fillersPerMinute), pauses].filter(Boolean).join(', ')
}

function fillerWords(perMinute: number | null): string | null {
  if (perMinute === null) return null
  return perMinute === 0 ? 'no fillers' : `${perMinute.toFixed(1)} fillers a minute`
}

function momentBlocks({ best, weakest, answers }: ScorecardSource): Block[] {
  const rows: (readonly [string, string] | null)[] = [
    best && ['Best moment', momentText(answers, best)],
    weakest && ['Weakest moment', momentText(answers, weakest)],
  ]
  const known = rows.filter((row) => row !== null)
  return known.length > 0 ? [{ kind: 'facts', rows: known }] : []
}

function momentText(
  answers: ScorecardSource['answers'],
  { kind, text, said, startMs, position }: ScorecardMoment,
): string {
  const words = {
    covered: `said: ${text}`,
    'wrong-fact': `you said ${said ?? 'something else'}, the story says ${text}`,
    missed: `not said: ${text}`,
    pause: `a long pause: ${text}`,
  }[kind]
  return `${questionWords(answers, position)}${startMs === null ? '' : ` at ${formatDuration(startMs)}`}, ${words}`
}

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)} %`)

const competencyRow = ({ title, asked, answered, readiness }: ScorecardSource['competencies'][number]): string[] => [
  title,
  String(asked),
  String(answered),
  percent(readiness),
]

const storyRow = ({ title, times, readiness }: ScorecardSource['stories'][number]): string[] => [
  title,
  plural(times, 'time'),
  percent(readiness),
]

const tableOf = (heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length > 0
    ? [
        { kind: 'heading', level: 2, text: heading },
        { kind: 'table', columns, rows },
      ]
    : []

/** What is said of a question without a report. */
const STATES: Readonly<Record<string, string>> = {
  answered: 'Answered; the attempt was deleted since',
  skipped: 'Skipped',
}

function answerOf({ reports, answers }: ScorecardSource, { item }: ScorecardSource['answers'][number]): Block[] {
  const report = item.attemptId === null ? undefined : reports.get(item.attemptId)
  const about = [item.section, report && item.storyTitle ? `the story told: ${item.storyTitle}` : null].filter(Boolean)
  const state = report ? reportLine(report) : (STATES[item.state] ?? 'Not answered')
  return [
    { kind: 'heading', level: 2, text: `${questionWords(answers, item.position)}: ${item.prompt}` },
    { kind: 'paragraph', text: state },
    ...(about.length > 0 ? [{ kind: 'paragraph', text: about.join(' · '), isQuiet: true } as const] : []),
    ...(report ? answerBlocks(report, 3) : []),
  ]
}
