import type { Handlers } from '#contract/contract'
import type { PracticeService } from '../practice/practice.ts'
import type { Reviews } from '../practice/reviews.ts'
import type { Scorecards } from '../practice/scorecards.ts'
import type { Sessions } from '../practice/sessions.ts'
import type { StoryNaming } from '../practice/story-naming.ts'

export interface PracticeServices {
  readonly practice: PracticeService
  readonly reviews: Reviews
  readonly sessions: Sessions
  readonly naming: StoryNaming
  readonly scorecards: Scorecards
}

type Practising = Extract<keyof Handlers, `practice.${string}` | `sessions.${string}`>

/** Which service answers which method of Practice. */
export const createPracticeHandlers = (services: PracticeServices): Pick<Handlers, Practising> => {
  const { practice, reviews, sessions, naming, scorecards } = services
  return {
    'practice.today': () => practice.today(),
    'practice.cards': ({ storyId }) => practice.cards(storyId),
    'practice.propose': ({ attemptId }) => reviews.propose(attemptId),
    'practice.rate': ({ attemptId, rating }) => reviews.rate(attemptId, rating),
    'practice.unrate': answerNull(({ reviewId }) => reviews.unrate(reviewId)),
    'practice.postpone': answerNull(({ days, ...prompt }) => practice.postpone(prompt, days)),
    'practice.suspend': answerNull(({ isSuspended, ...prompt }) => practice.suspend(prompt, isSuspended)),
    'practice.forecast': ({ days }) => practice.forecast(days),
    'practice.matrix': () => practice.matrix(),

    'sessions.start': ({ setup }) => sessions.start(setup),
    'sessions.get': ({ sessionId }) => sessions.get(sessionId),
    'sessions.next': ({ sessionId }) => sessions.next(sessionId),
    'sessions.answer': answerNull(({ sessionId, position, attemptId }) =>
      sessions.answer(sessionId, position, attemptId),
    ),
    'sessions.skip': answerNull(({ sessionId, position }) => sessions.skip(sessionId, position)),
    'sessions.candidates': ({ sessionId, position }) => naming.candidates(sessionId, position),
    'sessions.nameStory': answerNull(({ sessionId, position, storyId }) => naming.name(sessionId, position, storyId)),
    'sessions.end': answerNull(({ sessionId }) => sessions.end(sessionId)),
    'sessions.list': () => sessions.list(),
    'sessions.scorecard': ({ sessionId }) => scorecards.scorecard(sessionId),
  }
}

const answerNull =
  <P>(act: (params: P) => void) =>
  (params: P): null => {
    act(params)
    return null
  }
