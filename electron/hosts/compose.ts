import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AppInfo } from '#contract/app'
import { CATALOGUE, type Catalogue } from '#domain/models/catalogue'
import { openDatabase } from '../../db/open.ts'
import { createSettingsStore } from '../../db/settings.ts'
import { createAudioFiles } from '../adapters/audio-files.ts'
import { recoverSwap } from '../adapters/backups/restore-swap.ts'
import { createErrorLog } from '../adapters/error-log.ts'
import { createModelStore } from '../adapters/models/model-store.ts'
import type { Proxies } from '../adapters/models/proxies.ts'
import { enginePaths } from '../adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../adapters/whisper/whisper-engine.ts'
import { connect } from '../services/app/connection.ts'
import { createEventHub } from '../services/app/events.ts'
import { createHandlers } from '../services/app/handlers.ts'
import { createJobs } from '../services/app/jobs.ts'
import { createSettings } from '../services/app/settings.ts'
import { createRecordings } from '../services/attempts/recordings.ts'
import { createVerdicts } from '../services/attempts/verdicts.ts'
import { createModels } from '../services/models/models.ts'
import type { PdfPrinter } from '../services/ports/export.ts'
import type { Clock } from '../services/ports/stores.ts'
import type { App } from './app.ts'
import { composeHearing } from './compose-hearing.ts'
import { composeHistory } from './compose-history.ts'
import { composeLibrary } from './compose-library.ts'
import { composeModels } from './compose-models.ts'
import { composePractice } from './compose-practice.ts'
import { composeReports } from './compose-reports.ts'
import { composeStores } from './compose-stores.ts'
import { composeTakingOut } from './compose-taking-out.ts'
import type { Reopening } from './reopening.ts'

export interface AppPaths {
  readonly dataDir: string
  readonly resourcesDir: string
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
  const stores = composeStores(db)
  const shared = { settings, jobs, events, now, newId, pause: setImmediate, logErrorOf }

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

  const verdicts = createVerdicts(stores)
  const { foreground, live, transcription, secondPass } = composeHearing({
    ...shared,
    ...stores,
    verdicts,
    audio,
    engine,
    thoroughEngine,
    models,
  })
  const { compression, purge, cleanUp, tidy, watch } = composeHistory({
    ...shared,
    store: stores.attempts,
    audio,
    audioFolder,
    foreground,
    isRecording: () => recordings.isOpen(),
  })
  const recordings = createRecordings({
    ...shared,
    attempts: stores.attempts,
    audio,
    live,
    foreground,
    onFinished: compression.finished,
    logError: logErrorOf('recovery'),
  })
  const { opinions, reports, scores, wordings, attempts, labels } = composeReports({
    ...shared,
    stores,
    verdicts,
    live,
    purge,
  })
  const practising = composePractice({
    ...shared,
    ...stores,
    db,
    reports,
    scores,
    random: options.random ?? Math.random,
  })
  const library = composeLibrary({
    ...shared,
    db,
    stores,
    resourcesDir,
    practice: practising.practice,
    purge,
    reports,
    scores,
    wordings,
  })
  const modelRooms = composeModels({
    ...shared,
    folder: modelFolder,
    store: modelStore,
    catalogue: options.catalogue ?? CATALOGUE,
    proxies: options.proxies ?? (async () => ({})),
    createEngine: () => createWhisperEngine(enginePaths(resourcesDir)),
    models,
    banks: stores.banks,
    settingsStore,
    foreground,
  })

  // What was put aside while it was recorded is not to be recovered.
  await tidy()
  const stopWatching = watch()
  wordings.purgeRemoved()
  const recoveredAttemptIds = await recordings.recover()
  // Which story an answer told is known once it is written down; without an engine or a model the user says it.
  for (const attemptId of practising.sessions.adopt()) transcription.start(attemptId).catch(() => {})

  const { closeTakingOut, backupPath, databaseBytes, ...takingOut } = await composeTakingOut({
    ...shared,
    ...stores,
    db,
    dataDir,
    version: options.version,
    printer: options.printer,
    reopening: options.reopening,
    reports,
    scorecard: practising.scorecards.scorecard,
    audio,
    recordings,
    foreground,
  })

  const info = async (): Promise<AppInfo> => ({
    version: options.version,
    host: options.host,
    dataDir,
    engine: { state: engine.state(), version: engine.version },
    storage: {
      audioBytes: await audio.totalBytes(),
      databaseBytes: databaseBytes(),
      modelBytes: await models.totalBytes(),
    },
    recoveredAttemptIds,
  })
  const handlers = createHandlers({
    ...modelRooms,
    ...library,
    info,
    settings,
    jobs,
    models,
    takingOut,
    recordings,
    attempts,
    reports,
    live,
    transcription,
    secondPass,
    wordings,
    labels,
    practising,
    cleanUp,
    compression,
  })
  const logError = (where: string, error: unknown) => log.write(where, error)

  return {
    connect: (transport) => connect(transport, { handlers, events, recordings, logError }),
    audioPath: (attemptId) => audio.path(attemptId),
    unpackedAudio: audio.asWav,
    backupPath,
    isRecording: () => recordings.isOpen(),
    async close() {
      stopWatching()
      await recordings.finishAll()
      live.close()
      opinions.close()
      await practising.naming.close()
      await scores.close()
      await jobs.close()
      await closeTakingOut()
      await purge.settled()
      await modelRooms.modelUploads.close()
      await engine.close()
      await thoroughEngine.close()
      db.close()
    },
  }
}
