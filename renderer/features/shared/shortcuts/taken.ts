const TYPED_INTO = 'input:not([type=radio],[type=checkbox],[type=range],[type=button]),textarea,select'
const PRESSED_BY = 'button,a[href],summary,input,audio,[role=button],[role=row],[role=tab]'
const MOVED_BY = '[role=radiogroup],[role=tablist],[role=slider],[role=toolbar],[role=grid],[data-arrows],audio,input'
// Toasts are alertdialogs, too, but leave the page its keys: they say aria-modal=false.
// A list that is part of the page, as words to choose from, takes its arrows (data-arrows) and nothing else.
const WINDOWS = '[role=menu],[role=listbox]:not([data-arrows]),[role=dialog],[role=alertdialog]:not([aria-modal=false])'

/** The palette opens from wherever one types, too. */
const FROM_ANYWHERE = ['Mod+k']

/** True where a key is not the page's: while one types, under a dialog or menu, on a control that needs the key. */
export function isTaken(target: EventTarget | null, stroke: string): boolean {
  if (document.querySelector(WINDOWS)) return true
  if (!(target instanceof HTMLElement) || FROM_ANYWHERE.includes(stroke)) return false
  if (target.isContentEditable || target.closest(TYPED_INTO)) return true
  if (stroke === 'Space' || stroke === 'Enter') return target.closest(PRESSED_BY) !== null
  return stroke.startsWith('Arrow') && target.closest(MOVED_BY) !== null
}
