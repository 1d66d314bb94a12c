import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import type { SpeechModel } from '../electron/services/ports/speech.ts'
import type { Bench } from './frame/bench.ts'
import { appThreads, commandLine } from './frame/command-line.ts'
import { asRatio, inSeconds, median, pairedRatio } from './frame/figures.ts'
import { inTurns, timed } from './frame/measure.ts'
import { writeShape } from './frame/models.ts'
import { ENGINE, NOT_BUILT } from './frame/places.ts'
import { inScratch } from './frame/scratch.ts'
import { joinedSamples, writeWav } from './frame/sound.ts'

const SECONDS = 29
const TARGET = 1.05

/** Milliseconds of the command line for one more file: the model is loaded and its memory is there by then. */
async function oneMoreFile(model: string, wav: string): Promise<number> {
  const once = await commandLine(ENGINE.cli, model, [wav])
  const thrice = await commandLine(ENGINE.cli, model, [wav, wav, wav])
  return (thrice.totalMs - thrice.loadMs - (once.totalMs - once.loadMs)) / 2
}

async function against(model: SpeechModel, wav: string, rounds: number): Promise<string[]> {
  const engine = createWhisperEngine(ENGINE)
  const options = { signal: new AbortController().signal, report: () => {} }
  const ask = () => engine.transcribe({ wavPath: wav }, model, options)
  try {
    await ask()
    const { own, cli } = await inTurns(rounds, {
      own: async () => (await timed(ask)).ms,
      cli: () => oneMoreFile(model.path, wav),
    })
    const ratio = pairedRatio(own, cli)
    const name = basename(model.path, '.bin')
    return [name, inSeconds(median(own)), inSeconds(median(cli)), asRatio(ratio), ratio <= TARGET ? 'yes' : 'no']
  } finally {
    await engine.close()
  }
}

export const bench: Bench = {
  about: 'our resident engine against whisper-cli: same file, model, settings and threads',
  run: ({ shapes, rounds }) =>
    inScratch(async (folder) => {
      const rows: string[][] = []
      const wav = writeWav(folder, 'sound', joinedSamples(SECONDS))
      if (existsSync(ENGINE.cli))
        for (const shape of shapes) {
          const model = await createModelStore('').inspect(await writeShape(folder, shape))
          rows.push(await against(model, wav, rounds))
        }
      const notes = [
        `${SECONDS} s of joined recordings, ${appThreads()} threads, median of ${rounds} rounds taken in turns; the ratio is the median of the rounds' ratios`,
        'ours: from the call to the words, with the upload, times for every token and our reading of the answer; the server has its model loaded',
        'whisper-cli: a second and third file after the first ((three files - one file) / 2), with times for every token, so that loading counts on neither side',
        'both run at the lower priority that the app gives to its engine',
      ]
      return [
        {
          title: 'Our engine against whisper-cli',
          columns: ['shape', 'ours', 'whisper-cli', 'ratio', `at most ${asRatio(TARGET)}`],
          rows,
          notes: rows.length > 0 ? notes : [NOT_BUILT],
        },
      ]
    }),
}
