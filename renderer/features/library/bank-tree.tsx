import BookText from 'lucide-react/icons/book-text'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Languages from 'lucide-react/icons/languages'
import Library from 'lucide-react/icons/library'
import Trash from 'lucide-react/icons/trash-2'
import { memo, type ReactNode, useMemo, useState } from 'react'
import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { BankSummary } from '#contract/banks'
import { languageName } from '#domain/speech/languages'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { BankLanguage } from './bank-language.tsx'
import styles from './bank-tree.module.css'
import type { Place } from './library-rows.ts'
import { useExportBank, useRemoveBank } from './use-library.ts'

export interface BankTreeProps {
  readonly banks: readonly BankSummary[]
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
  readonly place: Place
  onGo(place: Place): void
}

const ALL = 'all'

/** Every place of the library by the key of its row. */
function placesOf(banks: readonly BankSummary[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>([[ALL, { bankId: null, sectionId: null }]])
  for (const bank of banks) {
    places.set(bank.id, { bankId: bank.id, sectionId: null })
    for (const section of bank.sections) places.set(section.id, { bankId: bank.id, sectionId: section.id })
  }
  return places
}

/** Banks and their sections, with how many stories each holds. Typing in the filter beside it does not draw it anew. */
export const BankTree = memo(function BankTree({ banks, counts, total, place, onGo }: BankTreeProps) {
  const places = useMemo(() => placesOf(banks), [banks])
  const selected = place.sectionId ?? place.bankId ?? ALL
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const expanded = banks.map((bank) => bank.id).filter((id) => !closed.has(id))
  return (
    <aside className={styles.pane} aria-label="Banks and sections">
      <Tree
        aria-label="Banks and sections"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[selected]}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setClosed(new Set(banks.map((bank) => bank.id).filter((id) => !keys.has(id))))}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [ALL] : [...keys]
          const next = places.get(String(key))
          if (next) onGo(next)
        }}
        className={cx(styles.tree)}
      >
        <TreeItem id={ALL} textValue="All stories" className={cx(styles.item)}>
          <TreeItemContent>
            <Row icon={<Library />} label="All stories" count={total} />
          </TreeItemContent>
        </TreeItem>
        {banks.map((bank) => (
          <BankItem key={bank.id} bank={bank} counts={counts} />
        ))}
      </Tree>
    </aside>
  )
})

interface BankItemProps {
  readonly bank: BankSummary
  readonly counts: ReadonlyMap<string, number>
}

function BankItem({ bank, counts }: BankItemProps) {
  const removeBank = useRemoveBank()
  const exportBank = useExportBank()
  const [isChoosing, setChoosing] = useState(false)
  const menu = (
    <Menu
      label={`More for ${bank.title}`}
      trigger={
        <IconButton label={`More for ${bank.title}`} size="sm">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Download />} onAction={() => void exportBank(bank.id)}>
        Export as Markdown
      </MenuItem>
      <MenuItem icon={<Languages />} onAction={() => setChoosing(true)}>
        {`Language: ${bank.language ? languageName(bank.language) : 'find out'}…`}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash />} isDanger onAction={() => void removeBank(bank.id, bank.title)}>
        Remove bank
      </MenuItem>
    </Menu>
  )
  return (
    <TreeItem id={bank.id} textValue={bank.title} className={cx(styles.item)}>
      <TreeItemContent>
        {bank.sections.length > 0 ? (
          <Button slot="chevron" className={cx(styles.chevron)}>
            <ChevronRight />
          </Button>
        ) : null}
        <Row
          icon={bank.sections.length === 0 && <BookText />}
          label={bank.title}
          count={counts.get(bank.id) ?? 0}
          menu={menu}
        />
        <BankLanguage bank={bank} isOpen={isChoosing} onClose={() => setChoosing(false)} />
      </TreeItemContent>
      {bank.sections.map((section) => (
        <TreeItem
          key={section.id}
          id={section.id}
          textValue={section.title}
          className={cx(styles.item, styles.section)}
        >
          <TreeItemContent>
            <Row label={section.title} count={counts.get(section.id) ?? 0} />
          </TreeItemContent>
        </TreeItem>
      ))}
    </TreeItem>
  )
}

interface RowProps {
  readonly icon?: ReactNode
  readonly label: string
  readonly count: number
  readonly menu?: ReactNode
}

function Row({ icon, label, count, menu }: RowProps) {
  return (
    <>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label} title={label}>
        {label}
      </span>
      <span className={styles.end}>
        <span className={`${styles.count} figures`}>{count}</span>
        {menu && <span className={styles.menu}>{menu}</span>}
      </span>
    </>
  )
}
