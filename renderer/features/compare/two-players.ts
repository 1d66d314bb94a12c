import type { Player } from '../../audio/player.ts'
import type { TimeSpan } from '../review/evidence.ts'

/** Two recordings of which one plays at a time. */
export interface TwoPlayers {
  /** Plays a stretch of the first, then one of the second; where one has none, the other alone. */
  playBoth(first: TimeSpan | null, second: TimeSpan | null): void
  /** Moves both without playing; nothing where a stretch is missing. */
  seekBoth(first: TimeSpan | null, second: TimeSpan | null): void
  close(): void
}

// The clock is looked at once a frame, and a paused element may stand a little before its end.
const NEAR_MS = 120

/** Keeps two players from speaking at once and has them follow each other. */
export function joinPlayers(first: Player | null, second: Player | null): TwoPlayers {
  /** What is to follow when the first has reached a moment. */
  let next: { afterMs: number; span: TimeSpan } | null = null
  const pause = (player: Player | null) => player?.media.pause()

  const closers = [
    first?.isPlaying.subscribe(() => {
      if (first.isPlaying.get()) return pause(second)
      const due = next
      next = null
      if (due && first.timeMs.get() >= due.afterMs - NEAR_MS) second?.play(due.span.startMs, due.span.endMs)
    }),
    second?.isPlaying.subscribe(() => {
      if (!second.isPlaying.get()) return
      next = null
      pause(first)
    }),
  ]
  return {
    playBoth(one, other) {
      next = null
      // Whoever speaks is moved, not paused: the word of a pause comes late and would be taken for the user's.
      if (one && first) {
        pause(second)
        if (other && second) next = { afterMs: one.endMs, span: other }
        first.play(one.startMs, one.endMs)
      } else if (other) second?.play(other.startMs, other.endMs)
    },
    seekBoth(one, other) {
      next = null
      if (one) first?.seek(one.startMs)
      if (other) second?.seek(other.startMs)
    },
    close() {
      for (const close of closers) close?.()
    },
  }
}
