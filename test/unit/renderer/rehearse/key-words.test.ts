import { describe, expect, it } from 'vitest'
import { keyWords } from '../../../../renderer/features/rehearse/key-words.ts'

const point = (text: string, ...facts: string[]) => ({
  text,
  facts: facts.map((fact) => ({ kind: 'number' as const, text: fact })),
})

describe('keyWords', () => {
  it('takes facts first, then the words that are rare in the story, in the order of the point', () => {
    const [first] = keyWords([
      point('We reduced P99 latency from 500ms to 80ms', 'from 500ms to 80ms'),
      point('The latency of the database was the root cause'),
      point('Latency was back to normal'),
    ])
    expect(first).toEqual(['reduced P99', 'from 500ms to 80ms'])
  })

  it('leaves out grammar and words that fit every story', () => {
    const [words] = keyWords([point('As a senior engineer I decided to take the lead on the investigation')])
    expect(words!.join(' ')).not.toMatch(/\b(as|a|i|to|the|on|decided|senior)\b/i)
    expect(words!.join(' ')).toContain('investigation')
  })

  it('never gives more than three cues, even with many facts', () => {
    const [words] = keyWords([
      point('From 2019 to 2021 we saved 40% and $2M and 3 people', '2019', '2021', '40%', '$2M', '3'),
    ])
    expect(words).toHaveLength(3)
  })

  it('does not join words across punctuation', () => {
    const [words] = keyWords([point('Kubernetes, Terraform')])
    expect(words).toEqual(['Kubernetes', 'Terraform'])
  })

  it('always gives something', () => {
    expect(keyWords([point('It was what it was')])[0]!.length).toBeGreaterThan(0)
    expect(keyWords([])).toEqual([])
  })

  it('gives words that stand in the point as they are', () => {
    const text = 'Held daily 15-minute standups for the payments team'
    for (const cue of keyWords([point(text, '15-minute')])[0]!) expect(text).toContain(cue)
  })
})
