import type { IncomingMessage } from 'node:http'
import { AppError, errorCode } from '#domain/errors'
import { judgeAnswer } from '#domain/models/transfer'
import type { ExpectedFile, FetchOptions } from '../../services/ports/model.ts'
import { httpGet } from './http-get.ts'
import type { PartFile } from './part-file.ts'
import type { Proxies } from './proxies.ts'

/** Time, as downloads need it. */
export interface Timing {
  /** Resolves after a while; rejects when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>
  /** Rings after a while unless it is taken back by the answered function. */
  alarm(ms: number, ring: () => void): () => void
}

export interface Connection {
  readonly proxies: Proxies
  readonly timing: Timing
}

/** A connection on which nothing arrives for so long is given up. */
const STALL_MS = 30_000

/**
 * Asks once for what is missing of a file and adds what comes. Answers the trouble that ended it when it may pass, and
 * null when there was none; throws what will not pass.
 */
export async function fetchPart(
  part: PartFile,
  file: ExpectedFile,
  { url, signal, report }: FetchOptions,
  { proxies, timing }: Connection,
): Promise<AppError | null> {
  const stalled = new AbortController()
  let silence = timing.alarm(STALL_MS, () => stalled.abort())
  const heard = () => {
    silence()
    silence = timing.alarm(STALL_MS, () => stalled.abort())
  }
  let response: IncomingMessage | null = null
  try {
    const either = AbortSignal.any([signal, stalled.signal])
    response = await reached(httpGet(url, { headers: requestHeaders(part), signal: either, proxies }))
    const trouble = await followVerdict(response, part, file)
    if (trouble) return trouble
    await receive(response, part, file, (bytes) => {
      heard()
      report(bytes)
    })
    return part.receivedBytes < file.sizeBytes ? new AppError('download-unreachable', { detail: 'cut short' }) : null
  } catch (error) {
    if (signal.aborted || errorCode(error) !== 'download-unreachable') throw error
    return error as AppError
  } finally {
    silence()
    response?.destroy()
  }
}

/** `If-Range` makes the server send the whole file when it is not the version that our bytes are of (RFC 9110, 13.1.5). */
function requestHeaders({ receivedBytes, validator }: PartFile): Record<string, string> {
  const plain = { 'accept-encoding': 'identity', 'user-agent': 'Starbeat' }
  if (receivedBytes === 0) return plain
  return { ...plain, range: `bytes=${receivedBytes}-`, ...(validator === null ? {} : { 'if-range': validator }) }
}

async function followVerdict(response: IncomingMessage, part: PartFile, file: ExpectedFile): Promise<AppError | null> {
  const { statusCode = 0, headers } = response
  const answer = {
    status: statusCode,
    contentRange: headers['content-range'] ?? null,
    contentLength: headers['content-length'] ?? null,
    contentType: headers['content-type'] ?? null,
  }
  const detail = `status ${statusCode}`
  switch (judgeAnswer(answer, part.receivedBytes, file.sizeBytes)) {
    case 'append':
      return null
    case 'from-start':
      await part.restart(validatorOf(response))
      return null
    case 'ask-anew':
      await part.restart(null)
      return new AppError('download-unreachable', { detail })
    case 'passing':
      return new AppError('download-refused', { detail })
    case 'refused':
      throw new AppError('download-refused', { detail })
    case 'other-file':
      throw new AppError('download-damaged', { detail: 'another size' })
  }
}

/** Weak ETags name no bytes, so they cannot be gone on from. */
function validatorOf({ headers }: IncomingMessage): string | null {
  const { etag } = headers
  return etag !== undefined && !etag.startsWith('W/') ? etag : (headers['last-modified'] ?? null)
}

async function receive(
  response: IncomingMessage,
  part: PartFile,
  file: ExpectedFile,
  onProgress: (receivedBytes: number) => void,
): Promise<void> {
  const chunks = response[Symbol.asyncIterator]()
  for (let next = await reached(chunks.next()); !next.done; next = await reached(chunks.next())) {
    const chunk = next.value as Buffer
    if (part.receivedBytes + chunk.byteLength > file.sizeBytes) {
      throw new AppError('download-damaged', { detail: 'more than the whole' })
    }
    await part.append(chunk)
    onProgress(part.receivedBytes)
  }
}

/** Work on the network: what Node throws there becomes `download-unreachable`. */
async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('download-unreachable', { cause })
  }
}
