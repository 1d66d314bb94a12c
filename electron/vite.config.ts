import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const external = ['electron', 'better-sqlite3']

/** One file a door, and one for each thread (Word, FLAC). Only the native module and Electron itself stay outside. */
const main: UserConfig = {
  root: path('.'),
  build: {
    ssr: true,
    outDir: path('../out/main'),
    emptyOutDir: true,
    target: 'node22',
    rolldownOptions: {
      input: {
        electron: path('hosts/electron/main.ts'),
        browser: path('hosts/browser/main.ts'),
        'word-worker': path('adapters/word-worker.ts'),
        'flac-worker': path('adapters/flac/flac-worker.ts'),
      },
      // What the doors share lies beside them, and so beside the worker that it starts.
      output: { chunkFileNames: '[name]-[hash].js' },
      external,
    },
  },
  // libflacjs is CommonJS and asks where it lies; modules say that by another name.
  define: { __dirname: 'import.meta.dirname' },
  ssr: { noExternal: true, external },
}

/** A sandboxed preload is one CommonJS file. */
const preload: UserConfig = {
  root: path('.'),
  build: {
    ssr: path('hosts/electron/preload.ts'),
    outDir: path('../out/main'),
    emptyOutDir: false,
    target: 'node22',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' }, external },
  },
  ssr: { external },
}

export default defineConfig(({ mode }) => (mode === 'preload' ? preload : main))
