/** What our page may load: itself, and nothing from any other place. The same for both hosts. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), display-capture=()',
}

/** The attempt whose recording a URL path names ("/audio/<id>.wav"), null for any other path. */
export const audioIdOf = (path: string): string | null => /^\/audio\/([\w-]{1,64})\.wav$/.exec(path)?.[1] ?? null

/** The archive that a URL path names ("/backups/starbeat-backup-….zip"), null for any other path. */
export const backupNameOf = (path: string): string | null =>
  /^\/backups\/(starbeat-backup-[\w-]{1,40}\.zip)$/.exec(path)?.[1] ?? null

/** What makes a browser save an archive instead of showing it. */
export const attachmentHeaders = (name: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/zip',
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})
