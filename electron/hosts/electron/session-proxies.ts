import type { Session } from 'electron'
import { type Proxies, systemProxies } from '../../adapters/models/proxies.ts'

/** The proxies of the system's settings, as Chromium reads them; automatic configuration scripts included. */
export const sessionProxies = (session: Pick<Session, 'resolveProxy'>): Proxies =>
  systemProxies((url) => session.resolveProxy(url))
