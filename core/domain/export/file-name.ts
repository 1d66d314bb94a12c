import { minuteOf } from '../backup/calendar.ts'

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const MAX_NAME_CHARS = 60

/** A name that every file system takes: no signs of paths, at most 255 bytes with the ending. */
export function fileNameOf(title: string, fallback: string): string {
  const plain = title.replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ')
  const short = [...plain]
    .slice(0, MAX_NAME_CHARS)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return short && !DEVICE.test(short) ? short : `${fallback} ${short}`.trim()
}

/** A name with the minute it is about: `How I cut the build time 2026-11-21 20.21.md`. */
export const datedFileName = (title: string, at: number, timeZone: string, ending: string): string =>
  `${fileNameOf(title, 'Story')} ${minuteOf(at, timeZone)}.${ending}`
