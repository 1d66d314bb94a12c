import type { WebSocket } from 'ws'
import { decodeMessage, encodeMessage } from '#contract/codec'
import type { MessageTransport } from '#contract/messages'

/** A WebSocket as a transport of messages. */
export function webSocketTransport(socket: WebSocket): MessageTransport {
  socket.binaryType = 'nodebuffer'
  socket.on('error', () => socket.terminate())
  return {
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeMessage(message))
    },
    onMessage(listener) {
      const listen = (data: unknown) => {
        if (data instanceof Uint8Array) listener(decodeMessage(data))
      }
      socket.on('message', listen)
      return () => void socket.off('message', listen)
    },
    onClose(listener) {
      socket.once('close', listener)
      return () => void socket.off('close', listener)
    },
  }
}
