import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#domain/errors'
import type { SpeechModel } from '../../services/ports.ts'
import type { ServerProcess } from './server-process.ts'

const BOUNDARY = 'starbeat-form-boundary'

/**
 * Sends a WAV file to whisper-server and answers its JSON. Aborting closes the connection, on which the server stops
 * its work. Not `fetch`: that gives up when the first byte of an answer takes more than five minutes.
 */
export async function infer(
  server: ServerProcess,
  wavPath: string,
  model: SpeechModel,
  signal: AbortSignal,
): Promise<unknown> {
  const { size } = await stat(wavPath).catch((cause) => {
    throw new AppError('audio-missing', { cause })
  })
  const head = formHead(fields(model))
  const tail = `\r\n--${BOUNDARY}--\r\n`
  const call = request({
    host: '127.0.0.1',
    port: server.port,
    path: `${server.requestPath}/inference`,
    method: 'POST',
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
    await Promise.race([pipeline(createReadStream(wavPath), call, { end: false }), answer])
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

/** The server splits segments at 60 characters unless it is told a longer length than any sentence has. */
const fields = (model: SpeechModel): Record<string, string> => ({
  response_format: 'verbose_json',
  temperature_inc: String(model.decoding.temperatureStep),
  language: model.multilingual ? 'auto' : 'en',
  max_len: '100000',
  ...(model.decoding.prompt === null ? {} : { prompt: model.decoding.prompt }),
})

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
