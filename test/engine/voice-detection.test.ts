import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startVoiceDetection } from '../../electron/adapters/whisper/voice-detection.ts'
import { writeLoudnessDetector } from '../loudness-detector.ts'
import { ANSWER, ENGINE, isBuilt } from './app.ts'

if (!isBuilt) console.warn('skipped: the speech engine is not built, so its voice detection is not tried')

afterEach(() => {
  delete process.env.MALLOC_PERTURB_
})

async function probabilitiesOf(pcm: Uint8Array, model: string): Promise<number[]> {
  const all: number[] = []
  const detection = startVoiceDetection(ENGINE.voiceActivity, model, (probabilities) => all.push(...probabilities))
  await detection.push(pcm)
  await detection.end()
  return all
}

it.skipIf(!isBuilt)('answers the same for the same sound, whatever lay in memory before', async () => {
  const model = join(mkdtempSync(join(tmpdir(), 'starbeat-voice-')), 'loudness.bin')
  writeLoudnessDetector(model)
  const pcm = ANSWER.subarray(0, 32 * 5000)
  const clean = await probabilitiesOf(pcm, model)
  expect(clean).toHaveLength(Math.ceil(pcm.length / 2 / 512))
  expect(clean.some((probability) => probability > 0.5)).toBe(true)
  for (const byte of ['85', '170']) {
    // What glibc fills fresh memory with; other systems know no such switch.
    process.env.MALLOC_PERTURB_ = byte
    expect(await probabilitiesOf(pcm, model)).toEqual(clean)
  }
})
