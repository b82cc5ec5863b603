import type { ProtocolLayout } from '@shared/contract/associations'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { associationSource } from './list'
import { readAssociation } from './read'
import { removeAssociation, saveAssociation } from './save'

export const associationHandlers = {
  'associations.list': (context, query) => listWindow(context, associationSource, query),
  'associations.get': (context, { id }) => readAssociation(context.trx, id),
  'associations.save': (context, { id, revision, association }) => saveAssociation(context, id, revision, association),

  'associations.remove': async (context, { id }) => {
    await removeAssociation(context, id)
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
