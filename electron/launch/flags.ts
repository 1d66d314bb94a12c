import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../hosts/data-dir.ts'

export interface Flags {
  readonly host: 'electron' | 'browser' | 'auto'
  readonly dataDir: string
  readonly open: boolean
  readonly modelFile: string | null
}

export const USAGE = `Usage: npm start -- [--host electron|browser|auto] [--data DIR] [--no-open] [--model FILE]

  --host HOST    the door to open: Electron, an installed Chromium, or whichever is there (auto)
  --data DIR     where everything is kept (also STARBEAT_DATA)
  --no-open      print the address instead of opening a window
  --model FILE   use this speech model from where it lies`

/** What the command line and the environment ask for. Throws an Error with a message for the user. */
export function readFlags(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      host: { type: 'string', default: 'auto' },
      data: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      model: { type: 'string' },
    },
  })
  const { host } = values
  if (host !== 'electron' && host !== 'browser' && host !== 'auto') throw new Error(`--host ${host} is unknown.`)
  // npm runs scripts in the project's folder; paths are meant from where the user stands.
  const here = env.INIT_CWD ?? process.cwd()
  const fromHere = (path: string) => resolve(here, path)
  const chosen = values.data ?? env.STARBEAT_DATA
  return {
    host,
    dataDir: chosen ? fromHere(chosen) : defaultDataDir(env),
    open: !values['no-open'],
    modelFile: values.model ? fromHere(values.model) : null,
  }
}
