import { describe, expect, it } from 'vitest'
import { plainWords, wordErrors } from '#domain/transcript/word-errors'

describe('words without case and punctuation', () => {
  it.each([
    ['Don’t panic, said I.', ['dont', 'panic', 'said', 'i']],
    ['a two-week build — 60% faster…', ['a', 'two', 'week', 'build', '60%', 'faster']],
    ['Überraschung! «Straße»', ['überraschung', 'straße']],
    [' , — % ', []],
  ])('%s', (text, words) => {
    expect(plainWords(text)).toEqual(words)
  })
})

describe('word errors', () => {
  it.each([
    ['the same', 'we cut the build', 'we cut the build', 0],
    ['one replaced', 'we cut the build', 'we got the build', 1],
    ['one left out', 'we cut the build', 'we cut build', 1],
    ['one too many', 'we cut the build', 'we cut the the build', 1],
    ['one moved costs two', 'a b c d', 'b c d a', 2],
    ['replacing is cheaper than leaving out and putting in', 'a b c', 'x y z', 3],
    ['nothing heard', 'a b', '', 2],
    ['nothing said', '', 'a b c', 3],
    ['a repeated word at the seam of both ends', 'a a b', 'a b', 1],
  ])('%s', (_what, right, heard, errors) => {
    expect(wordErrors(plainWords(right), plainWords(heard))).toBe(errors)
  })
})
