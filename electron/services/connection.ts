import type { Handlers } from '#contract/contract'
import type { MessageTransport } from '#contract/messages'
import { type ServerDeps, serve } from '#contract/server'
import type { Recordings } from './recordings.ts'

/**
 * Serves one window. A window that goes away while it records (closed, reloaded, crashed) leaves its recording
 * behind: that is finished at once, so that nothing recorded is lost.
 */
export function connect(transport: MessageTransport, deps: ServerDeps & { recordings: Recordings }): void {
  const { handlers, recordings } = deps
  const begun = new Set<string>()
  let gone = false
  const leave = (attemptId: string) =>
    void recordings.finish(attemptId).catch((error) => void deps.logError('window gone', error))
  const own: Handlers = {
    ...handlers,
    'recordings.begin': async (params) => {
      const answer = await handlers['recordings.begin'](params)
      if (gone) leave(answer.attemptId)
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
    begun.forEach(leave)
  })
}
