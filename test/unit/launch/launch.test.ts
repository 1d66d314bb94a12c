import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataDir } from '../../../electron/hosts/data-dir.ts'
import { takeDataFolder } from '../../../electron/hosts/data-lock.ts'
import { couldNotRun } from '../../../electron/launch/electron-binary.ts'
import { readFlags } from '../../../electron/launch/flags.ts'

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

describe('couldNotRun', () => {
  it.each([
    ['a missing library', 127, null, 40, true],
    ['a sandbox that the system refuses', null, 'SIGTRAP', 300, true],
    ['a window that was closed', 0, null, 300, false],
    ['a data folder that is taken', 1, null, 300, false],
    ['Ctrl-C', null, 'SIGINT', 300, false],
    ['a crash in the middle of work', null, 'SIGTRAP', 60_000, false],
  ] as const)('%s', (_end, code, signal, afterMs, expected) => {
    expect(couldNotRun(code, signal, afterMs)).toBe(expected)
  })
})

describe('takeDataFolder', () => {
  const lockScript = join(import.meta.dirname, '../../../electron/hosts/data-lock.ts')
  const take = (folder: string) => {
    const code = `const { takeDataFolder } = await import(${JSON.stringify(lockScript)})
      await takeDataFolder(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000)`
    return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  }
  const answer = async (child: ReturnType<typeof take>) => String((await once(child.stdout, 'data'))[0]).trim()

  it('gives a folder to one process at a time, and to the next after a kill', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'starbeat-lock-'))
    const first = take(folder)
    expect(await answer(first)).toBe('taken')
    await expect(takeDataFolder(folder)).rejects.toMatchObject({ code: 'data-folder-taken' })
    first.kill('SIGKILL')
    await once(first, 'exit')
    await takeDataFolder(folder)
  })

  it('says when there can be no such folder', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'starbeat-lock-')), 'file')
    writeFileSync(file, '')
    await expect(takeDataFolder(file)).rejects.toMatchObject({ code: 'data-folder-unusable' })
    await expect(takeDataFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'data-folder-unusable' })
  })

  it('locks a folder whose path is too long for a socket', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'starbeat-lock-')), 'x'.repeat(120))
    await takeDataFolder(folder)
    await expect(takeDataFolder(folder)).rejects.toMatchObject({ code: 'data-folder-taken' })
  })
})
