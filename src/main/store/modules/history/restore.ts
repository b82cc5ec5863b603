import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { bumpRevision, insertRow, type Row, updateRow } from '../../database/aggregate'
import { type DerivedTable, derive, derivedColumns } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { rootTables, type TableInfo, tables } from '../../database/tables'
import { savedAnew } from '../../lists/kinds'
import { recordName, rootImage, rowOrLast } from './names'
import { isErased, type RowDelta } from './state'
import { type Image, shownValue } from './values'

/**
 * Writes rows back and then saves the record as its own editor would: the rules of saving judge the whole, computed
 * columns are made anew, the revision is raised. @throws AppError `not-found`, `duplicate`, `in-use`, `locked`
 */
export async function applyDeltas(
  context: CommandContext,
  record: string,
  id: number,
  deltas: readonly RowDelta[],
  allowDuplicate: boolean,
): Promise<SavedRecord> {
  const { raw } = context
  const table = rootTables[record]
  if (table === undefined) throw new AppError('invalid-input', `Вида записей «${record}» нет.`, 'record')
  if (deltas.length === 0) throw new AppError('invalid-input', 'Возвращать нечего: сейчас всё так, как было тогда.')
  refuseClosed(rootImage(raw, record, id), deltas)
  refuseBooked(record, rootImage(raw, record, id), deltas)
  const others = new Set<number>()
  for (const delta of deltas) {
    refuseMissing(context, delta)
    const owner = delta.now?.[tables[delta.table].owner]
    if (typeof owner === 'number' && owner !== id) others.add(owner)
    write(context, record, delta)
  }
  try {
    const isOwn = deltas.every((delta) => delta.table !== 'execution')
    if (isOwn) await savedAnew(record)?.(context, id, allowDuplicate)
  } catch (error) {
    // The path is that of a field of the record, which this command has none of.
    throw error instanceof AppError ? new AppError(error.code, `Вернуть нельзя. ${error.message}`) : error
  }
  if (!hasRevision(rootImage(raw, record, id))) return { id, revision: 1 }
  for (const other of others) bumpRevision(raw, table, record, { id: other, revision: 0 }, false)
  const { revision } = prepared<[number], { revision: number }>(
    raw,
    `SELECT revision FROM "${table}" WHERE id = ?`,
  ).get(id) ?? { revision: 0 }
  const before = deltas.find((delta) => delta.table === table)?.now?.revision
  const raised = savedAnew(record) !== undefined && before !== undefined && revision !== before
  return raised ? { id, revision } : bumpRevision(raw, table, record, { id, revision }, false)
}

const hasRevision = (image: Image | null): boolean => image !== null && 'revision' in image

/** @throws AppError `locked` */
export function refuseErased(root: Image | null): void {
  if (root === null || !isErased(root)) return
  throw new AppError('locked', 'Данные этого человека удалены по его требованию (152-ФЗ) и не возвращаются.')
}

/** A signed protocol stays as it is; marks of execution may change under a signature. */
function refuseClosed(root: Image | null, deltas: readonly RowDelta[]): void {
  refuseErased(root)
  if (root?.state === 'signed' && 'signedOn' in root && deltas.some((delta) => delta.table !== 'execution')) {
    throw new AppError(
      'locked',
      'Протокол подписан и закрыт от изменений. Исправьте его с указанием причины или сначала снимите подпись.',
    )
  }
}

/** A booked or reversed act stays as it is, but for its note. */
function refuseBooked(record: string, root: Image | null, deltas: readonly RowDelta[]): void {
  if (record !== 'write-off' || root === null || root.state === 'drafted') return
  const isNote = ({ table, now, wanted }: RowDelta): boolean =>
    table === 'writeOff' &&
    now !== null &&
    wanted !== null &&
    Object.keys(wanted).every((column) => column === 'note' || wanted[column] === now[column])
  if (deltas.every(isNote)) return
  throw new AppError(
    'locked',
    'Акт проведён и закрыт от изменений: из истории можно вернуть только примечание. Чтобы исправить акт, сторнируйте его и составьте новый.',
  )
}

function write(context: CommandContext, record: string, { table, key, now, wanted }: RowDelta): void {
  const { raw } = context
  const { key: column, title }: TableInfo = tables[table]
  const value = column === 'id' ? Number(key) : key
  try {
    if (wanted === null) {
      prepared(raw, `DELETE FROM "${table}" WHERE "${column}" = ?`).run(value)
    } else if (now === null) {
      const row = 'revision' in wanted ? { ...wanted, revision: Number(wanted.revision) + 1 } : wanted
      insertRow(raw, table, table in derivedColumns ? derive(table as DerivedTable, row) : row)
    } else {
      const changed = Object.entries(wanted).filter(([name, value]) => now[name] !== value)
      updateRow(raw, table, { column, value }, Object.fromEntries(changed) as Row)
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' && wanted !== null) throw taken(context, record, message, wanted)
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
      throw new AppError(
        'in-use',
        `Вернуть нельзя: «${title}» пришлось бы убрать, а на эту строку ссылаются другие записи.`,
      )
    }
    throw error
  }
}

/** Who holds what must be only one's: by the columns SQLite names, «UNIQUE constraint failed: school.inn». */
function taken(context: CommandContext, record: string, message: string, wanted: Image): AppError {
  const { raw } = context
  const columns = (message.split(': ')[1] ?? '').split(', ').map((name) => name.split('.'))
  const table = rootTables[record]
  const names = columns.map(([, column]) => column ?? '')
  if (table === undefined || columns.some(([of]) => of !== table)) {
    return new AppError('duplicate', 'Вернуть нельзя: такая строка уже есть.')
  }
  const row = table in derivedColumns ? derive(table as DerivedTable, wanted) : wanted
  const holder = raw
    .prepare<(string | number | null)[], { id: number }>(
      `SELECT id FROM "${table}" WHERE ${names.map((name) => `"${name}" = ?`).join(' AND ')}`,
    )
    .get(...names.map((name) => (row as Image)[name] ?? null))
  const what = holder ? recordName(raw, record, holder.id).name : tables[table].title
  const info: TableInfo = tables[table]
  const by = names.flatMap((name) => {
    const title = info.columns[name]
    return title === undefined ? [] : [`${title}: ${shownValue(raw, table, name, wanted[name])}`]
  })
  return new AppError(
    'duplicate',
    `Вернуть нельзя: ${by.length > 0 ? `${by.join(', ')} — уже у записи ` : 'уже есть '}${what}. Переименуйте её или исправьте её значение, потом повторите.`,
  )
}

interface Reference {
  from: string
  table: string
  to: string
}

/** What a row refers to must be there; what comes back with it has been written before it. */
function refuseMissing(context: CommandContext, { table, now, wanted }: RowDelta): void {
  if (wanted === null) return
  const { raw } = context
  const references = prepared<[string], Reference>(
    raw,
    'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
  ).all(table)
  for (const { from, table: target, to } of references) {
    const value = wanted[from]
    if (value === null || value === undefined || now?.[from] === value) continue
    if (prepared(raw, `SELECT 1 FROM "${target}" WHERE "${to}" = ?`).get(value)) continue
    // A question or decision of the same meeting is named by its key, which says nothing to people.
    const row = typeof value === 'number' ? rowOrLast(raw, target as keyof typeof tables, value) : null
    const info: TableInfo = tables[target as keyof typeof tables]
    const name = row === null ? '' : ` «${String(row.shortName ?? row.surname ?? row.name ?? value)}»`
    throw new AppError(
      'not-found',
      `Вернуть нельзя: ${tables[table].title.toLowerCase()} ссылается на то, чего больше нет — ${info.title.toLowerCase()}${name}. Сначала верните это из удалённых.`,
    )
  }
}
