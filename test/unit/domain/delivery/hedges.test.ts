import { describe, expect, test } from 'vitest'
import { findFillers } from '#domain/delivery/fillers'
import { findAbsolutes, findHedges } from '#domain/delivery/hedges'
import { findPassives } from '#domain/delivery/passives'
import { spokenAs } from './heard.ts'

const texts = (mentions: readonly { text: string }[]) => mentions.map(({ text }) => text)
const hedges = (text: string) => texts(findHedges(spokenAs(text), findFillers(spokenAs(text))))

describe('hedges', () => {
  test.each([
    ['I think it was good', ['I think']],
    ['Maybe I should, I guess, have called', ['maybe', 'I guess']],
    ['it was kind of slow and sort of worked', ['kind of', 'sort of']],
    ['we probably saved a bit, hopefully', ['probably', 'a bit', 'hopefully']],
    ['it was a bit of a mess', ['a bit of a']],
    ['I feel like it helped', ['I feel like']],
    ['I just wanted to help', ['I just wanted']],
    ["I'm not sure if it was more or less done", ["I'm not sure if", 'more or less']],
    ['it was a little better, or something like that', ['a little', 'or something like that']],
    ['what I think about is how I think of it', []],
    ['just before we started I had just 48 hours', []],
    ['we waited a bit and used a bit of timber', []],
    ['a kind of saw, this kind of wood', []],
    ['a little girl came in, it was fair', []],
    ['what do you guess', []],
  ])('%s', (text, expected) => expect(hedges(text)).toEqual(expected))

  test('"kind of" counts once, as a hedge or as a filler', () => {
    const spoken = spokenAs('it was kind of slow and, kind of, odd')
    const fillers = findFillers(spoken)
    expect(fillers.map(({ span }) => span)).toEqual([{ from: 6, to: 8 }])
    expect(findHedges(spoken, fillers).map(({ span }) => span)).toEqual([{ from: 2, to: 4 }])
  })
})

describe('absolutes', () => {
  test.each([
    ['everyone was always late and nobody cared', ['everyone', 'always', 'nobody']],
    ['it was completely impossible', ['completely', 'impossible']],
    ['I am 100% sure, a hundred percent sure', ['100%', 'a hundred percent']],
    ['we reached 100% of our orders, we went to 100 percent', []],
    ['not everyone came, it was nearly impossible, almost never', []],
    ["it wasn't always easy, never mind", []],
    ['every single order was wrong', ['every single order']],
  ])('%s', (text, expected) => expect(texts(findAbsolutes(spokenAs(text)))).toEqual(expected))
})

describe('passives without a doer', () => {
  test.each([
    ['it was decided to close the shop', ['it was decided']],
    ['mistakes were made', ['mistakes were made']],
    ['Maria was promoted. It was decided.', ['Maria was promoted', 'it was decided']],
    ['the budget got approved', ['budget got approved']],
    ['the plan was quickly rewritten', ['plan was quickly rewritten']],
    ['it had never been checked', ['never been checked']],
    ['patients were being moved', ['were being moved']],
    ["nobody knew it wasn't ordered", ["it wasn't ordered"]],
    ['it was finished by Friday, it was fixed by hand', ['it was fixed']],
    ['the wall was built and the roof was laid', ['wall was built', 'roof was laid']],
    ['I was excited, she was tired, it is located here', []],
    ['we were asked by the owner', []],
    ['it was decided at the end by our manager', []],
    ['I was lost and we were done', []],
    ['it was made of oak and we got started', []],
    ['it was red and I am interested', []],
    ['we decided and we fixed it', []],
    ['I have got written proof', []],
    ['she was a trained nurse', []],
    ["she's taken it, it should be weighed", []],
  ])('%s', (text, expected) => expect(texts(findPassives(spokenAs(text)))).toEqual(expected))
})

test('nothing said', () => {
  const nothing = spokenAs('')
  expect([findHedges(nothing, []), findAbsolutes(nothing), findPassives(nothing)]).toEqual([[], [], []])
})
