import { existsSync, statSync } from 'node:fs'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import type { Quantisation } from '../electron/adapters/models/shape-file.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import { canSeeProcesses, processesWith } from '../test/processes.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMb } from './frame/figures.ts'
import { memoryOf } from './frame/machine.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'

const SECONDS = 59
const QUANTISATIONS: readonly Quantisation[] = ['f16', 'q5_1']

async function rowOf(folder: string, shape: Shape, quantisation: Quantisation, wav: string): Promise<string[]> {
  const path = await writeShape(folder, shape, quantisation)
  const model = await createModelStore('').inspect(path)
  const engine = createWhisperEngine(ENGINE)
  const options = { signal: new AbortController().signal, report: () => {} }
  try {
    await engine.transcribe({ wavPath: wav }, model, options)
    const [pid] = processesWith(ENGINE.server, path)
    const memory = pid === undefined ? null : memoryOf(pid)
    const fileBytes = statSync(path).size
    if (!memory) return [`${shape}, ${quantisation}`, inMb(fileBytes), 'gone', 'gone', '']
    const { nowBytes, peakBytes } = memory
    return [
      `${shape}, ${quantisation}`,
      inMb(fileBytes),
      inMb(nowBytes),
      inMb(peakBytes),
      asRatio(peakBytes / fileBytes),
    ]
  } finally {
    await engine.close()
  }
}

export const bench: Bench = {
  about: 'memory of the engine against the size of its model file',
  run: ({ shapes }) =>
    inScratch(async (folder) => {
      const title = 'Memory of the engine'
      const missing = existsSync(ENGINE.server) ? 'left out: processes cannot be looked up here' : NOT_BUILT
      if (!canSeeProcesses || !existsSync(ENGINE.server)) return [{ title, columns: [], rows: [], notes: [missing] }]
      const wav = writeWav(folder, 'sound', joinedSamples(SECONDS))
      const rows: string[][] = []
      for (const shape of shapes) for (const type of QUANTISATIONS) rows.push(await rowOf(folder, shape, type, wav))
      const notes = [`resident memory of whisper-server after ${SECONDS} s of sound, and its peak`]
      return [{ title, columns: ['shape, weights', 'file', 'after', 'peak', 'peak / file'], rows, notes }]
    }),
}
