import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFileAtomically } from '../../../src/main/files/atomic-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'metodist-atomic-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

const root = process.getuid?.() === 0

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  )
}

describe('writes whole files', () => {
  test('bytes and text, in place of what was there', async () => {
    const file = join(folder, 'Протокол № 1.docx')
    await writeFileAtomically(file, 'старое')
    await writeFileAtomically(file, Buffer.from('новое'))
    expect(readFileSync(file, 'utf8')).toBe('новое')
    expect(readdirSync(folder)).toEqual(['Протокол № 1.docx'])
  })

  test('what a function pours into the stream, whether or not it ends it', async () => {
    const open = join(folder, 'open.xlsx')
    await writeFileAtomically(open, async (stream) => {
      for (let part = 0; part < 2000; part++)
        if (!stream.write('x'.repeat(1000))) await new Promise((next) => stream.once('drain', next))
    })
    expect(readFileSync(open)).toHaveLength(2_000_000)
    const ended = join(folder, 'ended.xlsx')
    await writeFileAtomically(ended, async (stream) => {
      stream.end('всё')
    })
    expect(readFileSync(ended, 'utf8')).toBe('всё')
  })

  test('through a link to the file it names', async () => {
    const shared = join(folder, 'shared')
    mkdirSync(shared)
    writeFileSync(join(shared, 'a.docx'), 'старое')
    symlinkSync(join(shared, 'a.docx'), join(folder, 'link.docx'))
    await writeFileAtomically(join(folder, 'link.docx'), 'новое')
    expect(readFileSync(join(shared, 'a.docx'), 'utf8')).toBe('новое')
  })

  test('under a name as long as the file system allows', async () => {
    const name = `${'ё'.repeat(120)}.docx`
    await writeFileAtomically(join(folder, name), 'текст')
    expect(readdirSync(folder)).toEqual([name])
  })
})

describe('leaves what was there when it cannot', () => {
  test('the writing function fails: its own error, the old file, nothing beside it', async () => {
    const file = join(folder, 'a.xlsx')
    writeFileSync(file, 'старое')
    const cancelled = new AppError('cancelled', 'Отменено.')
    const error = await failure(
      writeFileAtomically(file, async (stream) => {
        stream.write('половина')
        throw cancelled
      }),
    )
    expect(error).toBe(cancelled)
    expect(readFileSync(file, 'utf8')).toBe('старое')
    expect(readdirSync(folder)).toEqual(['a.xlsx'])
  })

  test('no such folder', async () => {
    const error = await failure(writeFileAtomically(join(folder, 'нет', 'a.docx'), 'x'))
    expect(error).toMatchObject({ code: 'file-unwritable', message: expect.stringMatching(/^Папки «.*нет» нет\./u) })
  })

  test('the name is of a folder', async () => {
    mkdirSync(join(folder, 'a.docx'))
    const error = await failure(writeFileAtomically(join(folder, 'a.docx'), 'x'))
    expect(error).toMatchObject({ code: 'file-unwritable', message: expect.stringContaining('это папка') })
    expect(readdirSync(folder)).toEqual(['a.docx'])
  })

  test('the name is too long', async () => {
    const error = await failure(writeFileAtomically(join(folder, `${'ё'.repeat(300)}.docx`), 'x'))
    expect(error).toMatchObject({ code: 'file-unwritable', message: expect.stringContaining('слишком длинное') })
    expect(readdirSync(folder)).toEqual([])
  })

  test('the folder is read-only', async () => {
    chmodSync(folder, 0o555)
    // Root writes anywhere but where the kernel itself forbids.
    const file = root ? '/sys/metodist.docx' : join(folder, 'a.docx')
    const error = await failure(writeFileAtomically(file, 'x'))
    expect(error).toMatchObject({ code: 'file-unwritable', message: expect.stringContaining('нельзя записать') })
  })

  test('the disk is full', async (context) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      context.skip('нельзя подключить маленький диск: нужны права root')
    }
    try {
      writeFileSync(join(disk, 'a.docx'), 'старое')
      const error = await failure(writeFileAtomically(join(disk, 'a.docx'), Buffer.alloc(1_000_000)))
      expect(error).toMatchObject({ code: 'disk-full', message: expect.stringContaining('Не хватило места на диске') })
      const streamed = await failure(
        writeFileAtomically(join(disk, 'b.xlsx'), async (stream) => {
          stream.write(Buffer.alloc(1_000_000))
        }),
      )
      expect(streamed).toMatchObject({ code: 'disk-full' })
      expect(readFileSync(join(disk, 'a.docx'), 'utf8')).toBe('старое')
      expect(readdirSync(disk)).toEqual(['a.docx'])
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

/** The nearest Linux has to a file open in Excel: a mount point, over which no file can be renamed (EBUSY). */
function hold(file: string): (() => void) | null {
  const held = join(folder, 'held')
  writeFileSync(held, 'открыто в Excel')
  try {
    execFileSync('mount', ['--bind', held, file], { stdio: 'ignore' })
  } catch {
    return null
  }
  return () => execFileSync('umount', [file])
}

describe('a file another program holds', () => {
  test('is tried again until it is let go', async (context) => {
    const file = join(folder, 'a.xlsx')
    writeFileSync(file, 'старое')
    const release = hold(file)
    if (!release) return context.skip('нельзя занять файл: нужны права root')
    const written = writeFileAtomically(file, 'новое')
    setTimeout(release, 60)
    await written
    expect(readFileSync(file, 'utf8')).toBe('новое')
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'held'])
  })

  test('is explained when it stays held, and nothing is left beside it', async (context) => {
    const file = join(folder, 'Школы.xlsx')
    writeFileSync(file, 'старое')
    const release = hold(file)
    if (!release) return context.skip('нельзя занять файл: нужны права root')
    try {
      expect(await failure(writeFileAtomically(file, 'новое'))).toMatchObject({
        code: 'file-busy',
        message: expect.stringMatching(/^Файл «Школы\.xlsx» занят: .* Закройте его там/u),
      })
      expect(readdirSync(folder).sort()).toEqual(['held', 'Школы.xlsx'])
    } finally {
      release()
    }
    expect(readFileSync(file, 'utf8')).toBe('старое')
  })
})
