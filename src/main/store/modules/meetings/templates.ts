import type { AgendaTemplate } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import { insertRow, removeRecord, updateRow } from '../../database/aggregate'
import type { Handlers } from '../../module'

export const templateHandlers = {
  'meetings.templates': async ({ trx }) => {
    const rows = await trx.selectFrom('agendaTemplate').selectAll().orderBy('id').execute()
    return rows.map((row) => ({ id: row.id, name: row.name, items: JSON.parse(row.items) as AgendaTemplate['items'] }))
  },
  'meetings.saveTemplate': ({ raw, describe }, { id, name, items }) => {
    describe(name)
    const row = { name, items: JSON.stringify(items) }
    if (id === null) return { id: insertRow(raw, 'agendaTemplate', row) }
    updateRow(raw, 'agendaTemplate', { column: 'id', value: id }, row)
    return { id }
  },
  'meetings.removeTemplate': ({ raw }, { id }) => {
    removeRecord(raw, 'agendaTemplate', [], 'id', id, '')
    return {}
  },

  'meetings.phrases': ({ trx }) => trx.selectFrom('phrase').selectAll().orderBy('key').execute(),
  'meetings.savePhrase': ({ raw, describe }, { id, key, text }) => {
    describe(`/${key}`)
    const twin = raw
      .prepare<[string, number], { id: number }>('SELECT id FROM phrase WHERE key = ? AND id <> ?')
      .get(key, id ?? 0)
    if (twin) throw new AppError('duplicate', `Сокращение «/${key}» уже занято другой фразой. Возьмите другое.`, 'key')
    if (id === null) return { id: insertRow(raw, 'phrase', { key, text }) }
    updateRow(raw, 'phrase', { column: 'id', value: id }, { key, text })
    return { id }
  },
  'meetings.removePhrase': ({ raw }, { id }) => {
    removeRecord(raw, 'phrase', [], 'id', id, '')
    return {}
  },
} satisfies Handlers
