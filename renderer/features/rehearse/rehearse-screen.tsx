import { useLocation, useParams, useSearchParams } from 'wouter'
import type { Settings } from '#contract/app'
import type { StoryDetail } from '#contract/stories'
import { LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { rehearsePath, storyPath } from '../shared/paths.ts'
import { sameText } from '../shared/same-text.ts'
import { Screen } from '../shared/screen.tsx'
import { askedQuestion, NO_QUESTION, targetOf } from './prompt.ts'
import { Stage } from './stage.tsx'
import { useRehearsal } from './use-rehearsal.ts'

/** Rehearse: one question, one story, one recording. */
export function RehearseScreen() {
  const { storyId = '' } = useParams()
  const { rehearsal, error } = useRehearsal(storyId)
  if (rehearsal) return <Rehearsal key={storyId} {...rehearsal} />
  return (
    <Screen title="Rehearse">
      {error ? <ErrorNotice error={error} actions={<LinkButton href="#/library">Library</LinkButton>} /> : <Loading />}
    </Screen>
  )
}

function Rehearsal({ detail, settings }: { readonly detail: StoryDetail; readonly settings: Settings }) {
  const { story, questions } = detail
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const question = askedQuestion(questions, search.get('question'))
  return (
    <Stage
      detail={detail}
      settings={settings}
      question={question}
      target={targetOf(detail, settings.target)}
      heading={sameText(question?.text ?? story.title, story.title) ? 'Rehearse' : story.title}
      trail={<a href={`#${storyPath(story.id)}`}>Back to the story</a>}
      onAsk={(id) => navigate(rehearsePath(story.id, id ?? NO_QUESTION), { replace: true })}
      onLeave={() => navigate(storyPath(story.id))}
    />
  )
}
