import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decodeSource } from '#domain/bank/decode'
import { LABEL_WORDS } from '#domain/bank/label-words'
import { meaningOf } from '#domain/bank/labels'
import { type ReadBank, readBank } from '#domain/bank/read'
import { AppError } from '#domain/errors'
import { corpus } from './corpus.ts'
import { mutate, random } from './mutate.ts'
import { documentWords, keptTexts, keptWords, lostWords } from './retention.ts'

const SEEDS = fileURLToPath(new URL('../../../../../shared/seeds', import.meta.url))
const { STARBEAT_FUZZ_RUNS = '1000' } = process.env
const RUNS = Number(STARBEAT_FUZZ_RUNS)
const HANG_MS = 1000

const own = corpus().map(({ name, bytes }) => ({ name, text: decodeSource(bytes).text }))
const seeds = existsSync(SEEDS)
  ? readdirSync(SEEDS).map((name) => ({ name, text: decodeSource(readFileSync(`${SEEDS}/${name}`)).text }))
  : []

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Words that no text of the bank holds; a line that a change repeated may be kept once. Where a change cut markup in two, a label, its letter or a list number stands where no
 * reader would look for one, and a word may be kept in pieces: those are not lost.
 */
function missing({ text, bank }: ReadBank): string[] {
  const lost = lostWords(text, bank).filter((word) => !LABEL_WORDS.has(word) && !/^(?:\d{1,2}|\p{L})$/u.test(word))
  if (lost.length === 0) return lost
  const labels = letters(text.split('\n').filter(isLabelLine).join(' '))
  const words = new Set(keptWords(bank))
  const kept = letters(keptTexts(bank).join(' '))
  const isKept = (word: string) => words.has(word) || (word.length >= 4 && kept.includes(word))
  return lost.filter((word) => !labels.includes(word) && !isKept(word))
}

const isLabelLine = (line: string) => meaningOf(line.replace(/[^\p{L}\p{N}']+/gu, ' ').trim()) !== null

/** What is read, or null for bytes that are told to be no text. */
function tryRead(name: string, text: string): ReadBank | null {
  try {
    return readBank({ fileName: name, bytes: new TextEncoder().encode(text) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-text' && text.includes('\0')) return null
    throw error
  }
}

test(`${RUNS} mutated documents are read without a crash, a hang or a lost word`, { timeout: 600_000 }, () => {
  const next = random(20_261_121)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  for (let run = 0; run < RUNS; run++) {
    // The reference banks are long: they get their share of time, not of runs.
    const { name, text } = seeds.length > 0 && run % 50 === 0 ? pick(seeds) : pick(own)
    const mutated = mutate(text, pick(own).text, next)
    const start = process.cpuUsage()
    const read = tryRead(name, mutated)
    const ms = process.cpuUsage(start).user / 1000
    const where = `run ${run}, ${name}:\n${mutated}`
    if (ms > HANG_MS) expect.fail(`${ms} ms in ${where}`)
    const lost = read ? missing(read) : []
    // One word may be a label glued to its neighbour by a change, as in “[x](y)**Task:**”.
    if (read && lost.length > Math.max(1, documentWords(read.text).length / 100)) {
      expect.fail(`lost “${lost.join(' ')}” in ${where}`)
    }
  }
})
