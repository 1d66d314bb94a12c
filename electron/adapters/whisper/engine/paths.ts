import { join } from 'node:path'

export interface EnginePaths {
  readonly folder: string
  readonly server: string
  readonly cli: string
  readonly voiceActivity: string
  readonly stamp: string
}

/** Where the engine's programs stand below the app's resources folder, whether or not they are built. */
export function enginePaths(resourcesDir: string, platform = process.platform, arch = process.arch): EnginePaths {
  const folder = join(resourcesDir, 'engine', `${platform}-${arch}`)
  const exe = platform === 'win32' ? '.exe' : ''
  return {
    folder,
    server: join(folder, `whisper-server${exe}`),
    cli: join(folder, `whisper-cli${exe}`),
    voiceActivity: join(folder, `voice-activity${exe}`),
    stamp: join(folder, 'engine.json'),
  }
}
