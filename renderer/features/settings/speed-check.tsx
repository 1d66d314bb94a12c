import Gauge from 'lucide-react/icons/gauge'
import type { Catalogue } from '#contract/models'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatDay } from '../shared/format.ts'
import styles from './models.module.css'
import { useMeasuring } from './use-catalogue.ts'
import { useLastingFocus } from './use-lasting-focus.ts'

/** Measures this machine, so that the speed of every model can be told. */
export function SpeedCheck({ catalogue }: { readonly catalogue: Catalogue }) {
  const { progress, start, cancel } = useMeasuring(catalogue.measuring?.jobId ?? null)
  const root = useLastingFocus<HTMLDivElement>()
  const words =
    catalogue.measuredAt === null
      ? 'Not measured yet. Measuring takes ten to fifteen seconds and tells how fast each model would be here.'
      : `Measured ${formatDay(catalogue.measuredAt, Date.now())}. Other programs at work make it look slower.`
  return (
    <div ref={root} className={styles.check}>
      <p role="status" className={progress === null ? styles.hint : 'visually-hidden'}>
        {progress === null ? words : 'Measuring this machine'}
      </p>
      {progress === null ? (
        <Button icon={<Gauge />} onPress={start}>
          {catalogue.measuredAt === null ? 'Measure this machine' : 'Measure again'}
        </Button>
      ) : (
        <ProgressBar label="Measuring this machine" value={progress} onCancel={cancel} />
      )}
    </div>
  )
}
