import '@fontsource-variable/inter/wght.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '#contract/client'
import { App } from './app.tsx'
import { pickTransport } from './transport/pick.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <App client={createClient(pickTransport())} />
  </StrictMode>,
)
