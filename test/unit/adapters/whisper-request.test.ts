import { describe, expect, it } from 'vitest'
import { requestFields } from '../../../electron/adapters/whisper/inference.ts'
import type { SpeechModel } from '../../../electron/services/ports/speech.ts'

const official = {
  multilingual: true,
  decoding: { maxContext: -1, beamSize: -1, bestOf: 2, temperatureStep: 0.2, prompt: 'Um, so.' },
} as SpeechModel
const plain = { ...official, multilingual: false, decoding: { ...official.decoding, maxContext: 0, prompt: null } }

describe('the fields of a request', () => {
  it('give the model its own prompt unless another is given', () => {
    expect(requestFields(official, {}).prompt).toBe('Um, so.')
    expect(requestFields(official, { prompt: 'Ebury.' }).prompt).toBe('Ebury.')
    expect(requestFields(official, { prompt: null })).not.toHaveProperty('prompt')
    expect(requestFields(plain, {})).not.toHaveProperty('prompt')
  })

  it('make room for a prompt where the model usually keeps no earlier text', () => {
    expect(requestFields(plain, { prompt: 'Ebury.' })).toMatchObject({ prompt: 'Ebury.', max_context: '224' })
    expect(requestFields(official, { prompt: 'Ebury.' })).not.toHaveProperty('max_context')
  })

  it('name the language to a model that knows several', () => {
    expect(requestFields(official, {}).language).toBe('auto')
    expect(requestFields(official, { language: 'de' }).language).toBe('de')
    expect(requestFields(plain, { language: 'de' }).language).toBe('en')
  })
})
