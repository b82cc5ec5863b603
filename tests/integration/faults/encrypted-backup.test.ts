import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { decryptBackup, encryptBackup, isEncryptedBackup } from '@store/database/encrypted-backup'
import { openStore } from '@store/store'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/store'
import { overwrite } from './support/files'
import { limit, random, rounds, seed } from './support/rounds'

const password = 'Пароль ёлка №1'

// Made once: the key is meant to take its time.
let made: { dir: string; plain: string; file: string }
beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'metodist-test-'))
  const store = openStore({ dir, create: true, version: '0', author: 'Тест' })
  await store.router.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  await store.close()
  made = { dir, plain: store.folder.database, file: join(dir, 'копия.encrypted') }
  await encryptBackup(made.plain, made.file, password)
})
afterAll(() => rmSync(made.dir, { recursive: true }))

function encrypted(): { plain: string; file: string; out: string } {
  const dir = temporaryFolder()
  const file = join(dir, 'копия.encrypted')
  copyFileSync(made.file, file)
  return { plain: made.plain, file, out: join(dir, 'открытая.sqlite') }
}

describe('a backup under a password', () => {
  it('gives back the very file, and shows nothing of it without the password', async () => {
    const { plain, file, out } = encrypted()
    expect(await isEncryptedBackup(file)).toBe(true)
    expect(await isEncryptedBackup(plain)).toBe(false)
    const bytes = readFileSync(file)
    for (const secret of ['SQLite format', 'Заречинский', 'CREATE TABLE', password]) {
      expect(bytes.includes(Buffer.from(secret))).toBe(false)
    }
    await decryptBackup(file, out, password)
    expect(readFileSync(out).equals(readFileSync(plain))).toBe(true)
    // «ё» typed as one sign or as two is one password.
    const again = `${out}.2`
    await decryptBackup(file, again, password.normalize('NFD'))
    expect(existsSync(again)).toBe(true)
  })

  it('differs each time, and is not left half-made where it cannot be written', async () => {
    const { plain, file } = encrypted()
    const second = `${file}.2`
    await encryptBackup(plain, second, password)
    expect(readFileSync(second).subarray(20, 200).equals(readFileSync(file).subarray(20, 200))).toBe(false)
    await expect(encryptBackup(plain, join(dirname(file), 'нет', 'копия'), password)).rejects.toMatchObject({
      code: 'folder-missing',
    })
    expect(readdirSync(dirname(file)).sort()).toEqual([basename(file), basename(second)].sort())
  })

  it('does not open with another password', async () => {
    const { file, out } = encrypted()
    for (const wrong of ['Пароль елка №1', `${password} `]) {
      await expect(decryptBackup(file, out, wrong)).rejects.toMatchObject({
        code: 'backup-invalid',
        message: expect.stringMatching(/пароль не подходит или файл повреждён/),
      })
      expect(existsSync(out)).toBe(false)
    }
  })

  it('is refused whatever byte of it was changed or cut off, and leaves nothing behind', {
    timeout: limit(60_000),
  }, async () => {
    const { file, out } = encrypted()
    const good = readFileSync(file)
    const next = random(seed)
    for (let round = 0; round < rounds(3); round++) {
      const bad = `${file}.bad`
      copyFileSync(file, bad)
      const at = round % 3 === 0 ? Math.floor(next() * 48) : Math.floor(next() * good.length)
      if (round % 3 === 2) truncateSync(bad, at)
      else overwrite(bad, at, Uint8Array.of((good[at] ?? 0) ^ (1 + Math.floor(next() * 255))))
      const context = `METODIST_SEED=${seed} round ${round}: byte ${at}`
      await expect(decryptBackup(bad, out, password), context).rejects.toMatchObject({ code: 'backup-invalid' })
      expect(existsSync(out), context).toBe(false)
    }
  })

  it('from outside cannot ask for more memory than there is', async () => {
    const { file, out } = encrypted()
    const started = process.memoryUsage().rss
    for (const [logN, r, p] of [
      [31, 8, 1],
      [255, 255, 255],
      [17, 255, 1],
      [0, 8, 1],
    ]) {
      const bad = `${file}.bad`
      copyFileSync(file, bad)
      overwrite(bad, 16, Uint8Array.of(logN ?? 0, r ?? 0, p ?? 0))
      await expect(decryptBackup(bad, out, password)).rejects.toMatchObject({ code: 'backup-invalid' })
    }
    expect(process.memoryUsage().rss - started).toBeLessThan(300 * 2 ** 20)
  })

  it('is told from other files however short they are', async () => {
    const dir = temporaryFolder()
    for (const [n, bytes] of ['', 'M', 'METODIST-BACKUP', 'METODIST-BACKUP\u0001'].entries()) {
      const file = join(dir, `${n}`)
      writeFileSync(file, bytes)
      expect(await isEncryptedBackup(file)).toBe(n > 1)
      await expect(decryptBackup(file, join(dir, 'out'), password)).rejects.toMatchObject({ code: 'backup-invalid' })
    }
    onTestFinished(() => expect(existsSync(join(dir, 'out'))).toBe(false))
  })
})
