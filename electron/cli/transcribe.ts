import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseWav } from '#domain/audio/wav'
import { transcriptText } from '#domain/transcript'
import { createModelStore } from '../adapters/models/model-store.ts'
import { buildEngine } from '../adapters/whisper/engine/build.ts'
import { enginePaths } from '../adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../adapters/whisper/whisper-engine.ts'
import { BadInput, fromWhereUserStands, readInput } from './input.ts'

const RESOURCES = join(dirname(fileURLToPath(import.meta.url)), '../../resources')

/** `transcribe FILE.wav --model M`: recognises a recording; builds the speech engine first when it is missing. */
export async function transcribeCommand(file: string, modelFile: string) {
  const wav = await readInput(file)
  const { dataBytes, sampleRateHz, channels, bitsPerSample } = parseWav(wav)
  const durationMs = Math.round((dataBytes * 8000) / (sampleRateHz * channels * bitsPerSample))
  const model = await createModelStore('').inspect(fromWhereUserStands(modelFile))
  const engine = createWhisperEngine(await builtEngine())
  try {
    const signal = new AbortController().signal
    const { words } = await engine.transcribe({ wavPath: fromWhereUserStands(file) }, model, {
      signal,
      report: () => {},
    })
    const text = transcriptText(words)
    return { json: { durationMs, text, words }, text }
  } finally {
    await engine.close()
  }
}

async function builtEngine() {
  const outcome = await buildEngine({
    portable: false,
    report: (fraction) => process.stderr.write(`\rBuilding the speech engine: ${Math.round(fraction * 100)} %`),
  })
  if (outcome.kind === 'failed') throw new BadInput(`The speech engine could not be built. ${outcome.reason}`)
  if (outcome.kind === 'built') process.stderr.write('\n')
  return enginePaths(RESOURCES)
}
