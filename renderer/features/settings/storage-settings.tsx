import { LinkButton } from '../../ui/button.tsx'
import { formatBytes } from '../shared/format.ts'
import { useAppInfo } from '../shared/use-app-info.ts'
import { CompressionSettings } from './compression-settings.tsx'
import styles from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'

/** What Starbeat keeps on this machine, and where. */
export function StorageSettings() {
  const info = useAppInfo()
  return (
    <SettingsGroup title="Storage" hint="Everything is in one folder on this machine.">
      {info && (
        <dl className={styles.facts}>
          <dt>Recordings</dt>
          <dd className="figures">{formatBytes(info.storage.audioBytes)}</dd>
          <dt>Stories and reports</dt>
          <dd className="figures">{formatBytes(info.storage.databaseBytes)}</dd>
          <dt>Speech models</dt>
          <dd className="figures">{formatBytes(info.storage.modelBytes)}</dd>
          <dt>Folder</dt>
          <dd className={styles.path}>{info.dataDir}</dd>
        </dl>
      )}
      <div className={styles.row}>
        <LinkButton href="#/settings/backups">Backup and restore</LinkButton>
        <LinkButton href="#/settings/cleanup">Clean up</LinkButton>
      </div>
      <CompressionSettings />
    </SettingsGroup>
  )
}
