import { useParams } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { ReportView } from './report-view.tsx'
import { useReport } from './use-report.ts'

/** Report: what was said of a story in one attempt, and what was not. */
export function ReportScreen() {
  const { attemptId = '' } = useParams()
  const { report, error, waveform } = useReport(attemptId)
  const settings = useSettings()
  if (report && settings) {
    return <ReportView key={attemptId} report={report} waveform={waveform} rate={settings.playbackRate} />
  }
  return (
    <Screen title="Report">
      {error ? <ErrorNotice error={error} actions={<LinkButton href="#/library">Library</LinkButton>} /> : <Loading />}
    </Screen>
  )
}
