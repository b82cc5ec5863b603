import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cli, demoFolder } from './support/cli'

let root = ''
let dir = ''
beforeEach(async () => {
  dir = await demoFolder()
  root = dirname(dir)
})

const at = (...args: string[]): string[] => [...args, '--data', dir, '--json']
const director = async (): Promise<string> =>
  (await cli(at('show', 'school', '1'))).json<{ school: { director: string } }>().school.director

async function rename(to: string): Promise<void> {
  const { school } = (await cli(at('show', 'school', '1'))).json<{ school: object }>()
  const input = JSON.stringify({ id: 1, revision: null, school: { ...school, director: to } })
  expect((await cli(at('call', 'schools.save', '--input', input))).code).toBe(0)
}

interface Made {
  file: string
  bytes: number
  reason: string
  encrypted: boolean
}
interface Restored {
  restored: string
  kept: string | null
}

describe('backup and restore', () => {
  test('a backup beside the others; a restore keeps what was there and can be taken back', async () => {
    const before = await director()
    const made = (await cli(at('backup'))).json<Made>()
    expect(made).toMatchObject({ reason: 'manual', encrypted: false })
    expect(statSync(made.file).size).toBe(made.bytes)
    await rename('Новикова Н.Н.')
    const back = (await cli(at('restore', made.file))).json<Restored>()
    expect(back.restored).toBe(made.file)
    expect(await director()).toBe(before)
    expect((await cli(at('restore', back.kept ?? ''))).code).toBe(0)
    expect(await director()).toBe('Новикова Н.Н.')
    expect((await cli(at('check'))).json()).toEqual({ ok: true, problems: [] })
  })

  test('a backup into a named file goes into another folder', async () => {
    const file = join(root, 'stick', 'copy.sqlite')
    expect((await cli(at('backup', '--out', file))).json<Made>().file).toBe(file)
    const other = join(root, 'other')
    expect((await cli(['restore', file, '--data', other, '--json'])).json()).toEqual({ restored: file, kept: null })
    expect((await cli(['list', 'schools', '--data', other, '--json'])).json<{ total: number }>().total).toBe(34)
  })

  test('what is no backup is refused and nothing is touched', async () => {
    const bad = join(root, 'bad.sqlite')
    writeFileSync(bad, 'это не база')
    const bytes = readFileSync(join(dir, 'metodist.sqlite'))
    for (const file of [bad, join(root, 'absent.sqlite')]) {
      const refused = await cli(at('restore', file))
      expect(refused.code).toBe(1)
      expect(refused.failure().code).toBe('backup-invalid')
    }
    expect(readFileSync(join(dir, 'metodist.sqlite')).equals(bytes)).toBe(true)
  })
})

describe('under a password', () => {
  const password = 'Ключ от ёлки 7'
  const make = (file: string) => cli(at('backup', '--out', file, '--password-stdin'), { input: `${password}\n` })

  test('the way there and back', async () => {
    const file = join(root, 'copy.encrypted')
    expect((await make(file)).json()).toMatchObject({ file, encrypted: true })
    const text = readFileSync(file).toString('latin1')
    expect(text.startsWith('METODIST-BACKUP')).toBe(true)
    expect(text).not.toContain('SQLite format 3')
    await rename('Новикова Н.Н.')
    const back = await cli(at('restore', file, '--password-stdin'), { input: password })
    expect(back.json<Restored>().restored).toBe(file)
    expect(await director()).toBe('Антипова Людмила Сергеевна')
    // Nothing unencrypted is left of it.
    expect(
      readdirSync(join(dir, 'backups')).filter((name) => name.startsWith('plain-') || name.includes('.part')),
    ).toEqual([])
  })

  test('without a name it lies beside the others', async () => {
    const { json } = await cli(at('backup', '--password-stdin'), { input: password })
    expect(json<Made>().file).toMatch(/backups.metodist-.*-manual\.encrypted$/)
    expect(existsSync(json<Made>().file)).toBe(true)
  })

  test('a wrong password, a changed byte, a cut end: one sentence, nothing changed', async () => {
    const file = join(root, 'copy.encrypted')
    await make(file)
    const broken = (name: string, change: (bytes: Buffer) => Buffer): string => {
      const path = join(root, name)
      writeFileSync(path, change(readFileSync(file)))
      return path
    }
    const flip = (place: number) => (bytes: Buffer) => {
      bytes[place] = (bytes[place] ?? 0) ^ 1
      return bytes
    }
    const before = await director()
    const attempts: [string, string][] = [
      [file, 'ключ от ёлки 7'],
      [broken('middle', flip(100_000)), password],
      [broken('salt', flip(22)), password],
      [
        broken('cost', (bytes) => Buffer.concat([bytes.subarray(0, 16), Buffer.from([40]), bytes.subarray(17)])),
        password,
      ],
      [broken('cut', (bytes) => bytes.subarray(0, bytes.length - 1000)), password],
      [broken('head', (bytes) => bytes.subarray(0, 50)), password],
    ]
    for (const [path, word] of attempts) {
      const refused = await cli(at('restore', path, '--password-stdin'), { input: word })
      expect(refused.code, path).toBe(1)
      expect(refused.failure().code, path).toBe('backup-invalid')
    }
    expect(await director()).toBe(before)
    expect(readdirSync(join(dir, 'backups'))).toEqual([])
  })

  test('the password is asked for, and must not be empty', async () => {
    const file = join(root, 'copy.encrypted')
    expect((await cli(at('backup', '--out', file, '--password-stdin'), { input: '\n' })).code).toBe(2)
    expect(existsSync(file)).toBe(false)
    await make(file)
    const silent = await cli(at('restore', file))
    expect(silent.code).toBe(2)
    expect(silent.failure().message).toContain('--password-stdin')
  })

  test('the layout is as documented: it opens without the program', async () => {
    const { createDecipheriv, scryptSync } = await import('node:crypto')
    const file = join(root, 'copy.encrypted')
    await make(file)
    const bytes = readFileSync(file)
    const [logN = 0, r = 0, p = 0] = bytes.subarray(16, 19)
    const key = scryptSync(password.normalize('NFC'), bytes.subarray(20, 36), 32, {
      N: 2 ** logN,
      r,
      p,
      maxmem: 2 ** 29,
    })
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(36, 48))
    decipher.setAAD(bytes.subarray(0, 48))
    decipher.setAuthTag(bytes.subarray(-16))
    const plain = Buffer.concat([decipher.update(bytes.subarray(48, -16)), decipher.final()])
    expect(plain.subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(bytes[15]).toBe(1)
  })
})
