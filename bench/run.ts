import { parseArgs } from 'node:util'
import { SHAPES } from '../electron/adapters/models/shape-file.ts'
import { BENCHES, isBench, load } from './benches.ts'
import { machine } from './frame/machine.ts'
import { MEASURED, type Shape } from './frame/models.ts'
import { asMarkdown, asText } from './frame/table.ts'

const USAGE = `Usage: npm run bench -- [NAME...] [--shapes tiny,base,small] [--rounds N] [--markdown] [--list]

Runs the named benches, or all of them (half an hour); each prints its figures beside a baseline of the same run.
  --shapes     the model shapes that are measured: ${MEASURED.join(',')}
  --rounds     how often each contestant has its turn: 5
  --markdown   tables for docs/performance.md
  --list       what there is
`

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shapes: { type: 'string', default: MEASURED.join(',') },
      rounds: { type: 'string', default: '5' },
      markdown: { type: 'boolean' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if (values.list) {
    for (const name of BENCHES) console.log(`${name.padEnd(22)} ${(await load(name)).about}`)
    return
  }
  const unknown = positionals.filter((name) => !isBench(name))
  if (unknown.length > 0) throw new Error(`There is no bench named ${unknown.join(', ')}; --list names them.`)
  const shapes = values.shapes.split(',').map(asShape)
  const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 1)
  const print = values.markdown ? asMarkdown : asText
  console.log(`${machine()}\n`)
  for (const name of positionals.length > 0 ? positionals.filter(isBench) : BENCHES)
    for (const table of await (await load(name)).run({ shapes, rounds })) console.log(`${print(table)}\n`)
}

function asShape(name: string): Shape {
  if (!Object.hasOwn(SHAPES, name)) throw new Error(`There is no shape ${name}.`)
  return name as Shape
}

// Interrupted benches end in order, so that no scratch folder stays behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
await main(process.argv.slice(2))
