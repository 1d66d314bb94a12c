import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where Starbeat keeps its data on this system unless it is told otherwise: one place for every host. */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Starbeat')
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData/Roaming'), 'Starbeat')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'starbeat')
}
