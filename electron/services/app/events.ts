import type { EventName, EventPayload } from '#contract/contract'
import type { Events } from '#contract/server'

export interface EventHub extends Events {
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void
}

type Listener = <E extends EventName>(name: E, payload: EventPayload<E>) => void

/** Tells every subscriber of every event, in the order of subscription. */
export function createEventHub(): EventHub {
  const listeners = new Set<Listener>()
  return {
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
