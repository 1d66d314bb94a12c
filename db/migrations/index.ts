import { sql as firstSchema } from './0001-first-schema.ts'
import { sql as importsSetRight } from './0002-imports-set-right.ts'
import { sql as learnedWordings } from './0003-learned-wordings.ts'
import { sql as bankLanguage } from './0004-bank-language.ts'
import { sql as scores } from './0005-scores.ts'

/** Append-only: entry n raises the file from `user_version` n to n + 1. Never edit one that was released. */
export const migrations: readonly string[] = [firstSchema, importsSetRight, learnedWordings, bankLanguage, scores]
