import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog, MessageBoxSyncOptions } from 'electron'

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

/**
 * Asks before a window closes in the middle of a recording, which is kept either way, and before a page goes that holds
 * what is not stored yet. Without an answer here Electron would silently keep such a window open.
 */
export function askBeforeClosing(window: BrowserWindow, dialog: Dialog, isRecording: () => boolean): void {
  let isSure = false
  window.on('close', (event) => {
    isSure = false
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
    else isSure = true
  })
  window.webContents.on('will-prevent-unload', (event) => {
    const leaves = isSure || dialog.showMessageBoxSync(window, UNSTORED) === 1
    if (leaves) event.preventDefault()
  })
}

const UNSTORED: MessageBoxSyncOptions = {
  type: 'question',
  message: 'Something here is not stored yet.',
  detail: 'Corrections of a document that you have not accepted would be lost. A recording is kept.',
  buttons: ['Stay', 'Leave'],
  defaultId: 0,
  cancelId: 0,
}
