import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkGgmlFile } from '../electron/adapters/models/ggml-file.ts'
import { normalWords, wordErrorRate } from '../test/engine/word-error-rate.ts'
import type { Bench } from './frame/bench.ts'
import { commandLine, textBeside } from './frame/command-line.ts'
import { asPercent, asRatio, inSeconds, median, pairedRatio } from './frame/figures.ts'
import { inTurns } from './frame/measure.ts'
import { type Shape, writeShape } from './frame/models.ts'
import { ENGINE, MICRO_MODEL, NOT_BUILT, SHARED_SPEECH } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, samplesOf, writeWav } from './frame/sound.ts'
import type { Table } from './frame/table.ts'

/** Positions of the audio window, 20 ms each. */
const POSITIONS_A_SECOND = 50
const PIECES_SECONDS = [3, 5, 10, 15]
/** What is kept beyond the end of a piece. */
const MARGINS_SECONDS = [0.5, 2]
const MARGIN_MS = 200
const BYTES_PER_MS = 32
/** A reduced context is taken only if the word error rate rises by no more than this: a word in a hundred. */
const TOLERATED = 0.01

/** The positions for a piece of some length; never more than the model has. */
export const reducedContext = (seconds: number, marginSeconds: number, all: number): number =>
  Math.min(all, Math.ceil((seconds + marginSeconds) * POSITIONS_A_SECOND))

async function timeOf(folder: string, shapes: readonly Shape[], rounds: number): Promise<string[][]> {
  const rows: string[][] = []
  for (const shape of shapes) {
    const model = await writeShape(folder, shape)
    for (const seconds of PIECES_SECONDS) {
      const wav = writeWav(folder, `piece-${seconds}`, joinedSamples(seconds))
      const once = (audioContext: number) => async () => {
        const { totalMs, loadMs } = await commandLine(ENGINE.cli, model, [wav], { audioContext })
        return totalMs - loadMs
      }
      const audioContext = reducedContext(seconds, MARGINS_SECONDS[0]!, 1500)
      const { whole, reduced } = await inTurns(rounds, { whole: once(0), reduced: once(audioContext) })
      const ratio = asRatio(pairedRatio(reduced, whole))
      rows.push([`${shape}, ${seconds} s`, inSeconds(median(whole)), inSeconds(median(reduced)), ratio])
    }
  }
  return rows
}

type Piece = { wav: string; text: string; seconds: number }
type Entry = { file: string; sentences: { text: string; start: number; end: number }[] }

/** Single sentences cut out of the recordings, with the little silence that cutting at pauses leaves. */
function sentences(folder: string): Piece[] {
  const entries: Entry[] = JSON.parse(readFileSync(join(SHARED_SPEECH, 'index.json'), 'utf8'))
  return entries.flatMap(({ file, sentences }) => {
    const samples = samplesOf(join(SHARED_SPEECH, file))
    return sentences.map(({ text, start, end }, i) => {
      const from = BYTES_PER_MS * Math.max(0, Math.round(1000 * start) - MARGIN_MS)
      const piece = samples.subarray(from, BYTES_PER_MS * (Math.round(1000 * end) + MARGIN_MS))
      return { wav: writeWav(folder, `${file}-${i}`, piece), text, seconds: piece.length / BYTES_PER_MS / 1000 }
    })
  })
}

/** The word error rate over all pieces, each heard with the context that its length asks for. */
async function errorRate(pieces: readonly Piece[], contextOf: (seconds: number) => number): Promise<number> {
  const byContext = Map.groupBy(pieces, ({ seconds }) => contextOf(seconds))
  for (const [audioContext, group] of byContext) {
    const files = group.map(({ wav }) => wav)
    await commandLine(ENGINE.cli, MICRO_MODEL, files, { audioContext, withTexts: true })
  }
  const said = pieces.map(({ text }) => normalWords(text))
  const errors = pieces.map(({ wav }, i) => wordErrorRate(said[i]!, normalWords(textBeside(wav))) * said[i]!.length)
  return errors.reduce((sum, each) => sum + each, 0) / said.flat().length
}

async function wordsOf(folder: string): Promise<Table> {
  const title = 'Words heard with a reduced audio context (micro model, single sentences)'
  if (!existsSync(join(SHARED_SPEECH, 'index.json')))
    return { title, columns: [], rows: [], notes: ['left out: recordings with exact texts are not here'] }
  const { audioContext: all } = await checkGgmlFile(MICRO_MODEL)
  const pieces = sentences(folder)
  const whole = await errorRate(pieces, () => 0)
  const rows = [['the whole window', asPercent(whole), 'baseline']]
  for (const margin of MARGINS_SECONDS) {
    const rate = await errorRate(pieces, (seconds) => reducedContext(seconds, margin, all))
    rows.push([`its length and ${margin} s`, asPercent(rate), rate - whole <= TOLERATED ? 'holds' : 'does not hold'])
  }
  const lengths = pieces.map(({ seconds }) => seconds)
  const notes = [
    `${pieces.length} sentences of ${Math.min(...lengths).toFixed(1)} to ${Math.max(...lengths).toFixed(1)} s; the model's window is ${(all / POSITIONS_A_SECOND).toFixed(1)} s`,
    `taken only if the word error rate rises by ${asPercent(TOLERATED)} at most`,
  ]
  return { title, columns: ['context', 'word error rate', 'verdict'], rows, notes }
}

export const bench: Bench = {
  about: 'short pieces with and without a reduced audio context: time on shapes, words on the micro model',
  run: ({ shapes, rounds }) =>
    inScratch(async (folder) => {
      const title = 'Time with a reduced audio context'
      if (!existsSync(ENGINE.cli)) return [{ title, columns: [], rows: [], notes: [NOT_BUILT] }]
      const notes = [
        `whisper-cli without loading; the context is the piece's length and ${MARGINS_SECONDS[0]} s`,
        'the number of decoded tokens is the same on both sides; what is saved is the encoder',
      ]
      const rows = await timeOf(folder, shapes, Math.min(rounds, 3))
      return [
        { title, columns: ['shape, piece', 'whole window', 'reduced', 'ratio'], rows, notes },
        await wordsOf(folder),
      ]
    }),
}
