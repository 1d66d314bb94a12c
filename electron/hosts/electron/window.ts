import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog } from 'electron'

/** How our window is made: sandboxed, isolated, without Node. */
export const windowOptions = (preload: string): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  minWidth: 720,
  minHeight: 520,
  show: false,
  title: 'Starbeat',
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  },
})

/** Asks before a window closes in the middle of a recording; what was recorded is kept either way. */
export function askBeforeClosing(window: BrowserWindow, dialog: Dialog, isRecording: () => boolean): void {
  window.on('close', (event) => {
    if (!isRecording()) return
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'You are still recording.',
      detail: 'If you close now, the recording ends here. What you have said so far is kept.',
      buttons: ['Keep recording', 'Finish and close'],
      defaultId: 0,
      cancelId: 0,
    })
    if (choice === 0) event.preventDefault()
  })
}
