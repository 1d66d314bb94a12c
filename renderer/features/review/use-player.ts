import { useEffect, useState } from 'react'
import { createPlayer, type Player } from '../../audio/player.ts'
import { audioUrl } from '../../transport/audio-url.ts'

/** The player of an attempt, at the user's speed; null until it is there. */
export function usePlayer(attemptId: string, durationMs: number, rate: number): Player | null {
  const [player, setPlayer] = useState<Player | null>(null)
  useEffect(() => {
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
