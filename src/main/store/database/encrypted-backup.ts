import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@shared/errors'
import { explainFolderError } from './folder'

/**
 * A backup under a password. The file:
 *
 * | bytes | what |
 * |---|---|
 * | 0–14 | `METODIST-BACKUP`, ASCII |
 * | 15 | version of this layout: 1 |
 * | 16 | log2 of scrypt's N |
 * | 17, 18 | scrypt's r and p |
 * | 19 | 0 |
 * | 20–35 | salt |
 * | 36–47 | nonce of AES-256-GCM |
 * | 48 – end−16 | the SQLite file, encrypted |
 * | last 16 | tag of GCM over all before it (bytes 0–47 are its associated data) |
 *
 * The key is scrypt(password in UTF-8 and NFC, salt, 32 bytes). Anyone with these lines can open it without the program.
 */
const magic = Buffer.from('METODIST-BACKUP', 'ascii')
const version = 1
const headerLength = 48
const tagLength = 16

/** 128 MiB and about half a second: what OWASP asks of scrypt. */
const cost = { logN: 17, r: 8, p: 1 }
/** A file from outside may ask for anything: no more memory than a gibibyte is given to it. */
const most = { logN: 20, r: 8, p: 4 }

export async function isEncryptedBackup(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    return bytesRead === magic.length && buffer.equals(magic)
  } finally {
    await handle.close()
  }
}

/**
 * Encrypts a whole file into `target`, reads it back through its tag, and only then gives it its name.
 * @throws AppError `disk-full`, `folder-read-only`, `folder-missing`
 */
export async function encryptBackup(source: string, target: string, password: string): Promise<void> {
  const temporary = `${target}.part-${process.pid}`
  try {
    const header = Buffer.concat([
      magic,
      Buffer.from([version, cost.logN, cost.r, cost.p, 0]),
      randomBytes(16),
      randomBytes(12),
    ])
    const key = await keyOf(password, header)
    const cipher = createCipheriv('aes-256-gcm', key, header.subarray(36, 48))
    cipher.setAAD(header)
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(header)
      await pipeline(createReadStream(source), cipher, async (parts: AsyncIterable<Buffer>) => {
        for await (const part of parts) await handle.writeFile(part)
      })
      await handle.writeFile(cipher.getAuthTag())
      await handle.sync()
    } finally {
      await handle.close()
    }
    await decipherInto(temporary, key, nowhere())
    await rename(temporary, target)
  } catch (error) {
    throw explainFolderError(error, dirname(target))
  } finally {
    await rm(temporary, { force: true })
  }
}

/**
 * Decrypts into `target`; nothing is left there when the password is wrong or the file was touched.
 * @throws AppError `backup-invalid`, `disk-full`, `folder-read-only`
 */
export async function decryptBackup(source: string, target: string, password: string): Promise<void> {
  const key = await keyOf(password, await readHeader(source))
  try {
    await decipherInto(source, key, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    await rm(target, { force: true })
    // GCM cannot tell a wrong key from changed bytes.
    if (error instanceof Error && /authenticate/u.test(error.message)) {
      throw new AppError(
        'backup-invalid',
        `Резервную копию «${basename(source)}» открыть не удалось: пароль не подходит или файл повреждён. Проверьте раскладку и регистр и повторите.`,
      )
    }
    throw explainFolderError(error, dirname(target))
  }
}

async function decipherInto(file: string, key: Buffer, sink: Writable): Promise<void> {
  const header = await readHeader(file)
  const { tag, end } = await readTag(file)
  const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(36, 48))
  decipher.setAAD(header)
  decipher.setAuthTag(tag)
  await pipeline(createReadStream(file, { start: headerLength, end }), decipher, sink)
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

async function readHeader(file: string): Promise<Buffer> {
  const header = await withFile(file, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLength), 0, headerLength, 0)
    return buffer.subarray(0, bytesRead)
  })
  const [logN = 0, r = 0, p = 0] = header.subarray(16, 19)
  const known = header.length === headerLength && header.subarray(0, magic.length).equals(magic)
  const sane = logN > 0 && logN <= most.logN && r > 0 && r <= most.r && p > 0 && p <= most.p
  if (!known || header[15] !== version || !sane) throw unreadable(file)
  return header
}

/** The tag, and the place of the last encrypted byte. */
function readTag(file: string): Promise<{ tag: Buffer; end: number }> {
  return withFile(file, async (handle) => {
    const { size } = await handle.stat()
    // A SQLite file is never empty, so neither is what it was encrypted into.
    if (size <= headerLength + tagLength) throw unreadable(file)
    const { buffer } = await handle.read(Buffer.alloc(tagLength), 0, tagLength, size - tagLength)
    return { tag: buffer, end: size - tagLength - 1 }
  })
}

function unreadable(file: string): AppError {
  return new AppError(
    'backup-invalid',
    `Резервная копия «${basename(file)}» повреждена или сделана более новой версией программы. Выберите другую.`,
  )
}

async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r')
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

function keyOf(password: string, header: Buffer): Promise<Buffer> {
  const [logN = 0, r = 0, p = 0] = header.subarray(16, 19)
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r + 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), header.subarray(20, 36), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
