/** What a canvas needs as plain colours. */
export interface WaveformColours {
  readonly waveColor: string
  readonly progressColor: string
  readonly cursorColor: string
}

/** The colours of a container: `color` for what is to come, `caret-color` for what was played, `accent-color` the cursor. */
export function waveformColours(container: HTMLElement): WaveformColours {
  const { color, caretColor, accentColor } = getComputedStyle(container)
  return { waveColor: color, progressColor: caretColor, cursorColor: accentColor }
}

/** Calls back when light and dark change places, by the system or by the user. Returns the closer. */
export function watchColourScheme(onChange: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(onChange)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  system.addEventListener('change', onChange)
  return () => {
    system.removeEventListener('change', onChange)
    chosen.disconnect()
  }
}
