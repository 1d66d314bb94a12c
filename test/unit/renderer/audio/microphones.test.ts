import { expect, it } from 'vitest'
import { microphoneError } from '../../../../renderer/audio/microphones.ts'

it.each([
  ['NotAllowedError', 'mic-denied'],
  ['SecurityError', 'mic-denied'],
  ['NotFoundError', 'mic-missing'],
  ['OverconstrainedError', 'mic-missing'],
  ['NotReadableError', 'mic-unavailable'],
  ['AbortError', 'mic-unavailable'],
])('%s is %s', (name, code) => {
  const cause = new DOMException('x', name)
  expect(microphoneError(cause)).toMatchObject({ code, cause })
})

it('calls anything unknown unavailable', () => expect(microphoneError(new TypeError('x')).code).toBe('mic-unavailable'))
