import { createAudioPacker } from '../adapters/flac/audio-packer.ts'
import { createCleanUp } from '../services/clean-up.ts'
import { createCompression } from '../services/compression.ts'
import { createPurge } from '../services/purge.ts'

type Parts = Omit<Parameters<typeof createPurge>[0], 'isBusy' | 'every' | 'logError'> &
  Omit<Parameters<typeof createCompression>[0], 'attempts' | 'packer' | 'logError'> & {
    readonly audioFolder: string
    isRecording(): boolean
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what keeps, shrinks and frees the sound of attempts. */
export function composeHistory(parts: Parts) {
  const { store, logErrorOf } = parts
  const packer = createAudioPacker(parts.audioFolder)
  const compression = createCompression({ ...parts, packer, attempts: store, logError: logErrorOf('compression') })
  const purge = createPurge({
    ...parts,
    isBusy: () => parts.isRecording() || compression.isWorking(),
    every(ms, run) {
      const timer = setInterval(run, ms)
      // It keeps no process alive.
      timer.unref()
      return () => clearInterval(timer)
    },
    logError: logErrorOf('purge'),
  })
  return {
    compression,
    purge,
    cleanUp: createCleanUp({ ...parts, purge }),
    /** Before anything is read: takes away what a crash left half done, and what users put aside before. */
    async tidy() {
      await packer.tidy()
      await purge.all()
    },
  }
}
