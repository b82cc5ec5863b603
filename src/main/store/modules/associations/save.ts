import type { Association } from '@shared/contract/associations'
import type { SavedRecord } from '@shared/contract/core'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { readAssociation } from './read'

const children = ['associationTheme', 'associationSchool', 'associationMember', 'meetingSeries'] as const

/** Makes (`id` null) or changes an association. @throws AppError `duplicate`, `in-use`, `conflict`, `not-found` */
export function saveAssociation(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  association: Association,
): SavedRecord {
  const { raw } = context
  const { head, secretary, themes, schoolIds, members, series, ...own } = association
  context.describe(own.shortName)
  const row = derive('association', {
    ...own,
    headId: head.librarianId,
    headName: head.name,
    headPosition: head.position,
    secretaryId: secretary.librarianId,
    secretaryName: secretary.name,
    secretaryPosition: secretary.position,
  })
  refuseWrongAssociation(context, id, association)
  const saved = saveRoot(raw, 'association', id, revision, row)
  const parent = { column: 'associationId', id: saved.id }
  syncRows(raw, 'associationTheme', parent, themes)
  syncRows(
    raw,
    'associationSchool',
    parent,
    [...new Set(schoolIds)].map((schoolId) => ({ uid: `school-${saved.id}-${schoolId}`, schoolId })),
  )
  syncRows(raw, 'associationMember', parent, members)
  try {
    // The row's number is the database's to give.
    syncRows(
      raw,
      'meetingSeries',
      parent,
      series.map(({ id: _, ...one }) => one),
    )
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
    throw new AppError('in-use', 'Ряд заседаний нельзя убрать: по нему есть протоколы.', 'association.series')
  }
  return bumpRevision(raw, 'association', 'association', saved, id === null)
}

/** What an association cannot be saved with. @throws AppError `duplicate` */
export function refuseWrongAssociation(
  { raw }: QueryContext,
  id: number | null,
  { shortName, themes }: Association,
): void {
  const twin = prepared<[string, number], { shortName: string }>(
    raw,
    'SELECT shortName FROM association WHERE ru_norm(shortName) = ? AND id <> ?',
  ).get(normKey(shortName), id ?? 0)
  if (twin) {
    throw new AppError(
      'duplicate',
      `Краткое наименование: объединение «${twin.shortName}» уже есть. Откройте его или назовите это иначе.`,
      'association.shortName',
    )
  }
  const years = themes.map((theme) => theme.schoolYear)
  const twice = years.find((year, index) => years.indexOf(year) !== index)
  if (twice !== undefined) {
    throw new AppError(
      'duplicate',
      `Методическая тема: ${twice} учебный год записан дважды. Оставьте одну строку.`,
      'association.themes',
    )
  }
}

/** @throws AppError `in-use`, `not-found` */
export async function removeAssociation(context: CommandContext, id: number): Promise<void> {
  const { association } = await readAssociation(context.trx, id)
  context.describe(association.shortName)
  removeRecord(
    context.raw,
    'association',
    children,
    'associationId',
    id,
    'Объединение нельзя удалить: у него есть заседания, дорожные карты, планы или мероприятия. Удалите сначала их или оставьте объединение.',
  )
}
