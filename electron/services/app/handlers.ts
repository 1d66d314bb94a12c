import type { AppInfo } from '#contract/app'
import type { Handlers } from '#contract/contract'
import { findFacts } from '#domain/facts/facts'
import type { Attempts } from '../attempts/attempts.ts'
import type { CleanUp } from '../attempts/clean-up.ts'
import type { Compression } from '../attempts/compression.ts'
import type { Labels } from '../attempts/labels.ts'
import type { Recordings } from '../attempts/recordings.ts'
import type { Reports } from '../attempts/reports.ts'
import type { Wordings } from '../attempts/wordings.ts'
import type { Live } from '../hearing/live.ts'
import type { SecondPass } from '../hearing/second-pass.ts'
import type { Transcription } from '../hearing/transcription.ts'
import type { Banks } from '../library/banks.ts'
import type { Imports } from '../library/imports.ts'
import type { ProgressService } from '../library/progress.ts'
import type { Search } from '../library/search.ts'
import type { Stories } from '../library/stories.ts'
import type { Benchmark } from '../models/benchmark.ts'
import type { Downloads } from '../models/downloads.ts'
import type { ModelCatalogue } from '../models/model-catalogue.ts'
import type { ModelUploads } from '../models/model-uploads.ts'
import type { Models } from '../models/models.ts'
import type { Jobs } from './jobs.ts'
import { createPracticeHandlers, type PracticeServices } from './practice-handlers.ts'
import type { SettingsService } from './settings.ts'
import { type TakingOut, takingOutHandlers } from './taking-out-handlers.ts'

export interface Services {
  readonly info: () => Promise<AppInfo>
  readonly settings: SettingsService
  readonly jobs: Jobs
  readonly models: Models
  readonly modelUploads: ModelUploads
  readonly downloads: Downloads
  readonly benchmark: Benchmark
  readonly modelCatalogue: ModelCatalogue
  readonly banks: Banks
  readonly imports: Imports
  readonly stories: Stories
  readonly recordings: Recordings
  readonly attempts: Attempts
  readonly reports: Reports
  readonly live: Live
  readonly transcription: Transcription
  readonly secondPass: SecondPass
  readonly takingOut: TakingOut
  readonly wordings: Wordings
  readonly labels: Labels
  readonly practising: PracticeServices
  readonly search: Search
  readonly progress: ProgressService
  readonly cleanUp: CleanUp
  readonly compression: Compression
}

/** Which service answers which method of the contract; nothing is decided here. */
export function createHandlers(services: Services): Handlers {
  const { settings, jobs, models, banks, imports, stories, recordings, attempts, reports, transcription } = services
  const { modelUploads, downloads, benchmark, modelCatalogue, wordings, labels, cleanUp, compression } = services
  return {
    'app.info': () => services.info(),
    'settings.get': () => settings.get(),
    'settings.set': ({ patch }) => settings.set(patch),
    'jobs.cancel': answerNull(({ jobId }) => jobs.cancel(jobId)),

    'models.list': () => models.list(modelCatalogue.speedOf),
    'models.voiceActivity': () => models.listVoiceActivity(),
    'models.beginAdd': ({ fileName, sizeBytes }) => modelUploads.begin(fileName, sizeBytes),
    'models.append': answerNull(({ uploadId, sequence, bytes }) => modelUploads.append(uploadId, sequence, bytes)),
    'models.finishAdd': ({ uploadId }) => modelUploads.finish(uploadId),
    'models.cancelAdd': answerNull(({ uploadId }) => modelUploads.cancel(uploadId)),
    'models.activate': answerNull(({ modelId }) => models.activate(modelId)),
    'models.setSecondPass': answerNull(({ modelId }) => models.setSecondPass(modelId)),
    'models.setPrimed': answerNull(({ modelId, primed }) => models.setPrimed(modelId, primed)),
    'models.remove': answerNull(({ modelId }) => models.remove(modelId)),
    'models.catalogue': () => modelCatalogue.view(),
    'models.download': answerNull(({ catalogueId }) => downloads.start(catalogueId)),
    'models.pauseDownload': answerNull(({ catalogueId }) => downloads.pause(catalogueId)),
    'models.discardDownload': answerNull(({ catalogueId }) => downloads.discard(catalogueId)),
    'models.measure': () => benchmark.start(),

    'banks.list': () => banks.list(),
    'banks.preview': ({ requestId, ...file }) => imports.preview(file, requestId),
    'banks.accept': ({ corrections, updates, ...file }) => imports.accept(file, { corrections, updates }),
    'banks.importSamples': () => imports.importSamples(),
    'banks.export': ({ bankId }) => banks.export(bankId),
    'banks.source': ({ bankId }) => banks.source(bankId),
    'banks.setLanguage': answerNull(({ bankId, language }) => banks.setLanguage(bankId, language)),
    'banks.remove': answerNull(({ bankId }) => banks.remove(bankId)),
    'banks.restore': answerNull(({ bankId }) => banks.restore(bankId)),

    'stories.list': () => stories.list(),
    'stories.get': ({ storyId }) => stories.get(storyId),
    'stories.savePoints': answerNull(({ storyId, points }) => stories.savePoints(storyId, points)),
    'stories.rename': answerNull(({ storyId, title }) => stories.rename(storyId, title)),
    'wordings.remove': answerNull(({ wordingId }) => wordings.remove(wordingId)),
    'wordings.restore': answerNull(({ wordingId }) => wordings.restore(wordingId)),
    'facts.find': ({ text }) => findFacts(text),

    'recordings.begin': (start) => recordings.begin(start),
    'recordings.append': answerNull(({ attemptId, sequence, pcm }) => recordings.append(attemptId, sequence, pcm)),
    'recordings.finish': ({ attemptId }) => recordings.finish(attemptId),
    'recordings.live': ({ attemptId }) => services.live.state(attemptId),

    'attempts.report': ({ attemptId }) => reports.report(attemptId),
    'attempts.waveform': ({ attemptId }) => attempts.waveform(attemptId),
    'attempts.remove': answerNull(({ attemptId }) => attempts.remove(attemptId)),
    'attempts.restore': answerNull(({ attemptId }) => attempts.restore(attemptId)),
    'attempts.override': ({ attemptId, pointId, status, said }) => attempts.override(attemptId, pointId, status, said),
    'attempts.reject': ({ attemptId, pointId, span }) => {
      const { wordingId } = wordings.learn(attemptId, pointId, 'rejected', span)
      return { wordingId }
    },
    'attempts.correct': answerNull(({ attemptId, text }) => attempts.correct(attemptId, text)),

    'transcription.start': ({ attemptId }) => transcription.start(attemptId),
    'transcription.again': answerNull(({ attemptId }) => services.secondPass.want(attemptId)),

    ...takingOutHandlers(services.takingOut),

    ...createPracticeHandlers(services.practising),

    'labels.agreement': () => labels.agreement(),
    'progress.overview': (asked) => services.progress.overview(asked),
    'search.find': ({ query }) => services.search.find(query),

    'history.setNote': answerNull(({ attemptId, note }) => attempts.setNote(attemptId, note)),
    'history.setFavourite': answerNull(({ attemptId, favourite }) => attempts.setFavourite(attemptId, favourite)),
    'history.remove': answerNull(({ attemptIds }) => attempts.removeAll(attemptIds)),
    'history.restore': answerNull(({ attemptIds }) => attempts.restoreAll(attemptIds)),
    'cleanup.preview': ({ rule }) => cleanUp.preview(rule),
    'cleanup.run': ({ rule, attemptIds }) => cleanUp.run(rule, attemptIds),
    'cleanup.undo': answerNull(({ what, attemptIds }) => cleanUp.undo(what, attemptIds)),
    'audio.stored': () => compression.stored(),
    'audio.compressAll': () => compression.compressAll(),
    'audio.unpackAll': () => compression.unpackAll(),
  }
}

const answerNull =
  <P>(act: (params: P) => unknown) =>
  async (params: P): Promise<null> => {
    await act(params)
    return null
  }
