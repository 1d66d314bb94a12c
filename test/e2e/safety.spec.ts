import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canSeeProcesses, processesWith } from '../processes.ts'
import { ANSWER_WAV, expect, MICRO_MODEL, ROOT, STORY, test, usesElectron } from './app.ts'
import { startRecording } from './pages/flows.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReportPage } from './pages/report-page.ts'

const ENGINE = join(ROOT, 'resources/engine')

test('an app that is killed while it records has lost a second at most', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(5)
  await starbeat.kill()
  if (!usesElectron) await expect(page.getByText('Starbeat has stopped in the background')).toBeVisible()

  const again = await start({ dataDir: starbeat.dataDir })
  const reopened = await again.open()
  await reopened.getByRole('button', { name: 'Open report' }).click()
  await expect(reopened.getByText('Recovered: it was cut off while recording')).toBeVisible()
  const [recording] = readdirSync(join(starbeat.dataDir, 'audio'))
  const recoveredMs = (statSync(join(starbeat.dataDir, 'audio', recording!)).size - 44) / 32
  expect(recording).toMatch(/\.wav$/)
  expect(recoveredMs).toBeGreaterThanOrEqual(4000)
})

test('a page that is closed while it records keeps what was said', async ({ start }) => {
  test.skip(usesElectron, 'closing its only window ends Electron, which asks first')
  const starbeat = await start()
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(2)
  await page.close({ runBeforeUnload: false })
  const reopened = await starbeat.open()
  const library = new LibraryPage(reopened)
  await expect(library.story(STORY)).toContainText('1 attempt')
})

test('without a model a user records, plays back and ticks points by hand', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(3)
  await rehearsal.finish()
  await expect(page.getByText(/There is no speech model yet/)).toBeVisible()
  const report = new ReportPage(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => report.position()).toBeGreaterThanOrEqual(1)
  await report.override('took 90 minutes', 'Covered')
  await report.override('45 minutes', 'Partial')
  await expect(report.line).toContainText('1 of 9 points')
})

test('a model file is checked before it counts', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open()
  await new LibraryPage(page).enter()
  await page.goto(starbeat.address('/settings/models'))
  const add = async (file: string) => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add a model file…' }).click()
    await (await choosing).setFiles(file)
  }
  const folder = mkdtempSync(join(tmpdir(), 'starbeat-models-'))
  const truncated = join(folder, 'ggml-short.bin')
  writeFileSync(truncated, readFileSync(MICRO_MODEL).subarray(0, 4_000_000))
  const wrong = join(folder, 'holiday.bin')
  writeFileSync(wrong, 'a photograph')

  for (const file of [truncated, wrong]) {
    await add(file)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.getByRole('radio', { name: /short|holiday/ })).toHaveCount(0)
    expect(existsSync(join(starbeat.dataDir, 'models', file.split('/').at(-1)!))).toBe(false)
  }
  await add(MICRO_MODEL)
  await expect(page.getByRole('radio', { name: /micro\.en/ })).toBeChecked()
})

test('a cancelled transcription leaves the recording as it was, and can be started again', async ({ start }) => {
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(6)
  await holdEngine(async () => {
    await rehearsal.finish()
    await page.getByRole('button', { name: 'Cancel' }).click()
  })
  await page.getByRole('button', { name: 'Transcribe' }).click()
  await expect(new ReportPage(page).line).toContainText(/\d of 9 points/)
})

test('an engine that is killed is replaced, one that keeps dying is said, and the next try works', async ({
  start,
}) => {
  test.skip(!canSeeProcesses, 'processes cannot be looked up on this system')
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const report = new ReportPage(page)
  const rehearsal = await startRecording(page)
  const kill = (pids: readonly number[]) => pids.forEach((pid) => void process.kill(pid, 'SIGKILL'))
  await rehearsal.untilRecorded(6)
  await holdEngine(async (pids) => {
    await rehearsal.finish()
    await expect(report.progress).toBeVisible()
    kill(pids)
  })
  await expect(report.line).toContainText(/\d of 9 points/)

  await page.keyboard.press('r')
  await rehearsal.button('Record').waitFor()
  await rehearsal.record()
  await rehearsal.untilRecorded(4)
  const again = page.getByRole('button', { name: 'Try again' })
  await holdEngine(async () => {
    await rehearsal.finish()
    const isSaid = async () => {
      kill(processesWith(ENGINE))
      return again.isVisible()
    }
    await expect.poll(isSaid, { intervals: [10] }).toBe(true)
  })
  await again.click()
  await expect(report.line).toContainText(/\d of 9 points/)
})

/** Stops the engine's process for a while, so that a test can act in the middle of its work, however fast it is. */
async function holdEngine(act: (pids: number[]) => Promise<void>): Promise<void> {
  const pids = processesWith(ENGINE)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  try {
    await act(pids)
  } finally {
    for (const pid of processesWith(ENGINE)) process.kill(pid, 'SIGCONT')
  }
}

test('a microphone without signal is said', async ({ start }) => {
  const silence = join(mkdtempSync(join(tmpdir(), 'starbeat-silence-')), 'silence.wav')
  const wav = Buffer.alloc(44 + 32_000 * 12)
  readFileSync(ANSWER_WAV).copy(wav, 0, 0, 44)
  wav.writeUInt32LE(wav.length - 44, 40)
  wav.writeUInt32LE(wav.length - 8, 4)
  writeFileSync(silence, wav)
  const page = await (await start()).open({ microphone: silence })
  const rehearsal = await startRecording(page)
  await expect(page.getByText(/no signal|hear nothing|no sound/i).first()).toBeVisible()
  await rehearsal.finish()
})

test('the page cannot reach beyond this machine, whatever runs in it', async ({ start }) => {
  const starbeat = await start()
  const page = await starbeat.open()
  const tries = await page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const outcome = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'went out',
        () => 'blocked',
      )
    return {
      fetch: await outcome(() => fetch('https://example.org/')),
      otherPort: await outcome(() => fetch('http://127.0.0.1:9/')),
      image: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const image = new Image()
            image.onload = resolve
            image.onerror = reject
            image.src = 'https://example.org/x.png'
          }),
      ),
      script: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement('script')
            script.onload = resolve
            script.onerror = reject
            script.src = 'https://example.org/x.js'
            document.head.append(script)
          }),
      ),
      refused,
    }
  })
  // Blocked by the page's own policy, not by a network that happens to be absent.
  expect(tries).toEqual({
    fetch: 'blocked',
    otherPort: 'blocked',
    image: 'blocked',
    script: 'blocked',
    refused: ['connect-src', 'connect-src', 'img-src', 'script-src-elem'],
  })
})
