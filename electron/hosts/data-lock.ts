import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#domain/errors'

/** The longest path that every system accepts for a socket (macOS: 104 bytes with its end). */
const MAX_SOCKET_PATH = 100

/** Makes the data folder if need be and answers its true path. Throws `data-folder-unusable` when it cannot be written. */
export function makeDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    return realpathSync(dataDir)
  } catch (cause) {
    throw new AppError('data-folder-unusable', { cause })
  }
}

/**
 * Takes a data folder for this process. Throws `data-folder-taken` when another Starbeat has it, whichever host that
 * one runs in, and `data-folder-unusable` when it cannot be written. A listening local socket is the lock: the system
 * frees it with the process, so a killed Starbeat never blocks the next.
 */
export async function takeDataFolder(dataDir: string): Promise<void> {
  for (const address of socketAddresses(makeDataFolder(dataDir))) {
    const outcome = await takeAddress(address)
    if (outcome === 'mine') return
    if (outcome === 'in-use') throw new AppError('data-folder-taken')
  }
  throw new AppError('data-folder-unusable')
}

/** In the folder itself; elsewhere for long paths and for file systems without sockets (exFAT, some shared folders). */
function socketAddresses(dataDir: string): string[] {
  const name = `starbeat-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return [`\\\\.\\pipe\\${name}`]
  const inside = join(dataDir, 'starbeat.lock')
  const elsewhere = join(tmpdir(), `${name}.lock`)
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH ? [inside, elsewhere] : [elsewhere]
}

type Outcome = 'mine' | 'in-use' | 'impossible'

async function takeAddress(address: string): Promise<Outcome> {
  const first = await listen(address)
  if (first !== 'in-use' || (await answers(address))) return first
  rmSync(address, { force: true })
  return listen(address)
}

function listen(address: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const server: Server = createServer((socket) => socket.end())
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' ? 'in-use' : 'impossible'),
    )
    server.listen(address, () => {
      server.unref()
      resolve('mine')
    })
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
