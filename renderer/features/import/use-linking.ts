import { type RefObject, useEffect } from 'react'
import type { LineRange } from '#domain/story'
import type { Link } from './link.ts'

const rangeOf = (target: EventTarget | null): LineRange | null => {
  const lines = target instanceof Element ? target.closest<HTMLElement>('[data-lines]')?.dataset.lines : undefined
  const [from, to] = lines?.split('-').map(Number) ?? []
  return from && to ? { from, to } : null
}

/** What a row of the right column says of its lines: one listener on the column serves all rows. */
export const dataLines = ({ from, to }: LineRange): { 'data-lines': string } => ({ 'data-lines': `${from}-${to}` })

const onControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button,input,a,textarea') !== null

/** Marks the lines of whatever in a column has the pointer or the focus; a click brings them into view. */
export function useLinking(columnRef: RefObject<HTMLElement | null>, link: Link): void {
  useEffect(() => {
    const column = columnRef.current
    const closer = new AbortController()
    const { signal } = closer
    let pointer = ''
    /** False when rows moved under a pointer that rests, as they do while one goes on by keyboard. */
    const hasMoved = ({ clientX, clientY }: PointerEvent) => {
      const before = pointer
      pointer = `${clientX} ${clientY}`
      return pointer !== before
    }
    const markAt = (event: Event) => {
      const row = event.target instanceof Element && event.target.matches('[role=row]') ? event.target : null
      const lines = rangeOf(event.target) ?? rangeOf(row?.querySelector(':scope [data-lines]:last-child') ?? null)
      if (lines) link.mark(lines)
    }
    const jumpAt = (event: Event) => {
      const lines = onControl(event.target) ? null : rangeOf(event.target)
      if (lines) link.jump(lines)
    }
    column?.addEventListener('pointerover', (event) => hasMoved(event) && markAt(event), { signal })
    column?.addEventListener('pointermove', hasMoved, { signal })
    column?.addEventListener('focusin', markAt, { signal })
    column?.addEventListener('click', jumpAt, { signal })
    return () => closer.abort()
  }, [columnRef, link])
}
