import { type Client, createClient } from '#contract/client'
import { environmentProxies } from '../../electron/adapters/models/proxies.ts'
import { compose } from '../../electron/hosts/compose.ts'
import { inProcess } from '../../test/contract/transports.ts'
import { RESOURCES } from './places.ts'

/** Gives some work the whole app over a data folder, without a window; with a speech model if one is named. */
export async function withApp<T>(
  dataDir: string,
  work: (client: Client) => Promise<T>,
  modelFile: string | null = null,
): Promise<T> {
  const app = await compose({
    paths: { dataDir, resourcesDir: RESOURCES },
    host: 'browser',
    version: 'bench',
    modelFile,
    proxies: environmentProxies({}),
  })
  const pair = await inProcess()
  app.connect(pair.server)
  try {
    return await work(createClient(pair.client))
  } finally {
    pair.close()
    await app.close()
  }
}

/** Resolves when the scores that lists show are all known: once nothing was judged anew after a list. */
export async function scoresKnown(client: Client): Promise<void> {
  for (;;) {
    const changed = new Promise<boolean>((resolve) => {
      client.on('scores.changed', () => resolve(true))
    })
    const stories = await client.call('stories.list', {})
    if (stories.every(({ attemptCount, readiness }) => attemptCount === 0 || readiness !== null)) return
    await changed
  }
}
