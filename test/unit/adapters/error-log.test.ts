import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { createErrorLog, describeError } from '../../../electron/adapters/error-log.ts'

const SPOKEN = 'we lost fifty thousand dollars a day'

it('says what kind of error it was and where, never what it said', () => {
  const inner = new SyntaxError(`Unexpected token in "${SPOKEN}"`)
  const text = describeError(new AppError('engine-failed', { cause: inner, detail: SPOKEN }))
  expect(text).toContain('AppError engine-failed')
  expect(text).toContain('SyntaxError')
  expect(text).toContain('error-log.test.ts')
  expect(text).not.toContain('fifty')
  expect(describeError(SPOKEN)).not.toContain('fifty')
})

it('hides messages of several lines too', () => {
  expect(describeError(new Error(`one\n    ${SPOKEN}\n  two`))).not.toContain('fifty')
  expect(describeError(new Error(`one\n    at ${SPOKEN}`))).not.toContain('fifty')
})

it('writes errors down under ids that differ, and starts a new file when the old one is large', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'starbeat-log-')), 'logs/starbeat.log')
  const log = createErrorLog(file, () => 0)
  const ids = [log.write('here', new Error('x')), log.write('there', new Error('y'))]
  const text = readFileSync(file, 'utf8')
  expect(new Set(ids).size).toBe(2)
  expect(text).toContain(`1970-01-01T00:00:00.000Z ${ids[0]} here`)
  writeFileSync(file, 'x'.repeat(1_000_001))
  log.write('later', new Error('z'))
  expect(readFileSync(file, 'utf8').length).toBeLessThan(5000)
})
