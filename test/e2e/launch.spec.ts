import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canSeeProcesses, processesWith, untilGone } from '../processes.ts'
import { ANSWER_WAV, expect, FIXTURES, MICRO_MODEL, ROOT, test, usesElectron } from './app.ts'
import { startRecording } from './pages/flows.ts'

test.skip(usesElectron, 'these are about the browser host and the launcher before it')

/** Runs the launcher as npm does and answers what it printed and how it ended. */
async function launch(...args: string[]): Promise<{ output: string; exitCode: number | null }> {
  const child = spawn(process.execPath, ['electron/launch/start.mjs', ...args], { cwd: ROOT })
  const output = collect(child)
  await once(child, 'exit')
  return { output: output(), exitCode: child.exitCode }
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const add = (chunk: Buffer) => {
    text += chunk
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return () => text
}

test('npm start says in one line where it is, and ends with Ctrl-C', async () => {
  test.skip(process.platform === 'win32', 'signals do not reach npm there')
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-npm-'))
  const child = spawn('npm', ['start', '--', '--no-open', '--data', dataDir], { cwd: ROOT, detached: true })
  const output = collect(child)
  await expect.poll(output, { timeout: 60_000 }).toMatch(/Starbeat is ready at http:\/\/127\.0\.0\.1:\d+\/\S+\n/)
  process.kill(-child.pid!, 'SIGINT')
  await once(child, 'exit')
})

test('a data folder that is in use is said, and nothing happens to it', async ({ start }) => {
  const { dataDir } = await start()
  const { output, exitCode } = await launch('--no-open', '--data', dataDir)
  expect(output).toContain('already running with the folder')
  expect(exitCode).toBe(1)
})

test('wrong flags, wrong models and foreign databases are said in plain words', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'starbeat-bad-'))
  const wrongFlag = await launch('--host', 'floppy')
  expect([wrongFlag.exitCode, wrongFlag.output]).toEqual([2, expect.stringContaining('Usage: npm start')])
  const wrongModel = await launch('--no-open', '--data', dataDir, '--model', join(FIXTURES, 'README.md'))
  expect([wrongModel.exitCode, wrongModel.output]).toEqual([1, expect.stringContaining('not a whisper.cpp model')])
  const noModel = await launch('--no-open', '--data', dataDir, '--model', '/nowhere.bin')
  expect([noModel.exitCode, noModel.output]).toEqual([1, expect.stringContaining('does not exist')])
})

test('the speech engine goes when the app is killed', async ({ start }) => {
  test.skip(!canSeeProcesses, 'processes cannot be looked up on this system')
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  await startRecording(page)
  const engine = join(ROOT, 'resources/engine')
  await expect.poll(() => processesWith(engine).length).toBeGreaterThan(0)
  await starbeat.kill()
  await untilGone(engine)
})
