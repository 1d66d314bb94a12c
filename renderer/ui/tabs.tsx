import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './tabs.module.css'

export interface TabItem<K extends string> {
  readonly id: K
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps<K extends string> {
  readonly label: string
  readonly items: readonly TabItem<K>[]
  readonly value: K
  onChange(value: K): void
}

/** Panels of which one is in view; each scrolls by itself. */
export function Tabs<K extends string>({ label, items, value, onChange }: TabsProps<K>) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(key as K)} className={cx(styles.tabs)}>
      <TabList aria-label={label} className={cx(styles.list)}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={cx(styles.tab)}>
            {item.label}
            {item.count !== undefined && <span className={cx(styles.count, 'figures')}>{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={cx(styles.panel)}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
