import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#contract/client'
import { createEnvelope } from '#domain/audio/envelope'
import { createAttemptStore } from '../db/attempts.ts'
import { openDatabase } from '../db/open.ts'
import { createTranscriptStore } from '../db/transcripts.ts'
import { withApp } from './frame/app.ts'
import type { Bench, BenchOptions } from './frame/bench.ts'
import { asRatio, inMs, median } from './frame/figures.ts'
import { timed } from './frame/measure.ts'
import { hasBrowser, NO_BROWSER, shownAfter, withPage } from './frame/page.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'
import type { Table } from './frame/table.ts'
import { type HistorySize, writeHistory } from './history.ts'
import { tellingOf } from './history-text.ts'
import { dice } from './import-text.ts'

const LONG_SECONDS = 600
const LONG = 'ten-minutes'
const FRAME_MS = 20
const POINTS_SHOWN = 'main [data-status], main [class*=point]'

const SMALL: HistorySize = { stories: 10, attempts: 100 }
const LARGE: HistorySize = { stories: 1000, attempts: 10_000 }

/** Ten minutes of sound with the envelope that recording it would have left; answers what computing that takes. */
async function addLongAttempt(dataDir: string, story: ReturnType<typeof writeHistory>[number]): Promise<number> {
  const samples = joinedSamples(LONG_SECONDS)
  mkdirSync(join(dataDir, 'audio'), { recursive: true })
  writeWav(join(dataDir, 'audio'), LONG, samples)
  const { result: envelope, ms } = await timed(() => {
    const builder = createEnvelope(FRAME_MS)
    builder.push(new Int16Array(samples.buffer, samples.byteOffset, samples.length / 2))
    return builder.finish()
  })
  const db = openDatabase(join(dataDir, 'starbeat.db'), join(dataDir, 'backups'))
  const attempts = createAttemptStore(db)
  attempts.add({ id: LONG, storyId: story.id, questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  attempts.finish(LONG, { durationMs: 1000 * LONG_SECONDS, recovered: false, envelope })
  const heard = tellingOf(story, dice(3))
  createTranscriptStore(db).save(LONG, { heard, corrected: null, modelName: 'base.en' }, 1)
  db.close()
  return ms
}

/** Attempts of several stories: none is judged twice. */
async function someAttempts(client: Client, count: number): Promise<string[]> {
  const stories = (await client.call('stories.list', {})).filter(({ attemptCount }) => attemptCount > 0)
  const every = Math.max(1, Math.floor(stories.length / count))
  const chosen = stories.filter((_, i) => i % every === 0).slice(0, count)
  const details = await Promise.all(chosen.map(({ id }) => client.call('stories.get', { storyId: id })))
  return details.flatMap(({ attempts }) => attempts[0]?.attempt.id ?? [])
}

interface Opened {
  readonly calls: readonly number[]
  readonly screens: readonly number[]
  readonly waveformCall: number
  readonly waveformShown: number
  readonly envelopeMs: number
}

async function measure(size: HistorySize, rounds: number): Promise<Opened> {
  return inScratch(async (dataDir) => {
    const [story] = writeHistory(dataDir, size)
    const envelopeMs = await addLongAttempt(dataDir, story!)
    const { ids, calls, waveformCall } = await withApp(dataDir, async (client) => {
      const ids = await someAttempts(client, 2 * rounds)
      const calls: number[] = []
      for (const attemptId of ids) calls.push((await timed(() => client.call('attempts.report', { attemptId }))).ms)
      const waveform = () => client.call('attempts.waveform', { attemptId: LONG })
      const waveforms: number[] = []
      for (let i = 0; i < rounds; i++) waveforms.push((await timed(waveform)).ms)
      return { ids, calls, waveformCall: median(waveforms) }
    })
    if (!hasBrowser()) return { calls, screens: [], waveformCall, waveformShown: Number.NaN, envelopeMs }
    return withPage(dataDir, async (page, starbeat) => {
      await page.goto(starbeat.address('/library'))
      await page.locator('[aria-label=Stories] [role=row]').first().waitFor()
      const screens: number[] = []
      for (const id of ids) screens.push(await shownAfter(page, `/attempts/${id}`, POINTS_SHOWN))
      await shownAfter(page, '/library', '[aria-label=Stories] [role=row]')
      const waveformShown = await shownAfter(page, `/attempts/${LONG}`, 'canvas')
      return { calls, screens, waveformCall, waveformShown, envelopeMs }
    })
  })
}

async function tables({ rounds }: BenchOptions): Promise<Table[]> {
  const small = await measure(SMALL, rounds)
  const large = await measure(LARGE, rounds)
  const row = (name: string, { calls, screens }: Opened) => [
    name,
    inMs(median(calls)),
    inMs(Math.max(...calls)),
    ...(screens.length > 0 ? [inMs(median(screens)), inMs(Math.max(...screens))] : ['', '']),
  ]
  const browserNote = hasBrowser() ? [] : [NO_BROWSER]
  return [
    {
      title: 'Opening a report',
      columns: ['history', 'attempts.report', 'longest', 'screen', 'longest'],
      rows: [
        row('100 attempts', small),
        row('10,000 attempts', large),
        [
          'ratio',
          asRatio(median(large.calls) / median(small.calls)),
          '',
          large.screens.length > 0 ? asRatio(median(large.screens) / median(small.screens)) : '',
          '',
        ],
      ],
      notes: [
        `${large.calls.length} attempts at different stories, none judged before; "screen": from the key to the frame that shows the points`,
        ...browserNote,
      ],
    },
    {
      title: 'Waveform of ten minutes',
      columns: ['', 'time', 'against computing it'],
      rows: [
        ['computed from the recording (baseline)', inMs(large.envelopeMs), asRatio(1)],
        ['attempts.waveform, stored peaks', inMs(large.waveformCall), asRatio(large.waveformCall / large.envelopeMs)],
        ...(hasBrowser()
          ? [
              [
                'its report drawn in the page',
                inMs(large.waveformShown),
                asRatio(large.waveformShown / large.envelopeMs),
              ],
            ]
          : []),
      ],
      notes: [
        'target: drawn within 300 ms; the last row holds the whole report, from the key to the frame with the waveform',
        ...browserNote,
      ],
    },
  ]
}

export const bench: Bench = {
  about: 'opening a report in a large history against a small one; the waveform of ten minutes',
  run: tables,
}
