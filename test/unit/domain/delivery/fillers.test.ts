import { describe, expect, test } from 'vitest'
import { findFillers } from '#domain/delivery/fillers'
import { readSpoken } from '#domain/delivery/spoken'
import { heardAs, spokenAs } from './heard.ts'

const said = (text: string, kind: string) =>
  findFillers(spokenAs(text)).flatMap((filler) => (filler.kind === kind ? [filler.text] : []))

describe('hesitations', () => {
  test.each([
    ['um so we uh tried erm it', ['um', 'uh', 'erm']],
    ['Ummm, hmm, it uhh broke', ['ummm', 'hmm', 'uhh']],
    ['I took her to the ER and measured 5 mm', []],
    ['the error and the umbrella', []],
  ])('%s', (text, expected) => expect(said(text, 'hesitation')).toEqual(expected))
})

describe('phrases', () => {
  test.each([
    ['you know, we shipped it', ['you know']],
    ['it was, you know, a mess', ['you know']],
    ['so you know I rang the family', ['you know']],
    ['do you know what happened? you know that already', []],
    ['things you know and people you know well', []],
    ['let you know, as you know, before you know it', []],
    ['I mean we had to', ['I mean']],
    ['what I mean is this, I mean it', []],
    ['I mean to say so', []],
    ['Basically, we won. Actually, we did.', ['basically', 'actually']],
    ['it was actually fine', ['actually']],
    ['then I actually read it', []],
    ['and then actually we rang them', ['actually']],
    ['I literally had no gloves', ['literally']],
    ['she took it literally. We literally translated it', []],
    ['it was, kind of, done', ['kind of']],
    ['we kind of the whole crew left', ['kind of']],
    ['some sort of plan, and a kind of magic, those kind of people', []],
    ['So, uh, we launched', ['so']],
    ['Well, it broke. Okay, I rang.', ['well', 'okay']],
    ['so we launched so many things, so that it went well', []],
    ['It went well, and I did well.', []],
    ['we had a deadline, right, and no staff', ['right']],
    ['we had this old van, right? And it broke, okay?', ['right', 'okay']],
    ['we had this old van right? And I', ['right']],
    ['Is that right? Was it okay? It was the right one.', []],
    ['he said, okay, and turn right, please', []],
  ])('%s', (text, expected) => expect(said(text, 'phrase')).toEqual(expected))
})

describe('repetitions', () => {
  test.each([
    ['we we we had the the plan', ['we we we', 'the the']],
    ['we had we had no gloves', ['we had we had']],
    ['and then I and then I rang', ['and then I and then I']],
    ['the the, the plan', ['the the the']],
    ['we had had that that much. Much was very very good', []],
    ['it was slow, slow, slow', []],
    ['step by step by step, over and over and over', []],
    ['ninety nine nine', []],
    ['a T T L of five, I I mean', ['I I']],
    ['We did it. We did it. No, no.', []],
    ['I know. I went.', []],
  ])('%s', (text, expected) => expect(said(text, 'repetition')).toEqual(expected))
})

describe('false starts', () => {
  test.each([
    ['we wan- we needed it', ['we wan-']],
    ['I wen- I went home', ['I wen-']],
    ['the proj- project was late', ['proj-']],
    ['we tried to— we tried again', ['we tried to']],
    ['we were going we are going there', ['we were going']],
    ['I was I am a nurse', ['I was']],
    ['we need we needed help', ['we need']],
    ['pre- and post-op care on the ward', []],
    ['we tried— it failed', []],
    ['all we have we had to earn', []],
    ['I said I would and I did', []],
    ['I think I was late, I know I did', []],
  ])('%s', (text, expected) => expect(said(text, 'false-start')).toEqual(expected))
})

test('their words and their moment are told, also past lone punctuation', () => {
  expect(findFillers(spokenAs('we you know waited'))).toEqual([
    { text: 'you know', span: { from: 1, to: 3 }, startMs: 500, kind: 'phrase' },
  ])
  expect(findFillers(spokenAs('we – um waited'))[0]).toMatchObject({ span: { from: 2, to: 3 }, startMs: 1000 })
})

test('no words, no fillers', () => {
  expect(findFillers(readSpoken([]))).toEqual([])
  expect(findFillers(readSpoken(heardAs('um')))).toHaveLength(1)
})
