import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Bench } from './frame/bench.ts'
import { appThreads, commandLine } from './frame/command-line.ts'
import { asRatio, inSeconds, median, pairedRatio } from './frame/figures.ts'
import { inTurns } from './frame/measure.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'

const SECONDS = 29

/** One thread, then twice as many, up to one for each core. */
export function threadCounts(cores: number): number[] {
  const counts: number[] = []
  for (let count = 1; count < cores; count *= 2) counts.push(count)
  return [...counts, cores]
}

async function rowsOf(folder: string, shape: Shape, wav: string, rounds: number): Promise<string[][]> {
  const model = await writeShape(folder, shape)
  const counts = threadCounts(availableParallelism())
  const contestants = Object.fromEntries(
    counts.map((threads) => [
      String(threads),
      async () => {
        const { totalMs, loadMs } = await commandLine(ENGINE.cli, model, [wav], { threads })
        return totalMs - loadMs
      },
    ]),
  )
  const figures = await inTurns(rounds, contestants)
  const one = figures['1']!
  return counts.map((threads) => {
    const own = figures[String(threads)]!
    return [`${shape}, ${threads}`, inSeconds(median(own)), asRatio(pairedRatio(one, own))]
  })
}

export const bench: Bench = {
  about: 'one thread against more, up to one for each core',
  run: ({ shapes, rounds }) =>
    inScratch(async (folder) => {
      const isBuilt = existsSync(ENGINE.cli)
      const wav = writeWav(folder, 'sound', joinedSamples(SECONDS))
      const rows: string[][] = []
      if (isBuilt) for (const shape of shapes) rows.push(...(await rowsOf(folder, shape, wav, Math.min(rounds, 3))))
      const notes = [
        `${SECONDS} s of joined recordings with whisper-cli, without loading; the app gives ${appThreads()}`,
      ]
      return [
        {
          title: 'Threads',
          columns: ['shape, threads', 'time', 'faster than one'],
          rows,
          notes: isBuilt ? notes : [NOT_BUILT],
        },
      ]
    }),
}
