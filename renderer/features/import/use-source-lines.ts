import { useDeferredValue, useMemo } from 'react'
import { definedLines, indexLines, sourceLines } from './line-index.ts'
import { placeOf } from './pieces.ts'
import { useReviewModel } from './review-context.ts'

/** What became of the lines of the document: marked under the pointer, brought into view by a click. */
export function useSourceLines() {
  const { preview, corrections, link, show } = useReviewModel()
  const { raw } = corrections
  // The document may follow a moment later than the list in which one works.
  const shown = useDeferredValue(corrections)
  const lines = useMemo(() => sourceLines(preview.text), [preview.text])
  const defined = useMemo(() => definedLines(raw, shown.corrections), [raw, shown.corrections])
  const index = useMemo(() => indexLines(lines, shown.bank, defined), [lines, shown.bank, defined])
  return {
    codes: index.codes,
    over(line: number | null) {
      const key = line === null ? null : index.keyAt(line)
      link.over(line, key, key ? (placeOf(shown.bank, key)?.lines ?? null) : null)
    },
    pick(line: number) {
      const key = index.keyAt(line)
      const place = key ? placeOf(shown.bank, key) : null
      if (key && place) show(key, place.storyId)
    },
  }
}
