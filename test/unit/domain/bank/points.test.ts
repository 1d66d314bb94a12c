import { expect, test } from 'vitest'
import { readBank } from './retention.ts'

const story = (action: string) =>
  `## Boat\n\n**Situation:** The boat leaked a little every day.\n\n**Action:**\n\n${action}\n\n**Result:** It stayed dry for two years.\n`

const actionOf = (action: string) =>
  readBank(story(action))
    .stories[0]!.points.filter((point) => point.part === 'action')
    .map((point) => (point.weight === 'optional' ? `(${point.text})` : point.text))

test.each<[string, string, string[]]>([
  [
    'sentences',
    'I dried the hull. Then I painted it, e.g. the keel vs. the bow.',
    ['I dried the hull', 'Then I painted it, e.g. the keel vs. the bow'],
  ],
  [
    'semicolons',
    'Dried the hull; painted the keel (twice; by hand); sold it',
    ['Dried the hull', 'Painted the keel (twice; by hand); sold it'],
  ],
  [
    'wrapped lines',
    'I dried the hull with a fan that I had borrowed from\nthe neighbour next door.',
    ['I dried the hull with a fan that I had borrowed from the neighbour next door'],
  ],
  ['quotes and ticks', '✓ "I dried the hull."\n\n✓ “Then I painted it.”', ['I dried the hull', 'Then I painted it']],
  [
    'details below a headline',
    '- I dried the old hull\n  - with a fan from next door\n  - for three whole nights',
    ['I dried the old hull', '(With a fan from next door)', '(For three whole nights)'],
  ],
  [
    'a sentence that its list completes',
    'I repaired the boat with:\n- new planks\n- old tar',
    ['I repaired the boat with: new planks, old tar'],
  ],
  [
    'a caption of its own',
    '**Step 1: Dry the whole hull**\n\n- I borrowed a fan\n- I waited three nights',
    ['(Step 1: Dry the whole hull)', 'I borrowed a fan', 'I waited three nights'],
  ],
  [
    'before and after',
    '- **Before**: wet feet in the cabin\n- **After**: dry feet in the cabin',
    ['Before: wet feet in the cabin; After: dry feet in the cabin'],
  ],
  [
    'notes in a code block',
    '```\n1. Dried the whole hull\n   - Borrowed a big fan\n2. Painted the long keel\n```',
    ['Dried the whole hull', '(Borrowed a big fan)', 'Painted the long keel'],
  ],
])('%s', (_, action, points) => {
  expect(actionOf(action)).toEqual(points)
})

test('code is kept but not said', () => {
  const bank = readBank(story('```python\n# Dry the hull before painting\npump.start(level=3)\n```'))
  expect(bank.stories[0]!.notes.map((note) => note.text)).toEqual(['pump.start(level=3)'])
  expect(actionOf('```python\n# Dry the hull before painting\npump.start(level=3)\n```')).toEqual([
    '(Dry the hull before painting)',
  ])
})

test('a sentence too long to say is cut at its clauses', () => {
  const clause = 'I asked every sailor in the harbour about the colour of the paint on the old boats'
  const points = actionOf(`${clause}, and ${clause}, and ${clause}.`)
  expect(points.length).toBeGreaterThan(1)
  for (const point of points) expect(point.split(' ').length).toBeLessThanOrEqual(40)
})

test('a fence inside a fence does not end it', () => {
  const bank = readBank(
    `${story('```\nShowed the plan:\n```java\nint a = 1;\n```\nResult: 3 boats fixed at once\n```')}\n## Next\n\n**Situation:** Another boat leaked.\n\n**Action:** I sold the whole boat.\n\n**Result:** Nobody got wet.\n`,
  )
  expect(bank.stories.map((found) => found.title)).toEqual(['Boat', 'Next'])
})
