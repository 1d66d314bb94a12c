import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AppInfo } from '#contract/app'
import type { MessageTransport } from '#contract/messages'
import { MATCHER } from '#domain/coverage/matcher'
import { CATALOGUE, type Catalogue } from '#domain/models/catalogue'
import { createAttemptStore, createOverrideStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { openDatabase } from '../../db/open.ts'
import { createScoreStore } from '../../db/scores.ts'
import { createSearchStore } from '../../db/search.ts'
import { createSettingsStore } from '../../db/settings.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { createWordingStore } from '../../db/wordings.ts'
import { createAudioFiles } from '../adapters/audio-files.ts'
import { recoverSwap } from '../adapters/backups/restore-swap.ts'
import { createDocumentConverter } from '../adapters/document-converter.ts'
import { createErrorLog } from '../adapters/error-log.ts'
import { createModelStore } from '../adapters/models/model-store.ts'
import type { Proxies } from '../adapters/models/proxies.ts'
import { enginePaths } from '../adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../adapters/whisper/whisper-engine.ts'
import { createAttempts } from '../services/attempts.ts'
import { createBanks } from '../services/banks.ts'
import { localCalendar } from '../services/calendar.ts'
import { connect } from '../services/connection.ts'
import { createDocuments } from '../services/documents.ts'
import { createEventHub } from '../services/events.ts'
import { createHandlers } from '../services/handlers.ts'
import { createImports } from '../services/imports.ts'
import { createJobs } from '../services/jobs.ts'
import { createLabels } from '../services/labels.ts'
import { createModels } from '../services/models.ts'
import { createOpinions } from '../services/opinions.ts'
import type { Clock, PdfPrinter } from '../services/ports.ts'
import { createProgress } from '../services/progress.ts'
import { createRecordings } from '../services/recordings.ts'
import { createReports } from '../services/reports.ts'
import { createScores } from '../services/scores.ts'
import { createSearch } from '../services/search.ts'
import { createSettings } from '../services/settings.ts'
import { createStories } from '../services/stories.ts'
import { createVerdicts } from '../services/verdicts.ts'
import { createWordings } from '../services/wordings.ts'
import { composeHearing } from './compose-hearing.ts'
import { composeHistory } from './compose-history.ts'
import { composeModels } from './compose-models.ts'
import { composePractice } from './compose-practice.ts'
import { composeTakingOut } from './compose-taking-out.ts'
import type { Reopening } from './reopening.ts'

export interface AppPaths {
  readonly dataDir: string
  readonly resourcesDir: string
}

export interface App {
  connect(transport: MessageTransport): void
  /** The file of a finished recording; it may not exist. */
  audioPath(attemptId: string): string
  /** The file of an archive of everything; it may not exist. */
  backupPath(name: string): string
  isRecording(): boolean
  /** Finishes recordings, stops the engine, closes the database. */
  close(): Promise<void>
}

/** A larger model is not kept in memory for the next attempt. */
const THOROUGH_IDLE_MS = 10_000

/** Wires every service to its adapters; nothing else does but the files beside it that it calls. */
export async function compose(options: {
  paths: AppPaths
  host: AppInfo['host']
  version: string
  modelFile: string | null
  /** What downloads go through; none when it is left out. */
  proxies?: Proxies
  /** What can be downloaded; the whole catalogue when it is left out. */
  catalogue?: Catalogue
  /** What prints; none when it is left out. */
  printer?: PdfPrinter
  /** How it can be opened anew; a restore is refused when it is left out. */
  reopening?: Reopening
  /** The time; the system's when it is left out. */
  now?: Clock
  /** Chance, 0 to 1 without 1; the system's when it is left out. */
  random?: () => number
}): Promise<App> {
  const { dataDir, resourcesDir } = options.paths
  await mkdir(dataDir, { recursive: true })
  await recoverSwap(dataDir)
  const databaseFile = join(dataDir, 'starbeat.db')
  const db = openDatabase(databaseFile, join(dataDir, 'backups'))
  const log = createErrorLog(join(dataDir, 'logs/starbeat.log'))
  const logErrorOf = (where: string) => (error: unknown) => void log.write(where, error)
  const now = options.now ?? Date.now
  const newId = randomUUID
  const events = createEventHub()
  const jobs = createJobs({ events, newId, logError: logErrorOf('job') })

  const settingsStore = createSettingsStore(db)
  const settings = createSettings({ store: settingsStore, events })
  const audioFolder = join(dataDir, 'audio')
  const audio = createAudioFiles(audioFolder)
  const engine = createWhisperEngine(enginePaths(resourcesDir))
  const thoroughEngine = createWhisperEngine(enginePaths(resourcesDir), { idleMs: THOROUGH_IDLE_MS })
  engine.onStateChanged(() => events.emit('engine.changed', {}))
  const modelFolder = join(dataDir, 'models')
  const modelStore = createModelStore(modelFolder)
  const models = createModels({ store: modelStore, settings: settingsStore, engine, events })
  await modelStore.removeLeftovers()
  if (options.modelFile) await models.borrow(options.modelFile)

  const attemptStore = createAttemptStore(db)
  const storyStore = createStoryStore(db)
  const transcripts = createTranscriptStore(db)
  const overrides = createOverrideStore(db)
  const wordingStore = createWordingStore(db)
  const scoreStore = createScoreStore(db, MATCHER)
  const verdicts = createVerdicts({ wordings: wordingStore })
  const { foreground, live, transcription, secondPass } = composeHearing({
    attempts: attemptStore,
    stories: storyStore,
    transcripts,
    verdicts,
    audio,
    engine,
    thoroughEngine,
    models,
    settings,
    jobs,
    events,
    now,
    logErrorOf,
  })
  const { compression, purge, cleanUp, tidy } = composeHistory({
    store: attemptStore,
    audio,
    audioFolder,
    settings,
    foreground,
    jobs,
    isRecording: () => recordings.isOpen(),
    events,
    now,
    logErrorOf,
  })
  const recordings = createRecordings({
    attempts: attemptStore,
    audio,
    live,
    foreground,
    events,
    now,
    newId,
    onFinished: compression.finished,
    logError: logErrorOf('recovery'),
  })
  const wordings = createWordings({
    store: wordingStore,
    attempts: attemptStore,
    stories: storyStore,
    transcripts,
    events,
    now,
    newId,
  })
  const attempts = createAttempts({
    store: attemptStore,
    transcripts,
    overrides,
    wordings,
    live,
    purge,
    events,
    now,
  })
  // A language model that the user downloads may judge here one day.
  const opinions = createOpinions({ judge: null, logError: logErrorOf('judge') })
  const reports = createReports({
    attempts: attemptStore,
    stories: storyStore,
    transcripts,
    overrides,
    verdicts,
    opinions,
    settings,
    scores: scoreStore,
    events,
    jobs,
  })
  const scores = createScores({
    store: scoreStore,
    attempts: attemptStore,
    stories: storyStore,
    reports,
    events,
    now,
    pause: setImmediate,
    logError: logErrorOf('scores'),
  })
  const bankStore = createBankStore(db)
  const practising = composePractice({
    db,
    banks: bankStore,
    stories: storyStore,
    attempts: attemptStore,
    transcripts,
    reports,
    scores,
    settings,
    events,
    now,
    newId,
    random: options.random ?? Math.random,
    pause: setImmediate,
    logErrorOf,
  })
  const stories = createStories({
    practice: practising.practice,
    store: storyStore,
    attempts: attemptStore,
    transcripts,
    reports,
    scores,
    wordings,
    events,
    now,
    newId,
  })
  const labels = createLabels({
    attempts: attemptStore,
    stories: storyStore,
    transcripts,
    overrides,
    wordings: wordingStore,
    verdicts,
    jobs,
    now,
    pause: setImmediate,
  })
  const samples = () => readSamples(join(resourcesDir, 'samples'))
  const { modelUploads, downloads, benchmark, modelCatalogue } = composeModels({
    folder: modelFolder,
    store: modelStore,
    catalogue: options.catalogue ?? CATALOGUE,
    proxies: options.proxies ?? (async () => ({})),
    createEngine: () => createWhisperEngine(enginePaths(resourcesDir)),
    models,
    banks: bankStore,
    settings,
    settingsStore,
    foreground,
    jobs,
    events,
    now,
    newId,
    logErrorOf,
  })
  const documents = createDocuments({ converter: createDocumentConverter(), now, pause: setImmediate })
  const banks = createBanks({ documents, store: bankStore, events, now })
  const imports = createImports({
    documents,
    store: bankStore,
    stories: storyStore,
    samples,
    jobs,
    events,
    now,
    newId,
  })

  // What was put aside while it was recorded is not to be recovered.
  await tidy()
  const stopPurging = purge.watch()
  wordings.purgeRemoved()
  const recoveredAttemptIds = await recordings.recover()
  practising.sessions.adopt()

  const { closeTakingOut, backupPath, ...takingOut } = await composeTakingOut({
    db,
    dataDir,
    databaseFile,
    version: options.version,
    printer: options.printer,
    reopening: options.reopening,
    attempts: attemptStore,
    stories: storyStore,
    transcripts,
    reports,
    scorecard: practising.scorecards.scorecard,
    settings,
    audio,
    recordings,
    foreground,
    jobs,
    events,
    now,
    newId,
    pause: setImmediate,
    logErrorOf,
  })

  const info = async (): Promise<AppInfo> => ({
    version: options.version,
    host: options.host,
    dataDir,
    engine: { state: engine.state(), version: engine.version },
    storage: {
      audioBytes: await audio.totalBytes(),
      databaseBytes: statSync(databaseFile).size,
      modelBytes: await models.totalBytes(),
    },
    recoveredAttemptIds,
  })
  const handlers = createHandlers({
    info,
    settings,
    jobs,
    models,
    modelUploads,
    downloads,
    benchmark,
    modelCatalogue,
    takingOut,
    banks,
    imports,
    stories,
    recordings,
    attempts,
    reports,
    live,
    transcription,
    secondPass,
    wordings,
    labels,
    practising,
    progress: createProgress({
      store: scoreStore,
      scores,
      stories: storyStore,
      banks: bankStore,
      calendar: localCalendar,
      now,
    }),
    search: createSearch({ store: createSearchStore(db), transcripts }),
    cleanUp,
    compression,
  })
  const logError = (where: string, error: unknown) => log.write(where, error)

  return {
    connect: (transport) => connect(transport, { handlers, events, recordings, logError }),
    audioPath: (attemptId) => audio.path(attemptId),
    backupPath,
    isRecording: () => recordings.isOpen(),
    async close() {
      stopPurging()
      await recordings.finishAll()
      live.close()
      opinions.close()
      await practising.naming.close()
      await scores.close()
      await jobs.close()
      await closeTakingOut()
      await purge.settled()
      await modelUploads.close()
      await engine.close()
      await thoroughEngine.close()
      db.close()
    },
  }
}

function readSamples(folder: string) {
  const names = ['sample-star.md', 'sample-notes.md']
  return names.map((fileName) => ({ fileName, bytes: new Uint8Array(readFileSync(join(folder, fileName))) }))
}
