import BookOpen from 'lucide-react/icons/book-open'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import Search from 'lucide-react/icons/search'
import Zap from 'lucide-react/icons/zap'
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { useLocation } from 'wouter'
import type { SearchHit } from '#contract/search'
import { cx } from '../../ui/cx.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ExcerptText } from '../search/excerpt.tsx'
import { HitIcon } from '../search/hit-icon.tsx'
import { excerptText, hitKey, hitPath, placeWords } from '../search/hit-words.ts'
import { strokeOf } from '../shared/shortcuts/match.ts'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import styles from './palette.module.css'
import type { Command } from './palette-commands.ts'
import { usePalette } from './use-palette.ts'

export interface PaletteProps {
  /** What can be done on the screen below. */
  readonly here: readonly Command[]
  onClose(): void
}

/** The command palette: type to go anywhere, do anything, find anything; the key that opens it closes it. */
export function Palette({ here, onClose }: PaletteProps) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (!SHORTCUTS.palette.keys.includes(strokeOf(event) as 'Mod+k')) return
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', close, { capture: true })
    return () => window.removeEventListener('keydown', close, { capture: true })
  }, [onClose])
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className={cx(styles.overlay)}>
      <Modal className={cx(styles.modal)}>
        <Dialog aria-label="Command palette" className={cx(styles.dialog)}>
          <Commands here={here} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Commands({ here: doable, onClose }: PaletteProps) {
  const [query, setQuery] = useState('')
  const { here, places, stories, hits } = usePalette(useDeferredValue(query), doable)
  const [, navigate] = useLocation()
  const all = new Map([...here, ...places, ...stories].map((command) => [command.id, command.run]))
  const go = (id: string) => {
    onClose()
    const hit = hits.find((each) => hitKey(each) === id)
    // Once the focus is back where it was, a frame after the palette went: some actions are about what is in focus.
    afterFrames(2, () => (hit ? navigate(hitPath(hit)) : all.get(id)?.()))
  }
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField aria-label="Go to, do or find" autoFocus className={cx(styles.field)}>
        <Search aria-hidden="true" />
        <Input className={cx(styles.input)} placeholder="Go to, do or find…" dir="auto" maxLength={300} />
      </TextField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.list} aria-label="What there is" tabIndex={0}>
        <Menu
          aria-label="Commands"
          className={cx(styles.menu)}
          onAction={(key) => go(String(key))}
          renderEmptyState={() => <p className={styles.none}>Nothing is called so, and nobody said it.</p>}
        >
          {stories.length > 0 && <CommandSection title="Stories" commands={stories} icon={<BookOpen />} />}
          {here.length > 0 && <CommandSection title="Here" commands={here} icon={<Zap />} />}
          {places.length > 0 && <CommandSection title="Everywhere" commands={places} icon={<CornerDownRight />} />}
          {hits.length > 0 && (
            <MenuSection className={cx(styles.section)}>
              <Header className={cx(styles.head)}>In points, notes and recordings</Header>
              {hits.map((hit) => (
                <HitItem key={hitKey(hit)} hit={hit} />
              ))}
            </MenuSection>
          )}
        </Menu>
      </section>
    </Autocomplete>
  )
}

function afterFrames(count: number, act: () => void): void {
  if (count === 0) act()
  else requestAnimationFrame(() => afterFrames(count - 1, act))
}

interface CommandSectionProps {
  readonly title: string
  readonly commands: readonly Command[]
  readonly icon: ReactNode
}

function CommandSection({ title, commands, icon }: CommandSectionProps) {
  return (
    <MenuSection className={cx(styles.section)}>
      <Header className={cx(styles.head)}>{title}</Header>
      {commands.map(({ id, label, keys }) => (
        <MenuItem key={id} id={id} textValue={label} className={cx(styles.item)}>
          {icon}
          <span className={styles.label}>{label}</span>
          {keys && <Kbd keys={keys} />}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function HitItem({ hit }: { readonly hit: SearchHit }) {
  return (
    <MenuItem id={hitKey(hit)} textValue={excerptText(hit)} className={cx(styles.item)}>
      <HitIcon hit={hit} />
      <span className={styles.found}>
        <ExcerptText pieces={hit.excerpt} />
        <span className={`${styles.place} figures`}>{placeWords(hit, Date.now())}</span>
      </span>
    </MenuItem>
  )
}
