import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decodeSource } from '#domain/bank/decode'
import { readBank } from '#domain/bank/read'
import { corpus } from './corpus.ts'
import { mutate, random } from './mutate.ts'
import { lostWords, retention } from './retention.ts'

const SEEDS = fileURLToPath(new URL('../../../../../shared/seeds', import.meta.url))
const RUNS = Number(process.env['STARBEAT_FUZZ_RUNS'] ?? 1000)
const HANG_MS = 1000

const ownDocuments = () => corpus().map(({ name, bytes }) => ({ name, text: decodeSource(bytes).text }))
const seeds = () =>
  existsSync(SEEDS)
    ? readdirSync(SEEDS).map((name) => ({ name, text: decodeSource(readFileSync(`${SEEDS}/${name}`)).text }))
    : []

test(`${RUNS} mutated documents are read without a crash, a hang or a lost word`, { timeout: 600_000 }, () => {
  const own = ownDocuments()
  // The reference banks are long: they get their share of time, not of runs.
  const large = seeds()
  const next = random(20_261_121)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  for (let run = 0; run < RUNS; run++) {
    const { name, text } = large.length > 0 && run % 50 === 0 ? pick(large) : pick(own)
    const mutated = mutate(text, pick(own).text, next)
    const start = process.cpuUsage()
    const read = readBank({ fileName: name, bytes: new TextEncoder().encode(mutated) })
    const { user } = process.cpuUsage(start)
    const where = `run ${run}, ${name}:\n${mutated}`
    if (user / 1000 > HANG_MS) expect.fail(`${user / 1000} ms in ${where}`)
    if (retention(read.text, read.bank) < 0.99) {
      expect.fail(`lost “${lostWords(read.text, read.bank).join(' ')}” in ${where}`)
    }
  }
})
