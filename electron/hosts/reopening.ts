import type { MessageTransport, ServerMessage } from '#contract/messages'
import type { Reopen, Restored } from '../services/ports/backup.ts'
import type { App } from './app.ts'

/** What an app needs to be opened anew behind the same windows. */
export interface Reopening {
  readonly reopen: Reopen
  /** The restore it is opened with; null at the start. */
  readonly restored: Restored | null
}

/**
 * Opens an app that can close and open anew, as a restore asks: windows stay connected, what they ask meanwhile waits,
 * and afterwards each is told `app.reopened`. `failed` is called when the app is closed and cannot be opened again.
 */
export async function openApp(
  open: (reopening: Reopening) => Promise<App>,
  failed: (error: unknown) => void,
): Promise<App> {
  const sessions = new Set<Session>()
  let current = await open({ reopen, restored: null })
  let changing: Promise<void> | null = null
  let isClosed = false

  async function reopen(...[act, restored]: Parameters<Reopen>): Promise<void> {
    changing ??= change(act, restored)
      .catch(failed)
      .finally(() => {
        changing = null
      })
    await changing
  }

  async function change(...[act, restored]: Parameters<Reopen>): Promise<void> {
    for (const session of sessions) session.leave()
    await current.close()
    current = await openWith(act, restored)
    for (const session of sessions) {
      session.join(current)
      session.tell({ kind: 'event', name: 'app.reopened', payload: {} })
    }
  }

  async function openWith(...[act, restored]: Parameters<Reopen>): Promise<App> {
    const unchanged = { reopen, restored: { ...restored, aside: null } }
    let undo: () => Promise<void>
    try {
      undo = await act()
    } catch {
      // A swap that was cut off is ended, or was never begun; opening finds out which.
      return open(unchanged)
    }
    try {
      return await open({ reopen, restored })
    } catch {
      await undo()
      return open(unchanged)
    }
  }

  return {
    connect(transport) {
      const session = createSession(transport)
      sessions.add(session)
      transport.onClose(() => sessions.delete(session))
      if (!changing) session.join(current)
    },
    audioPath: (attemptId) => current.audioPath(attemptId),
    unpackedAudio: (attemptId) => current.unpackedAudio(attemptId),
    backupPath: (name) => current.backupPath(name),
    isRecording: () => current.isRecording(),
    async close() {
      if (isClosed) return
      isClosed = true
      await changing
      await current.close()
    },
  }
}

/** One window, which outlasts the app that it speaks with. */
interface Session {
  join(app: App): void
  leave(): void
  tell(message: ServerMessage): void
}

function createSession(transport: MessageTransport): Session {
  const waiting: unknown[] = []
  let messageListeners = new Set<(message: unknown) => void>()
  let closeListeners = new Set<() => void>()
  let isJoined = false
  const pass = (message: unknown) => {
    for (const listener of messageListeners) listener(message)
  }
  transport.onMessage((message) => (isJoined ? pass(message) : void waiting.push(message)))
  transport.onClose(() => {
    for (const listener of closeListeners) listener()
  })

  return {
    join(app) {
      isJoined = true
      app.connect({
        send: (message) => transport.send(message),
        onMessage: (listener) => listening(messageListeners, listener),
        onClose: (listener) => listening(closeListeners, listener),
      })
      for (const message of waiting.splice(0)) pass(message)
    },
    leave() {
      isJoined = false
      const left = closeListeners
      messageListeners = new Set()
      closeListeners = new Set()
      for (const listener of left) listener()
    },
    tell: (message) => transport.send(message),
  }
}

function listening<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
