import { expect, it } from 'vitest'
import { buildProgress } from '../../../electron/adapters/whisper/engine/build.ts'
import { enginePaths } from '../../../electron/adapters/whisper/engine/paths.ts'

it.each([
  ['[ 42%] Building CXX object whisper/src/CMakeFiles/whisper.dir/whisper.cpp.o', 0.42],
  ['[100%] Built target whisper-server', 1],
  ['[3/12] Building C object', 0.25],
  ['-- Configuring done', null],
])('reads the progress in %j', (line, fraction) => expect(buildProgress(line)).toBe(fraction))

it('knows where the programs stand on each system', () => {
  expect(enginePaths('/r', 'linux', 'x64').server).toBe('/r/engine/linux-x64/whisper-server')
  expect(enginePaths('/r', 'win32', 'arm64').cli).toMatch(/whisper-cli\.exe$/)
})
