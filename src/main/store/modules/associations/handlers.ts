import { type Association, Association as AssociationSchema, type ProtocolLayout } from '@shared/contract/associations'
import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { Kysely } from 'kysely'
import type { CommandContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { parseRow } from '../../database/rows'
import type { Database } from '../../database/schema'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { associationSource } from './list'

const children = ['associationTheme', 'associationSchool', 'associationMember', 'meetingSeries'] as const

export const associationHandlers = {
  'associations.list': (context, query) => listWindow(context, associationSource, query),
  'associations.get': (context, { id }) => readAssociation(context.trx, id),
  'associations.save': (context, { id, revision, association }) => save(context, id, revision, association),

  'associations.remove': async (context, { id }) => {
    const { association } = await readAssociation(context.trx, id)
    context.describe(association.shortName)
    removeRecord(
      context.raw,
      'association',
      children,
      'associationId',
      id,
      'Объединение нельзя удалить: у него есть заседания. Удалите сначала их или оставьте объединение.',
    )
    return {}
  },

  'associations.series': async ({ trx }) => {
    const rows = await trx
      .selectFrom('meetingSeries')
      .innerJoin('association', 'association.id', 'meetingSeries.associationId')
      .selectAll('association')
      .select([
        'meetingSeries.id as seriesId',
        'meetingSeries.name as seriesName',
        'heading',
        'place',
        'layout',
        'decisionLabel',
      ])
      .orderBy('association.sortKey')
      .orderBy('meetingSeries.ord')
      .execute()
    const members = await trx
      .selectFrom('associationMember')
      .select(['associationId', 'librarianId'])
      .orderBy('ord')
      .execute()
    return rows.map((row) => ({
      id: row.seriesId,
      associationId: row.id,
      association: row.shortName,
      name: row.seriesName,
      heading: row.heading,
      place: row.place,
      layout: row.layout as ProtocolLayout,
      decisionLabel: row.decisionLabel,
      head: { librarianId: row.headId, name: row.headName, position: row.headPosition },
      secretary: { librarianId: row.secretaryId, name: row.secretaryName, position: row.secretaryPosition },
      memberIds: members.filter((member) => member.associationId === row.id).map((member) => member.librarianId),
    }))
  },
} satisfies Handlers

async function readAssociation(trx: Kysely<Database>, id: number): Promise<SavedRecord & { association: Association }> {
  const row = await trx.selectFrom('association').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', `Объединения с номером ${id} нет.`)
  const of = <T extends (typeof children)[number]>(table: T) =>
    trx
      .selectFrom(table as 'associationMember')
      .selectAll()
      .where('associationId', '=', id)
      .orderBy('ord')
      .execute()
  const schools = await trx
    .selectFrom('associationSchool')
    .select('schoolId')
    .where('associationId', '=', id)
    .orderBy('ord')
    .execute()
  const association = parseRow(AssociationSchema, {
    ...row,
    head: { librarianId: row.headId, name: row.headName, position: row.headPosition },
    secretary: { librarianId: row.secretaryId, name: row.secretaryName, position: row.secretaryPosition },
    themes: await of('associationTheme'),
    schoolIds: schools.map((school) => school.schoolId),
    members: await of('associationMember'),
    series: await of('meetingSeries'),
  })
  return { id, revision: row.revision, association }
}

function save(
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
  const years = themes.map((theme) => theme.schoolYear)
  const twice = years.find((year, index) => years.indexOf(year) !== index)
  if (twice !== undefined) {
    throw new AppError(
      'duplicate',
      `Методическая тема: ${twice} учебный год записан дважды. Оставьте одну строку.`,
      'association.themes',
    )
  }
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
