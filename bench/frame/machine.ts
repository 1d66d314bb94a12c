import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { inMb } from './figures.ts'

/** The machine in one line, for the head of a report: figures mean nothing without it. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const load = loadavg()[0]!.toFixed(2)
  return [
    `${availableParallelism()} x ${model} (${arch()})`,
    inMb(totalmem()),
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `load ${load}`,
  ].join(', ')
}

/** What a process holds in memory now and has held at most, in bytes; null where that cannot be looked up. */
export function memoryOf(pid: number): { nowBytes: number; peakBytes: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
    return { nowBytes: field('VmRSS'), peakBytes: field('VmHWM') }
  } catch {
    return null
  }
}
