import { useParams, useSearchParams } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { Screen } from '../shared/screen.tsx'
import { Stage } from './stage.tsx'
import { useRehearsal } from './use-rehearsal.ts'

/** Rehearse: one question, one story, one recording. */
export function RehearseScreen() {
  const { storyId = '' } = useParams()
  const [search] = useSearchParams()
  const { rehearsal, error } = useRehearsal(storyId)
  if (rehearsal) return <Stage key={storyId} {...rehearsal} questionParam={search.get('question')} />
  return (
    <Screen title="Rehearse">
      {error ? <ErrorNotice error={error} actions={<LinkButton href="#/library">Library</LinkButton>} /> : <Loading />}
    </Screen>
  )
}
