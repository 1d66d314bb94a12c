import type { CatalogueModel, ModelInfo, ModelSpeed } from '#contract/models'
import { formatBytes } from '../shared/format.ts'

/** `about 8 times faster than you speak`. */
export function paceWords({ perMinuteMs }: Pick<ModelSpeed, 'perMinuteMs'>): string {
  const times = 60_000 / perMinuteMs
  if (times < 0.95) return 'slower than you speak'
  if (times < 1.5) return 'about as fast as you speak'
  return `about ${times < 10 ? Math.round(2 * times) / 2 : Math.round(times)} times faster than you speak`
}

/** `last words 1.2 s after you stop`, or that it cannot listen along. */
export const liveWords = ({ keepsUp, tailMs }: ModelSpeed): string =>
  keepsUp ? `last words ${secondsWords(tailMs)} after you stop` : 'too slow to listen along, hears afterwards'

const secondsWords = (ms: number): string => `${ms < 9500 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)}\u00a0s`

/** What a model on this machine is: `82 MB · English only · …`. */
export const modelWords = (model: ModelInfo): string =>
  [
    formatBytes(model.sizeBytes),
    model.multilingual ? 'many languages' : 'English only',
    model.borrowed && 'used from where it lies',
    model.speed && paceWords(model.speed),
    model.speed && liveWords(model.speed),
  ]
    .filter(Boolean)
    .join(' · ')

/** What the families are good for; the sizes of their mistakes are OpenAI's, in the paper and the model cards. */
export const FAMILIES: Readonly<Record<string, { readonly title: string; readonly hint: string }>> = {
  tiny: { title: 'Tiny', hint: 'The quickest. Mistakes ordinary words now and then, names often.' },
  base: { title: 'Base', hint: 'Quick, and right about most ordinary words.' },
  small: { title: 'Small', hint: 'Clearly better with names, numbers and accents.' },
  medium: { title: 'Medium', hint: 'Hears nearly everything; for fast machines.' },
  'large-v3-turbo': { title: 'Large v3 Turbo', hint: 'The best hearing, in many languages; for very fast machines.' },
}

const WEIGHTS: Readonly<Record<string, string>> = {
  f16: 'Full weights',
  q8_0: '8-bit weights',
  q5_1: '5-bit weights',
  q5_0: '5-bit weights',
}

/** How the files of a family differ when the language is the same. */
export const weightsWords = ({ quantisation }: Pick<CatalogueModel, 'quantisation'>): string =>
  WEIGHTS[quantisation] ?? quantisation

/** What a model to download costs: `82 MB · takes 190 MB of memory`. */
export function costWords({ sizeBytes, memoryBytes, fits }: CatalogueModel): string {
  if (memoryBytes === null) return formatBytes(sizeBytes)
  const memory = `${formatBytes(memoryBytes)} of memory`
  return `${formatBytes(sizeBytes)} · ${fits ? `takes ${memory}` : `would take ${memory}, too much for this machine`}`
}

/** How fast a model would be; null before this machine was measured. */
export const speedWords = ({ speed }: Pick<CatalogueModel, 'speed'>): string | null =>
  speed && `${capitalised(paceWords(speed))} · ${liveWords(speed)}`

const capitalised = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** Where a download stands, without its figures; null when there is none. */
export function downloadWords({ name, download }: Pick<CatalogueModel, 'name' | 'download'>): string | null {
  switch (download?.state) {
    case undefined:
      return null
    case 'waiting':
      return `${name} waits for another download`
    case 'running':
      return `Downloading ${name}`
    case 'checking':
      return `Checking that the engine loads ${name}`
    case 'paused':
      return `${name} is paused`
    case 'failed':
      return `${name} stopped`
  }
}
