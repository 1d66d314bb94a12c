import { createEnvelope } from '#domain/audio/envelope'
import type { AttemptRow, AttemptStore, AudioStore, RecordedAudio } from '../../../electron/services/ports.ts'

/** Ids in order: a1, a2, … */
export function ids(prefix = 'a'): () => string {
  let next = 1
  return () => `${prefix}${next++}`
}

const audioOf = (bytes: number): RecordedAudio => ({ durationMs: bytes / 32, envelope: createEnvelope(20).finish() })

/** Recordings in memory; `parts` are unfinished, `files` finished. */
export function memoryAudio() {
  const parts = new Map<string, number[]>()
  const files = new Map<string, number[]>()
  const store: AudioStore = {
    path: (id) => `/audio/${id}.wav`,
    async create(id) {
      const bytes: number[] = []
      parts.set(id, bytes)
      return {
        append: async (pcm) => void bytes.push(...pcm),
        async finish() {
          parts.delete(id)
          files.set(id, bytes)
          return audioOf(bytes.length)
        },
      }
    },
    async recover(id) {
      const bytes = parts.get(id)
      if (!bytes) return null
      parts.delete(id)
      files.set(id, bytes)
      return audioOf(bytes.length)
    },
    has: async (id) => files.has(id),
    async delete(id) {
      files.delete(id)
      parts.delete(id)
    },
    totalBytes: async () => 0,
  }
  return { store, parts, files }
}

/** Attempts in memory. */
export function memoryAttempts() {
  const rows = new Map<string, AttemptRow>()
  const removed = new Set<string>()
  const change = (id: string, patch: Partial<AttemptRow>) => void rows.set(id, { ...rows.get(id)!, ...patch })
  const store: AttemptStore = {
    add: (attempt) =>
      void rows.set(attempt.id, {
        ...attempt,
        status: 'recording',
        recovered: false,
        durationMs: 0,
        transcriptionError: null,
      }),
    list: () => [...rows.values()],
    get: (id) => rows.get(id) ?? null,
    unfinished: () => [...rows.values()].filter((row) => row.status === 'recording'),
    finish: (id, { durationMs, recovered }) => change(id, { status: 'recorded', durationMs, recovered }),
    setTranscriptionError: (id, code) => change(id, { transcriptionError: code }),
    envelope: () => null,
    setRemoved: (id, removedAt) => void (removedAt === null ? removed.delete(id) : removed.add(id)),
    removed: () => [...removed],
    purgeRemoved() {
      for (const id of removed) rows.delete(id)
      removed.clear()
    },
    delete: (id) => void rows.delete(id),
  }
  return { store, rows }
}
