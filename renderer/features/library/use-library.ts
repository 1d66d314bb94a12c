import { useCallback, useMemo } from 'react'
import { useToasts } from '../../ui/toast.tsx'
import { saveFile } from '../shared/save-file.ts'
import { useRead, useWrite } from '../shared/use-core.ts'
import { useGuard } from '../shared/use-guard.ts'
import { storyCounts, storyRows } from './library-rows.ts'

/** The banks and their stories, ready to be shown; `error` when they could not be read. */
export function useLibrary() {
  const banks = useRead('banks.list', {})
  const stories = useRead('stories.list', {})
  const library = useMemo(() => {
    if (!banks.data || !stories.data) return null
    return { banks: banks.data, rows: storyRows(banks.data, stories.data), counts: storyCounts(stories.data) }
  }, [banks.data, stories.data])
  return { library, error: banks.error ?? stories.error }
}

/** Removes a bank, with the way back. */
export function useRemoveBank(): (bankId: string, title: string) => Promise<unknown> {
  const remove = useWrite('banks.remove')
  const restore = useWrite('banks.restore')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (bankId, title) =>
      guard(async () => {
        await remove({ bankId })
        const undo = () => void guard(() => restore({ bankId }))
        toasts.show({ text: `“${title}” was removed`, action: { label: 'Undo', onPress: undo } })
      }),
    [remove, restore, guard, toasts],
  )
}

/** Says what language a bank's stories are told in; null lets the engine find out. */
export function useSetLanguage(): (bankId: string, language: string | null) => Promise<unknown> {
  const setLanguage = useWrite('banks.setLanguage')
  const guard = useGuard()
  return useCallback((bankId, language) => guard(() => setLanguage({ bankId, language })), [setLanguage, guard])
}

/** Brings in the sample bank. */
export function useSamples(): () => Promise<{ bankIds: string[] } | undefined> {
  const importSamples = useWrite('banks.importSamples')
  const guard = useGuard()
  return useCallback(() => guard(() => importSamples({})), [guard, importSamples])
}

/** Saves a bank as a Markdown document. */
export function useExportBank(): (bankId: string) => Promise<unknown> {
  const exportBank = useWrite('banks.export')
  const guard = useGuard()
  const toasts = useToasts()
  return useCallback(
    (bankId) =>
      guard(async () => {
        const { fileName, text } = await exportBank({ bankId })
        saveFile({ fileName, mediaType: 'text/markdown', content: text })
        toasts.show({ text: `“${fileName}” was saved`, tag: 'exported' })
      }),
    [exportBank, guard, toasts],
  )
}
