import { createEnvelope } from '#domain/audio/envelope'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Wording } from '#domain/coverage/wording'
import { AppError } from '#domain/errors'
import type { Part, Story } from '#domain/story'
import type { Transcript } from '#domain/transcript'
import type {
  AttemptRow,
  AttemptStore,
  AudioStore,
  OverrideStore,
  RecordedAudio,
  StoredTranscript,
  StoryStore,
  TranscriptStore,
  WordingStore,
} from '../../../electron/services/ports/stores.ts'

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
    async read(id, fromMs, toMs) {
      const bytes = parts.get(id) ?? files.get(id)
      if (!bytes) throw new AppError('audio-missing')
      return Uint8Array.from(bytes.slice(32 * fromMs, 32 * toMs))
    },
    async delete(id) {
      files.delete(id)
      parts.delete(id)
    },
    totalBytes: async () => 0,
    sizes: async () => new Map([...files].map(([id, bytes]) => [id, { bytes: bytes.length, isCompressed: false }])),
  }
  return { store, parts, files }
}

/** Attempts in memory. */
export function memoryAttempts() {
  const rows = new Map<string, AttemptRow>()
  const removed = new Map<string, number>()
  const change = (id: string, patch: Partial<AttemptRow>) => void rows.set(id, { ...rows.get(id)!, ...patch })
  const store: AttemptStore = {
    add: (attempt) =>
      void rows.set(attempt.id, {
        ...attempt,
        status: 'recording',
        recovered: false,
        note: '',
        favourite: false,
        audioRemovedAt: null,
        durationMs: 0,
        transcriptionError: null,
      }),
    list: (storyId) => [...rows.values()].filter((row) => storyId === undefined || row.storyId === storyId),
    get: (id) => rows.get(id) ?? null,
    unfinished: () => [...rows.values()].filter((row) => row.status === 'recording'),
    finish: (id, { durationMs, recovered }) => change(id, { status: 'recorded', durationMs, recovered }),
    setTranscriptionError: (id, code) => change(id, { transcriptionError: code }),
    envelope: () => null,
    setRemoved: (id, removedAt) => void (removedAt === null ? removed.delete(id) : removed.set(id, removedAt)),
    setStory: (id, storyId) => change(id, { storyId }),
    setNote: (id, note) => change(id, { note }),
    setFavourite: (id, favourite) => change(id, { favourite }),
    setAllRemoved: (all, removedAt) => {
      for (const id of all) store.setRemoved(id, removedAt)
    },
    setAudioRemoved: (all, audioRemovedAt) => {
      for (const id of all) change(id, { audioRemovedAt })
    },
    putAside: () => [
      ...[...removed].map(([id, at]) => ({ kind: 'attempt' as const, id, at })),
      ...[...rows.values()].flatMap(({ id, audioRemovedAt: at }) =>
        at === null ? [] : [{ kind: 'audio' as const, id, at }],
      ),
    ],
    ofBank: () => [],
    purge(gone) {
      for (const { kind, id } of gone) {
        if (kind !== 'attempt') continue
        rows.delete(id)
        removed.delete(id)
      }
    },
    cleanable: () =>
      [...rows.values()]
        .filter(({ id }) => !removed.has(id))
        .map((row) => ({
          ...row,
          storyTitle: row.storyId,
          isGrowing: row.status === 'recording',
          isSilent: row.audioRemovedAt !== null,
          isWritten: true,
        })),
    delete: (id) => void rows.delete(id),
  }
  return { store, rows }
}

/** A story of points by id and text, all of them actions. */
export const storyOf = (id: string, points: Readonly<Record<string, string>>): Story => ({
  id,
  kind: 'story',
  title: `Story ${id}`,
  sectionId: null,
  questionIds: [],
  notes: [],
  target: null,
  lines: null,
  points: Object.entries(points).map(([pointId, text]) => ({
    id: pointId,
    part: 'action' as Part,
    text,
    weight: 'normal',
    facts: [],
    lines: null,
  })),
})

/** Stories in memory. */
export function memoryStories(...stories: Story[]): StoryStore {
  const of = (storyId: string) => stories.find(({ id }) => id === storyId)
  return {
    list: () => stories.map((story) => ({ story, bankId: 'b1' })),
    overviews: () =>
      stories.map(({ points, notes: _n, target: _t, lines: _l, ...story }) => ({
        ...story,
        bankId: 'b1',
        pointCount: points.length,
        attemptCount: 0,
        lastPractisedAt: null,
      })),
    get: (storyId) => (of(storyId) ? { story: of(storyId)!, bankId: 'b1' } : null),
    surroundings: () => ({ bankTitle: 'Bank', bankLanguage: null, section: null, questions: [] }),
    known: () => [],
    sharedPoints: () => 0,
    pointIds: (storyId) => new Set(of(storyId)?.points.map(({ id }) => id)),
    savePoints: () => {},
    rename: () => {},
  }
}

/** A transcript of a text, a word a second. */
export const transcriptOf = (text: string): Transcript => ({
  words: text.split(' ').map((word, i) => ({ text: word, startMs: i * 1000, endMs: i * 1000 + 900, probability: 1 })),
  segmentStarts: [0],
})

/** Transcripts in memory. */
export function memoryTranscripts() {
  const rows = new Map<string, StoredTranscript>()
  const store: TranscriptStore = {
    get: (id) => rows.get(id) ?? null,
    modelNames: () => new Map([...rows].map(([id, { modelName }]) => [id, modelName])),
    save: (id, transcript) => void rows.set(id, transcript),
    setCorrected: (id, corrected) => void rows.set(id, { ...rows.get(id)!, corrected }),
  }
  return { store, rows }
}

/** The user's verdicts in memory. */
export function memoryOverrides() {
  const rows = new Map<string, Map<string, CoverageStatus>>()
  const store: OverrideStore = {
    of: (id) => rows.get(id) ?? new Map(),
    set(id, pointId, status) {
      const own = new Map(rows.get(id))
      if (status) own.set(pointId, status)
      else own.delete(pointId)
      rows.set(id, own)
    },
  }
  return { store, rows }
}

/** What was learned about the points of some stories, in memory, newest first. */
export function memoryWordings(...stories: Story[]) {
  const rows = new Map<string, { wording: Wording; removed: boolean }>()
  const storyIdOf = (pointId: string) => stories.find((story) => story.points.some(({ id }) => id === pointId))?.id
  const standing = () => [...rows.values()].filter(({ removed }) => !removed).map(({ wording }) => wording)
  const store: WordingStore = {
    ofStory: (storyId) =>
      standing()
        .filter(({ pointId }) => storyIdOf(pointId) === storyId)
        .reverse(),
    ofPoint: (pointId) => standing().filter((wording) => wording.pointId === pointId),
    get: (id) => {
      const row = rows.get(id)
      return row ? { storyId: storyIdOf(row.wording.pointId)!, wording: row.wording } : null
    },
    add: (wording) => void rows.set(wording.id, { wording, removed: false }),
    setRemoved: (id, removedAt) => void rows.set(id, { ...rows.get(id)!, removed: removedAt !== null }),
    purgeRemoved() {
      for (const [id, { removed }] of rows) if (removed) rows.delete(id)
    },
  }
  return { store, rows }
}
