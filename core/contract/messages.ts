import { z } from 'zod'
import { ErrorCode } from '../domain/errors.ts'

/** A two-way stream of messages. Hosts and renderers supply one; how bytes travel stays with them. */
export interface MessageTransport {
  send(message: unknown): void
  /** Returns the closer of the listener. */
  onMessage(listener: (message: unknown) => void): () => void
  onClose(listener: () => void): () => void
}

/** What crosses of an error: never a stack, never a cause. `logId` finds the rest in the log. */
export const WireError = z.object({ code: ErrorCode, detail: z.string().optional(), logId: z.string().optional() })
export type WireError = z.infer<typeof WireError>

export const CallMessage = z.object({
  kind: z.literal('call'),
  id: z.number().int(),
  method: z.string(),
  params: z.unknown(),
})

export const ServerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('result'), id: z.number().int(), result: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.number().int(), error: WireError }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
])
export type ServerMessage = z.infer<typeof ServerMessage>
