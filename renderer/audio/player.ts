import { createObservable, type Observable } from './observable.ts'

/** Plays one recording. Times in milliseconds. */
export interface Player {
  readonly timeMs: Observable<number>
  readonly isPlaying: Observable<boolean>
  /** True when the sound cannot be played. */
  readonly isBroken: Observable<boolean>
  readonly media: HTMLAudioElement
  toggle(): void
  /** Plays from a moment on; with an end, to that end. */
  play(fromMs: number, toMs?: number): void
  seek(timeMs: number): void
  skip(byMs: number): void
  setRate(rate: number): void
  close(): void
}

/** Plays the recording at an address; it is streamed, never decoded as a whole. */
export function createPlayer(url: string, durationMs: number): Player {
  const media = new Audio()
  media.preload = 'metadata'
  media.src = url
  const timeMs = createObservable(0)
  const isPlaying = createObservable(false)
  const isBroken = createObservable(false)
  let stopAtMs = Number.POSITIVE_INFINITY
  let frame = 0
  /** Where the file was opened anew last. */
  let retriedAt: number | null = null

  function look(): void {
    const now = media.currentTime * 1000
    timeMs.set(now)
    if (now < stopAtMs) return
    stopAtMs = Number.POSITIVE_INFINITY
    media.pause()
  }
  function follow(): void {
    look()
    // `timeupdate` comes four times a second: too seldom for a word.
    if (!media.paused) frame = requestAnimationFrame(follow)
  }
  const start = () => media.play().catch(() => isPlaying.set(false))
  const seek = (to: number) => {
    stopAtMs = Number.POSITIVE_INFINITY
    media.currentTime = Math.max(0, Math.min(durationMs, to)) / 1000
    timeMs.set(media.currentTime * 1000)
  }

  media.addEventListener('play', () => {
    isPlaying.set(true)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(follow)
  })
  // Whoever pressed play again before the event of a pause arrived is playing.
  media.addEventListener('pause', () => isPlaying.set(!media.paused))
  media.addEventListener('seeked', look)
  media.addEventListener('timeupdate', look)
  media.addEventListener('error', () => {
    const at = media.currentTime
    if (retriedAt === at) return isBroken.set(true)
    // The recording may have been compressed while it was open: then the rest of the former file is no more.
    retriedAt = at
    const wasPlaying = isPlaying.get()
    media.src = url
    media.currentTime = at
    if (wasPlaying) void start()
  })

  return {
    timeMs,
    isPlaying,
    isBroken,
    media,
    toggle() {
      if (media.paused) void start()
      else media.pause()
    },
    play(fromMs, toMs = Number.POSITIVE_INFINITY) {
      seek(fromMs)
      stopAtMs = toMs
      void start()
    },
    seek,
    skip: (byMs) => seek(media.currentTime * 1000 + byMs),
    setRate(rate) {
      // Loading a source falls back to the default rate.
      media.defaultPlaybackRate = rate
      media.playbackRate = rate
    },
    close() {
      cancelAnimationFrame(frame)
      media.pause()
      media.removeAttribute('src')
      media.load()
    },
  }
}
