import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['core', 'db', 'electron', 'renderer', 'package-lock.json']
const OUTPUTS = ['out/main/browser.js', 'out/renderer/index.html']

/** True when the built app is missing or older than any of its sources. */
export function isStale(root: string): boolean {
  const outputs = OUTPUTS.map((path) => join(root, path))
  if (!outputs.every(existsSync)) return true
  const builtAt = Math.min(...outputs.map((path) => statSync(path).mtimeMs))
  return SOURCES.some((path) => newest(join(root, path)) > builtAt)
}

function newest(path: string): number {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

/** Builds main side, preload and page with Vite. Throws when a source does not compile. */
export async function buildApp(root: string): Promise<void> {
  const { build } = await import('vite')
  const main = join(root, 'electron/vite.config.ts')
  await build({ configFile: main, logLevel: 'warn' })
  await build({ configFile: main, logLevel: 'warn', mode: 'preload' })
  await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' })
}
