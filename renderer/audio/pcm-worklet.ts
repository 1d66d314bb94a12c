import type { FromWorklet, ToWorklet } from './pcm-messages.ts'

// The audio thread's own globals; TypeScript's DOM library leaves them out.
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
declare const sampleRate: number

const BLOCK_S = 0.05

/**
 * Collects the microphone's samples on the audio thread and posts them in blocks of 50 ms. Nothing is lost while the
 * page is busy: the port holds the blocks until they are read.
 */
class PcmProcessor extends AudioWorkletProcessor {
  #block = new Float32Array(Math.round(sampleRate * BLOCK_S))
  #filled = 0
  #isHeld = false
  #isEnded = false

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      // What was heard before the page asked still counts.
      this.#post()
      if (data === 'end') {
        this.#isEnded = true
        this.port.postMessage({ kind: 'ended' } satisfies FromWorklet)
      } else {
        this.#isHeld = data === 'hold'
      }
    }
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0]
    if (samples && !this.#isHeld && !this.#isEnded) this.#collect(samples)
    return !this.#isEnded
  }

  #collect(samples: Float32Array): void {
    for (const sample of samples) {
      this.#block[this.#filled++] = sample
      if (this.#filled === this.#block.length) this.#post()
    }
  }

  #post(): void {
    if (this.#filled === 0) return
    const samples = this.#block.slice(0, this.#filled)
    this.#filled = 0
    this.port.postMessage({ kind: 'block', samples } satisfies FromWorklet, [samples.buffer])
  }
}

registerProcessor('pcm', PcmProcessor)
