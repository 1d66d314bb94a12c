import { expect, test } from 'vitest'
import { isHint, isReminder } from '#domain/bank/remarks'

test.each([
  ['TODO: ask Marta for the number', true],
  ['TODO – ask Dimitri', true],
  ['→ ask Marta', true],
  ['(falta una historia de conflicto!! preguntar a Marta)', true],
  ['(number missing)', true],
  ['[Zahl fehlt noch]', true],
  ['待补', true],
  ['Missing parts were ordered on the same day', false],
  ['→ the line was fast again', false],
  ['(I had to ask the mayor)', false],
  ['Todos los clientes volvieron', false],
])('reminder: %s', (text, reminds) => {
  expect(isReminder(text)).toBe(reminds)
})

test('the question of a worksheet is a hint', () => {
  expect(isHint('(What did you do?)')).toBe(true)
  expect(isHint('(what we did)')).toBe(false)
})
