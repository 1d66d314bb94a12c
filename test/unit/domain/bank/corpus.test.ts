import { expect, test } from 'vitest'
import { corpus, normalise, read, shapeOf } from './corpus.ts'
import { lostWords, retention } from './retention.ts'

test.each(corpus())('$name is understood as a reader would', (document) => {
  const { text, bank } = read(document)
  expect(shapeOf(bank, document.expected)).toEqual(normalise(document.expected))
  expect(retention(text, bank), lostWords(text, bank).join(' ')).toBeGreaterThanOrEqual(0.99)
})
