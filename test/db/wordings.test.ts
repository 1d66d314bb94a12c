import { beforeEach, expect, it } from 'vitest'
import { createAttemptStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { type Db, openInMemory } from '../../db/open.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createWordingStore } from '../../db/wordings.ts'
import { bank, point, story } from './database.ts'

const POINTS = [point('p1', 'One'), point('p2', 'Two')]
const draft = (id: string, text: string) => ({
  id,
  part: 'action' as const,
  text,
  weight: 'normal' as const,
  facts: [],
})
const wording = (id: string, pointId: string, learnedAt: number) => ({
  id,
  pointId,
  kind: 'accepted' as const,
  text: `words ${id}`,
  attemptId: 'a1',
  learnedAt,
})

let db: Db
let wordings: ReturnType<typeof createWordingStore>
beforeEach(() => {
  db = openInMemory()
  createBankStore(db).save(bank({ stories: [story('s1', { points: POINTS }), story('s2')] }))
  createAttemptStore(db).add({ id: 'a1', storyId: 's1', questionId: null, cueLevel: 'full', focus: null, startedAt: 1 })
  wordings = createWordingStore(db)
  wordings.add(wording('old', 'p1', 1))
  wordings.add(wording('new', 'p2', 2))
  wordings.add(wording('other', 's2-p1', 3))
})
const known = () => wordings.ofStory('s1').map(({ id }) => id)

it('gives back what was learned about the points of one story, newest first', () => {
  expect(wordings.ofStory('s1')).toEqual([wording('new', 'p2', 2), wording('old', 'p1', 1)])
  expect(wordings.ofPoint('p1')).toEqual([wording('old', 'p1', 1)])
  expect(wordings.get('other')).toEqual({ storyId: 's2', wording: wording('other', 's2-p1', 3) })
  expect(wordings.get('nothing')).toBeNull()
})

it('puts a wording aside, brings it back, and purges only what is aside', () => {
  wordings.setRemoved('old', 9)
  expect([known(), wordings.ofPoint('p1')]).toEqual([['new'], []])
  wordings.setRemoved('old', null)
  expect(known()).toEqual(['new', 'old'])
  wordings.setRemoved('old', 10)
  wordings.purgeRemoved()
  expect([wordings.get('old'), known()]).toEqual([null, ['new']])
})

it('keeps what a point learned while the point is put aside and comes back', () => {
  const stories = createStoryStore(db)
  stories.savePoints('s1', [draft('p2', 'Two')], 9)
  expect(known()).toEqual(['new'])
  stories.savePoints('s1', [draft('p1', 'One, said better'), draft('p2', 'Two')], 10)
  expect(known()).toEqual(['new', 'old'])
})

it('keeps what was learned when the document is imported again, also with a point left out between', () => {
  const banks = createBankStore(db)
  banks.save(bank({ stories: [story('s1', { points: [point('p2', 'Two')] })] }))
  banks.save(bank({ stories: [story('s1', { points: POINTS })] }))
  expect(known()).toEqual(['new', 'old'])
})

it('keeps what was learned when its attempt is deleted for good', () => {
  const attempts = createAttemptStore(db)
  attempts.setRemoved('a1', 5)
  attempts.purge(attempts.putAside())
  expect(wordings.ofStory('s1').map(({ id, attemptId }) => [id, attemptId])).toEqual([
    ['new', null],
    ['old', null],
  ])
})
