import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AppInfo } from '#contract/app'
import type { MessageTransport } from '#contract/messages'
import { createAttemptStore, createOverrideStore } from '../../db/attempts.ts'
import { createBankStore } from '../../db/banks.ts'
import { openDatabase } from '../../db/open.ts'
import { createSettingsStore } from '../../db/settings.ts'
import { createStoryStore } from '../../db/stories.ts'
import { createTranscriptStore } from '../../db/transcripts.ts'
import { createWordingStore } from '../../db/wordings.ts'
import { createAudioFiles } from '../adapters/audio-files.ts'
import { createDocumentConverter } from '../adapters/document-converter.ts'
import { createErrorLog } from '../adapters/error-log.ts'
import { createModelStore } from '../adapters/models/model-store.ts'
import { enginePaths } from '../adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../adapters/whisper/whisper-engine.ts'
import { createAttempts } from '../services/attempts.ts'
import { createBanks } from '../services/banks.ts'
import { connect } from '../services/connection.ts'
import { createDocuments } from '../services/documents.ts'
import { createEventHub } from '../services/events.ts'
import { createHandlers } from '../services/handlers.ts'
import { createImports } from '../services/imports.ts'
import { createJobs } from '../services/jobs.ts'
import { createLabels } from '../services/labels.ts'
import { createModels } from '../services/models.ts'
import { createOpinions } from '../services/opinions.ts'
import { createRecordings } from '../services/recordings.ts'
import { createReports } from '../services/reports.ts'
import { createSettings } from '../services/settings.ts'
import { createStories } from '../services/stories.ts'
import { createTranscription } from '../services/transcription.ts'
import { createVerdicts } from '../services/verdicts.ts'
import { createWordings } from '../services/wordings.ts'

export interface AppPaths {
  readonly dataDir: string
  readonly resourcesDir: string
}

export interface App {
  connect(transport: MessageTransport): void
  /** The file of a finished recording; it may not exist. */
  audioPath(attemptId: string): string
  isRecording(): boolean
  /** Finishes recordings, stops the engine, closes the database. */
  close(): Promise<void>
}

/** Wires every service to its adapters. The only place that does. */
export async function compose(options: {
  paths: AppPaths
  host: AppInfo['host']
  version: string
  modelFile: string | null
}): Promise<App> {
  const { dataDir, resourcesDir } = options.paths
  await mkdir(dataDir, { recursive: true })
  const databaseFile = join(dataDir, 'starbeat.db')
  const db = openDatabase(databaseFile, join(dataDir, 'backups'))
  const log = createErrorLog(join(dataDir, 'logs/starbeat.log'))
  const logErrorOf = (where: string) => (error: unknown) => void log.write(where, error)
  const now = Date.now
  const newId = randomUUID
  const events = createEventHub()
  const jobs = createJobs({ events, newId, logError: logErrorOf('job') })

  const settingsStore = createSettingsStore(db)
  const settings = createSettings({ store: settingsStore, events })
  const audio = createAudioFiles(join(dataDir, 'audio'))
  const engine = createWhisperEngine(enginePaths(resourcesDir))
  engine.onStateChanged(() => events.emit('engine.changed', {}))
  const modelStore = createModelStore(join(dataDir, 'models'))
  const models = createModels({ store: modelStore, settings: settingsStore, engine, jobs, events, newId })
  await modelStore.removeLeftovers()
  if (options.modelFile) await models.borrow(options.modelFile)

  const attemptStore = createAttemptStore(db)
  const storyStore = createStoryStore(db)
  const transcripts = createTranscriptStore(db)
  const overrides = createOverrideStore(db)
  const wordingStore = createWordingStore(db)
  const recordings = createRecordings({
    attempts: attemptStore,
    audio,
    events,
    now,
    newId,
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
    audio,
    transcripts,
    overrides,
    wordings,
    events,
    now,
    logError: logErrorOf('purge'),
  })
  const verdicts = createVerdicts({ wordings: wordingStore })
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
    events,
    jobs,
  })
  const stories = createStories({
    store: storyStore,
    attempts: attemptStore,
    transcripts,
    overrides,
    reports,
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
  const transcription = createTranscription({
    attempts: attemptStore,
    audio,
    transcripts,
    engine,
    models,
    jobs,
    events,
    now,
    logError: logErrorOf('transcription'),
  })
  const samples = () => readSamples(join(resourcesDir, 'samples'))
  const bankStore = createBankStore(db)
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
  await attempts.purgeRemoved()
  wordings.purgeRemoved()
  const recoveredAttemptIds = await recordings.recover()

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
    banks,
    imports,
    stories,
    recordings,
    attempts,
    reports,
    transcription,
    wordings,
    labels,
  })
  const logError = (where: string, error: unknown) => log.write(where, error)

  return {
    connect: (transport) => connect(transport, { handlers, events, recordings, logError }),
    audioPath: (attemptId) => audio.path(attemptId),
    isRecording: () => recordings.isOpen(),
    async close() {
      await recordings.finishAll()
      opinions.close()
      await jobs.close()
      await models.close()
      await engine.close()
      db.close()
    },
  }
}

function readSamples(folder: string) {
  const names = ['sample-star.md', 'sample-notes.md']
  return names.map((fileName) => ({ fileName, bytes: new Uint8Array(readFileSync(join(folder, fileName))) }))
}
