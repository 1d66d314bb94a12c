import type { TargetBand } from '../story.ts'

const HINT =
  /\b(\d{1,3}(?:\.\d)?)\s*(?:(?:-|–|—|to)\s*(\d{1,3}(?:\.\d)?)\s*)?[\s-]*(seconds?|secs?|s|minutes?|mins?|sekunden|minuten)\b(.{0,60})/gi
const ABOUT_SPEAKING =
  /\b(?:spoken|version|aloud|answers?|responses?|practi[cs]e|rehears\w*|target|length|speak\w*|talk\w*|deliver\w*|say|tell|per story|each story|pitch)\b/i

/** How long an answer should be, where a text says so; a single number gets a quarter of leeway below and above. */
export function findTarget(text: string): TargetBand | null {
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(HINT)) {
      const around = line.slice(Math.max(0, match.index - 60), match.index) + match[4]
      if (!ABOUT_SPEAKING.test(around)) continue
      const unitMs = /^m/i.test(match[3]!) ? 60_000 : 1000
      const from = Number(match[1]) * unitMs
      const to = match[2] ? Number(match[2]) * unitMs : null
      const band = to === null ? { minMs: from * 0.75, maxMs: from * 1.25 } : { minMs: from, maxMs: to }
      if (band.minMs >= 10_000 && band.maxMs <= 1_200_000 && band.minMs <= band.maxMs) {
        return { minMs: Math.round(band.minMs), maxMs: Math.round(band.maxMs) }
      }
    }
  }
  return null
}
