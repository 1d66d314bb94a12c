import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { decodeSource } from '#domain/bank/decode'
import { parseBank } from '#domain/bank/parse'
import { coverPoints } from '#domain/coverage/cover'
import { indexStories, likelyStories } from '#domain/practice/story-index'
import { CANDIDATES, evidenceOf, rankStories } from '#domain/practice/told-story'
import { finish } from '#domain/steps'
import { goldSets, pointsOf, unseenSet, wordsOf } from '../../../../bench/coverage/gold.ts'

type Told = { id: string; title: string; points: Parameters<typeof coverPoints>[0] }

/** Which story an answer told, as the app finds it out. */
function naming(stories: readonly Told[]) {
  const index = finish(indexStories(stories))
  const byId = new Map(stories.map((story) => [story.id, story]))
  return (text: string, plannedId: string | null = null) => {
    const { words } = wordsOf(text)
    const ids = likelyStories(index, text, CANDIDATES)
    const judged = [...new Set([...ids, ...(plannedId ? [plannedId] : [])])].map((storyId) => ({
      storyId,
      evidence: evidenceOf(coverPoints(byId.get(storyId)!.points, words), index),
    }))
    const { ranked, isClear } = rankStories(judged, plannedId)
    return { first: ranked[0]?.storyId, isClear }
  }
}

/** Every labelled answer of every set, but those that were written to mislead. */
function labelled() {
  const sets = [...goldSets(), { name: 'unseen', gold: unseenSet() }]
  const stories = sets.flatMap(({ name, gold }) =>
    gold.stories.map(({ id }) => ({ id: `${name} ${id}`, title: '', points: pointsOf(gold, id) })),
  )
  const answers = sets.flatMap(({ name, gold }) =>
    gold.answers
      .filter(({ style }) => !style.startsWith('trap'))
      .map(({ storyId, style, transcript }) => ({ story: `${name} ${storyId}`, style, transcript })),
  )
  return { stories, answers }
}

describe('which story was told', () => {
  const { stories, answers } = labelled()
  const name = naming(stories)
  const results = answers.map(({ story, style, transcript }) => ({ style, story, ...name(transcript) }))
  const right = (some: typeof results) => some.filter(({ first, story }) => first === story).length

  it('is found in every labelled answer but paraphrases that avoid the words of the story', () => {
    const plain = results.filter(({ style }) => style !== 'paraphrase')
    expect(right(plain) / plain.length).toBe(1)
    const paraphrases = results.filter(({ style }) => style === 'paraphrase')
    expect(right(paraphrases) / paraphrases.length).toBeGreaterThanOrEqual(0.5)
  })

  it('is named without asking only where it is clear', () => {
    const clear = results.filter(({ isClear }) => isClear)
    expect(clear.length / results.length).toBeGreaterThanOrEqual(0.8)
    expect(right(clear) / clear.length).toBeGreaterThanOrEqual(0.98)
  })

  it('is nobody knows which when nothing was told', () => {
    expect(name('well um yes so basically you know')).toMatchObject({ isClear: false })
  })
})

const SHARED = new URL('../../../../../shared/', import.meta.url)
const isHere = existsSync(new URL('speech/wav/index.json', SHARED)) && existsSync(new URL('seeds/', SHARED))
if (!isHere) console.warn('skipped: ../shared is not here, so stories are not found in its recordings')

/** What is in the title of the story that each recording tells. */
const TITLES: readonly (readonly [string, RegExp])[] = [
  ['01', /without formal authority/],
  ['02', /convince others/],
  ['03', /mentored/],
  ['04', /difficult decision/],
  ['05', /Technical Debt/],
  ['06', /Team Scaling/],
  ['07', /FastAPI/],
  ['08', /Code Review/],
  ['09', /DC Inventory/],
  ['10', /CompletableFuture/],
  ['11', /Optimistic/],
]

test.skipIf(!isHere)('every shared recording is found among all stories of all seeds', () => {
  const files = readdirSync(new URL('seeds/', SHARED))
  const stories = files.flatMap((file) => {
    const { text } = decodeSource(readFileSync(new URL(`seeds/${file}`, SHARED)))
    return parseBank(text, { fallbackTitle: file }).stories.map((story) => ({ ...story, id: `${file} ${story.id}` }))
  })
  const titles = new Map(stories.map(({ id, title }) => [id, title]))
  const name = naming(stories)
  const recordings: { file: string; text: string }[] = JSON.parse(
    readFileSync(new URL('speech/wav/index.json', SHARED), 'utf8'),
  )
  expect(recordings).toHaveLength(TITLES.length)
  for (const { file, text } of recordings) {
    const { first, isClear } = name(text)
    const [, title] = TITLES.find(([start]) => file.startsWith(start))!
    expect([file, titles.get(first!), isClear]).toEqual([file, expect.stringMatching(title), true])
  }
})

describe('the order of stories', () => {
  const weighed = (...all: [string, number][]) => all.map(([storyId, evidence]) => ({ storyId, evidence }))
  it.each<[string, ReturnType<typeof weighed>, string | null, string | undefined, boolean]>([
    ['the one with most evidence', weighed(['a', 10], ['b', 20], ['c', 3]), null, 'b', true],
    ['two that are near each other', weighed(['a', 18], ['b', 20]), null, 'b', false],
    ['the planned one of two that are near each other', weighed(['a', 18], ['b', 20]), 'a', 'a', true],
    ['not the planned one where another is better', weighed(['a', 10], ['b', 20]), 'a', 'b', true],
    ['hardly any evidence', weighed(['a', 2]), 'a', 'a', false],
    ['none', [], 'a', undefined, false],
  ])('begins with %s', (_what, all, planned, first, clear) => {
    const { ranked, isClear } = rankStories(all, planned)
    expect([ranked[0]?.storyId, isClear, ranked.length]).toEqual([first, clear, all.length])
  })
})

test('of a thousand stories, those that share rare words come first', () => {
  const stories = Array.from({ length: 1000 }, (_, i) => ({
    id: `s${i}`,
    title: 'A story',
    points: [{ text: `We changed the thing of team number${i} in city${i % 50}` }],
  }))
  const index = finish(indexStories(stories))
  expect(likelyStories(index, 'so the number712 thing in city12 was changed', 3)[0]).toBe('s712')
  expect(likelyStories(index, 'nothing of it whatsoever', 3)).toHaveLength(0)
})
