import { useCallback, useEffect, useState } from 'react'
import { type Microphone, microphones, openMicrophone, watchMicrophones } from '../../audio/microphones.ts'

/** The microphones of this machine. Their names are known only after the user has allowed one (`ask`). */
export function useMicrophones() {
  const [found, setFound] = useState<readonly Microphone[]>([])
  const refresh = useCallback(() => microphones().then(setFound, () => setFound([])), [])

  useEffect(() => {
    void refresh()
    return watchMicrophones(refresh)
  }, [refresh])

  const ask = useCallback(async () => {
    const microphone = await openMicrophone(null)
    microphone.close()
    await refresh()
  }, [refresh])
  return { microphones: found, isNamed: found.length > 0, ask, refresh }
}
