import { AppError } from '#domain/errors'
import { primingPrompt, primingWords, WHISPER_PROMPT_TOKENS } from '#domain/speech/priming'
import type { Story } from '#domain/story'
import type { Models } from '../models/models.ts'
import type { SpeechEngine, SpeechModel } from '../ports/speech.ts'
import type { StoryStore } from '../ports/stores.ts'

/** What the engine is told before it hears a piece: the names of the story, and what was said before. */
export interface Priming {
  /**
   * Prompts for a story and a model, given the words before a piece; always null for a model that takes none.
   * Throws `not-found`.
   */
  of(storyId: string, model: SpeechModel): Promise<(before: string) => string | null>
}

/** Names take half of the prompt at most: the rest is for the words before, which lead on. */
const NAME_TOKENS = Math.floor(WHISPER_PROMPT_TOKENS / 2)

/** So many stories tell well enough what is rare. */
const MOST_OTHERS = 200

export function createPriming(deps: { stories: StoryStore; models: Models; engine: SpeechEngine }): Priming {
  const { stories, models, engine } = deps

  function names(storyId: string, countTokens: (text: string) => number): string[] {
    const found = stories.get(storyId)
    if (!found) throw new AppError('not-found')
    const { section, questions } = stories.surroundings(storyId)
    const texts = [textOf(found.story), section?.title ?? '', ...questions.map(({ text }) => text)]
    const others = stories
      .list()
      .filter(({ story }) => story.id !== storyId)
      .slice(0, MOST_OTHERS)
    return primingWords(texts, { countTokens, budget: NAME_TOKENS, others: others.map(({ story }) => textOf(story)) })
  }

  return {
    async of(storyId, model) {
      const isPrimed = models.primes(model)
      const hesitant = model.decoding.prompt
      if (!isPrimed && hesitant === null) return () => null
      const countTokens = await engine.tokenCounter(model)
      const known = isPrimed ? names(storyId, countTokens) : []
      return (before) => primingPrompt({ names: known, hesitant, before, countTokens })
    },
  }
}

const textOf = ({ title, points }: Story): string => [title, ...points.map(({ text }) => text)].join('\n')
