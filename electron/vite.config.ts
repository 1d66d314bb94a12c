import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Bundles the main side: one file a door. Only the native module and Electron itself stay outside. */
export default defineConfig({
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
        cli: path('cli/starbeat.ts'),
      },
      external: ['electron', 'better-sqlite3'],
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
})
