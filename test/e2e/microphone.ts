/** Chromium's switches for a microphone that plays a file once, the same in a browser and in Electron. */
export const microphoneSwitches = (file?: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  ...(file ? [`--use-file-for-fake-audio-capture=${file}%noloop`] : []),
  '--autoplay-policy=no-user-gesture-required',
]

/** Needed where tests run as root, as in containers. */
export const rootSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
