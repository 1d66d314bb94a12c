import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { findBrowser, QUIET } from '../../../electron/hosts/browser/open-window.ts'
import { createPdfPrinter as createBrowserPrinter, printSwitches } from '../../../electron/hosts/browser/pdf-printer.ts'
import { createPdfPrinter as createElectronPrinter } from '../../../electron/hosts/electron/pdf-printer.ts'

const never = new AbortController().signal
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('starbeat-print-'))

/** A program that stands for a browser; the argument that names the PDF is in $pdf. */
function fakeBrowser(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'starbeat-fake-browser-')), 'browser')
  const find = 'for each in "$@"; do case "$each" in --print-to-pdf=*) pdf=$(echo "$each" | cut -d= -f2);; esac; done'
  writeFileSync(path, `#!/bin/sh\n${find}\n${script}\n`, { mode: 0o755 })
  return path
}

describe.skipIf(process.platform === 'win32')('printing with an installed browser', () => {
  it('gives the browser no network, no window and a profile of its own', () => {
    const args = printSwitches('/t/page.html', '/t/page.pdf', '/t/profile')
    expect(args).toEqual(expect.arrayContaining(['--headless', '--no-pdf-header-footer', '--user-data-dir=/t/profile']))
    expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
    expect(args).toEqual(expect.arrayContaining(QUIET))
    expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
    expect(args.at(-1)).toBe('file:///t/page.html')
  })

  it('answers what the browser printed, and leaves nothing behind', async () => {
    const before = leftovers()
    const printer = createBrowserPrinter(() => fakeBrowser('printf "%%PDF-fake" > "$pdf"'))
    expect(Buffer.from(await printer.print('<p>x</p>', never)).toString()).toBe('%PDF-fake')
    expect(leftovers()).toEqual(before)
  })

  it.each([
    ['is not there', () => null],
    ['cannot be run', () => '/no/such/browser'],
    ['ends with an error', () => fakeBrowser('exit 3')],
    ['prints nothing', () => fakeBrowser('exit 0')],
  ])('says so when the browser %s', async (_what, find) => {
    const before = leftovers()
    await expect(createBrowserPrinter(find).print('x', never)).rejects.toMatchObject({ code: 'pdf-unavailable' })
    expect(leftovers()).toEqual(before)
  })

  it('ends with its job, and the browser with it', async () => {
    const before = leftovers()
    const started = join(mkdtempSync(join(tmpdir(), 'starbeat-started-')), 'pid')
    const abort = new AbortController()
    const printing = createBrowserPrinter(() => fakeBrowser(`echo $$ > ${started}; exec sleep 60`)).print(
      'x',
      abort.signal,
    )
    await expect.poll(() => existsSync(started)).toBe(true)
    abort.abort(new Error('enough'))
    await expect(printing).rejects.toThrow('enough')
    expect(leftovers()).toEqual(before)
  })

  it.skipIf(findBrowser() === null)('prints a real PDF with a real browser', async () => {
    const pdf = await createBrowserPrinter().print('<!doctype html><p>Hello</p>', never)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})

describe('printing with Electron', () => {
  function fakes(print: () => Promise<Uint8Array> = async () => new Uint8Array([1])) {
    const happened: string[] = []
    let answer: (() => Response) | null = null
    let blocks: ((url: string) => boolean) | null = null
    let options: BrowserWindowConstructorOptions = {}
    const session = {
      webRequest: {
        onBeforeRequest(listener: (details: { url: string }, reply: (verdict: { cancel: boolean }) => void) => void) {
          blocks = (url) => {
            let isBlocked = false
            listener({ url }, ({ cancel }) => {
              isBlocked = cancel
            })
            return isBlocked
          }
        },
      },
      setPermissionRequestHandler: () => {},
      protocol: {
        handle: (_scheme: string, handler: () => Response) => {
          answer = handler
        },
        unhandle: () => {
          answer = null
        },
      },
    }
    let isDestroyed = false
    const open = (given: BrowserWindowConstructorOptions) => {
      options = given
      return {
        isDestroyed: () => isDestroyed,
        destroy() {
          isDestroyed = true
          happened.push('destroyed')
        },
        async loadURL(url: string) {
          happened.push(`${url}: ${await answer!().text()}`)
        },
        webContents: { printToPDF: print },
      } as unknown as BrowserWindow
    }
    const printer = createElectronPrinter(session as unknown as Session, open)
    return {
      printer,
      happened,
      options: () => options,
      blocks: (url: string) => blocks!(url),
      answers: () => answer !== null,
    }
  }

  it('loads the page in a hidden, sandboxed window without scripts, and takes the window away', async () => {
    const fake = fakes()
    expect(await fake.printer.print('<p>x</p>', never)).toEqual(new Uint8Array([1]))
    expect(fake.happened).toEqual(['starbeat://print/: <p>x</p>', 'destroyed'])
    expect(fake.options()).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    })
    expect(fake.answers()).toBe(false)
  })

  it('lets the page fetch nothing but itself', () => {
    const { blocks } = fakes()
    expect(blocks('starbeat://print/')).toBe(false)
    for (const url of ['https://example.org/', 'starbeat://app/', 'file:///etc/passwd', 'starbeat://print/x'])
      expect(blocks(url)).toBe(true)
  })

  it('takes the window away when printing fails, and says so', async () => {
    const fake = fakes(() => Promise.reject(new Error('no printer')))
    await expect(fake.printer.print('x', never)).rejects.toMatchObject({ code: 'pdf-unavailable' })
    expect(fake.happened.at(-1)).toBe('destroyed')
  })

  it('ends with its job', async () => {
    const abort = new AbortController()
    const fake = fakes(() => {
      abort.abort(new Error('enough'))
      return Promise.reject(new Error('window is gone'))
    })
    await expect(fake.printer.print('x', abort.signal)).rejects.toThrow('enough')
    expect(fake.happened.filter((what) => what === 'destroyed')).toHaveLength(1)
  })
})
