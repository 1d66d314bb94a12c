import { once } from 'node:events'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { StartHost } from './app.ts'
import { microphoneSwitches, rootSwitches } from './microphone.ts'
import { watchRequests } from './requests.ts'

/**
 * Electron out of the checkout's build. It is launched when it is opened, as its microphone is chosen then; it has one
 * window, so opening again closes what was open.
 */
export async function startElectronHost(
  executablePath: string,
  { root, dataDir, modelFile, foreign }: Parameters<StartHost>[0],
): ReturnType<StartHost> {
  let running: ElectronApplication | null = null

  const stop = async () => {
    await running?.close()
    running = null
  }
  return {
    dataDir,
    address: (screen) => `starbeat://app/#${screen}`,
    stop,
    async kill() {
      const child = running?.process()
      running = null
      if (!child) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    async open({ microphone, colorScheme = 'light', viewport = { width: 1280, height: 800 } } = {}) {
      await stop()
      const model = modelFile ? [`--model=${modelFile}`] : []
      const switches = [...microphoneSwitches(microphone), ...rootSwitches()]
      running = await _electron.launch({ executablePath, args: [...switches, root, `--data=${dataDir}`, ...model] })
      watchRequests(running.context(), foreign)
      const page: Page = await running.firstWindow()
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(viewport)
      return page
    },
  }
}
