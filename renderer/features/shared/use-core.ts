import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useContext, useEffect, useState } from 'react'
import type { Client } from '#contract/client'
import type { MethodName, Params, Result } from '#contract/contract'
import { CoreContext } from './core-context.ts'

/** The client of the contract. Only `use-*.ts` files of features may call this. */
export function useClient(): Client {
  const client = useContext(CoreContext)
  if (!client) throw new Error('useClient outside CoreProvider')
  return client
}

/** Reads through the contract and reads again when an event says so (use-event-rereads.ts). */
export function useRead<M extends MethodName>(method: M, params: Params<M>, isEnabled = true) {
  const client = useClient()
  return useQuery<Result<M>>({
    queryKey: [method, params],
    queryFn: () => client.call(method, params),
    enabled: isEnabled,
  })
}

/** A call that changes something. It rejects with an AppError; what changed is read again by the event. */
export function useWrite<M extends MethodName>(method: M): (params: Params<M>) => Promise<Result<M>> {
  const client = useClient()
  return useCallback((params) => client.call(method, params), [client, method])
}

/** Reads a method's answers again and waits for them, for drafts that must not vanish before they are read back. */
export function useReread(): <M extends MethodName>(method: M, params: Params<M>) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    async (method, params) => {
      const queryKey = [method, params]
      await queries.invalidateQueries({ queryKey })
      // The event of the same change may have started the read anew; then wait for that one.
      while (queries.isFetching({ queryKey }) > 0) await queries.refetchQueries({ queryKey }, { cancelRefetch: false })
      // Components are told in a later task; whoever waited here must find them told.
      await new Promise((resolve) => setTimeout(resolve))
    },
    [queries],
  )
}

/** True once the core is gone. */
export function useConnectionLost(): boolean {
  const client = useClient()
  const [isLost, setLost] = useState(false)
  useEffect(() => client.onDisconnect(() => setLost(true)), [client])
  return isLost
}
