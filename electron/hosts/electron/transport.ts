import type { IpcMain, WebContents } from 'electron'
import type { MessageTransport } from '#contract/messages'
import { isTrustedSender } from './security.ts'

/** The one channel between page and main process. */
export const CHANNEL = 'starbeat'

/**
 * The messages of the page that a window shows now; it closes when the page is reloaded, crashes or goes.
 * A message from any other sender is an error, not a silence.
 */
export function windowTransport(ipcMain: IpcMain, contents: WebContents): MessageTransport {
  return {
    send(message) {
      if (!contents.isDestroyed()) contents.send(CHANNEL, message)
    },
    onMessage(listener) {
      const receive = (event: Electron.IpcMainEvent, message: unknown) => {
        if (event.sender !== contents) return
        if (!isTrustedSender(event.senderFrame)) throw new Error('message from an untrusted frame')
        listener(message)
      }
      ipcMain.on(CHANNEL, receive)
      return () => void ipcMain.off(CHANNEL, receive)
    },
    onClose(listener) {
      const once = () => {
        close()
        listener()
      }
      const close = () => {
        contents.off('destroyed', once)
        contents.off('render-process-gone', once)
        contents.off('did-navigate', once)
      }
      contents.on('destroyed', once)
      contents.on('render-process-gone', once)
      contents.on('did-navigate', once)
      return close
    },
  }
}
