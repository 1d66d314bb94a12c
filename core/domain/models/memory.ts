import type { SpeechFile } from './catalogue.ts'
import type { Family } from './shapes.ts'

const MB = 1e6

/** What the engine takes beside the weights themselves, by family; measured and rounded up, see docs/models.md. */
const WORKING_BYTES: Readonly<Record<Family, number>> = {
  tiny: 90 * MB,
  base: 115 * MB,
  small: 190 * MB,
  medium: 335 * MB,
  'large-v3-turbo': 200 * MB,
}

/** What the engine takes of the memory while it hears with a model. */
export const memoryBytes = ({ family, sizeBytes }: Pick<SpeechFile, 'family' | 'sizeBytes'>): number =>
  sizeBytes + WORKING_BYTES[family]
