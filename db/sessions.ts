import { SessionSetup } from '#domain/practice/session'
import type { ItemRow, SessionRow, SessionStore } from '../electron/services/ports/practice.ts'
import type { Db } from './open.ts'

type StoredSession = Omit<SessionRow, 'setup' | 'plan'> & { setup: string; plan: string | null }
type StoredItem = Omit<ItemRow, 'focus' | 'followUp'> & { focus: string | null; followUp: 0 | 1 }
type Asked = { key: string; askedAt: number }

const SESSION = 'id, setup, plan, started_at AS startedAt, ended_at AS endedAt'
const ITEM = `position, prompt, story_id AS storyId, question_id AS questionId, focus, follow_up AS followUp, state,
  story_by AS storyBy, attempt_id AS attemptId, opened_at AS openedAt`

/** Sessions and what was asked in them. */
export function createSessionStore(db: Db): SessionStore {
  const add = db.prepare('INSERT INTO sessions (id, setup, plan, started_at) VALUES (@id, @setup, @plan, @startedAt)')
  const get = db.prepare<[string], StoredSession>(`SELECT ${SESSION} FROM sessions WHERE id = ?`)
  const list = db.prepare<[], StoredSession>(`SELECT ${SESSION} FROM sessions ORDER BY started_at DESC, rowid DESC`)
  const end = db.prepare('UPDATE sessions SET ended_at = ? WHERE id = ?')
  const items = db.prepare<[string], StoredItem>(
    `SELECT ${ITEM} FROM session_items WHERE session_id = ? ORDER BY position`,
  )
  const addItem = db.prepare(`INSERT INTO session_items (session_id, position, prompt, story_id, question_id, focus,
      follow_up, state, story_by, attempt_id, opened_at)
    VALUES (@sessionId, @position, @prompt, @storyId, @questionId, @focus, @followUp, @state, @storyBy, @attemptId, @openedAt)`)
  const saveItem = db.prepare(`UPDATE session_items SET state = @state, story_id = @storyId, story_by = @storyBy,
      attempt_id = @attemptId WHERE session_id = @sessionId AND position = @position`)
  const placeOf = db.prepare<[string], { sessionId: string; position: number }>(
    'SELECT session_id AS sessionId, position FROM session_items WHERE attempt_id = ?',
  )
  const open = db.prepare<[], StoredItem & { sessionId: string }>(
    `SELECT session_id AS sessionId, ${ITEM} FROM session_items JOIN sessions ON sessions.id = session_id
     WHERE state = 'open' AND ended_at IS NULL`,
  )
  const questionsAsked = db.prepare<[], Asked>(
    `SELECT question_id AS key, max(opened_at) AS askedAt FROM session_items JOIN sessions ON sessions.id = session_id
     WHERE question_id IS NOT NULL AND setup ->> 'kind' = 'mock' GROUP BY question_id`,
  )
  const followUpsAsked = db.prepare<[string], Asked>(
    `SELECT prompt AS key, max(opened_at) AS askedAt FROM session_items
     WHERE follow_up = 1 AND story_id = ? GROUP BY prompt`,
  )
  const byKey = (rows: readonly Asked[]) => new Map(rows.map(({ key, askedAt }) => [key, askedAt]))

  return {
    add: ({ id, setup, plan, startedAt }) =>
      void add.run({ id, setup: JSON.stringify(setup), plan: plan && JSON.stringify(plan), startedAt }),
    get: (sessionId) => {
      const row = get.get(sessionId)
      return row ? toSession(row) : null
    },
    list: () => list.all().map(toSession),
    setEnded: (sessionId, endedAt) => void end.run(endedAt, sessionId),
    items: (sessionId) => items.all(sessionId).map(toItem),
    addItems: db.transaction((sessionId: string, added: readonly ItemRow[]) => {
      for (const item of added) addItem.run({ ...toRow(item), sessionId })
    }),
    saveItem: (sessionId, item) => void saveItem.run({ ...toRow(item), sessionId }),
    placeOf: (attemptId) => placeOf.get(attemptId) ?? null,
    open: () => open.all().map(({ sessionId, ...item }) => ({ sessionId, item: toItem(item) })),
    questionsAsked: () => byKey(questionsAsked.all()),
    followUpsAsked: (storyId) => byKey(followUpsAsked.all(storyId)),
  }
}

const toSession = (row: StoredSession): SessionRow => ({
  ...row,
  setup: SessionSetup.parse(JSON.parse(row.setup)),
  plan: row.plan === null ? null : JSON.parse(row.plan),
})

const toItem = (row: StoredItem): ItemRow => ({
  ...row,
  focus: row.focus === null ? null : JSON.parse(row.focus),
  followUp: row.followUp === 1,
})

const toRow = (item: ItemRow): StoredItem => ({
  ...item,
  focus: item.focus && JSON.stringify(item.focus),
  followUp: item.followUp ? 1 : 0,
})
