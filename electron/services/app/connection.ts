import type { Handlers } from '#contract/contract'
import type { MessageTransport } from '#contract/messages'
import { type ServerDeps, serve } from '#contract/server'
import type { Recordings } from '../attempts/recordings.ts'

/**
 * Serves one window. A window that goes away while it records (closed, reloaded, crashed) leaves its recording
 * behind: that is finished at once, so that nothing recorded is lost, and written down if it can be.
 */
export function connect(transport: MessageTransport, deps: ServerDeps & { recordings: Recordings }): void {
  const { handlers, recordings } = deps
  const begun = new Set<string>()
  let gone = false
  async function leave(attemptId: string): Promise<void> {
    try {
      await recordings.finish(attemptId)
    } catch (error) {
      return void deps.logError('window gone', error)
    }
    try {
      await handlers['transcription.start']({ attemptId })
    } catch {
      // Without an engine or a model, or while the app ends, it is written down when the user asks for it.
    }
  }
  const own: Handlers = {
    ...handlers,
    'recordings.begin': async (params) => {
      const answer = await handlers['recordings.begin'](params)
      if (gone) void leave(answer.attemptId)
      else begun.add(answer.attemptId)
      return answer
    },
    'recordings.finish': async (params) => {
      const answer = await handlers['recordings.finish'](params)
      begun.delete(params.attemptId)
      return answer
    },
  }
  serve(transport, { ...deps, handlers: own })
  transport.onClose(() => {
    gone = true
    for (const attemptId of begun) void leave(attemptId)
  })
}
