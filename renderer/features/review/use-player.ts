import { useEffect, useState } from 'react'
import { createPlayer, type Player } from '../../audio/player.ts'
import { audioUrl } from '../../transport/audio-url.ts'

/** The player of an attempt, at the user's speed; null until it is there, and without an attempt that has sound. */
export function usePlayer(attemptId: string | null, durationMs: number, rate: number): Player | null {
  const [player, setPlayer] = useState<Player | null>(null)
  useEffect(() => {
    if (attemptId === null) return
    const opened = createPlayer(audioUrl(attemptId), durationMs)
    setPlayer(opened)
    return () => {
      setPlayer(null)
      opened.close()
    }
  }, [attemptId, durationMs])
  useEffect(() => player?.setRate(rate), [player, rate])
  return player
}
