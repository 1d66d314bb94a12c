import { describe, expect, it } from 'vitest'
import {
  isOpen,
  isReady,
  nextState,
  type RecordingEvent,
  type RecordingState,
} from '../../../../renderer/features/rehearse/recording-state.ts'

const kept = { attemptId: 'a', durationMs: 1000, problem: null }
const STATES: Record<RecordingState['kind'], RecordingState> = {
  idle: { kind: 'idle' },
  thinking: { kind: 'thinking', endsAtMs: 9 },
  arming: { kind: 'arming' },
  refused: { kind: 'refused', code: 'mic-denied' },
  recording: { kind: 'recording', attemptId: 'a', hasSignal: true },
  paused: { kind: 'paused', attemptId: 'a' },
  finishing: { kind: 'finishing', attemptId: 'a' },
  writing: { kind: 'writing', attemptId: 'a' },
  kept: { kind: 'kept', kept },
}
const EVENTS: Record<RecordingEvent['type'], RecordingEvent> = {
  think: { type: 'think', endsAtMs: 5 },
  arm: { type: 'arm' },
  began: { type: 'began', attemptId: 'a' },
  refused: { type: 'refused', code: 'mic-missing' },
  signal: { type: 'signal', hasSignal: false },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  finish: { type: 'finish' },
  saved: { type: 'saved' },
  finished: { type: 'finished', kept },
  cancel: { type: 'cancel' },
}

/** Where each event leads from each state; whatever is not listed changes nothing. */
const LEADS: Record<RecordingState['kind'], Partial<Record<RecordingEvent['type'], RecordingState['kind']>>> = {
  idle: { think: 'thinking', arm: 'arming' },
  thinking: { arm: 'arming', cancel: 'idle' },
  arming: { began: 'recording', refused: 'refused', cancel: 'idle' },
  refused: { think: 'thinking', arm: 'arming', cancel: 'idle' },
  recording: { signal: 'recording', pause: 'paused', finish: 'finishing' },
  paused: { resume: 'recording', finish: 'finishing' },
  finishing: { saved: 'writing', finished: 'idle' },
  writing: { finished: 'idle' },
  kept: { think: 'thinking', arm: 'arming', cancel: 'idle' },
}

describe('nextState', () => {
  const cases = Object.values(STATES).flatMap((state) => Object.values(EVENTS).map((event) => ({ state, event })))
  it.each(cases)('$state.kind on $event.type', ({ state, event }) => {
    const lead = LEADS[state.kind][event.type]
    const next = nextState(state, event)
    if (lead) expect(next.kind).toBe(lead)
    else expect(next).toBe(state)
  })

  it('stays with what was kept when a recording ended by a problem', () => {
    const unplugged = { ...kept, problem: 'unplugged' as const }
    expect(nextState(STATES.finishing, { type: 'finished', kept: unplugged })).toEqual({
      kind: 'kept',
      kept: unplugged,
    })
  })

  it('begins with the benefit of the doubt after a pause', () => {
    expect(nextState(STATES.paused, { type: 'resume' })).toMatchObject({ hasSignal: true })
  })

  it('does not change for a signal that is the same', () => {
    expect(nextState(STATES.recording, { type: 'signal', hasSignal: true })).toBe(STATES.recording)
  })
})

it('knows when something could be lost and when one can begin', () => {
  expect(
    Object.values(STATES)
      .filter(isOpen)
      .map(({ kind }) => kind),
  ).toEqual(['recording', 'paused', 'finishing'])
  expect(
    Object.values(STATES)
      .filter(isReady)
      .map(({ kind }) => kind),
  ).toEqual(['idle', 'refused', 'kept'])
})
