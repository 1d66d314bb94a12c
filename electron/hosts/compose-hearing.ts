import { createForeground } from '../services/app/foreground.ts'
import { createHearings } from '../services/hearing/hearings.ts'
import { createLive } from '../services/hearing/live.ts'
import { createPriming } from '../services/hearing/priming.ts'
import { createSecondPass } from '../services/hearing/second-pass.ts'
import { createTranscription } from '../services/hearing/transcription.ts'

type Parts = Omit<
  Parameters<typeof createTranscription>[0],
  'hearings' | 'live' | 'secondPass' | 'foreground' | 'logError'
> &
  Pick<Parameters<typeof createLive>[0], 'settings' | 'stories' | 'verdicts'> & {
    thoroughEngine: Parameters<typeof createSecondPass>[0]['engine']
    logErrorOf(where: string): (error: unknown) => void
  }

/** Wires what turns recordings into words: while they are made, afterwards, and once more by a larger model. */
export function composeHearing(parts: Parts) {
  const { engine, thoroughEngine, logErrorOf } = parts
  const foreground = createForeground()
  const priming = createPriming(parts)
  const hearings = createHearings({ ...parts, priming })
  const live = createLive({ ...parts, hearings, logError: logErrorOf('live') })
  const secondPass = createSecondPass({
    ...parts,
    engine: thoroughEngine,
    hearings,
    foreground,
    logError: logErrorOf('second pass'),
  })
  const transcription = createTranscription({
    ...parts,
    engine,
    hearings,
    live,
    secondPass,
    foreground,
    logError: logErrorOf('transcription'),
  })
  return { foreground, live, transcription, secondPass }
}
