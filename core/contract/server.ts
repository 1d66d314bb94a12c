import { AppError, type ErrorCode } from '../domain/errors.ts'
import { type EventName, type EventPayload, type Handlers, type MethodName, methods } from './contract.ts'
import { CallMessage, type MessageTransport, type ServerMessage, type WireError } from './messages.ts'

export interface Events {
  /** Returns the closer of the listener. */
  subscribe(listener: <E extends EventName>(name: E, payload: EventPayload<E>) => void): () => void
}

export interface ServerDeps {
  readonly handlers: Handlers
  readonly events: Events
  /** Keeps what must not cross; answers the id under which it is found in the log. */
  logError(method: string, error: unknown): string
}

/**
 * Answers the calls of one transport and passes every event on to it, until the transport closes.
 * A call that is not of the contract is refused; nothing is executed for it.
 */
export function serve(transport: MessageTransport, deps: ServerDeps): void {
  const unsubscribe = deps.events.subscribe((name, payload) => send({ kind: 'event', name, payload }))
  const stopListening = transport.onMessage((message) => void answer(message))
  let open = true
  transport.onClose(() => {
    open = false
    stopListening()
    unsubscribe()
  })

  function send(message: ServerMessage): void {
    if (open) transport.send(message)
  }

  async function answer(message: unknown): Promise<void> {
    const call = CallMessage.safeParse(message)
    if (!call.success) return
    const { id, method } = call.data
    try {
      send({ kind: 'result', id, result: await dispatch(deps.handlers, method, call.data.params) })
    } catch (error) {
      send({ kind: 'error', id, error: wireError(error, method, deps) })
    }
  }
}

async function dispatch(handlers: Handlers, name: string, params: unknown): Promise<unknown> {
  if (!Object.hasOwn(methods, name)) throw new AppError('bad-request', { detail: 'unknown method' })
  const method = name as MethodName
  const parsed = methods[method].params.safeParse(params)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'parameters'
    throw new AppError('bad-request', { detail: `${where} of ${method}` })
  }
  return (handlers[method] as (params: unknown) => unknown)(parsed.data)
}

/** Unknown errors cross as `internal` with a log id: their text may hold anything. */
function wireError(error: unknown, method: string, deps: ServerDeps): WireError {
  if (error instanceof AppError && error.code !== 'internal') {
    return { code: error.code, ...(error.detail ? { detail: error.detail } : {}) }
  }
  return { code: 'internal' satisfies ErrorCode, logId: deps.logError(method, error) }
}
