import type { Word } from '../transcript.ts'
import { type Cue, cuesOf } from './cues.ts'

/** A transcript as SubRip subtitles. The format has no escapes; an arrow that could pass for a time is drawn as one. */
export const toSrt = (words: readonly Word[]): string =>
  cuesOf(words)
    .map((cue, at) => `${at + 1}\n${timesOf(cue, ',')}\n${cue.lines.join('\n').replaceAll('-->', '→')}\n`)
    .join('\n')

const VTT_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A transcript as WebVTT (W3C, https://www.w3.org/TR/webvtt1/). */
export const toVtt = (words: readonly Word[]): string =>
  ['WEBVTT\n', ...cuesOf(words).map((cue) => `${timesOf(cue, '.')}\n${vttText(cue)}\n`)].join('\n')

const vttText = ({ lines }: Cue): string =>
  lines.map((line) => line.replaceAll(/[&<>]/g, (sign) => VTT_ENTITIES[sign]!)).join('\n')

const timesOf = ({ startMs, endMs }: Cue, mark: ',' | '.'): string =>
  `${clock(startMs, mark)} --> ${clock(endMs, mark)}`

/** `00:01:02,345` */
function clock(timeMs: number, mark: ',' | '.'): string {
  const ms = Math.round(timeMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
  return `${two(h)}:${two(m)}:${two(s)}${mark}${String(ms % 1000).padStart(3, '0')}`
}
