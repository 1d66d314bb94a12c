import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** True where processes can be looked up (Linux). */
export const canSeeProcesses = existsSync('/proc/self/stat')

/** Ids of running processes of a program whose command line holds every one of `parts`. */
export function processesWith(program: string, ...parts: string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const commandLine = commandLineOf(pid)
      return commandLine.startsWith(program) && parts.every((part) => commandLine.includes(part))
    })
}

/** Resolves when no process matches any more; the test's own time limit is the limit. */
export async function untilGone(program: string, ...parts: string[]): Promise<void> {
  while (processesWith(program, ...parts).length > 0) await new Promise((resolve) => setImmediate(resolve))
}

/** Resolves with the first process that matches. */
export async function untilThere(program: string, ...parts: string[]): Promise<number> {
  for (;;) {
    const [pid] = processesWith(program, ...parts)
    if (pid !== undefined) return pid
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A process that has ended but was not yet waited for has an empty command line. */
function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
