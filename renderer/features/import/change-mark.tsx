import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDot from 'lucide-react/icons/circle-dot'
import CirclePlus from 'lucide-react/icons/circle-plus'
import type { Change } from '#contract/banks'
import { cx } from '../../ui/cx.ts'
import styles from './change-mark.module.css'

const ICONS = { added: CirclePlus, changed: CircleDot, kept: CircleCheck } as const

/** What accepting would do to a story or point, as a sign and a word. */
export function ChangeMark({ change }: { readonly change: Change }) {
  const Icon = ICONS[change]
  return (
    <span className={cx(styles.mark, styles[change])}>
      <Icon aria-hidden="true" />
      {change}
    </span>
  )
}
