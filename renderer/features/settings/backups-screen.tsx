import { useLocation } from 'wouter'
import type { BackupInfo, Backups } from '#contract/backups'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupNotices } from './backup-notices.tsx'
import { ChooseBackup } from './choose-backup.tsx'
import { MakeBackup } from './make-backup.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import settings from './settings.module.css'
import { SettingsGroup } from './settings-group.tsx'
import { TakeHistory } from './take-history.tsx'
import { useBackups } from './use-backups.ts'
import { useRestore } from './use-restore.ts'

/** Backup and restore: everything in one file, back again, and the copies that are made by themselves. */
export function BackupsScreen() {
  const [, navigate] = useLocation()
  const { data, error } = useBackups()
  useShortcuts(SHORTCUTS, { back: () => navigate('/settings') })
  return (
    <Screen title="Backup and restore" trail={<a href="#/settings">Settings</a>}>
      <div className={settings.scroll}>
        {data ? (
          <Groups view={data} />
        ) : error ? (
          <ErrorNotice error={error} />
        ) : (
          <Loading label="Reading what is there" />
        )}
      </div>
    </Screen>
  )
}

const only = (view: Backups, ...kinds: BackupInfo['kind'][]) => view.backups.filter(({ kind }) => kinds.includes(kind))

function Groups({ view }: { readonly view: Backups }) {
  const restore = useRestore()
  const aside = only(view, 'set-aside')
  return (
    <div className={settings.groups}>
      <BackupNotices view={view} />
      <SettingsGroup
        title="Back up everything"
        hint="Stories, reports, recordings and speech models in one file, which you can keep anywhere."
      >
        <MakeBackup view={view} />
      </SettingsGroup>
      <SettingsGroup
        title="Restore"
        hint="You see what is in the backup before anything is changed, and can go back afterwards."
      >
        <ChooseBackup restore={restore} />
      </SettingsGroup>
      <SettingsGroup
        title="Daily copies"
        hint="Once a day Starbeat copies stories and reports, checks the copy, and keeps the last 7 days, 4 weeks and 6 months. Recordings are not in them."
      >
        <BackupList
          label="Daily copies"
          backups={only(view, 'automatic', 'before-update')}
          none="There is no copy yet. The first is made soon after you have imported a bank."
          restore={restore}
        />
      </SettingsGroup>
      {aside.length > 0 && (
        <SettingsGroup
          title="Set aside"
          hint="What was here before a restore. Delete it when you are sure that you need it no more."
        >
          <BackupList label="Set aside" backups={aside} none="" restore={restore} />
        </SettingsGroup>
      )}
      <SettingsGroup title="Your history as a table" hint="Every attempt with its figures, for a spreadsheet.">
        <TakeHistory />
      </SettingsGroup>
      <RestoreDialog restore={restore} />
    </div>
  )
}
