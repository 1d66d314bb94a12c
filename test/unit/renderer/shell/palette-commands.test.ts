import { describe, expect, it } from 'vitest'
import { doableHere, matching, placeCommands } from '../../../../renderer/features/shell/palette-commands.ts'

const named = (...labels: string[]) => labels.map((label) => ({ label }))
const labels = (commands: readonly { label: string }[]) => commands.map(({ label }) => label)

describe('commands that match', () => {
  const commands = [
    { label: 'Library', also: 'stories home' },
    { label: 'Practice: mock interview', also: 'questions' },
    { label: 'Theme: light' },
    { label: 'Import a document' },
  ]

  it.each<[string, string[]]>([
    ['', ['Library', 'Practice: mock interview', 'Theme: light', 'Import a document']],
    ['  ', ['Library', 'Practice: mock interview', 'Theme: light', 'Import a document']],
    ['li', ['Library', 'Theme: light']],
    ['MOCK question', ['Practice: mock interview']],
    ['home', ['Library']],
    ['nothing of the kind', []],
    ['(', []],
  ])('“%s”', (query, expected) => expect(labels(matching(commands, query))).toEqual(expected))

  it('are found whatever their accents, those first that begin with the word', () => {
    const stories = named('Der Abend im Café', 'Café der Nacht', 'Zürich')
    expect(labels(matching(stories, 'cafe'))).toEqual(['Café der Nacht', 'Der Abend im Café'])
    expect(labels(matching(stories, 'ZÜR'))).toEqual(['Zürich'])
  })
})

it('leads to each place once', () => {
  const went: string[] = []
  const places = placeCommands((path) => went.push(path))
  for (const place of places) place.run()
  expect(new Set(went).size).toBe(places.length)
  expect(went).toContain('/practice/matrix')
})

it('leaves out of what can be done here what is offered everywhere', () => {
  const bound = ['here palette', 'here go-library', 'here help', 'here record-toggle', 'here import'].map((id) => ({
    id,
  }))
  expect(doableHere(bound)).toEqual([{ id: 'here help' }, { id: 'here record-toggle' }])
})
