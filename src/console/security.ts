/** Nothing runs or loads but our own two files and pictures; no frame, no other form target, no address left behind. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
/** A stored file, opened by itself, is a thing without rights. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

const COMMON: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: browsers would then say "null" for the origin of our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Headers of every answer; one that sets a policy of its own keeps it. */
export function secured(answer: Response, secure: boolean): Response {
  for (const [name, value] of Object.entries(COMMON)) answer.headers.set(name, value)
  if (!answer.headers.has('Content-Security-Policy')) answer.headers.set('Content-Security-Policy', PAGE_POLICY)
  if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store')
  if (secure) answer.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return answer
}

/** Pictures the browser may show; everything else is only saved. SVG is a program and is not among them. */
const SHOWN = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

/** Headers of a stored file. `name` is ours, never a listing's. */
export function fileHeaders(mediaType: string, name: string): Record<string, string> {
  const shown = SHOWN.includes(mediaType)
  return {
    'Content-Type': shown ? mediaType : 'application/octet-stream',
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${name}"`,
    'Content-Security-Policy': FILE_POLICY,
    'Cache-Control': 'private, max-age=86400, immutable',
  }
}
