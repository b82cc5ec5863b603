import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'

/**
 * An update is taken only with our own signature (ed25519) over its version and the hash of its file. The publisher's name
 * in an installer is not relied on: it is not checked on Linux, and on Windows not for names in Cyrillic.
 */
export interface SignedUpdate {
  version: string
  /** sha512 of the installer, base64. */
  sha512: string
  /** base64 */
  signature: string
}

export type Verdict = 'good' | 'bad-signature' | 'not-newer' | 'malformed'

/** The bytes that are signed. */
export function signedText(version: string, sha512: string): Buffer {
  return Buffer.from(`metodist-update\n${version}\n${sha512}\n`, 'utf8')
}

export function verifyUpdate(update: SignedUpdate, publicKeyPem: string, currentVersion: string): Verdict {
  const parts = parseVersion(update.version)
  if (parts === null || Buffer.from(update.sha512, 'base64').length !== 64) return 'malformed'
  const signature = Buffer.from(update.signature, 'base64')
  if (signature.length !== 64) return 'bad-signature'
  const key = createPublicKey(publicKeyPem)
  if (key.asymmetricKeyType !== 'ed25519') return 'bad-signature'
  if (!verify(null, signedText(update.version, update.sha512), key, signature)) return 'bad-signature'
  const current = parseVersion(currentVersion)
  return current !== null && isNewer(parts, current) ? 'good' : 'not-newer'
}

type Version = readonly [number, number, number]

function parseVersion(text: string): Version | null {
  const found = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null
}

/** An older one, even well signed, could bring back a mended hole. */
function isNewer(one: Version, other: Version): boolean {
  for (const index of [0, 1, 2] as const) {
    if (one[index] !== other[index]) return one[index] > other[index]
  }
  return false
}

/** sha512 of a file, base64. */
export function hashFile(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512')
    createReadStream(file)
      .on('error', reject)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest('base64')))
  })
}

/** What lies in `<installer>.sig`. */
export function parseSignatureFile(text: string): SignedUpdate | null {
  try {
    const { version, sha512, signature } = JSON.parse(text) as Record<string, unknown>
    return typeof version === 'string' && typeof sha512 === 'string' && typeof signature === 'string'
      ? { version, sha512, signature }
      : null
  } catch {
    return null
  }
}
