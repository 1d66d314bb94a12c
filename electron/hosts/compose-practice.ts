import { createCardStore } from '../../db/cards.ts'
import type { Db } from '../../db/open.ts'
import { createSessionStore } from '../../db/sessions.ts'
import { localCalendar } from '../services/app/calendar.ts'
import { createPractice } from '../services/practice/practice.ts'
import { createReadLibrary } from '../services/practice/practice-library.ts'
import { createReviews } from '../services/practice/reviews.ts'
import { createScorecards } from '../services/practice/scorecards.ts'
import { createSessionPlans } from '../services/practice/session-plans.ts'
import { createSessions } from '../services/practice/sessions.ts'
import { createStoryNaming } from '../services/practice/story-naming.ts'

type Parts = Omit<Parameters<typeof createReadLibrary>[0], 'cards' | 'calendar'> &
  Omit<Parameters<typeof createPractice>[0], 'read' | 'store' | 'calendar'> &
  Omit<Parameters<typeof createReviews>[0], 'store' | 'calendar' | 'practice'> &
  Omit<Parameters<typeof createSessionPlans>[0], 'sessions' | 'practice'> &
  Omit<Parameters<typeof createStoryNaming>[0], 'sessions' | 'reviews' | 'logError'> &
  Omit<Parameters<typeof createSessions>[0], 'store' | 'plans' | 'naming'> &
  Omit<Parameters<typeof createScorecards>[0], 'sessions'> & {
    db: Db
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what decides what to practise, and sessions. */
export function composePractice(parts: Parts) {
  const calendar = localCalendar
  const store = createCardStore(parts.db)
  const sessionStore = createSessionStore(parts.db)
  const read = createReadLibrary({ ...parts, cards: store, calendar })
  const practice = createPractice({ ...parts, read, store, calendar })
  const reviews = createReviews({ ...parts, store, practice, calendar })
  const plans = createSessionPlans({ ...parts, sessions: sessionStore, practice })
  const naming = createStoryNaming({
    ...parts,
    sessions: sessionStore,
    reviews,
    logError: parts.logErrorOf('story naming'),
  })
  const sessions = createSessions({ ...parts, store: sessionStore, plans, naming })
  const scorecards = createScorecards({ ...parts, sessions })
  return { practice, reviews, sessions, naming, scorecards }
}
