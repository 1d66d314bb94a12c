import { type RefObject, useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'
import { type Envelope, envelopeBars } from '#domain/audio/envelope'
import type { Player } from './player.ts'
import { watchColourScheme, waveformColours } from './waveform-colours.ts'

export interface WaveformOptions {
  readonly player: Player
  readonly envelope: Envelope
  readonly durationMs: number
}

// More than one bar a pixel cannot be seen.
const MOST_BARS = 2000

function draw(container: HTMLElement, { player, envelope, durationMs }: WaveformOptions): () => void {
  const surfer = WaveSurfer.create({
    container,
    ...waveformColours(container),
    media: player.media,
    peaks: [envelopeBars(envelope, Math.min(MOST_BARS, envelope.peaks.length))],
    duration: durationMs / 1000,
    height: 'auto',
    normalize: true,
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    cursorWidth: 2,
    dragToSeek: true,
    hideScrollbar: true,
  })
  const stopWatching = watchColourScheme(() => surfer.setOptions(waveformColours(container)))
  return () => {
    stopWatching()
    surfer.destroy()
  }
}

/** Draws the waveform of a player into an element, from stored peaks; a click or drag on it seeks. */
export function useWaveform({ player, envelope, durationMs }: WaveformOptions): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = container.current
    if (!element || envelope.peaks.length === 0) return
    return draw(element, { player, envelope, durationMs })
  }, [player, envelope, durationMs])
  return container
}
