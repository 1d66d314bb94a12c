import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useFound } from '../search/use-found.ts'
import { storyPath } from '../shared/paths.ts'
import { useRead } from '../shared/use-core.ts'
import { useSetSettings } from '../shared/use-settings.ts'
import { type Command, matching, placeCommands } from './palette-commands.ts'

const MOST_STORIES = 8
const MOST_HITS = 12

/** What the palette offers for a query: what can be done `here`, places, stories, and what is found in everything. */
export function usePalette(query: string, here: readonly Command[]) {
  const [, navigate] = useLocation()
  const setSettings = useSetSettings()
  const stories = useRead('stories.list', {}).data
  const { hits } = useFound(query)
  const everywhere = useMemo(
    () => [
      ...placeCommands(navigate),
      ...(['light', 'dark', 'system'] as const).map((theme) => ({
        id: `theme ${theme}`,
        label: theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`,
        also: 'appearance colours',
        run: () => void setSettings({ theme }),
      })),
    ],
    [navigate, setSettings],
  )
  const storyCommands = useMemo(
    () =>
      stories?.map(
        ({ id, title }): Command => ({ id: `story ${id}`, label: title, run: () => navigate(storyPath(id)) }),
      ) ?? [],
    [stories, navigate],
  )
  const isAsked = query.trim() !== ''
  return {
    here: matching(here, query),
    places: matching(everywhere, query),
    stories: isAsked ? matching(storyCommands, query).slice(0, MOST_STORIES) : [],
    hits: isAsked ? hits.filter(({ kind }) => kind !== 'story').slice(0, MOST_HITS) : [],
  }
}
