import { useParams } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { HistoryView } from './history-view.tsx'
import { useHistory } from './use-history.ts'

/** History: every attempt at a story on a timeline. */
export function HistoryScreen() {
  const { storyId = '' } = useParams()
  const { data: detail, error } = useHistory(storyId)
  if (detail) return <HistoryView key={storyId} detail={detail} />
  return (
    <Screen title="History">
      {error ? (
        <ErrorNotice error={error} actions={<LinkButton href="#/library">Go to the Library</LinkButton>} />
      ) : (
        <Loading />
      )}
    </Screen>
  )
}
