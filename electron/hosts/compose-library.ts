import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../db/open.ts'
import { createSearchStore } from '../../db/search.ts'
import { createDocumentConverter } from '../adapters/document-converter.ts'
import { localCalendar } from '../services/app/calendar.ts'
import { createBanks } from '../services/library/banks.ts'
import { createDocuments } from '../services/library/documents.ts'
import { createImports } from '../services/library/imports.ts'
import { createProgress } from '../services/library/progress.ts'
import { createSearch } from '../services/library/search.ts'
import { createStories } from '../services/library/stories.ts'
import type { Stores } from './compose-stores.ts'

type Shared = Omit<Parameters<typeof createDocuments>[0], 'converter'> &
  Omit<Parameters<typeof createImports>[0], keyof Stores | 'documents' | 'store' | 'samples'> &
  Omit<Parameters<typeof createStories>[0], 'store' | 'attempts' | 'transcripts'> &
  Pick<Parameters<typeof createBanks>[0], 'purge'> &
  Pick<Parameters<typeof createProgress>[0], 'scores'> & {
    readonly db: Db
    readonly stores: Stores
    readonly resourcesDir: string
  }

/** Wires what shows banks and stories, brings them in, finds things in them, and follows them over time. */
export function composeLibrary({ db, stores, resourcesDir, ...shared }: Shared) {
  const samples = () => readSamples(join(resourcesDir, 'samples'))
  const documents = createDocuments({ ...shared, converter: createDocumentConverter() })
  return {
    banks: createBanks({ ...shared, documents, store: stores.banks }),
    imports: createImports({ ...shared, documents, store: stores.banks, stories: stores.stories, samples }),
    stories: createStories({ ...stores, ...shared, store: stores.stories }),
    search: createSearch({ store: createSearchStore(db), transcripts: stores.transcripts }),
    progress: createProgress({ ...stores, ...shared, store: stores.scores, calendar: localCalendar }),
  }
}

function readSamples(folder: string) {
  const names = ['sample-star.md', 'sample-notes.md']
  return names.map((fileName) => ({ fileName, bytes: new Uint8Array(readFileSync(join(folder, fileName))) }))
}
