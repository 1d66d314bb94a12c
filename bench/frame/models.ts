import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Quantisation, SHAPES, writeShapeFile } from '../../electron/adapters/models/shape-file.ts'
import type { DecodingSettings } from '../../electron/services/ports/speech.ts'

export type Shape = keyof typeof SHAPES
/** The shapes that a laptop without a graphics card can live with. */
export const MEASURED: readonly Shape[] = ['tiny', 'base', 'small']

/** Greedy, each window for itself and no second tries: the number of tokens then follows the length of the sound alone. */
export const PLAIN: DecodingSettings = { maxContext: 0, beamSize: 1, bestOf: 1, temperatureStep: 0, prompt: null }

/** Writes a model file of a shape, with the description beside it, into a folder and answers its path. */
export async function writeShape(folder: string, shape: Shape, quantisation: Quantisation = 'f16'): Promise<string> {
  const path = join(folder, `${shape}-${quantisation}.bin`)
  await writeShapeFile(path, SHAPES[shape], quantisation)
  writeFileSync(path.replace(/\.bin$/, '.json'), JSON.stringify(PLAIN))
  return path
}
