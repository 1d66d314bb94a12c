import { existsSync } from 'node:fs'
import { LONG_SOUND_MS, PROBES, ratesOf, requestMs, SHORT_SOUND_MS, type SpeedRates } from '#domain/models/speed'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { type Quantisation, SHAPES } from '../electron/adapters/models/shape-file.ts'
import { createSpeedProbe } from '../electron/adapters/models/speed-probe.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import type { Bench, BenchOptions } from './frame/bench.ts'
import { asPercent, inMs, inSeconds, least } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples } from './frame/sound.ts'
import type { Table } from './frame/table.ts'

const KINDS: readonly Quantisation[] = ['f16', 'q8_0', 'q5_1']
const SOUNDS = [SHORT_SOUND_MS, LONG_SOUND_MS] as const

async function benchmarked(): Promise<{ rates: SpeedRates; ms: number }> {
  return inScratch(async (folder) => {
    const probe = createSpeedProbe(folder, () => createWhisperEngine(ENGINE))
    const options = { signal: new AbortController().signal, report: () => {} }
    const { result, ms } = await timed(() => probe.measure(PROBES, options))
    return { rates: ratesOf(result), ms }
  })
}

/** The least time of a model's requests for each of the sounds, its loading not counted. */
async function direct(shape: Shape, kind: Quantisation, rounds: number): Promise<number[]> {
  return inScratch(async (folder) => {
    const engine = createWhisperEngine(ENGINE)
    try {
      const model = await createModelStore('').inspect(await writeShape(folder, shape, kind))
      const hear = (soundMs: number) =>
        engine.transcribe({ pcm: joinedSamples(soundMs / 1000) }, model, {
          signal: new AbortController().signal,
          report: () => {},
        })
      await hear(SHORT_SOUND_MS)
      const figures: number[] = []
      for (const soundMs of SOUNDS) {
        const times: number[] = []
        for (let round = 0; round < rounds; round++) times.push((await timed(() => hear(soundMs))).ms)
        figures.push(least(times))
      }
      return figures
    } finally {
      await engine.close()
    }
  })
}

async function tables({ shapes, rounds }: BenchOptions): Promise<Table[]> {
  const title = 'Speed of models, worked out against measured'
  if (!existsSync(ENGINE.server)) return [{ title, columns: [], rows: [], notes: [NOT_BUILT] }]
  const { rates, ms } = await benchmarked()
  const rows: string[][] = []
  for (const shape of shapes)
    for (const kind of KINDS) {
      const measured = await direct(shape, kind, rounds)
      const cells = SOUNDS.map((soundMs, i) => {
        const expected = requestMs(rates, { shape: SHAPES[shape], quantisation: kind }, soundMs)
        return `${inMs(measured[i]!)}, ${inMs(expected)} (${asPercent(expected / measured[i]! - 1)})`
      })
      rows.push([`${shape}, ${kind}`, ...cells])
    }
  return [
    {
      title,
      columns: ['shape, weights', `${SHORT_SOUND_MS / 1000} s of sound`, `${LONG_SOUND_MS / 1000} s of sound`],
      rows,
      notes: [
        `the app's benchmark took ${inSeconds(ms)}; measured: the least of ${rounds} requests, then what was worked out`,
      ],
    },
  ]
}

export const bench: Bench = {
  about: "what the app's benchmark says of models against running them",
  run: tables,
}
