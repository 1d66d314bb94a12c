import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { MATCHER } from '#domain/coverage/matcher'

const DOMAIN = resolve(import.meta.dirname, '../../../../core/domain')
const MODULES = resolve(import.meta.dirname, '../../../../node_modules')
/** What a verdict and a score are made of; only what is there at run time, so no types. */
const VALUE_IMPORT = /(?:^|\n)(?:import|export) (?!type\b)[^'";]*?from '([^']+)'/g

/** The sources behind `file`, and the versions of the packages behind them; zod checks shapes and decides nothing. */
function sourcesBehind(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file)) return seen
  const text = readFileSync(file, 'utf8')
  seen.set(file, text)
  for (const [, specifier] of text.matchAll(VALUE_IMPORT)) {
    if (specifier!.startsWith('.')) sourcesBehind(join(dirname(file), specifier!), seen)
    else if (specifier !== 'zod')
      seen.set(specifier!, JSON.parse(readFileSync(join(MODULES, specifier!, 'package.json'), 'utf8')).version)
  }
  return seen
}

it('names the sources of the matcher: put the digest that is expected here into matcher.ts when they change', () => {
  const sources = sourcesBehind(join(DOMAIN, 'coverage/cover.ts'))
  sourcesBehind(join(DOMAIN, 'coverage/score.ts'), sources)
  sourcesBehind(join(DOMAIN, 'delivery/spoken-figures.ts'), sources)
  const names = [...sources.keys()]
  expect(names.length).toBeGreaterThan(40)
  expect(names).toContain(join(DOMAIN, 'coverage/model.ts'))
  expect(names).toContain('stemmer')
  const texts = [...sources.values()].map((text) => text.replaceAll('\r\n', '\n')).sort()
  const digest = createHash('sha256').update(texts.join('\0')).digest('hex')
  expect(MATCHER).toBe(digest.slice(0, 12))
})
