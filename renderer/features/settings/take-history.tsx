import Table from 'lucide-react/icons/table'
import { Button } from '../../ui/button.tsx'
import { useExport } from '../review/use-export.ts'
import settings from './settings.module.css'

/** Saves every attempt as a table. */
export function TakeHistory() {
  const save = useExport()
  return (
    <div className={settings.start}>
      <Button icon={<Table />} onPress={() => void save({ what: 'history' })}>
        Save as CSV
      </Button>
    </div>
  )
}
