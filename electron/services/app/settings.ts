import { Settings } from '#contract/app'
import type { SettingsStore } from '../ports/stores.ts'
import type { EventHub } from './events.ts'

/**
 * What holds until the user chooses: an answer as long as interview coaches commonly ask for, at a pace between that of
 * lectures and of interviews (Tauroza & Allison 1990).
 */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  microphoneId: null,
  cueLevel: 'full',
  thinkingTimeMs: 0,
  target: { minMs: 60_000, maxMs: 90_000 },
  pace: { min: 120, max: 170 },
  playbackRate: 1,
  liveTranscription: true,
  // A dense live dashboard makes speakers worse.
  liveTicks: false,
  modelMirror: null,
  newPerDay: 4,
  reviewsPerDay: 20,
  interviewOn: null,
  compressAudio: false,
  welcomed: false,
}

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] | undefined }

export interface SettingsService {
  get(): Settings
  set(patch: SettingsPatch): Settings
}

/** The user's choices; a stored value that no longer fits falls back to its default. */
export function createSettings(deps: { store: SettingsStore; events: EventHub }): SettingsService {
  function get(): Settings {
    const stored = deps.store.all()
    const entries = Object.entries(Settings.shape).map(([key, schema]) => {
      const parsed = schema.safeParse(stored[key])
      return [key, parsed.success ? parsed.data : DEFAULT_SETTINGS[key as keyof Settings]]
    })
    return Object.fromEntries(entries) as Settings
  }
  return {
    get,
    set(patch) {
      deps.store.set(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)))
      deps.events.emit('settings.changed', {})
      return get()
    },
  }
}
