import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findFillers } from '#domain/delivery/fillers'
import { readSpoken } from '#domain/delivery/spoken'
import { transcriptText, type Word } from '#domain/transcript'
import { HESITANT_PROMPT } from '../electron/adapters/models/decoding.ts'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { enginePaths } from '../electron/adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import type { SpeechModel } from '../electron/services/ports/speech.ts'
import { normalWords, wordErrorRate } from '../test/engine/word-error-rate.ts'

const ROOT = join(import.meta.dirname, '..')
const SHARED = join(ROOT, '../shared/speech/wav')
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: join(ROOT, 'test/fixtures/ggml-micro.en.bin') },
    recordings: { type: 'string', default: SHARED },
  },
})
/** Room for the prompt where a model's own settings leave none: the engine then ignores prompts. */
const CONTEXT_FOR_PROMPT = 64

type Recording = { file: string; text: string; fillers: { text: string }[] }
type Heard = { recall: number; said: number; invented: number; wordErrorRate: number }

const counts = (texts: readonly string[]) => {
  const byText = new Map<string, number>()
  for (const text of texts) byText.set(text, (byText.get(text) ?? 0) + 1)
  return byText
}

const asWords = (text: string): Word[] =>
  text.split(/\s+/).map((word, i) => ({ text: word, startMs: i, endMs: i + 1, probability: 1 }))

/** The fillers that were heard of those that were said, whatever their order, and those that nobody said. */
function compare(recording: Recording, heard: readonly Word[]): Heard {
  const said = counts(recording.fillers.map(({ text }) => text))
  const found = counts(findFillers(readSpoken(heard)).map(({ text }) => text))
  const overlap = [...said].reduce((sum, [text, count]) => sum + Math.min(count, found.get(text) ?? 0), 0)
  const total = [...found.values()].reduce((sum, count) => sum + count, 0)
  const rate = wordErrorRate(normalWords(recording.text), normalWords(transcriptText(heard)))
  return { recall: overlap, said: recording.fillers.length, invented: total - overlap, wordErrorRate: rate }
}

async function run(model: SpeechModel, recordings: readonly Recording[]): Promise<Heard[]> {
  const engine = createWhisperEngine(enginePaths(join(ROOT, 'resources')))
  const heard: Heard[] = []
  for (const recording of recordings) {
    const options = { signal: new AbortController().signal, report: () => {} }
    const { words } = await engine.transcribe({ wavPath: join(values.recordings, recording.file) }, model, options)
    heard.push(compare(recording, words))
  }
  await engine.close()
  return heard
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)

function print(name: string, heard: readonly Heard[]): void {
  const sum = (key: keyof Heard) => heard.reduce((total, each) => total + each[key], 0)
  const rate = percent(sum('wordErrorRate') / heard.length)
  console.log(
    `${name.padEnd(34)} ${`${sum('recall')} of ${sum('said')}`.padStart(9)} ${String(sum('invented')).padStart(9)} ${rate.padStart(12)}`,
  )
}

const index = join(values.recordings, 'index.json')
if (!existsSync(enginePaths(join(ROOT, 'resources')).server)) {
  console.log('skipped: the speech engine is not built (npm run build:engine)')
} else if (!existsSync(index)) {
  console.log(`skipped: no recordings with known fillers; --recordings names a folder with an index.json`)
} else {
  const recordings: Recording[] = JSON.parse(readFileSync(index, 'utf8'))
  const model = await createModelStore('').inspect(values.model)
  const { decoding } = model
  const prompt = decoding.prompt ?? HESITANT_PROMPT
  const given = decoding.maxContext === 0 ? { maxContext: CONTEXT_FOR_PROMPT } : {}
  console.log(`${model.name}, ${recordings.length} recordings`)
  console.log(`${''.padEnd(34)} ${'fillers'.padStart(9)} ${'invented'.padStart(9)} ${'word errors'.padStart(12)}`)
  print(
    'the recogniser that hears all',
    recordings.map((each) => compare(each, asWords(each.text))),
  )
  print('without prompt', await run({ ...model, decoding: { ...decoding, prompt: null } }, recordings))
  if ('maxContext' in given)
    print(
      'without prompt, with context',
      await run({ ...model, decoding: { ...decoding, prompt: null, ...given } }, recordings),
    )
  print('with the hesitant prompt', await run({ ...model, decoding: { ...decoding, prompt, ...given } }, recordings))
}
