import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'
import { AppError } from '#domain/errors'
import type { App } from '../app.ts'
import { compose } from '../compose.ts'
import { defaultDataDir } from '../data-dir.ts'
import { makeDataFolder, takeDataFolder } from '../data-lock.ts'
import { explain } from '../explain.ts'
import { openApp } from '../reopening.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import { APP_ORIGIN, answerRequest, SCHEME } from './protocol.ts'
import { lockContents, lockSession } from './security.ts'
import { sessionProxies } from './session-proxies.ts'
import { windowTransport } from './transport.ts'
import { askBeforeClosing, windowOptions } from './window.ts'

const OUT = dirname(fileURLToPath(import.meta.url))
const rendererDir = join(OUT, '../renderer')
const resourcesDir = app.isPackaged ? process.resourcesPath : join(OUT, '../../resources')

const flag = (name: string): string | null => app.commandLine.getSwitchValue(name) || null
const dataDir = resolve(flag('data') || process.env.STARBEAT_DATA || defaultDataDir(process.env))

// Chromium's own files lie beside ours, so that one folder is one Starbeat.
app.setPath('userData', join(dataDir, 'electron'))
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

try {
  makeDataFolder(dataDir)
  open()
} catch (error) {
  refuse(error)
}

/** Chromium's lock brings the window of a running Starbeat to the front; the folder's own also keeps the browser host out. */
function open(): void {
  if (!app.requestSingleInstanceLock()) {
    console.error(explain(new AppError('data-folder-taken'), dataDir))
    return app.exit(1)
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.whenReady().then(start).catch(refuse)
}

async function start(): Promise<void> {
  await takeDataFolder(dataDir)
  lockSession(session.defaultSession)
  const common = {
    paths: { dataDir, resourcesDir },
    host: 'electron',
    version: app.getVersion(),
    modelFile: flag('model'),
    proxies: sessionProxies(session.defaultSession),
    printer: createPdfPrinter(session.fromPartition('print'), (options) => new BrowserWindow(options)),
  } as const
  const starbeat = await openApp((reopening) => compose({ ...common, reopening }), refuse)
  const { audioPath, unpackedAudio, backupPath } = starbeat
  protocol.handle(SCHEME, (request) => answerRequest(request, { rendererDir, audioPath, unpackedAudio, backupPath }))
  openWindow(starbeat)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(starbeat)
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(starbeat)
}

function openWindow(starbeat: App): void {
  const window = new BrowserWindow(windowOptions(join(OUT, 'preload.cjs')))
  window.once('ready-to-show', () => window.show())
  askBeforeClosing(window, dialog, starbeat.isRecording)
  window.webContents.on('did-navigate', () => starbeat.connect(windowTransport(ipcMain, window.webContents)))
  void window.loadURL(`${APP_ORIGIN}/`)
}

function closeBeforeQuit(starbeat: App): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const quit = () => {
      closed = true
      app.quit()
    }
    starbeat
      .close()
      .catch((error) => console.error(error))
      .then(quit)
  })
}

/** Ends the app with a reason: without a window, an app that only threw would stay invisible and hold its locks. */
function refuse(error: unknown): void {
  const isKnown = error instanceof AppError
  const reason = explain(isKnown ? error : new AppError('internal', { cause: error }), dataDir)
  console.error(isKnown ? reason : error)
  dialog.showErrorBox('Starbeat could not start', reason)
  app.exit(1)
}
