import type { Session, SessionSummary } from '#contract/sessions'
import { AppError } from '#domain/errors'
import { MOST_FOLLOW_UPS } from '#domain/practice/follow-ups'
import type { SessionSetup } from '#domain/practice/session'
import type { Story } from '#domain/story'
import type { EventHub } from '../app/events.ts'
import type { ItemRow, PlannedItem, SessionRow, SessionStore } from '../ports/practice.ts'
import type { AttemptStore, BankStore, Clock, NewId, StoryStore } from '../ports/stores.ts'
import type { SessionPlans } from './session-plans.ts'
import type { StoryNaming } from './story-naming.ts'

export interface Sessions {
  /** Ends what it takes the place of: an open session of the same kind, an interview only if nothing was answered. */
  start(setup: SessionSetup): { sessionId: string }
  get(sessionId: string): Session
  next(sessionId: string): Promise<Session>
  answer(sessionId: string, position: number, attemptId: string): void
  skip(sessionId: string, position: number): void
  end(sessionId: string): void
  list(): SessionSummary[]
  /** Gives prompts that were being answered when the page or the app went the recordings of these answers; names these. */
  adopt(): string[]
}

type Prompted = Omit<PlannedItem, 'storyId'> & { readonly storyId: string | null }

/** Sets of prompts practised in a row. All that lasts is in the store, so a session goes on wherever it stopped. */
export function createSessions(deps: {
  store: SessionStore
  plans: SessionPlans
  naming: Pick<StoryNaming, 'settled' | 'answered'>
  stories: Pick<StoryStore, 'get'>
  banks: Pick<BankStore, 'list' | 'outlineOf'>
  attempts: Pick<AttemptStore, 'get' | 'list'>
  events: EventHub
  now: Clock
  newId: NewId
}): Sessions {
  const { store, plans, events } = deps

  function found(sessionId: string): SessionRow {
    const session = store.get(sessionId)
    if (!session) throw new AppError('not-found')
    return session
  }

  function itemAt(sessionId: string, position: number): ItemRow {
    const item = store.items(sessionId).find((each) => each.position === position)
    if (!item) throw new AppError('not-found')
    return item
  }

  /** Prompts of the plan that were not asked yet and whose story and question still exist. */
  function leftOf(plan: readonly PlannedItem[], items: readonly ItemRow[]): PlannedItem[] {
    // An item forgets a question that is gone; so prompts are told apart by their words.
    const keyOf = ({ storyId, prompt, focus }: Prompted | ItemRow) => JSON.stringify([storyId, prompt, focus])
    const asked = new Set(items.map(keyOf))
    const left = plan.filter((item) => !asked.has(keyOf(item)) && deps.stories.get(item.storyId) !== null)
    if (left.every(({ questionId }) => questionId === null)) return left
    const outlines = deps.banks.list().map(({ id }) => deps.banks.outlineOf(id))
    const known = new Set(outlines.flatMap(({ questions }) => questions.map(({ id }) => id)))
    return left.filter(({ questionId }) => questionId === null || known.has(questionId))
  }

  /** How many prompts there are or will be, follow-ups left out. */
  function countOf({ setup, plan, endedAt }: SessionRow, items: readonly ItemRow[]): number {
    const asked = items.filter(({ followUp }) => !followUp).length
    if (endedAt !== null) return asked
    if (plan) return items.length + leftOf(plan, items).length
    return setup.kind === 'mock' ? Math.max(asked, plans.questionCount(setup)) : asked
  }

  /** The section that a question asks for, else the one that its story belongs to, by title. */
  function sections() {
    const outlines = deps.banks.list().map(({ id }) => deps.banks.outlineOf(id))
    const ofQuestion = new Map(outlines.flatMap(({ questions }) => questions.map((each) => [each.id, each.sectionId])))
    const titles = new Map(outlines.flatMap(({ sections }) => sections.map(({ id, title }) => [id, title])))
    return ({ questionId }: Pick<ItemRow, 'questionId'>, story: Story | null): string | null => {
      const sectionId = (questionId && ofQuestion.get(questionId)) || story?.sectionId
      return (sectionId && titles.get(sectionId)) || null
    }
  }

  function shown(session: SessionRow): Session {
    const items = store.items(session.id)
    const sectionOf = sections()
    const { id, setup, startedAt, endedAt } = session
    return {
      id,
      setup,
      startedAt,
      endedAt,
      count: countOf(session, items),
      items: items.map(({ openedAt: _, ...item }) => {
        const story = item.storyId === null ? null : deps.stories.get(item.storyId)?.story
        return { ...item, section: sectionOf(item, story ?? null), storyTitle: story?.title ?? null }
      }),
    }
  }

  const changed = (sessionId: string) => events.emit('session.changed', { sessionId })

  function end(session: SessionRow): void {
    if (session.endedAt !== null) return
    store.setEnded(session.id, deps.now())
    changed(session.id)
    events.emit('practice.changed', {})
  }

  const asItem = (position: number, { prompt, storyId, questionId, focus }: Prompted): ItemRow => ({
    position,
    prompt,
    storyId,
    questionId,
    focus: focus && [...focus],
    followUp: false,
    state: 'open',
    storyBy: 'plan',
    attemptId: null,
    openedAt: deps.now(),
  })

  /** A follow-up question to the last answer, where it is known which story that told. */
  function followUpTo({ setup }: SessionRow, items: readonly ItemRow[], at: number): string | null {
    const answer = items[at]
    if (setup.kind !== 'mock' || !setup.followUps || !answer) return null
    if (answer.state !== 'answered' || answer.storyId === null || answer.storyBy === 'plan') return null
    const asked = items.slice(at + 1).map(({ prompt }) => prompt)
    if (asked.length >= MOST_FOLLOW_UPS) return null
    return plans.followUps(answer.storyId).find((prompt) => !asked.includes(prompt)) ?? null
  }

  /** What is asked next; null when nothing is left. */
  function nextItem(session: SessionRow, items: readonly ItemRow[]): ItemRow | null {
    const position = items.length
    const { setup, plan } = session
    const answered = items.findLastIndex(({ followUp }) => !followUp)
    const followUp = followUpTo(session, items, answered)
    if (followUp) {
      const { storyId } = items[answered]!
      return { ...asItem(position, { storyId, questionId: null, prompt: followUp, focus: [] }), followUp: true }
    }
    if (plan) {
      const [planned] = leftOf(plan, items)
      return planned ? asItem(position, planned) : null
    }
    const asked = items.filter((item) => !item.followUp)
    if (setup.kind !== 'mock' || asked.length >= setup.questionCount) return null
    const choice = plans.next(setup, asked)
    return choice && asItem(position, { ...choice, focus: null })
  }

  /** The recording that was made for an open prompt and never named as its answer. */
  function recordedFor({ storyId, questionId, focus, openedAt }: ItemRow): string | null {
    if (storyId === null) return null
    const answers = deps.attempts
      .list(storyId)
      .filter(
        (attempt) =>
          attempt.status === 'recorded' &&
          attempt.startedAt >= openedAt &&
          attempt.questionId === questionId &&
          JSON.stringify(attempt.focus) === JSON.stringify(focus),
      )
    return answers.find(({ id }) => store.placeOf(id) === null)?.id ?? null
  }

  function adopt(): string[] {
    const adopted: string[] = []
    for (const { sessionId, item } of store.open()) {
      const attemptId = recordedFor(item)
      if (attemptId === null) continue
      store.saveItem(sessionId, { ...item, state: 'answered', attemptId })
      adopted.push(attemptId)
      changed(sessionId)
    }
    return adopted
  }

  /** Passes over open prompts of a session whose story is gone: nothing can be recorded for them. */
  function passOver(sessionId: string): void {
    for (const item of store.items(sessionId)) {
      const isGone = item.storyId === null || deps.stories.get(item.storyId) === null
      if (item.state === 'open' && isGone) store.saveItem(sessionId, { ...item, state: 'skipped' })
    }
  }

  /** Ends sessions that a new one of a kind takes the place of, so that they do not pile up; answers are kept. */
  function endReplaced(kind: SessionSetup['kind']): void {
    for (const session of store.list()) {
      if (session.endedAt !== null || session.setup.kind !== kind) continue
      const hasAnswers = store.items(session.id).some(({ state }) => state === 'answered')
      if (kind !== 'mock' || !hasAnswers) end(session)
    }
  }

  return {
    start(setup) {
      const plan = plans.plan(setup)
      adopt()
      endReplaced(setup.kind)
      const sessionId = deps.newId()
      store.add({ id: sessionId, setup, plan, startedAt: deps.now() })
      events.emit('practice.changed', {})
      return { sessionId }
    },
    get: (sessionId) => shown(found(sessionId)),
    async next(sessionId) {
      adopt()
      passOver(sessionId)
      // The story of the last answer decides what follows.
      await deps.naming.settled(sessionId)
      const session = found(sessionId)
      const items = store.items(sessionId)
      if (session.endedAt !== null || items.some(({ state }) => state === 'open')) return shown(session)
      const item = nextItem(session, items)
      if (item) {
        store.addItems(sessionId, [item])
        changed(sessionId)
      } else end(session)
      return shown(found(sessionId))
    },
    answer(sessionId, position, attemptId) {
      const item = itemAt(sessionId, position)
      if (!deps.attempts.get(attemptId)) throw new AppError('not-found')
      store.saveItem(sessionId, { ...item, state: 'answered', attemptId })
      changed(sessionId)
      deps.naming.answered(sessionId, position)
    },
    skip(sessionId, position) {
      const item = itemAt(sessionId, position)
      if (item.state !== 'open') return
      store.saveItem(sessionId, { ...item, state: 'skipped' })
      changed(sessionId)
    },
    end: (sessionId) => end(found(sessionId)),
    list: () =>
      store.list().map((session) => {
        const items = store.items(session.id)
        const { id, setup, startedAt, endedAt } = session
        const answered = items.filter(({ state, followUp }) => state === 'answered' && !followUp).length
        return { id, setup, startedAt, endedAt, count: countOf(session, items), answered }
      }),
    adopt,
  }
}
