import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol } from 'electron'

/** `app://metodist/…` is the window's page, `app://paper/…` a paper to be printed. There is no other origin. */
export const appOrigin = 'app://metodist'
export const appPage = `${appOrigin}/index.html`
const paperOrigin = 'app://paper'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

const closed = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
const pagePolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; ${closed}`
/** A paper is text: it runs nothing and asks nothing of anyone but its fonts. */
const paperPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'; ${closed}`

/** Before `app` is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export interface AppFiles {
  /** Folder of the built page. */
  renderer: string
  /** Folder of the bundled fonts; served to papers at /fonts/. */
  fonts: string
}

/**
 * The path of a request as plain segments, or null for whatever is not one: dots, backslashes, encoded separators, control
 * characters, drive letters and empty segments never come near the file system.
 */
export function safeSegments(url: string, origin: string): string[] | null {
  if (!url.startsWith(`${origin}/`)) return null
  const path = url.slice(origin.length + 1).split(/[?#]/, 1)[0] ?? ''
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  const segments = decoded.split('/')
  return segments.every((segment) => /^[\p{L}\p{N}_@-][\p{L}\p{N}_@ .-]*$/u.test(segment) && !segment.includes('..'))
    ? segments
    : null
}

/** Papers waiting to be shown, by a name nobody can guess. */
export interface Papers {
  put(html: string): { url: string; drop: () => void }
}

export function serveApp(files: AppFiles): Papers {
  const papers = new Map<string, string>()
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405)
    const page = safeSegments(request.url, appOrigin)
    if (page !== null) return serveFile(files.renderer, page)
    const paper = safeSegments(request.url, paperOrigin)
    if (paper === null) return plain(404)
    const [head, ...rest] = paper
    if (head === 'fonts' && rest.length === 1) return serveFile(files.fonts, rest)
    const html = paper.length === 1 && head !== undefined ? papers.get(head) : undefined
    return html === undefined ? plain(404) : answer(html, '.html', paperPolicy)
  })
  return {
    put(html) {
      const name = randomBytes(16).toString('hex')
      papers.set(name, html)
      return { url: `${paperOrigin}/${name}`, drop: () => papers.delete(name) }
    },
  }
}

async function serveFile(folder: string, segments: readonly string[]): Promise<Response> {
  const extension = extname(segments.at(-1) ?? '').toLowerCase()
  if (!(extension in types)) return plain(404)
  let body: Buffer
  try {
    body = await readFile(join(folder, ...segments))
  } catch {
    return plain(404)
  }
  if (extension !== '.html') return answer(body, extension)
  const nonce = randomBytes(16).toString('base64')
  return answer(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce), extension, pagePolicy(nonce))
}

function answer(body: string | Buffer, extension: string, policy?: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': types[extension] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      ...(policy === undefined
        ? { 'cache-control': 'public, max-age=31536000, immutable' }
        : { 'cache-control': 'no-store', 'content-security-policy': policy }),
    },
  })
}

const plain = (status: number): Response => new Response(null, { status })
