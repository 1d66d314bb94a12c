import { createAttempts } from '../services/attempts/attempts.ts'
import { createLabels } from '../services/attempts/labels.ts'
import { createOpinions } from '../services/attempts/opinions.ts'
import { createReports } from '../services/attempts/reports.ts'
import { createScores } from '../services/attempts/scores.ts'
import type { createVerdicts } from '../services/attempts/verdicts.ts'
import { createWordings } from '../services/attempts/wordings.ts'
import type { Stores } from './compose-stores.ts'

type Shared = Omit<Parameters<typeof createReports>[0], keyof Stores | 'verdicts' | 'opinions'> &
  Omit<Parameters<typeof createScores>[0], keyof Stores | 'store' | 'reports' | 'logError'> &
  Omit<Parameters<typeof createWordings>[0], keyof Stores | 'store'> &
  Omit<Parameters<typeof createAttempts>[0], keyof Stores | 'store' | 'wordings'> &
  Omit<Parameters<typeof createLabels>[0], keyof Stores | 'verdicts'> & {
    readonly stores: Stores
    readonly verdicts: ReturnType<typeof createVerdicts>
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what says how an attempt went, what users say of it, and what is learned from that. */
export function composeReports({ stores, ...shared }: Shared) {
  const { logErrorOf, verdicts } = shared
  // A language model that the user downloads may judge here one day.
  const opinions = createOpinions({ judge: null, logError: logErrorOf('judge') })
  const reports = createReports({ ...stores, ...shared, opinions })
  const scores = createScores({ ...stores, ...shared, store: stores.scores, reports, logError: logErrorOf('scores') })
  const wordings = createWordings({ ...stores, ...shared, store: stores.wordings })
  const attempts = createAttempts({ ...stores, ...shared, store: stores.attempts, wordings })
  const labels = createLabels({ ...stores, ...shared, verdicts })
  return { opinions, reports, scores, wordings, attempts, labels }
}
