import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeDataFolder } from '../../../electron/launch/data-lock.ts'
import { defaultDataDir, readFlags } from '../../../electron/launch/flags.ts'

describe('readFlags', () => {
  const env = { INIT_CWD: '/home/ada' }

  it('has sensible defaults', () => {
    expect(readFlags([], { ...env, XDG_DATA_HOME: '/data' })).toMatchObject({
      host: 'auto',
      open: true,
      modelFile: null,
    })
  })

  it('means paths from where the user stands', () => {
    const flags = readFlags(['--data', 'stories', '--model', '../m.bin', '--no-open', '--host', 'browser'], env)
    expect(flags).toEqual({
      host: 'browser',
      dataDir: resolve('/home/ada/stories'),
      open: false,
      modelFile: resolve('/home/m.bin'),
    })
  })

  it('prefers the flag to the environment', () => {
    const given = { ...env, STARBEAT_DATA: '/from/env' }
    expect(readFlags([], given).dataDir).toBe('/from/env')
    expect(readFlags(['--data', '/from/flag'], given).dataDir).toBe('/from/flag')
  })

  it.each([[['--host', 'floppy']], [['--colour', 'red']], [['stray']]])('refuses %j', (args) => {
    expect(() => readFlags(args, env)).toThrow()
  })

  it.each([
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/starbeat'],
    ['darwin', {}, 'Library/Application Support/Starbeat'],
    ['win32', { APPDATA: '/app' }, '/app/Starbeat'],
  ] as const)('keeps data where %s keeps it', (platform, variables, end) => {
    expect(defaultDataDir(variables, platform).endsWith(end)).toBe(true)
  })
})

describe('takeDataFolder', () => {
  const lockScript = join(import.meta.dirname, '../../../electron/launch/data-lock.ts')
  const take = (folder: string) => {
    const code = `const { takeDataFolder } = await import(${JSON.stringify(lockScript)})
      console.log(await takeDataFolder(${JSON.stringify(folder)})); setInterval(() => {}, 1000)`
    return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  }
  const answer = async (child: ReturnType<typeof take>) => String((await once(child.stdout, 'data'))[0]).trim()

  it('gives a folder to one process at a time, and to the next after a kill', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'starbeat-lock-'))
    const first = take(folder)
    expect(await answer(first)).toBe('true')
    expect(await takeDataFolder(folder)).toBe(false)
    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(await takeDataFolder(folder)).toBe(true)
  })

  it('locks a folder whose path is too long for a socket', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'starbeat-lock-')), 'x'.repeat(120))
    expect(await takeDataFolder(folder)).toBe(true)
    expect(await takeDataFolder(folder)).toBe(false)
  })
})
