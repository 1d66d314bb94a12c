import { PROBES, ratesOf, SpeedRates } from '#domain/models/speed'
import type { EventHub } from '../app/events.ts'
import type { Foreground } from '../app/foreground.ts'
import type { Jobs } from '../app/jobs.ts'
import type { SpeedProbe } from '../ports/model.ts'
import type { Clock, SettingsStore } from '../ports/stores.ts'

const KEY = 'benchmark'
/** The benchmark has no subject but the machine. */
const SUBJECT = 'benchmark'

export interface MeasuredSpeed {
  readonly rates: SpeedRates
  /** Milliseconds since 1970. */
  readonly measuredAt: number
}

export interface Benchmark {
  /** What was measured; null before that, and when the engine or its number of threads is another now. */
  result(): MeasuredSpeed | null
  /** The measurement under way. */
  running(): { jobId: string } | null
  /** Measures, as a job; one under way is answered instead. */
  start(): { jobId: string }
}

/** Measures how fast this machine hears, and remembers it. */
export function createBenchmark(deps: {
  probe: SpeedProbe
  settings: SettingsStore
  jobs: Jobs
  events: EventHub
  foreground: Foreground
  now: Clock
  logError(error: unknown): void
}): Benchmark {
  const { probe, settings, jobs, events, foreground } = deps
  const changed = () => events.emit('models.changed', {})

  function running(): { jobId: string } | null {
    const job = jobs.of(SUBJECT, 'benchmark')
    return job && { jobId: job.id }
  }

  return {
    result() {
      const stored = settings.all()[KEY] as Record<string, unknown> | undefined
      const rates = SpeedRates.safeParse(stored?.rates)
      const { engineVersion, threads } = probe.conditions
      const isOfNow = stored?.engineVersion === engineVersion && stored?.threads === threads
      return rates.success && isOfNow ? { rates: rates.data, measuredAt: Number(stored.measuredAt) } : null
    },
    running,
    start() {
      const under = running()
      if (under) return under
      const job = jobs.run('benchmark', SUBJECT, async (signal, report) => {
        await foreground.whenFree(signal)
        const rates = ratesOf(await probe.measure(PROBES, { signal, report }))
        signal.throwIfAborted()
        settings.set({ [KEY]: { ...probe.conditions, rates, measuredAt: deps.now() } })
      })
      // A recording has the machine to itself; measured beside it, the machine would seem slow.
      const stopListening = foreground.onTaken(() => jobs.cancel(job.id))
      changed()
      // The job itself tells of its failure.
      job.done
        .catch(() => {})
        .finally(stopListening)
        .then(changed)
        .catch(deps.logError)
      return { jobId: job.id }
    },
  }
}
