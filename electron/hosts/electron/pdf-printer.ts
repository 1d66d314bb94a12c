import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { AppError } from '#domain/errors'
import type { PdfPrinter } from '../../services/ports/export.ts'
import { SCHEME } from './protocol.ts'

const PAGE = `${SCHEME}://print/`

/** How a window that only prints is made: out of sight, sandboxed, without scripts. */
export const printWindowOptions = (session: Session): BrowserWindowConstructorOptions => ({
  show: false,
  webPreferences: {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    javascript: false,
    spellcheck: false,
  },
})

/** Prints in windows of a session of its own, which answers the page and blocks everything else. */
export function createPdfPrinter(
  session: Session,
  openWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow,
): PdfPrinter {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== PAGE }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return {
    async print(html, signal) {
      signal.throwIfAborted()
      session.protocol.handle(
        SCHEME,
        () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
      )
      const window = openWindow(printWindowOptions(session))
      const close = () => {
        if (!window.isDestroyed()) window.destroy()
      }
      signal.addEventListener('abort', close, { once: true })
      try {
        await window.loadURL(PAGE)
        return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
      } catch (cause) {
        signal.throwIfAborted()
        throw new AppError('pdf-unavailable', { cause })
      } finally {
        signal.removeEventListener('abort', close)
        close()
        session.protocol.unhandle(SCHEME)
      }
    },
  }
}
