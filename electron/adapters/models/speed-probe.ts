import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { LONG_SOUND_MS, type ProbeTiming, SHORT_SOUND_MS } from '#domain/models/speed'
import type { SpeedProbe } from '../../services/ports/model.ts'
import type { SpeechEngine, SpeechModel } from '../../services/ports/speech.ts'
import { asDiskError } from '../disk.ts'
import { PART_ENDING } from './model-store.ts'
import { writeShapeFile } from './shape-file.ts'

const SAMPLES_PER_MS = 16
/** Where the probes are written: what a crash leaves of it goes at the next start, as of an upload. */
const SCRATCH = `speed${PART_ENDING}`

/**
 * Times small models of random weights, written below a folder and deleted afterwards, with an engine of its own that
 * `createEngine` starts: the one that hears answers keeps its model.
 */
export function createSpeedProbe(folder: string, createEngine: () => SpeechEngine): SpeedProbe {
  return {
    conditions: { engineVersion: createEngine().version, threads: availableParallelism() },
    async measure(probes, { signal, report }) {
      const scratch = join(folder, SCRATCH)
      await asDiskError(mkdir(scratch, { recursive: true }))
      const engine = createEngine()
      try {
        const timings: ProbeTiming[] = []
        for (const [i, probe] of probes.entries()) {
          const path = join(scratch, `${i}.bin`)
          await asDiskError(writeShapeFile(path, probe.shape, probe.quantisation))
          signal.throwIfAborted()
          timings.push(await timeProbe(engine, modelOf(path), signal))
          await rm(path)
          report((i + 1) / probes.length)
        }
        return timings
      } finally {
        await engine.close()
        await rm(scratch, { recursive: true, force: true })
      }
    },
  }
}

/**
 * The quicker of two requests each, as other programs only ever make them slower. The first one loads the model and warms
 * the memory up; it does not count.
 */
async function timeProbe(engine: SpeechEngine, model: SpeechModel, signal: AbortSignal): Promise<ProbeTiming> {
  const time = async (soundMs: number) => {
    const begun = performance.now()
    await engine.transcribe({ pcm: noise(soundMs) }, model, { signal, report: () => {} })
    return performance.now() - begun
  }
  const quicker = async (soundMs: number) => Math.min(await time(soundMs), await time(soundMs))
  await time(SHORT_SOUND_MS)
  return { shortMs: await quicker(SHORT_SOUND_MS), longMs: await quicker(LONG_SOUND_MS) }
}

/** Soft noise: 16 kHz mono 16-bit samples, the same ones every time. */
function noise(soundMs: number): Uint8Array {
  const samples = new Int16Array(soundMs * SAMPLES_PER_MS)
  let state = 1
  for (let i = 0; i < samples.length; i++) {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647
    samples[i] = (state % 2000) - 1000
  }
  return new Uint8Array(samples.buffer)
}

const modelOf = (path: string): SpeechModel => ({
  id: path,
  name: 'probe',
  path,
  sizeBytes: 0,
  multilingual: false,
  borrowed: false,
  decoding: { maxContext: 0, beamSize: 1, bestOf: 1, temperatureStep: 0, prompt: null },
  windowMs: 30_000,
})
