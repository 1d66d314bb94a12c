import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { BankPreview } from '#contract/banks'
import { useToasts } from '../../ui/toast.tsx'
import { plural } from '../shared/format.ts'
import { useClient, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { useSettings } from '../shared/use-settings.ts'
import { type PendingImport, usePendingImports } from './pending-imports.tsx'

/** What the document was understood to say. The bytes stay out of the key: they are large and never change. */
export function usePreview({ id, fileName, bytes }: PendingImport) {
  const client = useClient()
  return useQuery({
    queryKey: ['banks.preview', id],
    queryFn: () => client.call('banks.preview', { fileName, bytes }),
    gcTime: 0,
  })
}

/** Accepting or leaving the document in view, and where that leads. */
export function useImportDecision(pending: PendingImport) {
  const accept = useWrite('banks.accept')
  const guard = useGuard()
  const toasts = useToasts()
  const settings = useSettings()
  const { drop } = usePendingImports()
  const { id } = pending
  const [, navigate] = useLocation()

  const goOn = useCallback(
    (path: string) => {
      if (drop(id) > 0) return
      navigate(settings?.welcomed === false ? '/welcome' : path)
    },
    [drop, id, navigate, settings],
  )

  return {
    skip: () => goOn('/library'),
    /** Leaves the document and stays here, to choose another one. */
    drop: useCallback(() => void drop(id), [drop, id]),
    accept: (preview: BankPreview) =>
      guard(async () => {
        const { bankId } = await accept({ fileName: pending.fileName, bytes: pending.bytes })
        const count = plural(preview.bank.stories.length, 'story', 'stories')
        toasts.show({
          text: preview.updates ? `“${preview.bank.title}” was updated` : `${count} imported`,
          tag: 'imported',
        })
        goOn(`/library?bank=${bankId}`)
      }),
  }
}
