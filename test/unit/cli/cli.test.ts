import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const FIXTURES = join(ROOT, 'test/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'starbeat-cli-'))

async function starbeat(...args: string[]) {
  const child = spawn(process.execPath, ['electron/cli/starbeat.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [exitCode] = await once(child, 'close')
  return { exitCode, output, errors }
}

const batch = (content: unknown) => {
  const file = join(folder, `batch-${Math.random()}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

describe('import', () => {
  it('prints what a bank is understood to say', async () => {
    const { exitCode, output } = await starbeat('import', join(FIXTURES, 'build-pipeline.md'), '--json')
    const bank = JSON.parse(output)
    expect(exitCode).toBe(0)
    expect(bank.title).toBe('Stories for tests')
    expect(bank.sections).toEqual([{ id: expect.any(String), title: 'Taking ownership' }])
    expect(bank.questions).toHaveLength(2)
    expect(bank.questions[0].sectionId).toBe(bank.sections[0].id)
    const [story] = bank.stories
    expect(story.questionIds).toEqual([bank.questions[0].id])
    expect(story.points.map((point: { part: string }) => point.part)).toEqual([
      'situation',
      'situation',
      'task',
      'action',
      'action',
      'action',
      'result',
      'result',
      'learning',
    ])
    expect(story.points[0]).toEqual({
      id: expect.any(String),
      part: 'situation',
      text: 'Our build pipeline took 90 minutes and developers were waiting every day',
      facts: ['90 minutes'],
      line: 8,
      lines: { from: 8, to: 8 },
    })
    expect(bank.problems).toEqual([])
  })
})

describe('coverage', () => {
  const stories = [{ id: 's', points: [{ id: 'p', part: 'result', text: 'We cut waste by 30%', facts: ['30%'] }] }]
  const answers = [
    { id: 'right', storyId: 's', transcript: 'In the end we cut waste by thirty percent.' },
    { id: 'wrong', storyId: 's', transcript: 'In the end we cut waste by fifty percent.' },
    { id: 'silent', storyId: 's', transcript: '' },
  ]

  it('judges answers and shows the characters that prove it', async () => {
    const { exitCode, output } = await starbeat('coverage', batch({ stories, answers }), '--json')
    const verdicts = JSON.parse(output)
    expect(exitCode).toBe(0)
    expect(verdicts.right.points).toEqual({ p: 'covered' })
    expect(verdicts.wrong).toMatchObject({ points: { p: 'partial' }, wrongFacts: ['p'] })
    expect(verdicts.silent).toEqual({ points: { p: 'missed' }, wrongFacts: [], evidence: {} })
    const [[from, to]] = verdicts.right.evidence.p
    expect(answers[0]!.transcript.slice(from, to)).toContain('cut waste by thirty percent')
  })

  it.each([
    ['no JSON', '{', /not JSON/],
    ['another shape', { stories: [] }, /does not fit/],
    ['an unknown story', { stories: [], answers }, /right names the story s/],
  ])('refuses %s', async (_what, content, message) => {
    const { exitCode, output, errors } = await starbeat('coverage', batch(content), '--json')
    expect([exitCode, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
  })
})

describe('bad input and wrong usage', () => {
  it.each([
    [['import', '/nowhere.md'], 1, /cannot be read/],
    [['import', join(FIXTURES, 'ggml-micro.en.bin')], 1, /no text/],
    [['transcribe', join(FIXTURES, 'README.md'), '--model', 'm.bin'], 1, /not a WAV/],
    [
      ['transcribe', join(FIXTURES, 'build-pipeline.wav'), '--model', join(FIXTURES, 'README.md')],
      1,
      /not a whisper.cpp model/,
    ],
    [['transcribe', join(FIXTURES, 'build-pipeline.wav')], 2, /--model is missing/],
    [['dance', 'x'], 2, /Usage/],
    [['constructor', 'x'], 2, /Usage/],
    [['import'], 2, /Usage/],
    [['import', 'a', 'b'], 2, /Usage/],
    [['import', 'a', '--colour'], 2, /Usage/],
    [[], 2, /Usage/],
  ])('%j exits with %d', async (args, code, message) => {
    const { exitCode, output, errors } = await starbeat(...args)
    expect([exitCode, output]).toEqual([code, ''])
    expect(errors).toMatch(message)
  })

  it('shows its usage when asked', async () => {
    expect(await starbeat('--help')).toMatchObject({ exitCode: 0, output: expect.stringContaining('Usage:') })
  })
})
