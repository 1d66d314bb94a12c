import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Catalogue } from '#domain/models/catalogue'
import { createModelDownloads } from '../adapters/models/downloads.ts'
import type { Timing } from '../adapters/models/fetch-part.ts'
import type { Proxies } from '../adapters/models/proxies.ts'
import { createSpeedProbe } from '../adapters/models/speed-probe.ts'
import type { SettingsService } from '../services/app/settings.ts'
import { createBenchmark } from '../services/models/benchmark.ts'
import { createDownloads } from '../services/models/downloads.ts'
import { createModelCatalogue } from '../services/models/model-catalogue.ts'
import { createModelUploads } from '../services/models/model-uploads.ts'
import type { SpeechEngine } from '../services/ports/speech.ts'
import type { BankStore } from '../services/ports/stores.ts'

type Parts = Parameters<typeof createModelUploads>[0] &
  Pick<Parameters<typeof createBenchmark>[0], 'foreground' | 'events' | 'now'> & {
    readonly settingsStore: Parameters<typeof createBenchmark>[0]['settings']
    readonly settings: SettingsService
    readonly banks: BankStore
    readonly folder: string
    readonly catalogue: Catalogue
    readonly proxies: Proxies
    createEngine(): SpeechEngine
    logErrorOf(where: string): (error: unknown) => void
  }

const TIMING: Timing = {
  wait: (ms, signal) => wait(ms, undefined, { signal }),
  alarm(ms, ring) {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
}

/** Wires how models come to this machine, and how fast it is with them. */
export function composeModels(parts: Parts) {
  const { folder, catalogue, settings, settingsStore, banks } = parts
  const mirror = () => settings.get().modelMirror
  const modelUploads = createModelUploads(parts)
  const downloads = createDownloads({
    ...parts,
    downloads: createModelDownloads({ folder, proxies: parts.proxies, timing: TIMING, freeBytes }),
    mirror,
  })
  const benchmark = createBenchmark({
    ...parts,
    probe: createSpeedProbe(folder, parts.createEngine),
    settings: settingsStore,
    logError: parts.logErrorOf('benchmark'),
  })
  const modelCatalogue = createModelCatalogue({
    ...parts,
    catalogue,
    downloads,
    benchmark,
    mirror,
    machineMemory: totalmem(),
    onlyEnglish: () => banks.list().every(({ language }) => language === null || language === 'en'),
  })
  return { modelUploads, downloads, benchmark, modelCatalogue }
}

/** What an ordinary user may still write to the disk of a folder, in bytes. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
