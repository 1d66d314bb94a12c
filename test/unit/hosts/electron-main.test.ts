import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** Runs the real main process with a fake Electron under it, and answers what happened. */
async function run(env: Record<string, string>) {
  const args = ['--import', './test/fixtures/electron/register.mjs', 'electron/hosts/electron/main.ts']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const [exitCode] = await once(child, 'close')
  const happened = output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  return {
    exitCode,
    events: happened.map(({ event }) => event),
    of: (name: string) => happened.find(({ event }) => event === name)?.detail,
  }
}

describe('the main process of the Electron host', () => {
  it('locks the session before it opens a window, answers its page, and closes in order', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-electron-'))
    const { exitCode, events, of } = await run({ FAKE_DATA_DIR: dataDir })
    expect(exitCode).toBe(0)
    expect(events).toEqual([
      'scheme',
      'network-locked',
      'permissions-locked',
      'print-locked',
      'window',
      'page',
      'show',
      'answer',
      'quit',
    ])
    expect(of('scheme')).toMatchObject({ scheme: 'starbeat', privileges: { secure: true, standard: true } })
    expect(of('window')).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(of('page')).toContain("default-src 'none'")
    expect(of('answer')).toMatchObject({ kind: 'result', result: { host: 'electron', dataDir } })
    expect(existsSync(join(dataDir, 'starbeat.db'))).toBe(true)
    expect(existsSync(join(dataDir, 'starbeat.db-wal'))).toBe(false)
  })

  it('leaves at once when another Starbeat has the folder', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-electron-'))
    const { exitCode, events } = await run({ FAKE_DATA_DIR: dataDir, FAKE_SECOND_INSTANCE: '1' })
    expect([exitCode, events]).toEqual([1, ['scheme', 'exit']])
    expect(existsSync(join(dataDir, 'starbeat.db'))).toBe(false)
  })
})
