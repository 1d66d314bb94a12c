import { existsSync } from 'node:fs'
import { coverPoints } from '#domain/coverage/cover'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import { processesWith } from '../test/processes.ts'
import type { Bench } from './frame/bench.ts'
import { asRatio, inMb, inMs, inSeconds, median } from './frame/figures.ts'
import { memoryOf } from './frame/machine.ts'
import { timed } from './frame/measure.ts'
import { writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'
import { headingsOf, storyOf, tellingOf } from './history-text.ts'
import { dice } from './import-text.ts'

const MINUTES = [1, 5, 20]
const WORDS_A_MINUTE = 150

interface Figures {
  readonly minutes: number
  readonly engineMs: number
  readonly engineBytes: number
  readonly ownBytes: number
  readonly judgingMs: number
}

/** A story told over and over for so many minutes, judged. */
async function judging(minutes: number): Promise<number> {
  const roll = dice(11)
  const story = storyOf(0, headingsOf(0), roll)
  const words = Array.from({ length: 10 * minutes }, () => tellingOf(story, roll).words)
    .flat()
    .slice(0, minutes * WORDS_A_MINUTE)
  const runs: number[] = []
  for (let i = 0; i < 5; i++) runs.push((await timed(() => coverPoints(story.points, words))).ms)
  return median(runs)
}

/** A fresh engine for each length, so that its peak is that of this length. */
async function measure(folder: string, path: string, minutes: number): Promise<Figures> {
  const model = await createModelStore('').inspect(path)
  const engine = createWhisperEngine(ENGINE)
  const wav = writeWav(folder, `minutes-${minutes}`, joinedSamples(60 * minutes))
  const options = { signal: new AbortController().signal, report: () => {} }
  try {
    await engine.transcribe({ pcm: joinedSamples(2) }, model, options)
    const { ms } = await timed(() => engine.transcribe({ wavPath: wav }, model, options))
    const [pid] = processesWith(ENGINE.server, path)
    const memory = pid === undefined ? null : memoryOf(pid)
    const ownBytes = process.memoryUsage.rss()
    return {
      minutes,
      engineMs: ms,
      engineBytes: memory?.peakBytes ?? Number.NaN,
      ownBytes,
      judgingMs: await judging(minutes),
    }
  } finally {
    await engine.close()
  }
}

export const bench: Bench = {
  about: 'how cost grows with the length of a recording: 1, 5 and 20 minutes',
  run: ({ shapes }) =>
    inScratch(async (folder) => {
      const title = 'Growth with the length of a recording'
      if (!existsSync(ENGINE.server)) return [{ title, columns: [], rows: [], notes: [NOT_BUILT] }]
      const shape = shapes[0]!
      const path = await writeShape(folder, shape)
      const found: Figures[] = []
      for (const minutes of MINUTES) found.push(await measure(folder, path, minutes))
      const first = found[0]!
      const rows = found.map(({ minutes, engineMs, engineBytes, ownBytes, judgingMs }) => [
        `${minutes} min`,
        inSeconds(engineMs),
        asRatio(engineMs / first.engineMs / minutes),
        inMb(engineBytes),
        inMb(ownBytes),
        inMs(judgingMs),
        asRatio(judgingMs / first.judgingMs / minutes),
      ])
      const notes = [
        `engine: the whole recording at once, ${shape} shape, model loaded; its memory is the peak`,
        'judging: coverage of one story in an answer of 150 words a minute',
      ]
      const columns = [
        'length',
        'engine',
        'a minute, 1 min = 1',
        'engine memory',
        'our memory',
        'judging',
        'a minute, 1 min = 1',
      ]
      return [{ title, columns, rows, notes }]
    }),
}
