import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '@shared/contract/app'
import { AppError } from '@shared/errors'
import { backupName } from '@store/database/backup'
import { decryptBackup, encryptBackup, isEncryptedBackup } from '@store/database/encrypted-backup'
import { type DataFolder, dataFolder, prepareFolder } from '@store/database/folder'
import { restoreBackup } from '@store/database/restore'
import { type CliContext, dataDir, type Printed, pathOf, usage, withStore } from '../context'

export interface BackupOptions {
  out?: string
  passwordStdin?: boolean
}

export async function backup(context: CliContext, options: BackupOptions): Promise<Printed> {
  const out = options.out === undefined ? null : pathOf(context, options.out)
  const password = options.passwordStdin === true ? await readPassword(context) : null
  return withStore(context, async ({ call, store }) => {
    const made =
      password === null
        ? await call('backups.make', { out, reason: 'manual' })
        : await encrypted(
            store.folder,
            out,
            password,
            (plain) => call('backups.make', { out: plain, reason: 'manual' }),
            context,
          )
    const answer = { ...made, bytes: statSync(made.file).size, encrypted: password !== null }
    return { json: answer, text: `Резервная копия${password === null ? '' : ' под паролем'}: ${answer.file}\n` }
  })
}

/** A plain copy is made beside the backups, encrypted, and removed. */
async function encrypted(
  folder: DataFolder,
  out: string | null,
  password: string,
  make: (plain: string) => Promise<Backup>,
  { io }: CliContext,
): Promise<Backup> {
  const now = io.now?.() ?? new Date()
  const target = out ?? backupName(folder, 'manual', now).replace(/\.sqlite$/, '.encrypted')
  const plain = temporaryIn(folder)
  try {
    const made = await make(plain)
    await encryptBackup(plain, target, password)
    return { ...made, file: target }
  } finally {
    rmSync(plain, { force: true })
  }
}

export async function restore(context: CliContext, file: string, options: BackupOptions): Promise<Printed> {
  const source = pathOf(context, file)
  if (!existsSync(source)) throw new AppError('backup-invalid', `Файла резервной копии нет: ${source}.`)
  const now = context.io.now?.() ?? new Date()
  const folder = dataFolder(dataDir(context))
  const locked = await isEncryptedBackup(source)
  if (locked && options.passwordStdin !== true) {
    throw usage('Эта копия под паролем: добавьте --password-stdin и передайте пароль на стандартный ввод.')
  }
  const done = locked
    ? await restoreEncrypted(folder, source, await readPassword(context), now)
    : restoreBackup(folder, source, now)
  const answer = { restored: source, kept: done.kept }
  const kept = done.kept === null ? '' : ` Прежние данные сохранены: ${done.kept}`
  return { json: answer, text: `Данные возвращены из копии ${source}.${kept}\n` }
}

async function restoreEncrypted(
  folder: DataFolder,
  source: string,
  password: string,
  now: Date,
): Promise<{ kept: string | null }> {
  prepareFolder(folder, true)
  const plain = temporaryIn(folder)
  try {
    await decryptBackup(source, plain, password)
    return restoreBackup(folder, plain, now)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(plain + suffix, { force: true })
  }
}

/** Not named as a backup: were the process killed here, nobody would take it for one. */
function temporaryIn(folder: DataFolder): string {
  return join(folder.backups, `plain-${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
}

async function readPassword({ io }: CliContext): Promise<string> {
  const [password = ''] = (await io.input()).split(/\r?\n/u)
  if (password === '') throw usage('Пароль пуст: передайте его первой строкой на стандартный ввод.')
  return password
}
