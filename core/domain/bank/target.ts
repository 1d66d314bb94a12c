import type { TargetBand } from '../story.ts'

const UNIT =
  'seconds?|secs?|s|minutes?|mins?|m|sekunden?|sek|minuten?|secondes?|segundos?|minutos?|secondi|minuti|secondo|seconden|секунд[аы]?|сек|минут[аы]?|мин|秒钟?|分钟?|分鐘|초|분'
const LETTER_AFTER = '(?![\\p{L}\\p{N}])'
const HINT = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(\\d{1,3}(?:[.,]\\d)?)\\s*(?:(?:${UNIT})?\\s*(?:-|–|—|~|to|bis|à|a|до|至|到)\\s*(\\d{1,3}(?:[.,]\\d)?)\\s*)?[\\s-]*(${UNIT})${LETTER_AFTER}(.{0,60})`,
  'giu',
)
const CLOCK = /(?<![\d:])(\d{1,2}):([0-5]\d)(?:\s*(?:-|–|—|to)\s*(\d{1,2}):([0-5]\d))?(?![\d:])/
const ABOUT_SPEAKING =
  /\b(?:spoken|version|aloud|answers?|responses?|practi[cs]e|rehears\w*|target|length|duration|timing|speak\w*|talk\w*|deliver\w*|say|tell|per story|each story|pitch|time|dauer|länge|redezeit|durée|longueur|duración|duração|durata|tijd)\b|длительность|продолжительность|время|时长|時長|時間|时间|시간/iu
const TITLE_HINT =
  /\s*(?:[([（]\s*([^()[\]（）]{1,40})\s*[)\]）]|(?:[–—|-]|\p{So}\p{VS}?)\s*((?:~|ca\.?\s*|about\s+)?\d[\p{L}\d\s.:–—-]{0,24}))\s*$/u

/** How long an answer should be, where a text says so; a single number gets a quarter of leeway below and above. */
export function findTarget(text: string): TargetBand | null {
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(HINT)) {
      const around = line.slice(Math.max(0, match.index - 60), match.index) + match[4]
      const band = ABOUT_SPEAKING.test(around) ? bandOf(match) : null
      if (band) return band
    }
    const clock = /^[^:：]{0,24}[:：]\s*/.exec(line)
    if (clock && ABOUT_SPEAKING.test(clock[0])) {
      const band = clockBand(line.slice(clock[0].length))
      if (band) return band
    }
  }
  return null
}

/** A story's title without the length at its end, as in "The flood (60-90 seconds)"; `hint` is null without one. */
export function splitTitle(title: string): { title: string; hint: string | null; target: TargetBand | null } {
  const found = TITLE_HINT.exec(title)
  const hint = found && (found[1] ?? found[2]!)
  const target = hint && wholeHint(hint)
  if (!hint || !target || found.index === 0) return { title, hint: null, target: null }
  return { title: title.slice(0, found.index).trim(), hint, target }
}

/** The length that some words name when they name nothing else. */
export function wholeHint(words: string): TargetBand | null {
  const match = [...words.matchAll(HINT)][0]
  const rest = match ? words.replace(match[0].slice(0, match[0].length - match[4]!.length), '') : words
  const spare =
    /^[\s~≈<>().,:;\p{So}\p{VS}-]*(?:about|ca|approx|around|target|spoken|length|time|max|aim for|aim)?[\s~≈<>().,:;-]*$/iu
  if (match) return spare.test(rest) ? bandOf(match) : null
  return /^[\s~\p{So}\p{VS}]*\d{1,2}:[0-5]\d(?:\s*[-–—]\s*\d{1,2}:[0-5]\d)?\s*(?:min|minutes)?\s*$/u.test(words)
    ? clockBand(words)
    : null
}

function bandOf(match: RegExpMatchArray): TargetBand | null {
  const unitMs = /^(?:m|мин|分|분)/iu.test(match[3]!) ? 60_000 : 1000
  const number = (text: string) => Number(text.replace(',', '.')) * unitMs
  return band(number(match[1]!), match[2] ? number(match[2]) : null)
}

function clockBand(text: string): TargetBand | null {
  const match = CLOCK.exec(text)
  if (!match) return null
  const ms = (minutes: string, seconds: string) => (Number(minutes) * 60 + Number(seconds)) * 1000
  return band(ms(match[1]!, match[2]!), match[3] ? ms(match[3], match[4]!) : null)
}

function band(from: number, to: number | null): TargetBand | null {
  const { minMs, maxMs } = to === null ? { minMs: from * 0.75, maxMs: from * 1.25 } : { minMs: from, maxMs: to }
  if (minMs < 10_000 || maxMs > 1_200_000 || minMs > maxMs) return null
  return { minMs: Math.round(minMs), maxMs: Math.round(maxMs) }
}
