import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import type { Ref } from 'react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { Kbd } from './kbd.tsx'

export interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly keys?: string
  readonly inputRef?: Ref<HTMLInputElement>
  onChange(value: string): void
}

/** A box that filters as one types; Escape empties it. */
export function SearchField({ label, placeholder, value, keys, inputRef, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={cx(styles.search)}>
      <Search className={cx(styles.glass)} aria-hidden="true" />
      <Input ref={inputRef ?? null} className={cx(styles.input)} placeholder={placeholder} />
      <span className={styles.end}>
        {value ? (
          <Button className={cx(styles.clear)} aria-label="Clear">
            <X />
          </Button>
        ) : (
          keys && <Kbd keys={keys} />
        )}
      </span>
    </AriaSearchField>
  )
}
