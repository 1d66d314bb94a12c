import FileText from 'lucide-react/icons/file-text'
import Mic from 'lucide-react/icons/mic'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { StoryDetail } from '#contract/stories'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ErrorNotice } from '../shared/error-notice.tsx'
import { historyPath, rehearsePath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { OriginalText } from './original-text.tsx'
import { Points } from './points.tsx'
import styles from './story.module.css'
import { StoryAside } from './story-aside.tsx'
import { StoryTitle } from './story-title.tsx'
import { usePointList } from './use-point-list.ts'
import { useStory } from './use-story.ts'

/** Story: its points, edited in place, and what stands around it. */
export function StoryScreen({ storyId }: { readonly storyId: string }) {
  const { data: detail, error } = useStory(storyId)
  if (detail) return <LoadedStory detail={detail} />
  return (
    <Screen title="Story" trail={<a href="#/library">Library</a>}>
      {error ? (
        <ErrorNotice error={error} actions={<LinkButton href="#/library">Go to the Library</LinkButton>} />
      ) : (
        <Loading />
      )}
    </Screen>
  )
}

function Trail({ detail: { bankId, bankTitle, section } }: { readonly detail: StoryDetail }) {
  const bank = `#/library?bank=${bankId}`
  return (
    <>
      <a href={bank}>{bankTitle}</a>
      {section && (
        <>
          {' › '}
          <a href={`${bank}&section=${section.id}`}>{section.title}</a>
        </>
      )}
    </>
  )
}

function LoadedStory({ detail }: { readonly detail: StoryDetail }) {
  const { story, questions, bankId, section } = detail
  const [isOriginal, setOriginal] = useState(false)
  const [, navigate] = useLocation()
  const actions = usePointList(story.id, story.points)
  const rehearse = rehearsePath(story.id, questions[0]?.id ?? null)
  const isEditing = actions.editingIndex !== null
  const back = () => navigate(`/library?bank=${bankId}${section ? `&section=${section.id}` : ''}`)
  useShortcuts(SHORTCUTS, {
    rehearse: isEditing ? null : () => navigate(rehearse),
    history: isEditing ? null : () => navigate(historyPath(story.id)),
    original: () => setOriginal((now) => !now),
    back: isEditing ? null : back,
  })
  return (
    <Screen
      title={story.title}
      heading={<StoryTitle storyId={story.id} title={story.title} />}
      trail={<Trail detail={detail} />}
      actions={
        <>
          <Button icon={<FileText />} keys="o" aria-pressed={isOriginal} onPress={() => setOriginal(!isOriginal)}>
            Original
          </Button>
          <LinkButton variant="primary" href={`#${rehearse}`} icon={<Mic />} keys="r">
            Rehearse
          </LinkButton>
        </>
      }
    >
      <div className={styles.panes} data-original={isOriginal || undefined}>
        <section className={styles.main} aria-label="Points">
          <Points detail={detail} actions={actions} />
        </section>
        {isOriginal ? (
          <OriginalText bankId={bankId} lines={story.lines} onClose={() => setOriginal(false)} />
        ) : (
          <StoryAside detail={detail} />
        )}
      </div>
    </Screen>
  )
}
