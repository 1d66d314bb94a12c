import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { transcriptText } from '#domain/transcript'
import { canSeeProcesses, processesWith } from '../processes.ts'
import { ANSWER, ENGINE, isBuilt, record, withApp } from './app.ts'
import { normalWords } from './word-error-rate.ts'

if (!isBuilt) console.warn('skipped: the speech engine is not built, so no long recording is heard')

const MEGABYTE = 1 << 20

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What this process and the engine hold, in megabytes. */
function held(dataDir: string): { app: number; engine: number } {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  const [pid] = canSeeProcesses ? processesWith(ENGINE.server, join(dataDir, 'models')) : []
  const status = pid === undefined ? '' : readFileSync(`/proc/${pid}/status`, 'utf8')
  return { app: (heapUsed + external) / MEGABYTE, engine: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
}

it.skipIf(!isBuilt)(
  'twenty minutes of speech need no more memory than five, and every word of them is heard',
  async () => {
    await withApp(['micro.bin'], async (session) => {
      const times = Math.ceil((20 * 60 * 32_000) / ANSWER.length)
      const recording = await record(session)
      let early = held(session.dataDir)
      for (let time = 0; time < times; time++) {
        await recording.speak(ANSWER)
        if (time === Math.floor(times / 4)) early = held(session.dataDir)
      }
      const late = held(session.dataDir)
      expect(late.app - early.app).toBeLessThan(8)

      expect(await recording.finish()).toBe('done')
      const after = held(session.dataDir)
      expect(after.app - early.app).toBeLessThan(16)
      if (canSeeProcesses) expect(after.engine).toBeGreaterThan(0)
      expect(after.engine).toBeLessThan(200)

      const { words } = await session.client.call('attempts.report', { attemptId: recording.attemptId })
      const heard = normalWords(transcriptText(words!)).join(' ')
      console.info(
        `${words!.length} words; ${early.app.toFixed(0)}, ${late.app.toFixed(0)}, ${after.app.toFixed(0)} MB`,
      )
      const once = 'i was asked to reduce the build to 45 minutes'
      expect(heard.split(once).length - 1).toBeGreaterThanOrEqual(times - 2)
    })
  },
  600_000,
)
