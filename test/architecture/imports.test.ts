import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** Who may import whom; the first matching folder rules. Packages are named one by one, `node:` stands for all of Node. */
const RULES: readonly { folder: string; may: readonly string[]; packages: readonly string[] }[] = [
  {
    folder: 'core/domain',
    may: ['core/domain'],
    packages: [
      'zod',
      'stemmer',
      'ts-fsrs',
      'diff',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-to-markdown',
      'hast',
      'hast-util-from-html',
      'hast-util-to-mdast',
      'papaparse',
      'decode-named-character-reference',
      'yaml',
      'mdast-util-to-string',
      'micromark-extension-gfm',
      'unist-util-visit',
    ],
  },
  { folder: 'core/contract', may: ['core/domain', 'core/contract'], packages: ['zod', '@msgpack/msgpack'] },
  { folder: 'electron/services', may: ['core', 'electron/services'], packages: [] },
  {
    folder: 'electron/adapters',
    may: ['core/domain', 'electron/services/ports', 'electron/adapters'],
    packages: ['node:', 'zod', 'mammoth', 'yazl', 'yauzl', 'libflacjs'],
  },
  {
    folder: 'db',
    may: ['core/domain', 'electron/services/ports', 'db'],
    packages: ['better-sqlite3', 'node:'],
  },
  { folder: 'electron/hosts/electron', may: ['core', 'electron', 'db'], packages: ['node:', 'electron'] },
  { folder: 'electron/hosts', may: ['core', 'electron', 'db'], packages: ['node:', 'ws', 'send', 'chrome-launcher'] },
  { folder: 'electron', may: ['core', 'electron', 'db'], packages: ['node:', 'zod', 'vite'] },
  {
    folder: 'renderer',
    may: ['core', 'renderer'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'react-aria',
      '@react-aria',
      'react-stately',
      '@tanstack/react-query',
      'wouter',
      'lucide-react',
      'wavesurfer.js',
      'recharts',
      '@internationalized/date',
      '@fontsource-variable/inter',
      'diff',
    ],
  },
]

const ALIASES: Readonly<Record<string, string>> = { '#domain/': 'core/domain/', '#contract/': 'core/contract/' }
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !/vite\.config\.ts$/.test(entry.name) ? [path] : []
  })
}

/** The project file or the package that an import names; null for assets and query imports of our own files. */
function target(from: string, specifier: string): { file: string } | { package: string } {
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix))
  if (alias) return { file: `${specifier.replace(alias, ALIASES[alias]!)}.ts` }
  if (specifier.startsWith('.')) return { file: relative(ROOT, resolve(ROOT, dirname(from), specifier.split('?')[0]!)) }
  return { package: specifier }
}

function violations(from: string, text = readFileSync(join(ROOT, from), 'utf8')): string[] {
  const rule = RULES.find(({ folder }) => from.startsWith(`${folder}/`))!
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const specifier = (match[1] ?? match[2])!
    const to = target(from, specifier)
    const allowed =
      'file' in to
        ? rule.may.some((place) => to.file === place || to.file.startsWith(`${place}/`))
        : rule.packages.some(
            (name) => to.package === name || to.package.startsWith(name.endsWith(':') ? name : `${name}/`),
          )
    return allowed ? [] : [`${from} imports ${specifier}`]
  })
}

describe('the import rule', () => {
  it.each(['core', 'db', 'electron', 'renderer'])('holds in %s', (folder) => {
    const files = sources(folder)
    expect(files.length).toBeGreaterThan(3)
    expect(files.flatMap((file) => violations(file))).toEqual([])
  })

  it.each([
    ['core/domain/x.ts', "import { readFileSync } from 'node:fs'"],
    ['core/contract/x.ts', "import { App } from '../../electron/hosts/compose.ts'"],
    ['electron/services/x.ts', "import { openDatabase } from '../../db/open.ts'"],
    ['electron/services/x.ts', "const fs = await import('node:fs')"],
    ['electron/adapters/x.ts', "import { app } from 'electron'"],
    ['electron/hosts/browser/x.ts', "import { app } from 'electron'"],
    ['renderer/x.ts', "export { createBanks } from '../electron/services/banks.ts'"],
  ])('is broken by %s: %s', (from, text) => {
    expect(violations(from, text)).toHaveLength(1)
  })

  it('lets only the Electron host name Electron', () => {
    const naming = ['core', 'db', 'electron', 'renderer']
      .flatMap(sources)
      .filter((file) => /from 'electron'/.test(readFileSync(join(ROOT, file), 'utf8')))
    expect(naming.length).toBeGreaterThan(0)
    expect(naming.filter((file) => !file.startsWith('electron/hosts/electron/'))).toEqual([])
  })
})

describe('the network', () => {
  const all = ['core', 'db', 'electron', 'renderer'].flatMap(sources)
  const naming = (pattern: RegExp) => all.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))

  it('is reached by one file alone, which downloads the models that the user asks for', () => {
    expect(naming(/from 'node:(?:https|http2|tls|dgram)'/)).toEqual(['electron/adapters/models/http-get.ts'])
    expect(naming(/from '.*\/http-get\.ts'/)).toEqual(['electron/adapters/models/fetch-part.ts'])
  })

  it('is this machine alone for everything else that speaks HTTP', () => {
    const speaking = naming(/from 'node:http'|(?<![.\w])fetch\([`'"]/).filter(
      (file) => !file.startsWith('electron/adapters/models/'),
    )
    const local = naming(/127\.0\.0\.1/)
    expect(speaking.filter((file) => !local.includes(file))).toEqual([])
  })
})

describe('the size of files', () => {
  it('stays below 300 lines', () => {
    const long = ['core', 'db', 'electron', 'renderer']
      .flatMap(sources)
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
