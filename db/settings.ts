import type { SettingsStore } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'

/** Settings as JSON values by key; their meaning belongs to the services. */
export function createSettingsStore(db: Db): SettingsStore {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
  const set = db.prepare(`INSERT INTO settings (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
  return {
    all: () => Object.fromEntries(all.all().map((row) => [row.key, JSON.parse(row.value)])),
    set: db.transaction((entries) => {
      for (const [key, value] of Object.entries(entries)) set.run(key, JSON.stringify(value))
    }),
  }
}
