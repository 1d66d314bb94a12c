import { memo } from 'react'
import { NoteRow, PointRow, RemovedRow } from './point-row.tsx'
import { StoryHeadRow } from './story-head-row.tsx'
import type { ImportRow } from './story-rows.ts'

/** A row of the list of stories. */
export const StoryRowView = memo(function StoryRowView({ row }: { readonly row: ImportRow }) {
  switch (row.kind) {
    case 'story':
      return <StoryHeadRow row={row} />
    case 'point':
      return <PointRow row={row} />
    case 'note':
      return <NoteRow row={row} />
    case 'removed':
      return <RemovedRow row={row} />
  }
})
