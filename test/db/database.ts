import type { BankRecord, ImportedStory } from '../../electron/services/ports/stores.ts'

export const point = (id: string, text: string, over: Partial<ImportedStory['points'][number]> = {}) => ({
  id,
  part: 'action' as const,
  text,
  source: { text, part: 'action' as const, weight: 'normal' as const, position: 0 },
  weight: 'normal' as const,
  facts: [],
  lines: { from: 3, to: 3 },
  ...over,
})

export const story = (id: string, over: Partial<ImportedStory> = {}): ImportedStory => ({
  id,
  kind: 'story',
  title: `Story ${id}`,
  sourceTitle: `Story ${id}`,
  sectionId: 'sec',
  questionIds: ['q1'],
  notes: ['a hook'],
  target: { minMs: 60_000, maxMs: 90_000 },
  lines: { from: 1, to: 9 },
  points: [point(`${id}-p1`, 'We cut waste by 30 %', { facts: [{ kind: 'percentage', text: '30 %' }] })],
  ...over,
})

export const bank = (over: Partial<BankRecord> = {}): BankRecord => ({
  id: 'bank',
  title: 'My bank',
  fileName: 'bank.md',
  importedAt: 1000,
  corrections: [],
  source: new TextEncoder().encode('# My bank\r\n'),
  sections: [{ id: 'sec', title: 'Ownership', definition: 'Sees things through' }],
  questions: [{ id: 'q1', text: 'Tell me about a time…', sectionId: 'sec' }],
  stories: [story('s1')],
  ...over,
})
