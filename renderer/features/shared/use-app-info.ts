import type { AppInfo } from '#contract/app'
import { useRead } from './use-core.ts'

/** The app, its engine and what it stores; undefined until it is read. */
export const useAppInfo = (): AppInfo | undefined => useRead('app.info', {}).data
