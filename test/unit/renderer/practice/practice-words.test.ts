import { describe, expect, it } from 'vitest'
import type { PracticeCard } from '#contract/practice'
import type { Moment, Scorecard, Session, SessionItem } from '#contract/sessions'
import { reasonWords, standing, standingWords } from '../../../../renderer/features/practice/practice-words.ts'
import {
  figuresWords,
  momentWords,
  outcomeWords,
  questionWords,
  scorecardLine,
} from '../../../../renderer/features/practice/scorecard-words.ts'

const NOW = new Date(2026, 10, 21, 12).getTime()
const DAY_MS = 86_400_000

describe('a prompt', () => {
  it.each<[PracticeCard['phase'], number | null, string]>([
    ['new', null, 'New'],
    ['review', 0, 'Due today'],
    ['review', 1, 'Due tomorrow'],
    ['review', 12, 'Due in 12 days'],
    ['learning', -1, 'Due since yesterday'],
    ['review', -5, 'Due 5 days ago'],
    ['review', -20, 'Due since 1 Nov'],
  ])('%s, due in %s days: %s', (phase, days, words) => {
    const dueAt = days === null ? null : NOW + days * DAY_MS
    expect(standingWords({ phase, dueAt } as PracticeCard, NOW)).toBe(words)
  })

  it('stands somewhere in its session, follow-ups left out', () => {
    const items = [false, true, true, false].map((followUp, position) => ({ followUp, position }))
    expect(standing({ items, count: 5 } as unknown as Session, 3)).toBe('2 of 5')
  })
})

it('says what a proposed rating rests on', () =>
  expect(
    [
      { kind: 'coverage', readiness: 0.666 } as const,
      { kind: 'wrong-facts', count: 1 } as const,
      { kind: 'length', offMs: -45_000 } as const,
      { kind: 'length', offMs: 61_000 } as const,
      { kind: 'cues', cueLevel: 'full' } as const,
      { kind: 'cues', cueLevel: 'keywords' } as const,
    ].map(reasonWords),
  ).toEqual([
    '67 % of the points',
    '1 wrong fact',
    '0:45 too short',
    '1:01 too long',
    'the points were in view',
    'keywords were in view',
  ]))

describe('a scorecard', () => {
  type Answer = Scorecard['answers'][number]
  const figures = { durationMs: 62_000, wordsPerMinute: 141.6, fillersPerMinute: 1.25, longPauses: 1 }
  const score = { covered: 3, partial: 1, missed: 5, total: 9, wrongFacts: 2 }
  const answer = (item: Partial<SessionItem> = {}, over: Partial<Answer> = {}): Answer => ({
    item: {
      position: 0,
      followUp: false,
      state: 'answered',
      storyBy: 'app',
      storyTitle: 'Night',
      ...item,
    } as SessionItem,
    score,
    readiness: 0.4,
    figures,
    isPending: false,
    ...over,
  })
  const silent = { score: null, figures: null }

  it.each<[string, Answer, string]>([
    ['told', answer(), '3 of 9 points · 2 wrong facts'],
    ['guessed', answer({ storyBy: 'plan' }), 'the story is a guess · 3 of 9 points · 2 wrong facts'],
    ['a follow-up', answer({ followUp: true }, { score: { ...score, total: 0, wrongFacts: 0 } }), 'Follow-up'],
    ['skipped', answer({ state: 'skipped' }, silent), 'Skipped'],
    ['left open', answer({ state: 'open' }, silent), 'Not answered'],
    ['on its way', answer({}, { score: null, isPending: true }), 'being written down'],
    ['not written down', answer({}, { score: null }), 'not written down: open its report'],
    ['deleted', answer({}, silent), 'the recording was deleted'],
    ['without its story', answer({ storyTitle: null }, silent), 'the story was deleted'],
  ])('says what became of an answer that is %s', (_what, each, words) => expect(outcomeWords(each)).toBe(words))

  it('counts questions as an interviewer does, and says it all in a line', () => {
    const answers = [
      answer(),
      answer({ position: 1, followUp: true }),
      answer({ position: 2, state: 'skipped' }, silent),
      answer({ position: 3 }),
    ]
    expect([0, 1, 3].map((position) => questionWords(answers, position))).toEqual([
      'Question 1',
      'Follow-up to question 1',
      'Question 3',
    ])
    expect(scorecardLine({ answers, score, figures } as unknown as Scorecard)).toBe(
      '2 of 3 questions answered, 3 of 9 points, 2 wrong facts, 1:02, 142 words a minute',
    )
  })

  it('says how it was spoken, as far as that is known', () => {
    expect(figuresWords(figures)).toBe('1:02 · 142 words a minute · 1.3 fillers a minute · 1 long pause')
    expect(figuresWords({ ...figures, wordsPerMinute: null, fillersPerMinute: null, longPauses: 0 })).toBe('1:02')
  })

  it.each<[Partial<Moment>, string]>([
    [{ kind: 'covered', text: 'We won' }, '“We won”'],
    [{ kind: 'missed', text: 'We won' }, 'Not said: “We won”'],
    [{ kind: 'wrong-fact', text: '6 weeks', said: 'ten weeks' }, 'You said ten weeks; the story says 6 weeks'],
    [{ kind: 'pause', text: '', startMs: 1000, endMs: 4100 }, 'A silence of 3 seconds'],
  ])('names a moment: %o', (moment, words) => {
    const whole = { attemptId: 'a', position: 0, text: '', said: null, startMs: null, endMs: null, ...moment } as Moment
    expect(momentWords(whole)).toBe(words)
  })
})
