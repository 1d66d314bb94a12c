import { describe, expect, test } from 'vitest'
import { tokenize } from '#domain/coverage/tokens'
import type { Trait } from '#domain/delivery/delivery'
import { findTraits } from '#domain/delivery/traits'
import { heardAs, spokenAs } from './heard.ts'

const traits = (text: string, checklist: readonly string[] = []) =>
  findTraits(spokenAs(text), tokenize(heardAs(text)), checklist)
const shown = (text: string, trait: Trait) =>
  traits(text)
    .find((finding) => finding.trait === trait)
    ?.mentions.map((mention) => mention.text) ?? []

describe('traits', () => {
  test.each([
    ['initiative', 'Nobody asked me to, but I volunteered.', ['nobody asked me to', 'I volunteered']],
    ['initiative', 'As a nurse I decided to take the lead and proposed a rota.', ['I decided to take the lead']],
    ['initiative', 'Initiative matters and he volunteered.', []],
    ['collaboration', 'I sat down with the foreman and brought the crews together.', ['I sat down with']],
    ['collaboration', 'We had good teamwork.', []],
    ['data', 'I counted them and the survey showed it.', ['I counted', 'the survey showed']],
    ['data', 'We never measured it.', []],
    ['data', 'The data was on the server.', []],
    [
      'credit',
      'Thanks to Maria it worked, my colleague Ben knew, my team built it.',
      ['thanks to Maria', 'my team built'],
    ],
    ['credit', 'They thanked me.', []],
    [
      'self-awareness',
      'Looking back, I should have called. It was my mistake.',
      ['looking back', 'I should have', 'my mistake'],
    ],
    ['impact', 'We cut the waste by 30 percent and the day was long.', ['cut the waste by 30 percent']],
    ['impact', 'We went from 12 ovens to 3 ovens. Then there were 4.', ['went from 12 ovens to 3 ovens']],
    ['impact', 'We improved a lot. There were 4 of us.', []],
    ['impact', 'I reached out to 3 people, it went on for 9 days.', []],
    ['impact', 'I raised it with 2 others and finished at 5.', []],
    ['impact', 'We had less than 2 weeks, and it grew in 2019.', []],
    ['impact', 'In all 40 orders were saved.', ['40 orders were saved']],
    ['impact', 'It was twenty threads and then it passed.', []],
    ['impact', 'Within two weeks we cut it to 80 orders.', ['cut it to 80 orders']],
    ['impact', 'There were 60 percent fewer falls, in 3 wards.', ['60 percent fewer']],
    ['impact', 'We raised the pass rate by 12 percent.', ['raised the pass rate by 12 percent']],
    ['leadership', 'I delegated the tasks and trained two apprentices.', ['I delegated']],
    [
      'customer',
      "I listened to the guests and saw it from the patient's side.",
      ['I listened to the guests', "from the patient's side"],
    ],
    ['resilience', "I didn't give up and we tried again.", ["I didn't give up", 'we tried again']],
    ['communication', 'I explained it in plain words and kept the family informed.', ['I explained', 'in plain words']],
  ] as const)('%s: %s', (trait, text, expected) => expect(shown(text, trait)).toEqual(expected))

  test('what a checklist asks for comes first, also when it was not heard', () => {
    const found = traits('I volunteered.', ['Shows self-awareness and credits others', 'Customer Obsession'])
    expect(found.map(({ trait, asked, mentions }) => [trait, asked, mentions.length])).toEqual([
      ['credit', true, 0],
      ['self-awareness', true, 0],
      ['customer', true, 0],
      ['initiative', false, 1],
    ])
  })

  test('nothing said, nothing asked', () => expect(traits('')).toEqual([]))
})
