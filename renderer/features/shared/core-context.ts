import { createContext } from 'react'
import type { Client } from '#contract/client'

/** The one client of the contract; hooks reach it through use-core.ts. */
export const CoreContext = createContext<Client | null>(null)
