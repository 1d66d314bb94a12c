import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { CATALOGUE, type CatalogueFile } from '#domain/models/catalogue'
import { startServer } from '../../electron/hosts/browser/server.ts'
import { compose } from '../../electron/hosts/compose.ts'
import { openApp } from '../../electron/hosts/reopening.ts'

/**
 * The browser host for tests. `--as ID=FILE` gives an entry of the model catalogue the size and sum of a file that is
 * here, so that a local server can offer it; `--now` is the time at which it starts, in milliseconds since 1970, from
 * which its clock runs on; with it, chance is the same each time. Everything else is as the user has it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    model: { type: 'string' },
    now: { type: 'string' },
    as: { type: 'string', multiple: true, default: [] },
  },
})
const ROOT = join(import.meta.dirname, '../..')
const replacements = new Map(values.as.map((pair) => pair.split('=') as [string, string]))

function replaced<F extends CatalogueFile>(file: F): F {
  const path = replacements.get(file.id)
  if (!path) return file
  const bytes = readFileSync(path)
  return { ...file, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const startedAt = Date.now()
let chance = 1
const clock = {
  now: () => Number(values.now) + (Date.now() - startedAt),
  /** The minimal standard generator of Park and Miller (1988). */
  random: () => {
    chance = (chance * 48_271) % 2_147_483_647
    return chance / 2_147_483_647
  },
}

const common = {
  paths: { dataDir: values.data!, resourcesDir: join(ROOT, 'resources') },
  host: 'browser',
  version: basename(ROOT),
  modelFile: values.model ?? null,
  ...(values.now ? clock : {}),
  catalogue: {
    speech: CATALOGUE.speech.map(replaced),
    voiceActivity: CATALOGUE.voiceActivity.map(replaced),
  },
} as const
const app = await openApp(
  (reopening) => compose({ ...common, reopening }),
  // Thrown, it would only be the answer of a call that nobody waits for any more.
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
const server = await startServer(app, join(ROOT, 'out/renderer'))
console.log(`Starbeat is ready at ${server.url}`)
process.once('SIGTERM', async () => {
  await server.close()
  await app.close()
})
