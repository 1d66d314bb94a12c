import { MATCHER } from '#domain/coverage/matcher'
import { createAttemptStore, createOverrideStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import type { Db } from '../../db/open.ts'
import { createScoreStore } from '../../db/scores.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { createWordingStore } from '../../db/wordings.ts'

/** What of the database many services share, under the names by which they ask for it. */
export const composeStores = (db: Db) => ({
  attempts: createAttemptStore(db),
  banks: createBankStore(db),
  overrides: createOverrideStore(db),
  scores: createScoreStore(db, MATCHER),
  stories: createStoryStore(db),
  transcripts: createTranscriptStore(db),
  wordings: createWordingStore(db),
})

export type Stores = ReturnType<typeof composeStores>
