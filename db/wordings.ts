import type { Wording } from '#domain/coverage/wording'
import type { WordingStore } from '../electron/services/ports/stores.ts'
import type { Db } from './open.ts'

const COLUMNS = `wordings.id, point_id AS pointId, wordings.kind, wordings.text, attempt_id AS attemptId,
  learned_at AS learnedAt`

type Row = Wording & { storyId: string }

/** What users taught about points. */
export function createWordingStore(db: Db): WordingStore {
  const ofStory = db.prepare<[string], Wording>(
    `SELECT ${COLUMNS} FROM wordings JOIN points ON points.id = point_id
     WHERE story_id = ? AND wordings.removed_at IS NULL AND points.removed_at IS NULL
     ORDER BY learned_at DESC, wordings.rowid DESC`,
  )
  const ofPoint = db.prepare<[string], Wording>(
    `SELECT ${COLUMNS} FROM wordings WHERE point_id = ? AND removed_at IS NULL`,
  )
  const get = db.prepare<[string], Row>(
    `SELECT ${COLUMNS}, story_id AS storyId FROM wordings JOIN points ON points.id = point_id WHERE wordings.id = ?`,
  )
  const add = db.prepare(`INSERT INTO wordings (id, point_id, kind, text, attempt_id, learned_at)
    VALUES (@id, @pointId, @kind, @text, @attemptId, @learnedAt)`)
  const putAside = db.prepare('UPDATE wordings SET removed_at = ? WHERE id = ?')
  const purge = db.prepare('DELETE FROM wordings WHERE removed_at IS NOT NULL')
  return {
    ofStory: (storyId) => ofStory.all(storyId),
    ofPoint: (pointId) => ofPoint.all(pointId),
    get(wordingId) {
      const row = get.get(wordingId)
      if (!row) return null
      const { storyId, ...wording } = row
      return { storyId, wording }
    },
    add: (wording) => void add.run(wording),
    setRemoved: (wordingId, removedAt) => void putAside.run(removedAt, wordingId),
    purgeRemoved: () => void purge.run(),
  }
}
