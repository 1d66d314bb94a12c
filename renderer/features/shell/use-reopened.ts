import { useEffect } from 'react'
import { useClient } from '../shared/use-core.ts'

/** Loads the page again when the app was opened anew: nothing that it holds is sure to be there any more. */
export function useReopened(): void {
  const client = useClient()
  useEffect(() => client.on('app.reopened', () => window.location.reload()), [client])
}
