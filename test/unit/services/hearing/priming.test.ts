import { describe, expect, it } from 'vitest'
import { createPriming } from '../../../../electron/services/hearing/priming.ts'
import type { Models } from '../../../../electron/services/models/models.ts'
import type { SpeechEngine, SpeechModel } from '../../../../electron/services/ports/speech.ts'
import { memoryStories, storyOf } from '../fakes.ts'

const official = { id: 'o', decoding: { prompt: 'Um, so.' } } as SpeechModel
const plain = { id: 'p', decoding: { prompt: null } } as SpeechModel
const STORY = storyOf('s', {
  a: 'We read the GTIN of each parcel at Ebury',
  b: 'Two calls ran in one CompletableFuture',
})
const OTHER = storyOf('t', { c: 'Ebury asked for a report' })

let counted = 0
const primingOf = (primed: readonly string[]) =>
  createPriming({
    stories: memoryStories(STORY, OTHER),
    models: { primes: ({ id }: SpeechModel) => primed.includes(id) } as Models,
    engine: {
      async tokenCounter() {
        counted++
        return (text: string) => text.split(/\s+/).length
      },
    } as unknown as SpeechEngine,
  })

describe('priming', () => {
  it('tells the names of the story, what is rare in other stories first, then hesitations, then the words before', async () => {
    const prompt = await primingOf(['o']).of('s', official)
    expect(prompt('and then we')).toMatch(/^CompletableFuture, GTIN, Ebury.*\. Um, so\. and then we$/)
  })

  it('leaves the names out for a model for which that is switched off', async () => {
    const prompt = await primingOf([]).of('s', official)
    expect(prompt('and then we')).toBe('Um, so. and then we')
  })

  it('says nothing to a model that was never trained with a prompt, unless it is switched on', async () => {
    counted = 0
    expect((await primingOf([]).of('s', plain))('and then we')).toBeNull()
    expect(counted).toBe(0)
    expect((await primingOf(['p']).of('s', plain))('')).toMatch(/GTIN/)
  })

  it('knows no prompt for a story that is gone', async () => {
    await expect(primingOf(['o']).of('gone', official)).rejects.toMatchObject({ code: 'not-found' })
  })
})
