import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import type { Client } from '#contract/client'
import { PendingImportsProvider } from './features/import/pending-imports.tsx'
import { LibraryScreen } from './features/library/library-screen.tsx'
import { AddModelProvider } from './features/settings/add-model-provider.tsx'
import { CoreContext } from './features/shared/core-context.ts'
import { useHashLocation, useHashSearch } from './features/shared/hash-location.ts'
import { ShortcutProvider } from './features/shared/shortcuts/use-shortcuts.tsx'
import { useEventRereads } from './features/shared/use-event-rereads.ts'
import { useSettings } from './features/shared/use-settings.ts'
import { NotFound } from './features/shell/not-found.tsx'
import { Shell } from './features/shell/shell.tsx'
import { StoryScreen } from './features/story/story-screen.tsx'
import { WelcomeScreen } from './features/welcome/welcome-screen.tsx'
import { ToastProvider } from './ui/toast.tsx'

// What a first look does not need is read when it is: the first paint waits for less.
const ImportScreen = lazy(() =>
  import('./features/import/import-screen.tsx').then((module) => ({ default: module.ImportScreen })),
)
const SettingsScreen = lazy(() =>
  import('./features/settings/settings-screen.tsx').then((module) => ({ default: module.SettingsScreen })),
)
const LearningScreen = lazy(() =>
  import('./features/settings/learning-screen.tsx').then((module) => ({ default: module.LearningScreen })),
)
const ModelsScreen = lazy(() =>
  import('./features/settings/models-screen.tsx').then((module) => ({ default: module.ModelsScreen })),
)
const PracticeScreen = lazy(() =>
  import('./features/practice/practice-screen.tsx').then((module) => ({ default: module.PracticeScreen })),
)
const ProgressScreen = lazy(() =>
  import('./features/progress/progress-screen.tsx').then((module) => ({ default: module.ProgressScreen })),
)
const SessionScreen = lazy(() =>
  import('./features/practice/session-screen.tsx').then((module) => ({ default: module.SessionScreen })),
)
const BackupsScreen = lazy(() =>
  import('./features/settings/backups-screen.tsx').then((module) => ({ default: module.BackupsScreen })),
)
const CleanUpScreen = lazy(() =>
  import('./features/settings/clean-up-screen.tsx').then((module) => ({ default: module.CleanUpScreen })),
)
const HistoryScreen = lazy(() =>
  import('./features/history/history-screen.tsx').then((module) => ({ default: module.HistoryScreen })),
)
const CompareScreen = lazy(() =>
  import('./features/compare/compare-screen.tsx').then((module) => ({ default: module.CompareScreen })),
)
const RehearseScreen = lazy(() =>
  import('./features/rehearse/rehearse-screen.tsx').then((module) => ({ default: module.RehearseScreen })),
)
const ReportScreen = lazy(() =>
  import('./features/review/report-screen.tsx').then((module) => ({ default: module.ReportScreen })),
)

// The core is on this machine: being offline is no reason to wait, and only events make an answer stale.
const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
    },
  })

function Start() {
  const settings = useSettings()
  return settings && <Redirect to={settings.welcomed ? '/library' : '/welcome'} replace />
}

function Screens() {
  useEventRereads()
  return (
    <Shell>
      <Suspense>
        <Switch>
          <Route path="/" component={Start} />
          <Route path="/welcome" component={WelcomeScreen} />
          <Route path="/library" component={LibraryScreen} />
          <Route path="/import" component={ImportScreen} />
          <Route path="/stories/:storyId">{({ storyId }) => <StoryScreen key={storyId} storyId={storyId} />}</Route>
          <Route path="/stories/:storyId/history" component={HistoryScreen} />
          <Route path="/compare/:before/:after" component={CompareScreen} />
          <Route path="/settings" component={SettingsScreen} />
          <Route path="/settings/learning" component={LearningScreen} />
          <Route path="/settings/cleanup" component={CleanUpScreen} />
          <Route path="/settings/models" component={ModelsScreen} />
          <Route path="/settings/backups" component={BackupsScreen} />
          <Route path="/practice/:tab?" component={PracticeScreen} />
          <Route path="/progress" component={ProgressScreen} />
          <Route path="/sessions/:sessionId">
            {({ sessionId }) => <SessionScreen key={sessionId} sessionId={sessionId} />}
          </Route>
          <Route path="/rehearse/:storyId" component={RehearseScreen} />
          <Route path="/attempts/:attemptId" component={ReportScreen} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  )
}

/** The whole window, on a client of the contract. */
export function App({ client }: { readonly client: Client }) {
  const [queries] = useState(createQueries)
  return (
    <CoreContext value={client}>
      <QueryClientProvider client={queries}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <ShortcutProvider>
            <ToastProvider>
              <AddModelProvider>
                <PendingImportsProvider>
                  <Screens />
                </PendingImportsProvider>
              </AddModelProvider>
            </ToastProvider>
          </ShortcutProvider>
        </Router>
      </QueryClientProvider>
    </CoreContext>
  )
}
