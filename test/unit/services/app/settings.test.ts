import { expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createSettings, DEFAULT_SETTINGS } from '../../../../electron/services/app/settings.ts'

function memory(initial: Record<string, unknown> = {}) {
  const values = { ...initial }
  return { all: () => values, set: (entries: Readonly<Record<string, unknown>>) => void Object.assign(values, entries) }
}

it('keeps what is set and defaults the rest', () => {
  const settings = createSettings({ store: memory(), events: createEventHub() })
  expect(settings.get()).toEqual(DEFAULT_SETTINGS)
  expect(settings.set({ theme: 'dark', welcomed: undefined })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
})

it('falls back to the default for a value that no longer fits', () => {
  const store = memory({ theme: 'sepia', playbackRate: 99, welcomed: true })
  const settings = createSettings({ store, events: createEventHub() })
  expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, welcomed: true })
})
