import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, catalogueFiles } from '#domain/models/catalogue'
import { memoryBytes } from '#domain/models/memory'

const files = catalogueFiles(CATALOGUE)

/**
 * Git's ids of some of the files' Git LFS pointers in the publisher's repository at revision 5359861c: each is a sum over
 * size and SHA-256, so a wrong digit in either shows.
 */
const POINTERS: Readonly<Record<string, string>> = {
  'ggml-tiny.en-q5_1.bin': '46aeed3b01f3fc86f05fa3e8ca711cc1773ead08',
  'ggml-tiny.en-q8_0.bin': '959468eb9f72c2100ab5e4a9efc102a45cc8b313',
  'ggml-tiny.en.bin': '17ad750438d1d42162fe06ab4b21aef2389d2137',
  'ggml-tiny-q5_1.bin': '42701a9c1d8a9f4f0b96dbcefcc049075814bcf3',
  'ggml-tiny-q8_0.bin': 'fc48fd17b13f7eb147bab1c66dee10c97f471b27',
  'ggml-tiny.bin': 'd144f735b005ae8cbfa04a49e22fe40faa24dbec',
  'ggml-base.en-q5_1.bin': '5c89fe2c0d47f0d16d536610dc5f7c4a6fe81bc7',
  'ggml-base.en-q8_0.bin': 'f459c0ad21ffd7b3661f62914745c59bb63f2422',
  'ggml-base.en.bin': '87c664c563ef3ff52424dd4fa925cf95b306dba6',
  'ggml-base-q5_1.bin': '4947e22c7365d941a9864b2d0f9f474a505cf39b',
  'ggml-base-q8_0.bin': '1a710c5bff0c9b764ee332dd9a8422bc978bfb1e',
  'ggml-base.bin': '17993a254ac4e9db7642a261cf53af3dc446145c',
  'ggml-small.en-q5_1.bin': 'bf61baaf463626fe45fc9157b8e9c69de8943c87',
  'ggml-small.en-q8_0.bin': '9c826215654cf46674a38d02f19e123e17c5b2d3',
  'ggml-small.en.bin': 'eaeeb6d63378cf6515ff2c1cb4e33486ae6bcc2f',
  'ggml-small-q5_1.bin': '87631c52c89d37ed2337a46ec4a009976db1f3f4',
  'ggml-small-q8_0.bin': '8a9937d2be60bae6b1efbb01b9ca1612ab2a617c',
  'ggml-small.bin': 'bc4c4d96b528654fb067e2b243bdc438cfaf0072',
  'ggml-medium.en-q5_0.bin': '8722db4993ba67f49c4f20cdd9880202c8cc3f2b',
  'ggml-medium.en-q8_0.bin': 'c4ca4e1562dffe8db2381e32299fe64110228156',
  'ggml-medium.en.bin': 'f8d7f988b60916d7f7e7feee9897c037a09b2f85',
  'ggml-medium-q5_0.bin': '9cc19f38fec2314f6c00f666ca708e8cf22d189d',
  'ggml-medium-q8_0.bin': '6c783bed539147853779c28702e59d170ab6a5bb',
  'ggml-medium.bin': 'be775c464024bdcd9e834c2f9ed42aae6b708d2b',
  'ggml-large-v3-turbo-q5_0.bin': '0e2474d5ec0361bb1726829aa83317ed4cbc3f18',
  'ggml-large-v3-turbo-q8_0.bin': 'dd827281ffb9642e91f152f2a90de53907d4603a',
  'ggml-large-v3-turbo.bin': '819841c70bdf4488c4ff778f8becdcb37df43969',
}

describe('the catalogue', () => {
  it.each(CATALOGUE.speech)(
    'has size and sum of $fileName as its publisher does',
    ({ fileName, sizeBytes, sha256 }) => {
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${sizeBytes}\n`
      expect(createHash('sha1').update(`blob ${pointer.length}\0${pointer}`).digest('hex')).toBe(POINTERS[fileName])
    },
  )

  it('names every file once, under an id that is its name', () => {
    expect(new Set(files.map(({ id }) => id)).size).toBe(files.length)
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(files.length)
    for (const { id, fileName, sha256 } of files) {
      expect(fileName).toBe(`ggml-${id}.bin`)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('offers every family in English and many languages, but for the largest', () => {
    const kinds = Map.groupBy(
      CATALOGUE.speech,
      ({ family, multilingual }) => `${family} ${multilingual ? 'any' : 'en'}`,
    )
    expect([...kinds].map(([kind, members]) => `${kind} ${members.length}`)).toEqual([
      'tiny en 3',
      'tiny any 3',
      'base en 3',
      'base any 3',
      'small en 3',
      'small any 3',
      'medium en 3',
      'medium any 3',
      'large-v3-turbo any 3',
    ])
  })

  it('needs more memory than the file of each model', () => {
    for (const file of CATALOGUE.speech) expect(memoryBytes(file)).toBeGreaterThan(file.sizeBytes)
  })
})
