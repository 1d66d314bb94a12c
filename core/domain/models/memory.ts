import type { SpeechFile } from './catalogue.ts'
import type { Family } from './shapes.ts'

const MB = 1e6

/** What the engine takes beside the weights themselves, by family; measured, see docs/models.md. */
const WORKING_BYTES: Readonly<Record<Family, number>> = {
  tiny: 120 * MB,
  base: 160 * MB,
  small: 330 * MB,
  medium: 750 * MB,
  'large-v3-turbo': 550 * MB,
}

/** What the engine takes of the memory while it hears with a model. */
export const memoryBytes = ({ family, sizeBytes }: Pick<SpeechFile, 'family' | 'sizeBytes'>): number =>
  sizeBytes + WORKING_BYTES[family]
