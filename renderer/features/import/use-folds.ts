import { useCallback, useMemo, useState } from 'react'
import type { ParsedBank } from '#domain/bank/bank'

const OPEN_UP_TO = 60
// Above this a list of all points is neither to be read nor to be drawn at once.
const UNFOLD_UP_TO = 200

/** Which stories show their points: all of them, unless there are too many to look through. */
export function useFolds(bank: ParsedBank) {
  const [isOpenAtFirst, setOpenAtFirst] = useState(() => bank.stories.length <= OPEN_UP_TO)
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())

  const count = bank.stories.length

  const set = useCallback(
    (storyId: string, wanted: boolean) =>
      setOthers((now) => {
        const next = new Set(now)
        if (wanted === isOpenAtFirst) next.delete(storyId)
        else next.add(storyId)
        return next.size === now.size ? now : next
      }),
    [isOpenAtFirst],
  )
  return useMemo(
    () => ({
      isOpen: (storyId: string) => isOpenAtFirst !== others.has(storyId),
      areAllOpen: isOpenAtFirst && others.size === 0,
      canOpenAll: count <= UNFOLD_UP_TO,
      areAllFolded: !isOpenAtFirst && others.size === 0,
      open: (storyId: string) => set(storyId, true),
      toggle: (storyId: string) => set(storyId, isOpenAtFirst === others.has(storyId)),
      setAll: (wanted: boolean) => {
        setOpenAtFirst(wanted)
        setOthers(new Set())
      },
    }),
    [isOpenAtFirst, others, set, count],
  )
}
