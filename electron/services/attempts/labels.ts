import type { Agreement } from '#contract/labels'
import { agreedShare, agreementOf, type VerdictPair } from '#domain/coverage/agreement'
import type { CoverageStatus } from '#domain/coverage/coverage'
import type { Steps } from '#domain/steps'
import type { Story } from '#domain/story'
import { transcriptText } from '#domain/transcript'
import { plainWords, wordErrors } from '#domain/transcript/word-errors'
import type { Jobs } from '../app/jobs.ts'
import { inSlices, type Turns } from '../app/slices.ts'
import type {
  AttemptRow,
  AttemptStore,
  OverrideStore,
  StoredTranscript,
  StoryStore,
  TranscriptStore,
  WordingStore,
} from '../ports/stores.ts'
import type { Verdicts } from './verdicts.ts'

export interface Labels {
  /** Agreement over everything the user judged or corrected by hand, as a job: it may take seconds. */
  agreement(): Promise<Agreement>
}

/** A verdict of the user with Starbeat's two on the same words. */
type Label = { storyId: string; user: CoverageStatus; untaught: CoverageStatus; taught: CoverageStatus }

/** How well Starbeat agrees with its user. What users decide by hand are the labels. */
export function createLabels(
  deps: Turns & {
    attempts: AttemptStore
    stories: StoryStore
    transcripts: TranscriptStore
    overrides: OverrideStore
    wordings: WordingStore
    verdicts: Verdicts
    jobs: Jobs
  },
): Labels {
  const { attempts, transcripts, overrides, verdicts } = deps

  /** What was decided by hand without a transcript says nothing about the matcher. */
  function labelsOf(attempt: AttemptRow, story: Story, stored: StoredTranscript): Label[] {
    const byHand = overrides.of(attempt.id)
    if (!story.points.some(({ id }) => byHand.has(id))) return []
    const transcript = stored.corrected ?? stored.heard
    const taught = verdicts.taught(attempt.id, story, transcript)
    const untaught = verdicts.untaught(attempt.id, story, transcript)
    return story.points.flatMap(({ id }, i) => {
      const user = byHand.get(id)
      return user ? [{ storyId: story.id, user, untaught: untaught[i]!.status, taught: taught[i]!.status }] : []
    })
  }

  function* steps(): Steps<Agreement> {
    const stories = new Map(deps.stories.list().map(({ story }) => [story.id, story]))
    const told = attempts.list()
    const labels: Label[] = []
    const hearing = { attempts: 0, words: 0, errors: 0 }
    for (const [i, attempt] of told.entries()) {
      const story = stories.get(attempt.storyId)
      const stored = story ? transcripts.get(attempt.id) : null
      if (!story || !stored) continue
      labels.push(...labelsOf(attempt, story, stored))
      if (stored.corrected) {
        const right = plainWords(transcriptText(stored.corrected.words))
        hearing.attempts++
        hearing.words += right.length
        hearing.errors += wordErrors(right, plainWords(transcriptText(stored.heard.words)))
      }
      yield (i + 1) / told.length
    }
    const learned = [...stories.keys()].flatMap((storyId) => deps.wordings.ofStory(storyId))
    return {
      untaught: agreementOf(pairs(labels, 'untaught')),
      taught: agreementOf(pairs(labels, 'taught')),
      stories: byStory(labels, stories),
      wordings: {
        accepted: learned.filter(({ kind }) => kind === 'accepted').length,
        rejected: learned.filter(({ kind }) => kind === 'rejected').length,
      },
      hearing:
        hearing.words === 0
          ? null
          : { attempts: hearing.attempts, words: hearing.words, wordErrorRate: hearing.errors / hearing.words },
    }
  }

  return {
    agreement: () =>
      deps.jobs.run('agreement', 'agreement', (signal, report) => inSlices(steps(), deps, { signal, report })).done,
  }
}

const pairs = (labels: readonly Label[], by: 'untaught' | 'taught'): VerdictPair[] =>
  labels.map((label) => ({ user: label.user, starbeat: label[by] }))

/** Agreement without what was learned from the same answers, story by story, the most judged first. */
function byStory(labels: readonly Label[], stories: ReadonlyMap<string, Story>): Agreement['stories'] {
  return [...Map.groupBy(labels, ({ storyId }) => storyId)]
    .map(([storyId, own]) => ({
      storyId,
      title: stories.get(storyId)?.title ?? '',
      labels: own.length,
      agreed: agreedShare(pairs(own, 'untaught')),
    }))
    .sort((a, b) => b.labels - a.labels || a.title.localeCompare(b.title))
}
