import { describe, expect, it } from 'vitest'
import { keptText } from '../../../../renderer/features/rehearse/problem-text.ts'
import { recordingWords } from '../../../../renderer/features/rehearse/recording-words.ts'
import { bandWords, targetScale } from '../../../../renderer/features/rehearse/target-words.ts'

describe('keptText', () => {
  it('says what happened and how much is kept', () => {
    expect(keptText({ attemptId: 'a', durationMs: 42_000, problem: 'unplugged' })).toEqual({
      title: 'The microphone was unplugged',
      detail: 'What you said until then is kept: 0:42.',
    })
    expect(keptText({ attemptId: 'a', durationMs: 1000, problem: 'disk-full' }).title).toBe('The disk is full')
  })
})

describe('recordingWords', () => {
  it('says whether sound arrives', () => {
    expect(recordingWords({ kind: 'recording', attemptId: 'a', hasSignal: true })).toBe('Recording')
    expect(recordingWords({ kind: 'recording', attemptId: 'a', hasSignal: true }, 'behind')).toBe(
      'Recording; the rest is written down afterwards',
    )
    expect(recordingWords({ kind: 'recording', attemptId: 'a', hasSignal: false })).toContain('no sound')
  })
  it('says nothing where nothing happens', () => expect(recordingWords({ kind: 'idle' })).toBe(''))
})

describe('targetScale', () => {
  const band = { minMs: 60_000, maxMs: 90_000 }
  it('leaves a quarter of the bar beyond the band', () => {
    expect(targetScale(band, 60_000)).toEqual({ from: 0.5, to: 0.75, now: 0.5 })
  })
  it('stops at its end', () => expect(targetScale(band, 1e9).now).toBe(1))
  it('names the band', () => expect(bandWords(band)).toBe('1:00–1:30'))
})
