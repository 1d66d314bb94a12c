import { describe, expect, it } from 'vitest'
import type { CatalogueModel, ModelInfo } from '#contract/models'
import {
  costWords,
  downloadWords,
  liveWords,
  modelWords,
  paceWords,
  speedWords,
} from '../../../../renderer/features/settings/model-words.ts'

describe('paceWords', () => {
  it.each([
    [600, 'about 100 times faster than you speak'],
    [6000, 'about 10 times faster than you speak'],
    [9000, 'about 6.5 times faster than you speak'],
    [30_000, 'about 2 times faster than you speak'],
    [50_000, 'about as fast as you speak'],
    [63_000, 'about as fast as you speak'],
    [70_000, 'slower than you speak'],
  ])('%i ms a minute: %s', (perMinuteMs, words) => expect(paceWords({ perMinuteMs })).toBe(words))
})

it('says when the last words are there, or that it hears afterwards', () => {
  const speed = { perMinuteMs: 6000, keepsUp: true }
  expect(liveWords({ ...speed, tailMs: 1234 })).toBe('last words 1.2\u00a0s after you stop')
  expect(liveWords({ ...speed, tailMs: 12_345 })).toBe('last words 12\u00a0s after you stop')
  expect(liveWords({ ...speed, tailMs: 1, keepsUp: false })).toBe('too slow to listen along, hears afterwards')
})

it('describes a model on this machine, with its speed once it is known', () => {
  const model = { sizeBytes: 82e6, multilingual: false, borrowed: true, speed: null } as ModelInfo
  expect(modelWords(model)).toBe('82 MB · English only · used from where it lies')
  const speed = { perMinuteMs: 6000, tailMs: 1000, keepsUp: true }
  expect(modelWords({ ...model, multilingual: true, borrowed: false, speed })).toBe(
    '82 MB · many languages · about 10 times faster than you speak · last words 1.0\u00a0s after you stop',
  )
})

const offered = {
  name: 'base.en',
  sizeBytes: 148e6,
  memoryBytes: 263e6,
  fits: true,
  speed: null,
  download: null,
} as CatalogueModel

it('tells what a model costs, and that it is too large', () => {
  expect(costWords(offered)).toBe('148 MB · takes 263 MB of memory')
  expect(costWords({ ...offered, fits: false })).toBe('148 MB · would take 263 MB of memory, too much for this machine')
  expect(costWords({ ...offered, memoryBytes: null })).toBe('148 MB')
  expect(speedWords(offered)).toBeNull()
  expect(speedWords({ speed: { perMinuteMs: 6000, tailMs: 1000, keepsUp: true } })).toBe(
    'About 10 times faster than you speak · last words 1.0\u00a0s after you stop',
  )
})

it.each([
  ['waiting', 'base.en waits for another download'],
  ['running', 'Downloading base.en'],
  ['checking', 'Checking that the engine loads base.en'],
  ['paused', 'base.en is paused'],
  ['failed', 'base.en stopped'],
] as const)('a download that is %s: %s', (state, words) => {
  const download = { state, receivedBytes: 0, jobId: null, code: null }
  expect(downloadWords({ name: 'base.en', download })).toBe(words)
  expect(downloadWords({ name: 'base.en', download: null })).toBeNull()
})
