import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readBank } from '#domain/bank/read'
import { createDocumentConverter } from '../../../electron/adapters/document-converter.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/banks/word.docx', import.meta.url)))

it('reads a Word document: headings, bold labels, lists and tables', async () => {
  const html = await createDocumentConverter().wordToHtml(bytes)
  const { bank } = readBank({ fileName: 'word.docx.html', bytes: html })
  const [lamp, paint] = bank.stories
  expect(bank.title).toBe('Lighthouse stories')
  expect(bank.sections[0]!.title).toBe('Staying calm')
  expect(lamp!.title).toBe('The lamp in the storm')
  expect(lamp!.points.map(({ part, text }) => [part, text])).toEqual([
    ['situation', 'In February 2019 the lamp of our lighthouse failed with 3 ferries at sea'],
    ['task', 'I was alone on the rock and had to keep them off the reef'],
    ['action', 'I carried the spare lamp up 164 steps'],
    ['action', 'I warned each captain on channel 16'],
    ['action', 'I spoke slowly & repeated the bearing'],
    ['result', 'All ferries were in the harbour by 22:40, and the spare lamp burned for 9 hours'],
  ])
  expect(paint!.title).toBe('The paint order')
  expect(paint!.points.map((point) => point.part)).toEqual(['situation', 'action', 'result'])
})

it('refuses what is no Word document', async () => {
  const noWord = createDocumentConverter().wordToHtml(new TextEncoder().encode('# Stories'))
  await expect(noWord).rejects.toMatchObject({ code: 'not-text' })
})

it('refuses a damaged one', async () => {
  const damaged = bytes.slice()
  damaged.fill(7, 200, 4000)
  await expect(createDocumentConverter().wordToHtml(damaged)).rejects.toMatchObject({ code: 'not-text' })
})

/** A zip with one file of blanks. */
function bomb(inflatedBytes: number, declaredBytes: number): Uint8Array {
  const name = Buffer.from('word/document.xml')
  const packed = deflateRawSync(Buffer.alloc(inflatedBytes, ' '), { level: 9 })
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const [header, at] of [
    [local, 8],
    [entry, 10],
  ] as const) {
    header.writeUInt16LE(8, at)
    header.writeUInt32LE(packed.length, at + 10)
    header.writeUInt32LE(declaredBytes, at + 14)
    header.writeUInt16LE(name.length, at + 18)
  }
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]))
}

it.each([
  ['says so', 32_000_000],
  ['says otherwise', 100],
])('refuses what unpacks to more than a document and %s', async (_, declared) => {
  const converting = createDocumentConverter().wordToHtml(bomb(32_000_000, declared))
  await expect(converting).rejects.toMatchObject({ code: 'bank-too-large' })
})

it('stops when it is aborted', async () => {
  const stop = new AbortController()
  const converting = createDocumentConverter().wordToHtml(bytes, stop.signal)
  stop.abort()
  await expect(converting).rejects.toBe(stop.signal.reason)
})
