import { readFileSync } from 'node:fs'
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
