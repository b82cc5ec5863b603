import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { at } from './lib/paths.mjs'
import { say } from './lib/run.mjs'

/**
 * Our signature of updates.
 *   node scripts/sign-update.mjs new-key PRIVATE.pem      a new pair: the private key to a safe place, the public one into the tree
 *   node scripts/sign-update.mjs sign PRIVATE.pem FILE    writes FILE.sig for an installer of the version in package.json
 */
const [action, keyFile, file] = process.argv.slice(2)

if (action === 'new-key' && keyFile !== undefined && !existsSync(keyFile)) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(at('resources/update-key.pub'), publicKey.export({ type: 'spki', format: 'pem' }))
  say(`${keyFile} + resources/update-key.pub`)
} else if (action === 'sign' && keyFile !== undefined && file !== undefined) {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const sha512 = createHash('sha512').update(readFileSync(file)).digest('base64')
  // The same bytes as signedText() of src/main/shell/updates/update-signature.ts; a test holds them together.
  const text = Buffer.from(`metodist-update\n${version}\n${sha512}\n`, 'utf8')
  const signature = sign(null, text, createPrivateKey(readFileSync(keyFile, 'utf8'))).toString('base64')
  writeFileSync(`${file}.sig`, `${JSON.stringify({ version, sha512, signature })}\n`)
  say(`${file}.sig`)
} else {
  say('usage: sign-update.mjs new-key PRIVATE.pem | sign PRIVATE.pem FILE')
  process.exit(2)
}
