import type { School } from '@shared/contract/schools'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { dropEmptyLots } from '../../ledger/lots'

const children = ['schoolStatus', 'schoolConnection', 'schoolFund', 'contingent', 'schoolDocument'] as const

function nameOf(context: QueryContext, id: number): string {
  const row = context.raw.prepare<[number], { shortName: string }>('SELECT shortName FROM school WHERE id = ?').get(id)
  return row?.shortName ?? ''
}

/** Makes (`id` null) or changes a school. @throws AppError as `refuseWrongSchool`, `conflict`, `not-found` */
export function saveSchool(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  school: School,
): { id: number; revision: number } {
  const { raw } = context
  const { library, statuses, connections, funds, contingent, documents, ...own } = school
  context.describe(own.shortName)
  refuseWrongSchool(context, id, school)
  const saved = saveRoot(raw, 'school', id, revision, derive('school', { ...own, ...library }))
  const parent = { column: 'schoolId', id: saved.id }
  syncRows(raw, 'schoolStatus', parent, statuses)
  syncRows(raw, 'schoolConnection', parent, connections)
  syncRows(raw, 'schoolFund', parent, funds)
  syncRows(raw, 'contingent', parent, contingent)
  syncRows(raw, 'schoolDocument', parent, documents)
  return bumpRevision(raw, 'school', 'school', saved, id === null)
}

/** What a school cannot be saved with. @throws AppError `duplicate`, `invalid-input` */
export function refuseWrongSchool(context: QueryContext, id: number | null, school: School): void {
  refuseDuplicates(context, id, school)
  refuseContradictions(id, school)
}

/** @throws AppError `in-use`, `not-found` */
export function removeSchool(context: CommandContext, id: number): void {
  context.describe(nameOf(context, id))
  dropEmptyLots(context.raw, 'schoolId', id)
  removeRecord(
    context.raw,
    'school',
    children,
    'schoolId',
    id,
    'Школу нельзя удалить: на неё ссылаются библиотекари, объединения, заседания, дорожные карты, мероприятия или движение фонда. Если школа закрыта, поставьте ей состояние «закрыта»: её прошлое сохранится.',
  )
}

function refuseDuplicates(
  context: QueryContext,
  id: number | null,
  own: Pick<School, 'shortName' | 'code' | 'inn'>,
): void {
  const same = (where: string, value: string): string | undefined =>
    prepared<[string, number], { shortName: string }>(
      context.raw,
      `SELECT shortName FROM school WHERE ${where} = ? AND id <> ?`,
    ).get(value, id ?? 0)?.shortName
  const byName = same('nameKey', normKey(own.shortName))
  if (byName !== undefined) {
    throw new AppError(
      'duplicate',
      `Краткое наименование: школа «${byName}» уже есть. Откройте её или назовите эту иначе.`,
      'school.shortName',
    )
  }
  for (const [field, title] of [
    ['code', 'Код ОО'],
    ['inn', 'ИНН'],
  ] as const) {
    const holder = own[field] === '' ? undefined : same(field, own[field])
    if (holder !== undefined) {
      throw new AppError(
        'duplicate',
        `${title}: ${own[field]} уже записан у школы «${holder}». Проверьте номер.`,
        `school.${field}`,
      )
    }
  }
}

function refuseContradictions(id: number | null, school: School): void {
  if (school.successorId !== null && school.successorId === id) {
    throw new AppError(
      'invalid-input',
      'Правопреемник: школа не может быть присоединена к себе самой.',
      'school.successorId',
    )
  }
  const seen = new Set<string>()
  for (const [index, row] of school.contingent.entries()) {
    const key = `${row.schoolYear}/${row.grade}`
    if (seen.has(key)) {
      throw new AppError(
        'duplicate',
        `Контингент: ${row.grade} класс за ${row.schoolYear} учебный год записан дважды. Оставьте одну строку.`,
        `school.contingent.${index}.grade`,
      )
    }
    seen.add(key)
  }
}
