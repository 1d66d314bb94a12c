import { AppError } from '../domain/errors.ts'
import type { EventName, EventPayload, MethodName, Params, Result } from './contract.ts'
import { events } from './contract.ts'
import { type MessageTransport, ServerMessage } from './messages.ts'

export interface Client {
  /** Rejects with an AppError; with `disconnected` when the core is gone. */
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>
  /** Returns the closer of the listener. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void
  onDisconnect(listener: () => void): () => void
}

interface Pending {
  resolve(result: unknown): void
  reject(error: AppError): void
}

/** Speaks the contract over a transport. Results are trusted: the server is the same program. */
export function createClient(transport: MessageTransport): Client {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const closeListeners = new Set<() => void>()
  let nextId = 1
  let connected = true

  transport.onMessage((raw) => {
    const message = ServerMessage.safeParse(raw)
    if (!message.success) return
    if (message.data.kind === 'event') return emit(message.data.name, message.data.payload)
    const call = pending.get(message.data.id)
    if (!call) return
    pending.delete(message.data.id)
    if (message.data.kind === 'result') return call.resolve(message.data.result)
    const { code, detail, logId } = message.data.error
    const shown = detail ?? (logId ? `log ${logId}` : undefined)
    call.reject(new AppError(code, shown ? { detail: shown } : {}))
  })

  transport.onClose(() => {
    connected = false
    for (const call of pending.values()) call.reject(new AppError('disconnected'))
    pending.clear()
    for (const listener of closeListeners) listener()
  })

  function emit(name: string, payload: unknown): void {
    if (!Object.hasOwn(events, name)) return
    for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload)
  }

  return {
    call(method, params) {
      if (!connected) return Promise.reject(new AppError('disconnected'))
      return new Promise((resolve, reject) => {
        const id = nextId++
        pending.set(id, { resolve: resolve as (result: unknown) => void, reject })
        transport.send({ kind: 'call', id, method, params })
      })
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener)
      return () => set.delete(listener)
    },
    onDisconnect(listener) {
      closeListeners.add(listener)
      return () => closeListeners.delete(listener)
    },
  }
}
