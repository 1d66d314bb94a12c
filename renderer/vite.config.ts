import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    // The page's policy allows no data: scripts or inline code; small files stay files.
    assetsInlineLimit: 0,
    target: 'es2024',
    // One page, loaded from this machine: a second request costs more than the bytes.
    chunkSizeWarningLimit: 1500,
  },
})
