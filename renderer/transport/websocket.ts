import { decodeMessage, encodeMessage } from '#contract/codec'
import type { MessageTransport } from '#contract/messages'

/** The address of the core's socket, on the host that served the page. */
export function socketUrl(page: Location): string {
  const url = new URL('/socket', page.href)
  url.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

/** Carries messages over a WebSocket; what is sent before it is open goes out when it opens. */
export function createWebSocketTransport(url: string): MessageTransport {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  const waiting: Uint8Array<ArrayBuffer>[] = []
  socket.addEventListener('open', () => {
    for (const bytes of waiting.splice(0)) socket.send(bytes)
  })

  return {
    send(message) {
      const bytes = encodeMessage(message)
      if (socket.readyState === WebSocket.CONNECTING) waiting.push(bytes)
      else socket.send(bytes)
    },
    onMessage(listener) {
      const onMessage = (event: MessageEvent) => {
        if (event.data instanceof ArrayBuffer) listener(decodeMessage(new Uint8Array(event.data)))
      }
      socket.addEventListener('message', onMessage)
      return () => socket.removeEventListener('message', onMessage)
    },
    onClose(listener) {
      socket.addEventListener('close', listener)
      return () => socket.removeEventListener('close', listener)
    },
  }
}
