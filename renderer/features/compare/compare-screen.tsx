import { useParams } from 'wouter'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { historyPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { useSettings } from '../shared/use-settings.ts'
import { CompareView } from './compare-view.tsx'
import { useTakes } from './use-compare.ts'

/** Compare: two attempts at a story, side by side. */
export function CompareScreen() {
  const { before = '', after = '' } = useParams()
  const { takes, error } = useTakes(before, after)
  const settings = useSettings()
  const library = <LinkButton href="#/library">Go to the Library</LinkButton>
  if (takes && before === after) {
    const { storyId } = takes[0].report.attempt
    const history = <LinkButton href={`#${historyPath(storyId)}`}>Go to the history</LinkButton>
    return (
      <Screen title="Compare">
        <EmptyState title="This is the same attempt twice" actions={history}>
          Select two attempts in the history of the story to compare them.
        </EmptyState>
      </Screen>
    )
  }
  if (takes && settings) {
    const [a, b] = takes
    if (a.report.attempt.storyId === b.report.attempt.storyId) {
      return <CompareView key={`${before} ${after}`} takes={takes} pace={settings.pace} rate={settings.playbackRate} />
    }
    return (
      <Screen title="Compare">
        <EmptyState title="These are attempts at different stories" actions={library}>
          Two attempts at the same story can be compared: choose them in its history.
        </EmptyState>
      </Screen>
    )
  }
  return <Screen title="Compare">{error ? <ErrorNotice error={error} actions={library} /> : <Loading />}</Screen>
}
