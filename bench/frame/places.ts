import { join } from 'node:path'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const RESOURCES = join(ROOT, 'resources')
export const FIXTURES = join(ROOT, 'test/fixtures')
/** Recordings with their exact texts, where the workshop's own data is present. */
export const SHARED_SPEECH = join(ROOT, '../shared/speech/wav')
export const MICRO_MODEL = join(FIXTURES, 'ggml-micro.en.bin')
export const ENGINE = enginePaths(RESOURCES)
export const NOT_BUILT = 'left out: the speech engine is not built (npm run build:engine)'
