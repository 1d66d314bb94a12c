import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { SAMPLE_RATE_HZ, wavHeader } from '../../core/domain/audio/wav.ts'
import { wordErrors } from '../../core/domain/transcript/word-errors.ts'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { normalWords, wordErrorRate } from '../engine/word-error-rate.ts'
import { canSeeProcesses, processesWith } from '../processes.ts'
import { ANSWER_WAV, expect, MICRO_MODEL, needsShared, ROOT, test, usesElectron } from './app.ts'
import { enterStage, startRecording } from './pages/flows.ts'
import { ReportPage } from './pages/report-page.ts'
import { lostFrames } from './sameness.ts'

const engine = enginePaths(join(ROOT, 'resources'))
const run = promisify(execFile)

/** What the engine alone hears in a whole file, with the micro model's settings. */
async function heardInWhole(wav: string): Promise<string[]> {
  const settings = ['-mc', '0', '-bs', '1', '-bo', '1', '-nf', '-np', '-nt']
  const { stdout } = await run(engine.cli, ['-m', MICRO_MODEL, '-f', wav, ...settings.slice(0, -1)])
  return normalWords(stdout.replaceAll(/\[[^\]]*\]/g, ' '))
}

const recordingIn = (dataDir: string): string => {
  const [name] = readdirSync(join(dataDir, 'audio'))
  return join(dataDir, 'audio', name!)
}

/** Sounds one after another as one file for the microphone. */
function joined(...pcm: Buffer[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'starbeat-sound-')), 'microphone.wav')
  const data = Buffer.concat(pcm)
  writeFileSync(file, Buffer.concat([wavHeader(data.length, SAMPLE_RATE_HZ), data]))
  return file
}

const samplesOf = (wav: string) => readFileSync(wav).subarray(44)

async function setting(page: Page, address: string, name: RegExp): Promise<void> {
  await page.goto(address)
  await page.getByRole('switch', { name }).locator('xpath=ancestor::label').click()
}

test('words heard live are those of the whole file', async ({ start }) => {
  test.setTimeout(240_000)
  const folder = needsShared('speech/wav')
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { file: string; text: string }[]
  const spoken = index.slice(0, 2)
  const microphone = joined(...spoken.map(({ file }) => samplesOf(join(folder, file))))
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(Math.ceil(samplesOf(microphone).length / 32_000) + 1)
  await rehearsal.finish()
  const report = new ReportPage(page)
  await expect(report.line).toContainText('of 9 points')

  const said = normalWords(spoken.map(({ text }) => text).join(' '))
  const live = wordErrorRate(said, normalWords(await report.text()))
  const whole = wordErrorRate(said, await heardInWhole(recordingIn(starbeat.dataDir)))
  console.log(`word error rate: ${(100 * live).toFixed(1)} % live, ${(100 * whole).toFixed(1)} % of the whole file`)
  expect(live).toBeLessThanOrEqual(whole + 0.01)
})

test('with every core busy no frame of the recording is lost', async ({ start }) => {
  test.skip(usesElectron, 'the page’s own samples are compared in the browser host')
  test.setTimeout(240_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await enterStage(page)
  const burners = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;);']))
  try {
    await rehearsal.record()
    await rehearsal.untilRecorded(20)
    await rehearsal.finish()
  } finally {
    for (const burner of burners) burner.kill('SIGKILL')
  }
  const recorded = samplesOf(recordingIn(starbeat.dataDir))
  expect(recorded.length / 32_000).toBeGreaterThan(19)
  expect(lostFrames(recorded, samplesOf(ANSWER_WAV))).toEqual([])
  const lacking = Buffer.concat([recorded.subarray(0, 320_000), recorded.subarray(320_256)])
  expect(lostFrames(lacking, samplesOf(ANSWER_WAV)), 'eight milliseconds that lack are noticed').not.toEqual([])
})

test('an engine that is killed while one speaks loses nothing', async ({ start }) => {
  test.skip(!canSeeProcesses, 'processes can only be looked up on Linux')
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  for (const seconds of [6, 12, 18]) {
    await rehearsal.untilRecorded(seconds)
    for (const pid of processesWith(engine.server)) process.kill(pid, 'SIGKILL')
  }
  await rehearsal.untilRecorded(29)
  await rehearsal.finish()
  await expect(new ReportPage(page).line).toContainText('6 of 9 points, 1 wrong fact')
})

test('a pause in the middle of a sentence loses and doubles nothing', async ({ start }) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  for (const seconds of [3, 7, 11]) {
    await rehearsal.untilRecorded(seconds)
    await page.keyboard.press('p')
    await rehearsal.button('Go on').first().waitFor()
    await page.keyboard.press('p')
    await rehearsal.button('Finish').first().waitFor()
  }
  await rehearsal.untilRecorded(20)
  await rehearsal.finish()
  const report = new ReportPage(page)
  await expect(report.line).toContainText('of 9 points')
  const whole = await heardInWhole(recordingIn(starbeat.dataDir))
  // Where sound is cut hard in the middle of a word either may hear another word.
  expect(wordErrors(whole, normalWords(await report.text()))).toBeLessThanOrEqual(4)
})

test('points are ticked while one speaks, for who wants that', async ({ start }) => {
  test.setTimeout(180_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  await page.getByRole('button', { name: 'Try the sample bank' }).waitFor()
  await setting(page, starbeat.address('/settings'), /Tick points while I speak/)
  await page.goto(starbeat.address('/welcome'))
  const rehearsal = await startRecording(page)
  const ticked = page.getByRole('region', { name: 'What to say' }).getByText('Covered')
  await expect(ticked.first()).toBeVisible({ timeout: 60_000 })
  await rehearsal.untilRecorded(12)
  await rehearsal.finish()
})

test('a recording without speech invents nothing and says how loud it was', async ({ start }) => {
  const hiss = Buffer.alloc(32 * 6000)
  for (let i = 0, noise = 1; i < hiss.length; i += 2) {
    noise = (Math.imul(noise, 1103515245) + 12345) & 0x7fffffff
    hiss.writeInt16LE((noise % 65) - 32, i)
  }
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: joined(hiss) })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(5)
  await rehearsal.finish()
  await expect(page.getByText(/^No speech heard, 0:0\d$/)).toBeVisible()
  await expect(page.getByText(/No speech was heard\. The loudest sound was at −\d\d dB/)).toBeVisible()
})
