import type { MessageTransport } from '#contract/messages'

/** What the preload script offers; messages are cloned, not encoded. */
export interface StarbeatBridge {
  post(message: unknown): void
  /** Returns the closer of the listener. */
  onMessage(listener: (message: unknown) => void): () => void
}

/** Carries messages through the preload's bridge. It never closes: the window dies with the main process. */
export const createElectronTransport = (bridge: StarbeatBridge): MessageTransport => ({
  send: (message) => bridge.post(message),
  onMessage: (listener) => bridge.onMessage(listener),
  onClose: () => () => {},
})
