import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  hashFile,
  parseSignatureFile,
  type SignedUpdate,
  signedText,
  verifyUpdate,
} from '../../../src/main/shell/updates/update-signature'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const temp = mkdtempSync(join(tmpdir(), 'metodist-update-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
const sha512 = Buffer.alloc(64, 7).toString('base64')
const signed = (version: string, hash = sha512): SignedUpdate => ({
  version,
  sha512: hash,
  signature: sign(null, signedText(version, hash), privateKey).toString('base64'),
})

describe('an update', () => {
  test('newer and well signed is taken', () => {
    expect(verifyUpdate(signed('1.2.0'), pem, '1.1.9')).toBe('good')
    expect(verifyUpdate(signed('1.10.0'), pem, '1.9.9')).toBe('good')
  })
  test('older or the same is not, however well signed', () => {
    expect(verifyUpdate(signed('1.2.0'), pem, '1.2.0')).toBe('not-newer')
    expect(verifyUpdate(signed('1.9.0'), pem, '1.10.0')).toBe('not-newer')
  })
  test('signed for another version or file is refused', () => {
    expect(verifyUpdate({ ...signed('1.2.0'), version: '1.3.0' }, pem, '1.0.0')).toBe('bad-signature')
    const other = Buffer.alloc(64, 8).toString('base64')
    expect(verifyUpdate({ ...signed('1.2.0'), sha512: other }, pem, '1.0.0')).toBe('bad-signature')
  })
  test('signed by another key, or not at all, is refused', () => {
    const stranger = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string
    expect(verifyUpdate(signed('1.2.0'), stranger, '1.0.0')).toBe('bad-signature')
    expect(verifyUpdate({ ...signed('1.2.0'), signature: '' }, pem, '1.0.0')).toBe('bad-signature')
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      type: 'spki',
      format: 'pem',
    }) as string
    expect(verifyUpdate(signed('1.2.0'), rsa, '1.0.0')).toBe('bad-signature')
  })
  test('with odd versions or hashes is malformed', () => {
    for (const version of ['', '1.2', '1.2.3-beta', 'v1.2.3', '1.2.3\n1.2.4']) {
      expect(verifyUpdate(signed(version), pem, '1.0.0')).toBe('malformed')
    }
    expect(verifyUpdate(signed('1.2.0', 'abc'), pem, '1.0.0')).toBe('malformed')
  })
  test('changed in any byte of its signature is refused', () => {
    const good = signed('2.0.0')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
        const bytes = Buffer.from(good.signature, 'base64')
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        return verifyUpdate({ ...good, signature: bytes.toString('base64') }, pem, '1.0.0') !== 'good'
      }),
    )
  })
})

test('the file of a signature is read strictly', () => {
  expect(parseSignatureFile('{"version":"1.0.0","sha512":"a","signature":"b","more":1}')).toEqual({
    version: '1.0.0',
    sha512: 'a',
    signature: 'b',
  })
  for (const text of ['', 'null', '[]', '{"version":1,"sha512":"a","signature":"b"}', '{"version":"1.0.0"}']) {
    expect(parseSignatureFile(text)).toBeNull()
  }
})

test('what the signing script signs is what the program accepts', async () => {
  // A tree of its own: the script writes the public key beside itself.
  for (const name of ['scripts/lib', 'resources']) mkdirSync(join(temp, name), { recursive: true })
  for (const name of ['scripts/sign-update.mjs', 'scripts/lib/paths.mjs', 'scripts/lib/run.mjs', 'package.json']) {
    copyFileSync(join(root, name), join(temp, name))
  }
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(temp, 'scripts/sign-update.mjs'), ...args]).status
  const installer = join(temp, 'metodist-setup.exe')
  writeFileSync(installer, 'installer')
  expect(run('new-key', join(temp, 'key.pem'))).toBe(0)
  expect(run('new-key', join(temp, 'key.pem'))).toBe(2)
  expect(run('sign', join(temp, 'key.pem'), installer)).toBe(0)
  const update = parseSignatureFile(readFileSync(`${installer}.sig`, 'utf8'))
  expect(update?.sha512).toBe(await hashFile(installer))
  const key = readFileSync(join(temp, 'resources/update-key.pub'), 'utf8')
  expect(update && verifyUpdate(update, key, '0.0.1')).toBe('good')
})

test('the key in the tree is one the program takes', () => {
  const key = readFileSync(join(root, 'resources/update-key.pub'), 'utf8')
  expect(verifyUpdate(signed('9.9.9'), key, '0.0.1')).toBe('bad-signature')
})
