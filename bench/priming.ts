import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { primingPrompt, primingWords, WHISPER_PROMPT_TOKENS } from '#domain/speech/priming'
import { transcriptText } from '#domain/transcript'
import { createModelStore } from '../electron/adapters/models/model-store.ts'
import { createWhisperEngine } from '../electron/adapters/whisper/whisper-engine.ts'
import { normalWords, wordErrorRate } from '../test/engine/word-error-rate.ts'
import { asPercent } from './frame/figures.ts'
import { ENGINE, MICRO_MODEL, NOT_BUILT, SHARED_SPEECH } from './frame/places.ts'
import { asText } from './frame/table.ts'

const { values } = parseArgs({
  options: { model: { type: 'string', default: MICRO_MODEL }, recordings: { type: 'string', default: SHARED_SPEECH } },
})

/** What `index.json` beside the recordings says of each; `names` are the words that matter, else they are looked for. */
type Recording = { file: string; text: string; names?: string[] }

interface Outcome {
  readonly said: number
  readonly heard: number
  readonly rate: number
}

const timesIn = (text: string, name: string): number => ` ${text} `.split(` ${name} `).length - 1

/** How often the names of a text were heard of how often they were said, and the word error rate of all words. */
function compare({ text }: Recording, names: readonly string[], heard: string): Outcome {
  const [right, got] = [normalWords(text), normalWords(heard)]
  const plain = names.map((name) => normalWords(name).join(' '))
  const said = plain.map((name) => timesIn(right.join(' '), name))
  const found = plain.map((name, i) => Math.min(said[i]!, timesIn(got.join(' '), name)))
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { said: sum(said), heard: sum(found), rate: wordErrorRate(right, got) }
}

/** Hears every recording without and with the names of its own text in the prompt. */
async function measure(recordings: readonly Recording[]) {
  const model = await createModelStore('').inspect(values.model)
  const engine = createWhisperEngine(ENGINE)
  try {
    const countTokens = await engine.tokenCounter(model)
    const outcomes = { plain: [] as Outcome[], primed: [] as Outcome[] }
    for (const recording of recordings) {
      const budget = WHISPER_PROMPT_TOKENS / 2
      const names = recording.names ?? primingWords([recording.text], { countTokens, budget })
      const prompts = {
        plain: model.decoding.prompt,
        primed: primingPrompt({ names, hesitant: model.decoding.prompt, before: '', countTokens }),
      }
      for (const how of ['plain', 'primed'] as const) {
        const options = { signal: new AbortController().signal, report: () => {}, prompt: prompts[how] }
        const sound = { wavPath: join(values.recordings, recording.file) }
        const { words } = await engine.transcribe(sound, model, options)
        outcomes[how].push(compare(recording, names, transcriptText(words)))
      }
    }
    return { name: model.name, outcomes }
  } finally {
    await engine.close()
  }
}

function rowOf(name: string, outcomes: readonly Outcome[]): string[] {
  const sum = (key: keyof Outcome) => outcomes.reduce((total, each) => total + each[key], 0)
  const [said, heard] = [sum('said'), sum('heard')]
  return [name, `${heard} of ${said}`, asPercent(1 - heard / said), asPercent(sum('rate') / outcomes.length)]
}

const index = join(values.recordings, 'index.json')
if (!existsSync(ENGINE.server)) console.log(NOT_BUILT)
else if (!existsSync(index)) console.log('left out: --recordings names a folder with recordings and an index.json')
else {
  const recordings: Recording[] = JSON.parse(readFileSync(index, 'utf8'))
  const { name, outcomes } = await measure(recordings)
  console.log(
    asText({
      title: `${name}, ${recordings.length} recordings`,
      columns: ['', 'names heard', 'errors on names', 'errors on all words'],
      rows: [rowOf('without the names', outcomes.plain), rowOf('primed with them', outcomes.primed)],
      notes: ['names: what priming takes from the text itself, or `names` in index.json; each is primed with its own'],
    }),
  )
}
