import { describe, expect, it } from 'vitest'
import { judgeAnswer, waitBeforeMs } from '#domain/models/transfer'

const SIZE = 1000
const judge = (received: number, status: number, contentRange: string | null, contentLength: string | null) =>
  judgeAnswer({ status, contentRange, contentLength, contentType: null }, received, SIZE)

describe('judgeAnswer', () => {
  it.each([
    ['the whole file', 0, 200, null, '1000', 'from-start'],
    ['the whole file of unknown length', 0, 200, null, null, 'from-start'],
    ['the whole file though a part was asked for', 400, 200, null, '1000', 'from-start'],
    ['a file of another length', 0, 200, null, '999', 'other-file'],
    ['another file though a part was asked for', 400, 200, null, '600', 'refused'],
    ['the part that is missing', 400, 206, 'bytes 400-999/1000', '600', 'append'],
    ['a part of a file of unknown length', 400, 206, 'bytes 400-999/*', '600', 'append'],
    ['a part of another file', 400, 206, 'bytes 400-1999/2000', '1600', 'refused'],
    ['another part', 400, 206, 'bytes 0-999/1000', '1000', 'ask-anew'],
    ['a part without saying which', 400, 206, null, '600', 'ask-anew'],
    ['several parts', 400, 206, 'multipart', null, 'ask-anew'],
    ['a part that nobody asked for', 0, 206, 'bytes 5-999/1000', '995', 'refused'],
    ['no such part', 400, 416, 'bytes */1000', null, 'ask-anew'],
    ['no such part though none was asked for', 0, 416, null, null, 'refused'],
    ['trouble at a gateway', 0, 502, null, null, 'passing'],
    ['too many requests', 400, 429, null, null, 'passing'],
    ['not found', 0, 404, null, null, 'refused'],
    ['a status of the future', 0, 299, null, null, 'refused'],
  ] as const)('%s', (_what, received, status, range, length, verdict) =>
    expect(judge(received, status, range, length)).toBe(verdict),
  )

  it.each([
    ['text/html; charset=utf-8', 'refused'],
    ['application/octet-stream', 'from-start'],
    ['text/plain', 'from-start'],
  ] as const)('takes no page for a model: %s', (contentType, verdict) => {
    const answer = { status: 200, contentRange: null, contentLength: null, contentType }
    expect([judgeAnswer(answer, 400, SIZE), judgeAnswer(answer, 0, SIZE)]).toEqual([verdict, verdict])
    expect(judgeAnswer({ ...answer, status: 503, contentType: 'text/html' }, 0, SIZE)).toBe('passing')
  })
})

it('waits twice as long each time, half a minute at most', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(waitBeforeMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})
