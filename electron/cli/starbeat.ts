import { parseArgs } from 'node:util'
import { AppError } from '#domain/errors'
import { explain } from '../hosts/explain.ts'
import { BadInput, WrongUsage } from './input.ts'

const USAGE = `Usage: npm run -s starbeat -- COMMAND [--json]

  import FILE                      what a story bank is understood to say
  transcribe FILE.wav --model M    the words of a recording, with times
  coverage BATCH.json              which points the answers of a batch covered

With --json, or when the output is not a terminal, JSON is printed.
Exit codes: 0 done, 1 bad input, 2 wrong usage.`

interface Output {
  readonly json: unknown
  readonly text: string
}

/** The same services without a window, for scripts. */
async function main(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, model: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(USAGE)
  const [command, file, ...rest] = positionals
  const run = command && Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run || !file || rest.length > 0) throw new WrongUsage('A command and one file are expected.')
  const output = await run(file, values)
  console.log(values.json || !process.stdout.isTTY ? JSON.stringify(output.json, null, 2) : output.text)
}

type Command = (file: string, flags: { model?: string | undefined }) => Promise<Output>

/** Each command loads only what it needs. */
const commands: Record<string, Command> = {
  import: async (file) => (await import('./import.ts')).importCommand(file),
  coverage: async (file) => (await import('./coverage.ts')).coverageCommand(file),
  transcribe: async (file, { model }) => {
    if (!model) throw new WrongUsage('--model is missing.')
    return (await import('./transcribe.ts')).transcribeCommand(file, model)
  },
}

const isWrongUsage = (error: unknown): error is Error =>
  error instanceof WrongUsage || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (isWrongUsage(error)) {
    console.error(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else if (error instanceof BadInput || error instanceof AppError) {
    console.error(error instanceof AppError ? explain(error) : error.message)
    process.exitCode = 1
  } else throw error
}
