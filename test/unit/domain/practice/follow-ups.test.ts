import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBank } from '#domain/bank/parse'
import { chooseFollowUps, followUpsOf } from '#domain/practice/follow-ups'

describe('follow-up questions', () => {
  it.each<[string, string[], string[]]>([
    ['a question', ['What would you do differently?'], ['What would you do differently?']],
    ['a label before it', ['Follow-ups: What would you do differently?'], ['What would you do differently?']],
    ['a bold label', ['**Possible follow-ups:** How did they react?'], ['How did they react?']],
    ['several in one note', ['Why not sooner? Who else helped you?'], ['Why not sooner?', 'Who else helped you?']],
    ['a list', ['- Who decided that?\n- How did you know?'], ['Who decided that?', 'How did you know?']],
    ['numbers', ['1. Who decided that?\n2) How did you know?'], ['Who decided that?', 'How did you know?']],
    ['a sentence before it', ['They may push here. Why did you wait?'], ['Why did you wait?']],
    ['quotation marks', ['“Why did you wait?”'], ['“Why did you wait?”']],
    ['Chinese', ['追问：你为什么这样做？'], ['你为什么这样做？']],
    ['Arabic', ['ماذا تعلمت من ذلك؟'], ['ماذا تعلمت من ذلك؟']],
    ['Greek', ['Τι θα έκανες διαφορετικά;'], ['Τι θα έκανες διαφορετικά;']],
    ['Armenian', ['Ի՞նչ կանեիք այլ կերպ։'], ['Ի՞նչ կանեիք այլ կերպ։']],
    ['no question', ['Mention the customer.', 'Smile!'], []],
    ['a semicolon in another script', ['Stay calm; breathe in; go on.'], []],
    ['an exclamation with a mark', ['Really?'], []],
    ['the same twice', ['Who helped you there?', 'Who helped you there?'], ['Who helped you there?']],
  ])('are found in notes: %s', (_what, notes, questions) => {
    expect(followUpsOf(notes)).toEqual(questions)
  })

  it.each(['followup-qa.md', 'follow-up-questions.md', 'soar-headings.md'])(
    'of the bank %s end up with its stories',
    (name) => {
      const bytes = readFileSync(new URL(`../../../fixtures/banks/${name}`, import.meta.url), 'utf8')
      const { stories } = parseBank(bytes, { fallbackTitle: 'Bank' })
      expect(stories.flatMap(({ notes }) => followUpsOf(notes.map(({ text }) => text))).length).toBeGreaterThan(0)
    },
  )

  it('are asked two at a time, those never asked first, then those asked longest ago', () => {
    const notes = ['Who helped you there? What was hard? What would you change?']
    const asked = (...pairs: [string, number][]) => chooseFollowUps(notes, new Map(pairs))
    expect(asked()).toEqual(['Who helped you there?', 'What was hard?'])
    expect(asked(['Who helped you there?', 5])).toEqual(['What was hard?', 'What would you change?'])
    expect(asked(['Who helped you there?', 5], ['What was hard?', 3], ['What would you change?', 4])).toEqual([
      'What was hard?',
      'What would you change?',
    ])
  })
})
