import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { backUp, backUpTo, freshBackup, listBackups } from '../../database/backup'
import { schemaVersion } from '../../database/migrate'
import { readProfile } from '../../database/profile'
import { readSetting, writeSetting } from '../../database/settings'
import type { Handlers } from '../../module'
import { generateDistrict } from '../../sample/generate/generate'
import { checkData } from './check'
import { initialise } from './initialise'

export const appHandlers = {
  'app.status': (context) => status(context),
  'app.initialise': (context, input) => initialise(context, input),
  'app.generate': (context, input) => generateDistrict(context, input),
  'app.check': (context) => checkData(context),

  'profile.get': ({ raw, today }) => readProfile(raw, today()),
  'profile.save': ({ raw, describe }, profile) => {
    describe(profile.municipality)
    writeSetting(raw, 'profile', profile)
    return {}
  },

  'drafts.put': ({ raw, now }, { key, payload }) => {
    raw
      .prepare(
        'INSERT INTO draft (key, savedAt, payload) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET savedAt = excluded.savedAt, payload = excluded.payload',
      )
      .run(key, now().toISOString(), JSON.stringify(payload ?? null))
    return {}
  },
  'drafts.get': ({ raw }, { key }) => {
    const row = raw
      .prepare<[string], { key: string; savedAt: string; payload: string }>('SELECT * FROM draft WHERE key = ?')
      .get(key)
    return row ? { key: row.key, savedAt: row.savedAt, payload: JSON.parse(row.payload) as unknown } : null
  },
  'drafts.list': ({ trx }) => trx.selectFrom('draft').select(['key', 'savedAt']).orderBy('savedAt', 'desc').execute(),
  'drafts.drop': ({ raw }, { key }) => {
    raw.prepare('DELETE FROM draft WHERE key = ?').run(key)
    return {}
  },

  'backups.list': ({ folder }) => listBackups(folder),
  'backups.make': ({ raw, folder, now }, { out, reason }) => {
    if (out !== null) return backUpTo(folder.database, out, reason, now())
    const known = reason === 'before-import' ? freshBackup(raw, folder, now()) : null
    return known ?? backUp(folder, reason, now())
  },
  'jobs.cancel': () => {
    throw new AppError('unknown-call', 'Остановить можно только работу, которая идёт.')
  },
} satisfies Handlers

const counted = ['school', 'librarian', 'association', 'meeting', 'decision'] as const

function status({ raw, folder, version }: QueryContext) {
  const last = raw.prepare<[], { at: string | null }>('SELECT max(at) AS at FROM changeGroup').get()
  const [newest] = listBackups(folder)
  const started = readSetting<{ mode: string } | null>(raw, 'initialised', null)
  return {
    version,
    dataDir: folder.dir,
    schemaVersion: schemaVersion(raw),
    initialised: started !== null,
    demo: started?.mode === 'demo',
    lastBackup: newest ?? null,
    // Every backup is opened and checked before it gets its name.
    lastBackupVerified: newest !== undefined,
    lastChangeAt: last?.at ?? null,
    counts: Object.fromEntries(
      counted.map((table) => [
        table,
        raw.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${table}"`).get()?.n ?? 0,
      ]),
    ),
  }
}
