import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The longest path that every system accepts for a socket (macOS: 104 bytes with its end). */
const MAX_SOCKET_PATH = 100

/**
 * Takes a data folder for this process, or answers false when another Starbeat has it. A listening local socket is
 * the lock: the system frees it with the process, so a killed Starbeat never blocks the next.
 */
export async function takeDataFolder(dataDir: string): Promise<boolean> {
  mkdirSync(dataDir, { recursive: true })
  const address = socketAddress(realpathSync(dataDir))
  if (await listen(address)) return true
  if (await answers(address)) return false
  rmSync(address, { force: true })
  return listen(address)
}

function socketAddress(dataDir: string): string {
  const name = `starbeat-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(dataDir, 'starbeat.lock')
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `${name}.lock`)
}

function listen(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server: Server = createServer((socket) => socket.end())
    server.once('error', () => resolve(false))
    server.listen(address, () => {
      server.unref()
      resolve(true)
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
