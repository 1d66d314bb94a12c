import { spawn } from 'node:child_process'
import { AppError } from '#domain/errors'
import type { VoiceDetection } from '../../services/ports/speech.ts'
import { stepBack } from './priority.ts'

/** Starts `voice-activity` (see engine/voice-activity.cpp) with a model; it ends with the recording or with the app. */
export function startVoiceDetection(
  program: string,
  modelPath: string,
  onProbabilities: (probabilities: readonly number[]) => void,
): VoiceDetection {
  const child = spawn(program, [modelPath], { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true })
  const closed = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  stepBack(child.pid)
  // A child that is gone says so by its code.
  child.stdin.on('error', () => {})
  child.stdout.on('data', (bytes: Buffer) => onProbabilities([...bytes].map((byte) => byte / 255)))
  return {
    push: (pcm) => new Promise((resolve) => void child.stdin.write(pcm, () => resolve())),
    async end() {
      child.stdin.end()
      if ((await closed) !== 0) throw new AppError('engine-failed', { detail: 'voice activity' })
    },
    close: () => void child.kill('SIGKILL'),
  }
}
