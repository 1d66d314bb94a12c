import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodingSettings } from '../../../electron/adapters/models/decoding.ts'
import { checkGgmlFile, checkModelFile } from '../../../electron/adapters/models/ggml-file.ts'
import { createModelStore } from '../../../electron/adapters/models/model-store.ts'

const MICRO = join(import.meta.dirname, '../../fixtures/ggml-micro.en.bin')
const bytes = readFileSync(MICRO)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starbeat-models-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const variant = (name: string, content: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const changed = (at: number, ...values: number[]) => {
  const copy = Buffer.from(bytes)
  values.forEach((value, index) => void copy.writeUInt8(value, at + index))
  return copy
}

describe('checkGgmlFile', () => {
  it('reads the head of a whole model', async () => {
    expect(await checkGgmlFile(MICRO)).toMatchObject({ audioContext: 512 })
  })

  it.each([
    ['an empty file', () => new Uint8Array(0), 'model-not-ggml'],
    ['text', () => Buffer.from('# Not a model\n'.repeat(100)), 'model-not-ggml'],
    ['a GGUF file', () => Buffer.concat([Buffer.from('GGUF'), bytes.subarray(4)]), 'model-not-ggml'],
    ['senseless sizes', () => changed(4, 0, 0, 0, 0), 'model-not-ggml'],
    ['only the magic', () => bytes.subarray(0, 4), 'model-not-ggml'],
    ['cut in the vocabulary', () => bytes.subarray(0, 30_000), 'model-truncated'],
    ['cut in the middle', () => bytes.subarray(0, bytes.length / 2), 'model-truncated'],
    ['without its last byte', () => bytes.subarray(0, -1), 'model-truncated'],
  ])('refuses %s', async (name, make, code) => {
    await expect(checkGgmlFile(variant(`${name}.bin`, make()))).rejects.toMatchObject({ code })
  })

  it('refuses a file that ends between two tensors', async () => {
    const lastTensor = lastTensorOffset()
    await expect(checkGgmlFile(variant('short.bin', bytes.subarray(0, lastTensor)))).rejects.toMatchObject({
      code: 'model-truncated',
    })
  })

  it('says when the file is not there', async () => {
    await expect(checkGgmlFile(join(folder, 'none.bin'))).rejects.toMatchObject({ code: 'model-missing' })
  })
})

/** Tensors of the decoder's last norm stand near the end: the file is cut before the last name that begins with "decoder". */
function lastTensorOffset(): number {
  return bytes.lastIndexOf(Buffer.from('decoder.')) - 12 - 4
}

/** The structure of Silero's model as models/convert-silero-vad-to-ggml.py writes it, with tensors of one number each. */
function voiceActivityFile(tensors = 15): Buffer {
  const numbers = (...values: number[]) => Buffer.from(Int32Array.from(values).buffer)
  const head = [numbers(0x67676d6c, 10), Buffer.from('silero-16k'), numbers(6, 2, 0, 512, 64, 4)]
  const layers = Array.from({ length: 4 }, () => numbers(64, 64, 3))
  const sizes = numbers(128, 128, 128, 1)
  const tensor = (i: number) => [numbers(1, 2, 0, 1), Buffer.from(String(i).padStart(2, '0')), numbers(0)]
  return Buffer.concat([...head, ...layers, sizes, ...Array.from({ length: tensors }, (_, i) => tensor(i)).flat()])
}

describe('the model store', () => {
  const receive = async (name: string, content: Uint8Array, size = content.length) => {
    const upload = await createModelStore(folder).receive(name, size)
    for (let at = 0; at < content.length; at += 1_000_000) await upload.append(content.subarray(at, at + 1_000_000))
    return upload
  }

  const receiveChecked = async (name: string, content: Uint8Array) => {
    const upload = await receive(name, content)
    await upload.check()
    return upload
  }

  it('shows a received model only after it was installed', async () => {
    const store = createModelStore(folder)
    const upload = await receive('ggml-micro.en.bin', bytes)
    expect(await store.list()).toEqual([])
    await upload.check()
    const { kind, model } = await upload.install()
    expect({ kind, ...model }).toMatchObject({
      kind: 'speech',
      id: 'ggml-micro.en.bin',
      name: 'micro.en',
      multilingual: false,
      sizeBytes: bytes.length,
      windowMs: 10_240,
    })
    expect(await store.list()).toEqual([model])
    await store.remove(model.id)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['fewer bytes than were announced', bytes.subarray(0, -100), bytes.length, 'model-truncated'],
    ['something else', Buffer.from('hello'), 5, 'model-not-ggml'],
  ])('refuses %s and leaves nothing behind', async (_what, content, size, code) => {
    const upload = await receive('x.bin', content, size)
    await expect(upload.check()).rejects.toMatchObject({ code })
    await upload.abandon()
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['../../evil.bin', 'C:\\models\\a b.bin', '.hidden.bin', ''])('gives %j a harmless name', async (name) => {
    const upload = await receive(name, bytes)
    await upload.check()
    const { path } = (await upload.install()).model
    expect(path.startsWith(folder)).toBe(true)
    expect(readdirSync(folder)).toHaveLength(1)
    expect(readdirSync(folder)[0]).toMatch(/^[\w-][\w.-]*\.bin$/)
  })

  it('decodes as the description beside the file says, or as the shape suggests', async () => {
    copyFileSync(MICRO, join(folder, 'm.bin'))
    const store = createModelStore(folder)
    const careful = { maxContext: 0, beamSize: 1, bestOf: 1, temperatureStep: 0, prompt: null }
    expect((await store.inspect(join(folder, 'm.bin'))).decoding).toEqual(careful)
    writeFileSync(join(folder, 'm.json'), '{ "beamSize": 5 }')
    expect((await store.inspect(join(folder, 'm.bin'))).decoding).toEqual({ ...careful, beamSize: 5 })
    writeFileSync(join(folder, 'm.json'), 'not json')
    expect((await store.inspect(join(folder, 'm.bin'))).decoding).toEqual(careful)
  })

  it('never takes a model for its own description', async () => {
    const described = JSON.stringify({ beamSize: 5 })
    writeFileSync(join(folder, 'm.part'), described)
    const header = { vocabulary: 1, audioContext: 1500, audioLayers: 1, textLayers: 1 }
    expect(await decodingSettings(join(folder, 'm.part'), header)).toMatchObject({ beamSize: -1 })
  })

  it('primes official models with hesitations, unless their description says otherwise, and no others', async () => {
    const official = { vocabulary: 1, audioContext: 1500, audioLayers: 1, textLayers: 1 }
    expect((await decodingSettings(join(folder, 'p.bin'), official)).prompt).toMatch(/^Um, /)
    expect((await decodingSettings(join(folder, 'p.bin'), { ...official, audioContext: 512 })).prompt).toBeNull()
    writeFileSync(join(folder, 'p.json'), '{ "prompt": null }')
    expect((await decodingSettings(join(folder, 'p.bin'), official)).prompt).toBeNull()
  })

  it('takes no more bytes than were announced', async () => {
    const upload = await createModelStore(folder).receive('x.bin', 4)
    await upload.append(new Uint8Array(3))
    await expect(upload.append(new Uint8Array(2))).rejects.toMatchObject({ code: 'bad-request' })
    await upload.abandon()
  })

  it('keeps pieces in order that come without waiting', async () => {
    const upload = await createModelStore(folder).receive('x.bin', bytes.length)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, at) =>
      bytes.subarray(at * 100_000, (at + 1) * 100_000),
    )
    await Promise.all(pieces.map((piece) => upload.append(piece)))
    await upload.check()
    expect(readFileSync((await upload.install()).model.path).equals(bytes)).toBe(true)
  })

  it('clears away what a crash left of an upload, and nothing else', async () => {
    await (await receive('x.bin', bytes)).check()
    copyFileSync(MICRO, join(folder, 'kept.bin'))
    writeFileSync(join(folder, 'half.bin.download'), 'half')
    mkdirSync(join(folder, 'speed.part'))
    writeFileSync(join(folder, 'speed.part/0.bin'), 'a probe')
    await createModelStore(folder).removeLeftovers()
    expect(readdirSync(folder)).toEqual(['half.bin.download', 'kept.bin'])
    await createModelStore(join(folder, 'nowhere')).removeLeftovers()
  })

  it('keeps models that tell speech from noise apart from those that write words', async () => {
    const store = createModelStore(folder)
    await (await receiveChecked('any-name.bin', voiceActivityFile())).install()
    await (await receiveChecked('micro.bin', bytes)).install()
    expect((await store.list()).map(({ id }) => id)).toEqual(['micro.bin'])
    expect(await store.voiceActivity()).toEqual([
      {
        id: 'any-name.bin',
        name: 'any-name',
        path: join(folder, 'any-name.bin'),
        sizeBytes: voiceActivityFile().length,
      },
    ])
    await expect(store.inspect(join(folder, 'any-name.bin'))).rejects.toMatchObject({ code: 'model-not-ggml' })
    await store.remove('any-name.bin')
    expect(await store.voiceActivity()).toEqual([])
  })

  it.each([
    ['cut within a tensor', () => voiceActivityFile().subarray(0, -10), 'model-truncated'],
    ['that lacks a tensor', () => voiceActivityFile(14), 'model-truncated'],
    ['cut in its head', () => voiceActivityFile().subarray(0, 60), 'model-truncated'],
    [
      'of another name',
      () => Buffer.from(voiceActivityFile().toString('latin1').replace('silero', 'gilero'), 'latin1'),
      'model-not-ggml',
    ],
  ] as const)('refuses a voice-activity model %s', async (_what, make, code) => {
    await expect(checkModelFile(variant('vad.bin', make()))).rejects.toMatchObject({ code })
  })

  it('removes only what it has', async () => {
    await expect(createModelStore(folder).remove('../x.bin')).rejects.toMatchObject({ code: 'not-found' })
  })
})
