import { open } from 'node:fs/promises'
import { AppError } from '#domain/errors'
import { MAGIC } from './ggml-reader.ts'

/** Enough for the head of any model: numbers, filters and 52,000 tokens of a few bytes. */
const HEAD_BYTES = 4 << 20
const NUMBERS_BYTES = 4 * 12

/** GPT-2's way of cutting text into words before they become tokens (OpenAI gpt-2, encoder.py; whisper.cpp, tokenize). */
const WORD = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu

/**
 * Counts the tokens of texts as whisper.cpp would with a model: each word becomes the longest tokens that fit from its
 * start. Throws `model-missing`, `model-not-ggml` and `model-truncated`.
 */
export async function readTokenCounter(modelPath: string): Promise<(text: string) => number> {
  const tokens = await readTokens(modelPath)
  const longest = Math.max(...[...tokens].map((token) => token.length))
  return (text) => (text.match(WORD) ?? []).reduce((sum, word) => sum + tokensIn(bytesOf(word), tokens, longest), 0)
}

function tokensIn(word: string, tokens: ReadonlySet<string>, longest: number): number {
  let count = 0
  for (let at = 0; at < word.length; count++) {
    let length = Math.min(longest, word.length - at)
    while (length > 1 && !tokens.has(word.slice(at, at + length))) length--
    at += length
  }
  return count
}

/** Tokens are bytes, not always whole characters: one character stands for each byte. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

async function readTokens(path: string): Promise<Set<string>> {
  const head = await readHead(path)
  if (head.length < NUMBERS_BYTES || head.readUInt32LE(0) !== MAGIC) throw new AppError('model-not-ggml')
  try {
    let at = NUMBERS_BYTES
    at += 8 + 4 * head.readInt32LE(at) * head.readInt32LE(at + 4)
    const count = head.readInt32LE(at)
    at += 4
    const tokens = new Set<string>()
    for (let i = 0; i < count; i++) {
      const bytes = head.readUInt32LE(at)
      tokens.add(head.toString('latin1', at + 4, at + 4 + bytes))
      at += 4 + bytes
    }
    return tokens
  } catch (cause) {
    throw new AppError('model-truncated', { cause })
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((cause) => {
    throw new AppError('model-missing', { cause })
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
