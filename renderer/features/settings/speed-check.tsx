import Gauge from 'lucide-react/icons/gauge'
import type { Catalogue } from '#contract/models'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatDay } from '../shared/format.ts'
import styles from './models.module.css'
import { useMeasuring } from './use-catalogue.ts'

/** Measures this machine, so that the speed of every model can be told. */
export function SpeedCheck({ catalogue }: { readonly catalogue: Catalogue }) {
  const { progress, start, cancel } = useMeasuring(catalogue.measuring?.jobId ?? null)
  if (progress !== null) return <ProgressBar label="Measuring this machine" value={progress} onCancel={cancel} />
  return (
    <div className={styles.check}>
      <p className={styles.hint}>
        {catalogue.measuredAt === null
          ? 'Not measured yet. Measuring takes about ten seconds and tells how fast each model would be here.'
          : `Measured ${formatDay(catalogue.measuredAt, Date.now())}. Other programs at work make it look slower.`}
      </p>
      <Button icon={<Gauge />} onPress={start}>
        {catalogue.measuredAt === null ? 'Measure this machine' : 'Measure again'}
      </Button>
    </div>
  )
}
