import { minuteOf } from '../backup/calendar.ts'

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const MAX_NAME_CHARS = 60

/** A name that every file system takes: no signs of paths, at most 255 bytes with the ending. */
export function fileNameOf(title: string, fallback: string): string {
  const plain = title.replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ')
  const short = shortened([...plain]).replace(/^[\s.]+|[\s.]+$/g, '')
  return short && !DEVICE.test(short) ? short : `${fallback} ${short}`.trim()
}

/** The first words that fit; a single long word is cut. */
function shortened(signs: readonly string[]): string {
  if (signs.length <= MAX_NAME_CHARS) return signs.join('')
  const end = signs.slice(0, MAX_NAME_CHARS + 1).lastIndexOf(' ')
  return signs.slice(0, end > MAX_NAME_CHARS / 2 ? end : MAX_NAME_CHARS).join('')
}

/** A name with the minute it is about: `How I cut the build time 2026-11-21 20.21.md`. */
export const datedFileName = (title: string, at: number, timeZone: string, ending: string): string =>
  `${fileNameOf(title, 'Story')} ${minuteOf(at, timeZone)}.${ending}`
