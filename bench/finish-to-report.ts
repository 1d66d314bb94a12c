import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Client } from '#contract/client'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import { withApp } from './frame/app.ts'
import type { Bench, BenchOptions } from './frame/bench.ts'
import { asRatio, inSeconds, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, FIXTURES, MICRO_MODEL, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples } from './frame/sound.ts'
import type { Table } from './frame/table.ts'

const ANSWER_SECONDS = 90
const CHUNK_MS = 100
const CHUNK_BYTES = 32 * CHUNK_MS

type Pace = 'as it is spoken' | 'at once'

/** Hands a recording to the app, chunk by chunk, and answers the milliseconds from Finish to its report. */
async function finishToReport(client: Client, storyId: string, pcm: Uint8Array, pace: Pace): Promise<number> {
  const { attemptId } = await client.call('recordings.begin', {
    storyId,
    questionId: null,
    cueLevel: 'full',
    focus: null,
  })
  const startedAt = performance.now()
  for (let at = 0, sequence = 0; at < pcm.length; at += CHUNK_BYTES, sequence++) {
    if (pace === 'as it is spoken')
      await setTimeout(Math.max(0, startedAt + (sequence + 1) * CHUNK_MS - performance.now()))
    await client.call('recordings.append', { attemptId, sequence, pcm: pcm.slice(at, at + CHUNK_BYTES) })
  }
  const ended = new Promise<void>((resolve) => {
    client.on('job.changed', (job) => job.subjectId === attemptId && job.state === 'done' && resolve())
  })
  const { ms } = await timed(async () => {
    await client.call('recordings.finish', { attemptId })
    await client.call('transcription.start', { attemptId })
    await ended
    await client.call('attempts.report', { attemptId })
  })
  return ms
}

interface Figures {
  readonly live: number[]
  readonly afterwards: number[]
  readonly engineAlone: number[]
}

/** The same answer, live and afterwards in turns through the app, and as a whole by the resident engine alone. */
async function measure(modelFile: string, pcm: Uint8Array, rounds: number): Promise<Figures> {
  const figures: Figures = { live: [], afterwards: [], engineAlone: [] }
  await inScratch((dataDir) =>
    withApp(
      dataDir,
      async (client) => {
        const bytes = new Uint8Array(readFileSync(join(FIXTURES, 'build-pipeline.md')))
        const document = { fileName: 'bench.md', bytes, corrections: [], updates: null }
        const { firstStoryId } = await client.call('banks.accept', document)
        const through = async (liveTranscription: boolean, pace: Pace) => {
          await client.call('settings.set', { patch: { liveTranscription } })
          return finishToReport(client, firstStoryId!, pcm, pace)
        }
        // The first answer after a start also loads the model.
        await through(false, 'at once')
        for (let round = 0; round < rounds; round++) {
          figures.live.push(await through(true, 'as it is spoken'))
          figures.afterwards.push(await through(false, 'at once'))
        }
      },
      modelFile,
    ),
  )
  const engine = createWhisperEngine(ENGINE)
  try {
    const model = await createModelStore('').inspect(modelFile)
    const options = { signal: new AbortController().signal, report: () => {} }
    await engine.transcribe({ pcm: pcm.subarray(0, 32_000) }, model, options)
    for (let round = 0; round < rounds; round++)
      figures.engineAlone.push((await timed(() => engine.transcribe({ pcm }, model, options))).ms)
  } finally {
    await engine.close()
  }
  return figures
}

function rowOf(name: string, { live, afterwards, engineAlone }: Figures): string[] {
  const baseline = median(engineAlone)
  return [
    name,
    inSeconds(median(live)),
    inSeconds(Math.max(...live)),
    inSeconds(median(afterwards)),
    inSeconds(baseline),
    asRatio(median(live) / baseline),
  ]
}

async function tables({ shapes, rounds }: BenchOptions): Promise<Table[]> {
  const title = `From Finish to the full report, an answer of ${ANSWER_SECONDS} s`
  if (!existsSync(ENGINE.server)) return [{ title, columns: [], rows: [], notes: [NOT_BUILT] }]
  const pcm = joinedSamples(ANSWER_SECONDS)
  const turns = Math.min(rounds, 3)
  const rows = [rowOf('micro', await measure(MICRO_MODEL, pcm, turns))]
  for (const shape of shapes)
    rows.push(
      await inScratch(async (folder) =>
        rowOf(shapeName(shape), await measure(await writeShape(folder, shape), pcm, turns)),
      ),
    )
  return [
    {
      title,
      columns: ['model', 'live', 'longest', 'afterwards', 'engine alone (baseline)', 'live against it'],
      rows,
      notes: [
        'live: written down while it is spoken, in real time; the report is asked for as soon as the job is done',
        'afterwards: the same app with live transcription off; engine alone: the whole file at once, no report',
        `median of ${turns}; the target is 2.0 s for base`,
      ],
    },
  ]
}

const shapeName = (shape: Shape): string => `${shape} (f16)`

export const bench: Bench = {
  about: 'Finish to report live, against the whole file afterwards (real time: minutes for each model)',
  run: tables,
}
