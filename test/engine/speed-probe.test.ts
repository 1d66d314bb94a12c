import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSpeedProbe } from '../../electron/adapters/models/speed-probe.ts'
import { enginePaths } from '../../electron/adapters/whisper/engine/paths.ts'
import { createWhisperEngine } from '../../electron/adapters/whisper/whisper-engine.ts'

const paths = enginePaths(join(import.meta.dirname, '../../resources'))
const narrow = { shape: { width: 64, heads: 1, audioLayers: 1, textLayers: 1 }, quantisation: 'q8_0' } as const
const probe = (at: string) => createSpeedProbe(at, () => createWhisperEngine(paths))

let at: string
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'starbeat-speed-'))
})
afterEach(() => rmSync(at, { recursive: true, force: true }))

describe.skipIf(!existsSync(paths.server))('the speed probe, with the built engine', () => {
  it('times each model with a short and a long sound, and leaves nothing behind', async () => {
    const told: number[] = []
    const signal = new AbortController().signal
    const timings = await probe(at).measure([narrow, narrow], { signal, report: (fraction) => told.push(fraction) })
    expect(timings).toHaveLength(2)
    for (const { shortMs, longMs } of timings) {
      expect(shortMs).toBeGreaterThan(0)
      expect(longMs).toBeGreaterThan(0)
    }
    expect(told).toEqual([0.5, 1])
    expect(readdirSync(at)).toEqual([])
  })

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    const stop = new AbortController()
    const report = () => stop.abort()
    await expect(probe(at).measure([narrow, narrow], { signal: stop.signal, report })).rejects.toThrow()
    expect(readdirSync(at)).toEqual([])
  })
})
