import { describe, expect, it } from 'vitest'
import { fromClipboard, gather } from '../../../../renderer/features/import/gather-files.ts'

describe('gathering', () => {
  const found = (path: string) => ({ path, file: new File([], path.split('/').at(-1)!) })

  it('takes the documents of a folder by name, counts the others, and overlooks what is hidden', () => {
    const { files, ignored } = gather(
      ['n/10.md', 'n/2.txt', 'n/a.PDF', 'n/.git/x.md', 'n/node_modules/y.md', 'n/Sheet.CSV'].map(found),
    )
    expect(files.map(({ file }) => file.name)).toEqual(['2.txt', '10.md', 'Sheet.CSV'])
    expect(ignored).toBe(1)
  })

  it.each([
    ['# A story', '<h1>A story</h1>', 'Pasted text.md'],
    ['A story', '<h1>A story</h1><p>It was</p>', 'Pasted text.html'],
    ['A story', '<span>A story</span>', 'Pasted text.md'],
    ['A story', '', 'Pasted text.md'],
  ])('takes %j with %j from the clipboard as %s', (text, html, fileName) => {
    expect(fromClipboard(text, html)?.fileName).toBe(fileName)
  })

  it('takes nothing from an empty clipboard', () => expect(fromClipboard(' \n', '')).toBeNull())
})
