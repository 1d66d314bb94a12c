import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkGgmlFile } from '../../../electron/adapters/models/ggml-file.ts'
import { createModelStore } from '../../../electron/adapters/models/model-store.ts'
import { type Quantisation, SHAPES, writeShapeFile } from '../../../electron/adapters/models/shape-file.ts'
import { enginePaths } from '../../../electron/adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../../../electron/adapters/whisper/whisper-engine.ts'

const ROOT = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'starbeat-shape-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MB = 1024 * 1024
/** A shape that is written and loaded in no time. */
const SMALLEST = { width: 64, heads: 1, audioLayers: 1, textLayers: 1 }
const PLAIN = { maxContext: 0, beamSize: 1, bestOf: 1, temperatureStep: 0, prompt: null }

async function written(name: string, shape = SMALLEST, quantisation: Quantisation = 'f16'): Promise<string> {
  const path = join(folder, `${name}.bin`)
  await writeShapeFile(path, shape, quantisation)
  return path
}

describe('a file of a shape', () => {
  it.each(['f16', 'q8_0', 'q5_1', 'q5_0'] as const)(
    'has every tensor of a Whisper model, whole, as %s',
    async (type) => {
      const path = await written(`whole-${type}`, SMALLEST, type)
      expect(await checkGgmlFile(path)).toMatchObject({
        vocabulary: 51_864,
        audioContext: 1500,
        audioLayers: 1,
        textLayers: 1,
      })
      writeFileSync(path, readFileSync(path).subarray(0, -1))
      await expect(checkGgmlFile(path)).rejects.toMatchObject({ code: 'model-truncated' })
    },
  )

  // Sizes of the official files (whisper.cpp, models/README.md): tiny.en 75 MiB, tiny.en-q5_1 31 MiB.
  it.each([
    ['f16', 75],
    ['q5_1', 31],
  ] as const)('is about as large as the official one: tiny, %s', async (type, officialMb) => {
    const path = await written(`tiny-${type}`, SHAPES.tiny, type)
    expect(Math.abs(statSync(path).size / MB - officialMb)).toBeLessThan(2)
  })

  it('is the same in every run', async () => {
    const [one, two] = [await written('one'), await written('two')]
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  })
})

const paths = enginePaths(join(ROOT, 'resources'))

describe.skipIf(!existsSync(paths.server))('in the engine', () => {
  it('says seven words every two seconds for as long as the sound lasts, whatever it hears', async () => {
    const path = await written('spoken', { ...SHAPES.tiny, audioLayers: 1, textLayers: 1 })
    writeFileSync(path.replace('.bin', '.json'), JSON.stringify(PLAIN))
    const model = await createModelStore('').inspect(path)
    const engine = createWhisperEngine(paths)
    const options = { signal: new AbortController().signal, report: () => {} }
    const wordsOf = async (seconds: number) => {
      const { words } = await engine.transcribe({ pcm: new Uint8Array(32_000 * seconds) }, model, options)
      return words.length
    }
    try {
      expect([await wordsOf(4), await wordsOf(10), await wordsOf(20), await wordsOf(40)]).toEqual([14, 35, 70, 140])
    } finally {
      await engine.close()
    }
  })
})
