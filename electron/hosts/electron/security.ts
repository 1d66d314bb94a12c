import type { Session, WebContents } from 'electron'
import { APP_ORIGIN } from './protocol.ts'

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)

/** Blocks every network request of the session, and every permission but audio capture by our own page. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed =
      isOurs(details.url) || details.url.startsWith(`blob:${APP_ORIGIN}/`) || details.url.startsWith('devtools:')
    callback({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const { mediaTypes } = details as { mediaTypes?: readonly string[] }
    const audioOnly = permission === 'media' && mediaTypes?.length === 1 && mediaTypes[0] === 'audio'
    callback(audioOnly && isOurs(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return permission === 'media' && details.mediaType !== 'video' && isOurs(requestingOrigin.replace(/\/$/, ''))
  })
}

/** Our page never leaves itself and opens nothing. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, url) => {
    if (!isOurs(url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** True for a message from the main frame of our own page, and for no other. */
export function isTrustedSender(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url)
}
