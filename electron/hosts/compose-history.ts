import { createAudioPacker } from '../adapters/flac/audio-packer.ts'
import { createCleanUp } from '../services/attempts/clean-up.ts'
import { createCompression } from '../services/attempts/compression.ts'
import { createPurge } from '../services/attempts/purge.ts'

type Parts = Omit<Parameters<typeof createPurge>[0], 'isRewriting' | 'every' | 'logError'> &
  Omit<Parameters<typeof createCompression>[0], 'attempts' | 'packer' | 'isGoing' | 'after' | 'logError'> &
  Omit<Parameters<typeof createCleanUp>[0], 'purge'> & {
    readonly audioFolder: string
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what keeps, shrinks and frees the sound of attempts. */
export function composeHistory(parts: Parts) {
  const { store, logErrorOf } = parts
  const packer = createAudioPacker(parts.audioFolder)
  const compression = createCompression({
    ...parts,
    packer,
    attempts: store,
    isGoing: (attemptId) => purge.isGoing(attemptId),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      // It keeps no process alive.
      timer.unref()
      return () => clearTimeout(timer)
    },
    logError: logErrorOf('compression'),
  })
  const purge = createPurge({
    ...parts,
    isRewriting: compression.isRewriting,
    every(ms, run) {
      const timer = setInterval(run, ms)
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
      await packer.tidy().catch(logErrorOf('compression'))
      await purge.all()
    },
    /** From now on: deletes what was put aside some minutes ago, and compresses what was left. The answer ends it. */
    watch() {
      const closers = [purge.watch(), compression.catchUpLater()]
      return () => {
        for (const close of closers) close()
      }
    },
  }
}
