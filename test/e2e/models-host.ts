import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { CATALOGUE, type CatalogueFile } from '#domain/models/catalogue'
import { startServer } from '../../electron/hosts/browser/server.ts'
import { compose } from '../../electron/hosts/compose.ts'

/**
 * The browser host with another catalogue, for tests: `--as ID=FILE` gives an entry the size and sum of a file that is
 * here, so that a local server can offer it. Everything else is as the user has it.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, as: { type: 'string', multiple: true, default: [] } },
})
const ROOT = join(import.meta.dirname, '../..')
const replacements = new Map(values.as.map((pair) => pair.split('=') as [string, string]))

function replaced<F extends CatalogueFile>(file: F): F {
  const path = replacements.get(file.id)
  if (!path) return file
  const bytes = readFileSync(path)
  return { ...file, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const app = await compose({
  paths: { dataDir: values.data!, resourcesDir: join(ROOT, 'resources') },
  host: 'browser',
  version: basename(ROOT),
  modelFile: null,
  catalogue: {
    speech: CATALOGUE.speech.map(replaced),
    voiceActivity: CATALOGUE.voiceActivity.map(replaced),
  },
})
const server = await startServer(app, join(ROOT, 'out/renderer'))
console.log(`Starbeat is ready at ${server.url}`)
process.once('SIGTERM', async () => {
  await server.close()
  await app.close()
})
