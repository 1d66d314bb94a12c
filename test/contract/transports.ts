import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { IpcMain, WebContents } from 'electron'
import { type WebSocket, WebSocketServer } from 'ws'
import type { MessageTransport } from '#contract/messages'
import { webSocketTransport } from '../../electron/hosts/browser/transport.ts'
import { APP_ORIGIN } from '../../electron/hosts/electron/protocol.ts'
import { CHANNEL, windowTransport } from '../../electron/hosts/electron/transport.ts'
import { createElectronTransport } from '../../renderer/transport/electron.ts'
import { createWebSocketTransport } from '../../renderer/transport/websocket.ts'

/** Both ends of one connection; `close` is what happens when the window goes. */
export interface Pair {
  readonly server: MessageTransport
  readonly client: MessageTransport
  close(): void
}

/** Two ends in one process: what every other transport must behave like. */
export async function inProcess(): Promise<Pair> {
  const end = () => ({ messages: new EventEmitter(), closed: new EventEmitter() })
  const a = end()
  const b = end()
  const transport = (own: ReturnType<typeof end>, other: ReturnType<typeof end>): MessageTransport => ({
    send: (message) => void queueMicrotask(() => other.messages.emit('message', structuredClone(message))),
    onMessage: (listener) => listening(own.messages, 'message', listener),
    onClose: (listener) => listening(own.closed, 'close', listener),
  })
  return {
    server: transport(a, b),
    client: transport(b, a),
    close() {
      a.closed.emit('close')
      b.closed.emit('close')
    },
  }
}

/** The browser host's WebSocket with the page's own client code at the other end. */
export async function webSocket(): Promise<Pair> {
  const listener = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(listener, 'listening')
  const client = createWebSocketTransport(`ws://127.0.0.1:${(listener.address() as AddressInfo).port}`)
  const [accepted] = (await once(listener, 'connection')) as [WebSocket]
  return {
    server: webSocketTransport(accepted),
    client,
    close() {
      accepted.terminate()
      listener.close()
    },
  }
}

/** Electron's channel over fakes of ipcMain and of a window's contents. */
export async function electronIpc(): Promise<Pair> {
  const ipcMain = new EventEmitter()
  const page = new EventEmitter()
  const contents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    send: (channel: string, message: unknown) => page.emit(channel, structuredClone(message)),
  })
  const closed = new EventEmitter()
  const senderFrame = { url: `${APP_ORIGIN}/`, parent: null }
  const bridge = createElectronTransport({
    post: (message) => void ipcMain.emit(CHANNEL, { sender: contents, senderFrame }, structuredClone(message)),
    onMessage: (listener) => listening(page, CHANNEL, listener),
  })
  return {
    server: windowTransport(ipcMain as unknown as IpcMain, contents as unknown as WebContents),
    client: { ...bridge, onClose: (listener) => listening(closed, 'close', listener) },
    close() {
      contents.emit('destroyed')
      closed.emit('close')
    },
  }
}

function listening(emitter: EventEmitter, name: string, listener: (value: unknown) => void): () => void {
  emitter.on(name, listener)
  return () => void emitter.off(name, listener)
}
