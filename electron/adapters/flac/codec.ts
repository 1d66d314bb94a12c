import * as imported from 'libflacjs/dist/libflac.js'
import { FLAC_BLOCK_SAMPLES } from '#domain/audio/flac'
import { pcmSamples } from '#domain/audio/pcm'
import { SAMPLE_RATE_HZ } from '#domain/audio/wav'
import { AppError } from '#domain/errors'

/** The best of libFLAC's presets: 380 times as fast as the recording in JavaScript, and 3 % smaller than the usual one. */
const COMPRESSION_LEVEL = 8

// The file is CommonJS: all of it comes as the default, which its types do not know.
const libflac = (imported as unknown as { default: typeof imported }).default

const unreadable = (detail: string) => new AppError('audio-unreadable', { detail })

/** Resolves when the library can be called. */
export function flacReady(): Promise<void> {
  return libflac.isReady() ? Promise.resolve() : new Promise((resolve) => libflac.on('ready', () => resolve()))
}

export interface FlacEncoder {
  /** Takes 16-bit little-endian PCM, 16 kHz mono, in whole samples. */
  push(pcm: Uint8Array): void
  end(): void
  /** Frees what the encoder holds; always to be called. */
  close(): void
}

/**
 * Encodes one recording; `onFrame` gets each frame as it is done, counted from 0, and no head. What it throws is thrown
 * by the next call.
 */
export function createFlacEncoder(onFrame: (bytes: Uint8Array, frame: number) => void): FlacEncoder {
  const encoder = libflac.create_libflac_encoder(SAMPLE_RATE_HZ, 1, 16, COMPRESSION_LEVEL, 0, false, FLAC_BLOCK_SAMPLES)
  let failure: unknown = null
  const status = libflac.init_encoder_stream(encoder, (bytes, _count, samples, frame) => {
    // An error thrown through the library would be swallowed there.
    try {
      if (samples > 0 && failure === null) onFrame(bytes, frame)
    } catch (error) {
      failure = error
    }
  })
  if (encoder === 0 || status !== 0) throw new AppError('internal', { detail: `FLAC encoder ${status}` })
  const done = (ok: boolean | number) => {
    if (failure !== null) throw failure
    if (!ok) throw new AppError('internal', { detail: `FLAC ${libflac.FLAC__stream_encoder_get_state(encoder)}` })
  }
  return {
    push(pcm) {
      const samples = Int32Array.from(pcmSamples(pcm))
      done(libflac.FLAC__stream_encoder_process_interleaved(encoder, samples, samples.length))
    },
    end: () => done(libflac.FLAC__stream_encoder_finish(encoder)),
    close: () => void libflac.FLAC__stream_encoder_delete(encoder),
  }
}

/**
 * Decodes a stream that `read` hands out in pieces of at most so many bytes, empty at its end; `onPcm` gets the samples
 * frame by frame. Throws `audio-unreadable`.
 */
export function decodeFlac(read: (bytes: number) => Uint8Array<ArrayBuffer>, onPcm: (pcm: Uint8Array) => void): void {
  const decoder = libflac.create_libflac_decoder(false)
  let failure: unknown = null
  // An error thrown through the library would leave it in the middle of its work.
  const kept = (act: () => void) => {
    try {
      if (failure === null) act()
    } catch (error) {
      failure = error
    }
  }
  const status = libflac.init_decoder_stream(
    decoder,
    (wanted) => {
      let buffer = new Uint8Array(0)
      kept(() => {
        buffer = read(wanted)
      })
      return { buffer, readDataLength: buffer.length, error: failure !== null }
    },
    (channels) => kept(() => onPcm(channels[0]!)),
    (code) =>
      kept(() => {
        throw unreadable(`FLAC frame ${code}`)
      }),
  )
  try {
    if (decoder === 0 || status !== 0) throw new AppError('internal', { detail: `FLAC decoder ${status}` })
    const ok = libflac.FLAC__stream_decoder_process_until_end_of_stream(decoder)
    if (failure !== null) throw failure
    if (!ok) throw unreadable(`FLAC state ${libflac.FLAC__stream_decoder_get_state(decoder)}`)
  } finally {
    libflac.FLAC__stream_decoder_delete(decoder)
  }
}
