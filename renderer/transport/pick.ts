import type { MessageTransport } from '#contract/messages'
import { createElectronTransport, type StarbeatBridge } from './electron.ts'
import { createWebSocketTransport, socketUrl } from './websocket.ts'

declare global {
  interface Window {
    /** There in Electron only. */
    readonly starbeat?: StarbeatBridge
  }
}

/** The way to the core on this host: the preload's bridge in Electron, a WebSocket elsewhere. */
export const pickTransport = (): MessageTransport =>
  window.starbeat ? createElectronTransport(window.starbeat) : createWebSocketTransport(socketUrl(window.location))
