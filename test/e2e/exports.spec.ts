import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from '@plussub/srt-vtt-parser'
import { fromHtml } from 'hast-util-from-html'
import Papa from 'papaparse'
import { TranscriptJson } from '#contract/exports'
import { ANSWER_WAV, expect, MICRO_MODEL, STORY, test } from './app.ts'
import { check } from './axe.ts'
import { startRecording } from './pages/flows.ts'
import { ReportPage } from './pages/report-page.ts'

const ANSWER_S = 29

/** Runs a tool of the system and answers what it printed; test/install-system.sh installs them. */
function tool(name: string, ...args: string[]): Buffer {
  const { error, status, stdout, stderr } = spawnSync(name, args, { maxBuffer: 64 * 1024 * 1024 })
  if (error) throw new Error(`${name} is missing: run bash test/install-system.sh as root.`, { cause: error })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return stdout
}

const folder = mkdtempSync(join(tmpdir(), 'starbeat-exports-'))

/** Chooses an item of the export menu by keyboard and answers where the file was saved, and under which name. */
async function save(page: Page, item: string): Promise<{ path: string; name: string }> {
  await page.keyboard.press('e')
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  const file = await download
  const name = file.suggestedFilename()
  const path = join(folder, name)
  await file.saveAs(path)
  await expect(page.getByText(`“${name}” was saved`)).toBeVisible()
  return { path, name }
}

interface Node {
  type: string
  value?: string
  tagName?: string
  children?: Node[]
}

/** The text of a page without its styles. */
function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? ''
  return node.tagName === 'style' ? '' : (node.children ?? []).map(textOf).join(' ')
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ')

test('a report, its transcript and its sound leave Starbeat whole, in every format', async ({ start }) => {
  test.setTimeout(240_000)
  const starbeat = await start({ modelFile: MICRO_MODEL })
  const page = await starbeat.open({ microphone: ANSWER_WAV })
  const rehearsal = await startRecording(page)
  await rehearsal.untilRecorded(ANSWER_S)
  await rehearsal.finish()
  const report = new ReportPage(page)
  await expect(report.line).toContainText(/6 of 9 points, 1 wrong fact/)
  await report.override('a wiki page', 'Covered')
  await page.getByRole('listbox', { name: /Which words said/ }).waitFor()
  await page.keyboard.press('Escape')
  await expect(report.line).toContainText('7 of 9 points')
  const line = squeezed(await report.line.innerText())
  const transcript = squeezed(await report.text())
  const attemptId = page.url().split('/').at(-1)!

  await test.step('the menu can be seen and used by everybody', async () => {
    await page.keyboard.press('e')
    await expect(page.getByRole('menu', { name: 'Export' })).toBeVisible()
    await check(page, 'export menu')
    await page.keyboard.press('Escape')
  })

  const holdsReport = (text: string) => {
    const all = squeezed(text)
    for (const words of [line, STORY, 'taking ownership', 'by you', 'Wrong facts', '30 minutes', 'words a minute'])
      expect(all).toContain(words)
    expect(all).toContain(transcript.split(' ').slice(0, 8).join(' '))
  }

  await test.step('Markdown', async () => {
    const { path, name } = await save(page, 'Report as Markdown')
    expect(name).toMatch(/^Tell me about a time.* \d{4}-\d\d-\d\d \d\d\.\d\d\.md$/)
    holdsReport(readFileSync(path, 'utf8').replaceAll('\\', ''))
  })

  await test.step('HTML', async () => {
    const { path } = await save(page, 'Report as web page (HTML)')
    const html = readFileSync(path, 'utf8')
    holdsReport(textOf(fromHtml(html) as unknown as Node))
    expect(html).not.toMatch(/<script|https?:/)
  })

  await test.step('PDF, with its text as another program reads it', async () => {
    const { path } = await save(page, 'Report as PDF')
    const text = tool('pdftotext', '-layout', path, '-').toString()
    holdsReport(tool('pdftotext', path, '-').toString())
    expect(text).toContain('Transcript')
    expect(tool('pdfinfo', path).toString()).toMatch(/Title:\s+Tell me about a time/)
  })

  await test.step('transcript as text, subtitles and JSON', async () => {
    const txt = readFileSync((await save(page, 'Transcript as text')).path, 'utf8')
    expect(squeezed(txt).trim()).toBe(transcript)

    for (const item of ['Transcript as SRT subtitles', 'Transcript as WebVTT subtitles']) {
      const { entries } = parse(readFileSync((await save(page, item)).path, 'utf8'))
      expect(squeezed(entries.map(({ text }) => text).join(' '))).toBe(transcript)
      for (const [at, { from, to, text }] of entries.entries()) {
        expect(to - from).toBeGreaterThanOrEqual(833)
        expect(from).toBeGreaterThanOrEqual(entries[at - 1]?.to ?? 0)
        for (const each of text.split('\n')) expect(each.length).toBeLessThanOrEqual(42)
      }
    }

    const json = TranscriptJson.parse(
      JSON.parse(readFileSync((await save(page, 'Transcript as JSON, with times')).path, 'utf8')),
    )
    expect(json.words.map(({ text }) => text).join(' ')).toBe(transcript)
    expect(json.story).toBe(STORY)
  })

  await test.step('sound, sample by sample', async () => {
    const { path } = await save(page, 'Sound as WAV')
    const info = tool('soxi', path).toString()
    expect(info).toMatch(/Channels\s*: 1/)
    expect(info).toMatch(/Sample Rate\s*: 16000/)
    expect(info).toMatch(/Precision\s*: 16-bit/)
    const samples = (file: string) => tool('sox', file, '-t', 'raw', '-')
    const stored = samples(join(starbeat.dataDir, 'audio', `${attemptId}.wav`))
    expect(stored.length).toBeGreaterThan(ANSWER_S * 30_000)
    expect(samples(path).equals(stored)).toBe(true)
  })

  await test.step('the history as a table', async () => {
    const { path } = await save(page, 'All attempts as a table (CSV)')
    const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ story: STORY, covered: '7', points: '9', 'wrong facts': '1', favourite: 'no' })
    expect(line).toContain(`${data[0]!['words a minute']} words a minute`)
  })
})
