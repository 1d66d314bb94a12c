import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** What the user gave cannot be used; the message says why. */
export class BadInput extends Error {}

/** The command line itself does not make sense. */
export class WrongUsage extends Error {}

/** A path as the user means it: npm runs scripts in the project's folder, not where the user stands. */
export const fromWhereUserStands = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** The bytes of a file named on the command line. Throws BadInput when it cannot be read. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(fromWhereUserStands(path)))
  } catch (error) {
    throw new BadInput(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`)
  }
}
