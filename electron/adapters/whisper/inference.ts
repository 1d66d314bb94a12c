import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SAMPLE_RATE_HZ, WAV_HEADER_BYTES, wavHeader } from '#domain/audio/wav'
import { AppError } from '#domain/errors'
import type { Sound, SpeechModel, TranscribeOptions } from '../../services/ports/speech.ts'
import type { ServerProcess } from './server-process.ts'

const BOUNDARY = 'starbeat-form-boundary'

/**
 * Sends sound to whisper-server and answers its JSON. Aborting closes the connection, on which the server stops
 * its work. Not `fetch`: that gives up when the first byte of an answer takes more than five minutes.
 */
export async function infer(
  server: ServerProcess,
  sound: Sound,
  model: SpeechModel,
  options: Pick<TranscribeOptions, 'signal' | 'prompt' | 'language'>,
): Promise<unknown> {
  const { signal } = options
  const { size, open } = await wavOf(sound)
  const head = formHead(requestFields(model, options))
  const tail = `\r\n--${BOUNDARY}--\r\n`
  const call = request({
    host: '127.0.0.1',
    port: server.port,
    path: `${server.requestPath}/inference`,
    method: 'POST',
    // One connection for each request: the server closes idle ones, which would break the next request on them.
    agent: false,
    signal,
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': Buffer.byteLength(head) + size + Buffer.byteLength(tail),
    },
  })
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    call.once('response', resolve)
    call.once('error', reject)
  })
  try {
    call.write(head)
    await Promise.race([pipeline(open(), call, { end: false }), answer])
    call.end(tail)
    const response = await answer
    const body = await readAll(response)
    if (response.statusCode === 400) throw new AppError('audio-unreadable')
    if (response.statusCode !== 200) throw new AppError('engine-failed', { detail: `status ${response.statusCode}` })
    return JSON.parse(body)
  } catch (cause) {
    call.destroy()
    answer.catch(() => {})
    if (signal.aborted) throw new AppError('cancelled')
    throw cause instanceof AppError ? cause : new AppError('engine-failed', { cause })
  }
}

/** The whole WAV file of a sound: its length in bytes and a way to read it. */
async function wavOf(sound: Sound): Promise<{ size: number; open(): Readable }> {
  if ('pcm' in sound) {
    const header = wavHeader(sound.pcm.byteLength, SAMPLE_RATE_HZ)
    return { size: WAV_HEADER_BYTES + sound.pcm.byteLength, open: () => Readable.from([header, sound.pcm]) }
  }
  const { size } = await stat(sound.wavPath).catch((cause) => {
    throw new AppError('audio-missing', { cause })
  })
  return { size, open: () => createReadStream(sound.wavPath) }
}

/** What Whisper can keep of earlier text: half its text window (448 tokens). The engine cuts longer prompts itself. */
const PROMPT_TOKENS = 224

/**
 * The fields of a request. The server splits segments at 60 characters unless it is told a longer length than any
 * sentence has, and drops a prompt where it may keep no earlier text.
 */
export function requestFields(
  { decoding, multilingual }: SpeechModel,
  { prompt = decoding.prompt, language = null }: Pick<TranscribeOptions, 'prompt' | 'language'>,
): Record<string, string> {
  return {
    response_format: 'verbose_json',
    temperature_inc: String(decoding.temperatureStep),
    language: multilingual ? (language ?? 'auto') : 'en',
    max_len: '100000',
    ...(prompt === null ? {} : { prompt, ...(decoding.maxContext === 0 && { max_context: String(PROMPT_TOKENS) }) }),
  }
}

function formHead(values: Record<string, string>): string {
  const parts = Object.entries(values).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = 'Content-Disposition: form-data; name="file"; filename="attempt.wav"\r\nContent-Type: audio/wav'
  return `${parts.join('')}--${BOUNDARY}\r\n${file}\r\n\r\n`
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
