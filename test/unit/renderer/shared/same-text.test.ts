import { expect, it } from 'vitest'
import { sameText } from '../../../../renderer/features/shared/same-text.ts'

it.each([
  ['Tell me about a failure', 'Tell me about a failure?', true],
  ['“Tell me  about a failure.”', 'tell me about a failure', true],
  ['Tell me about a failure', 'Tell me about a success', false],
  ['Über uns', 'uber uns', false],
])('“%s” and “%s”: %s', (left, right, isSame) => expect(sameText(left, right)).toBe(isSame))
