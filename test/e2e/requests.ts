import type { BrowserContext } from '@playwright/test'

const isForeign = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return /^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1'
}

/**
 * Collects requests beyond this machine. A request that the page's own policy blocks never leaves the page: only what
 * goes out, or is stopped later, counts.
 */
export function watchRequests(context: BrowserContext, foreign: string[]): void {
  context.on('response', (response) => {
    if (isForeign(response.url())) foreign.push(response.url())
  })
  context.on('requestfailed', (request) => {
    const isBlocked = /csp/i.test(request.failure()?.errorText ?? '')
    if (isForeign(request.url()) && !isBlocked) foreign.push(request.url())
  })
}
