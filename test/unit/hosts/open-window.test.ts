import { expect, it } from 'vitest'
import { findBrowser } from '../../../electron/hosts/browser/open-window.ts'

it('answers null when no browser is installed, however the search says so', () => {
  expect(findBrowser(() => undefined)).toBeNull()
  expect(
    findBrowser(() => {
      throw new Error('no chrome installations found')
    }),
  ).toBeNull()
  expect(findBrowser(() => '/usr/bin/chromium')).toBe('/usr/bin/chromium')
})
