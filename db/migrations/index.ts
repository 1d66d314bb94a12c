import { sql as firstSchema } from './0001-first-schema.ts'
import { sql as importsSetRight } from './0002-imports-set-right.ts'
import { sql as learnedWordings } from './0003-learned-wordings.ts'
import { sql as bankLanguage } from './0004-bank-language.ts'
import { sql as scores } from './0005-scores.ts'
import { sql as practice } from './0006-practice.ts'
import { sql as history } from './0007-history.ts'
import { sql as search } from './0008-search.ts'
import { sql as progress } from './0009-progress.ts'

/** Append-only: entry n raises the file from `user_version` n to n + 1. Never edit one that was released. */
export const migrations: readonly string[] = [
  firstSchema,
  importsSetRight,
  learnedWordings,
  bankLanguage,
  scores,
  practice,
  history,
  search,
  progress,
]
