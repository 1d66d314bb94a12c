import type { Delivery } from '../delivery/delivery.ts'
import type { TargetBand } from '../story.ts'
import { formatDuration, plural } from '../words/format.ts'
import { lengthWords, PART_LABELS } from '../words/report-line.ts'

type Row = readonly [term: string, text: string]

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** How an answer was delivered, a figure a row; what was not measured is left out. */
export function deliveryFigures(delivery: Delivery, target: TargetBand): Row[] {
  const { durationMs, pace, isEnglish, wordCount, partTimes } = delivery
  const rows: (Row | null)[] = [
    ['Length', `${formatDuration(durationMs)}, ${lengthWords(durationMs, target)}`],
    pace.wordsPerMinute === null ? null : ['Pace', `${Math.round(pace.wordsPerMinute)} words a minute`],
    pace.articulationRate === null
      ? null
      : ['Speaking', `${Math.round(pace.articulationRate)} words a minute without the pauses`],
    wordCount > 1 ? ['Pauses', pauseFigures(delivery)] : null,
    isEnglish && wordCount > 0 ? ['Fillers', fillerFigures(delivery)] : null,
    isEnglish && wordCount > 0 ? ['I and we', voiceFigures(delivery)] : null,
    partTimes.length > 0 ? ['Parts', partFigures(delivery)] : null,
  ]
  return rows.filter((row) => row !== null)
}

function pauseFigures({ pauses }: Delivery): string {
  if (pauses.count === 0) return 'None'
  const longest = Math.max(0, ...pauses.shown.map(({ startMs, endMs }) => endMs - startMs))
  const tail = longest > 0 ? `, the longest ${seconds(longest)}` : ''
  return `${pauses.count}, ${seconds(pauses.totalMs)} in all${tail}`
}

/** Fillers of a minute; null where it is too short to say. */
function fillersPerMinute({ fillers, durationMs, isEnglish, wordCount }: Delivery): number | null {
  return isEnglish && wordCount > 0 && durationMs > 0 ? (fillers.length * 60_000) / durationMs : null
}

function fillerFigures(delivery: Delivery): string {
  const { fillers } = delivery
  if (fillers.length === 0) return 'None heard'
  const groups = [...Map.groupBy(fillers, ({ text }) => text.toLowerCase())].sort((a, b) => b[1].length - a[1].length)
  const said = groups.map(([text, all]) => `“${text}”${all.length > 1 ? ` × ${all.length}` : ''}`).join(', ')
  return `${fillers.length}, ${(fillersPerMinute(delivery) ?? 0).toFixed(1)} a minute: ${said}`
}

function voiceFigures({ voices }: Delivery): string {
  const all = voices.find(({ part }) => part === null) ?? { i: 0, we: 0 }
  return `“I” ${plural(all.i, 'time')}, “we” ${plural(all.we, 'time')}`
}

const partFigures = ({ partTimes }: Delivery): string =>
  partTimes.map(({ part, share }) => `${PART_LABELS[part]} ${Math.round(share * 100)} %`).join(', ')
