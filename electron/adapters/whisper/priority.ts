import { constants, setPriority } from 'node:os'

/**
 * Lets everything else on the machine go first, the recording above all. It cannot be taken back: on Unix only root may
 * raise a priority. Nothing happens where the system refuses.
 */
export function stepBack(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // The child may be gone already; that is told elsewhere.
  }
}
