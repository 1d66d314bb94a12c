import { createContext, useContext } from 'react'
import type { Link } from './link.ts'
import type { RowActions } from './use-story-list.ts'

/** What the rows of stories share; it never changes while they are there. */
export interface RowSurroundings {
  readonly link: Link
  readonly actions: RowActions
}

const RowContext = createContext<RowSurroundings | null>(null)
export const RowProvider = RowContext.Provider

/** What the rows of stories share. */
export function useRowSurroundings(): RowSurroundings {
  const surroundings = useContext(RowContext)
  if (!surroundings) throw new Error('useRowSurroundings outside RowProvider')
  return surroundings
}

/** The story whose title is being changed, if any. */
export const RenamingContext = createContext<string | null>(null)
