import { beforeEach, describe, expect, it } from 'vitest'
import { decision, librarian, meeting } from '../support/records'
import { type TestStore, testStore } from './support/store'

/** Associations, meetings and decisions in rows: what their editors allow, and nothing else. */
describe('meetings and decisions typed into lists', () => {
  let test: TestStore
  let draft: number
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const [series] = await test.call('associations.series', {})
    const text = 'Представить списки до 10 октября'
    draft = (
      await test.call('meetings.save', {
        id: null,
        revision: null,
        meeting: meeting(series?.id ?? 0, {
          decisions: [
            decision(text, {
              dues: [{ text: 'до 10 октября', range: [19, 32], from: null, to: '2026-10-10', recurrence: null }],
            }),
          ],
        }),
      })
    ).id
  })
  const edit = (list: string, id: number | null, cells: Record<string, string | number | null>) =>
    test.call('lists.edit', { list, rows: [{ id, cells }] })
  const refused = (list: string, id: number | null, cells: Record<string, string | number | null>) =>
    test.failure('lists.edit', { list, rows: [{ id, cells }] })
  const sign = async () => {
    const { revision } = await test.call('meetings.get', { id: draft })
    await test.call('meetings.sign', { id: draft, revision, signedOn: '2026-09-11' })
  }
  const decisions = async () => (await test.call('meetings.get', { id: draft })).meeting.decisions

  it('a new meeting is an empty draft of its series with the next number', async () => {
    const { ids } = await edit('meetings', null, { series: 'заседание рмо', date: '2026-11-05', time: '14-30' })
    const record = await test.call('meetings.get', { id: ids[0] ?? 0 })
    expect(record).toMatchObject({
      state: 'draft',
      meeting: { number: '2', time: '14:30', layout: 'full', agenda: [] },
    })
    expect(await refused('meetings', null, { series: 'Совет', date: '2026-11-05' })).toMatchObject({
      code: 'not-found',
      path: 'rows.0.cells.series',
    })
    expect(await refused('meetings', null, { series: 'Заседание РМО', date: '2026-10-01', number: '1' })).toMatchObject(
      {
        code: 'duplicate',
        path: 'rows.0.cells.number',
      },
    )
  })

  it('a signed protocol is as locked here as in its editor', async () => {
    await sign()
    const [row] = (await test.call('decisions.list', {})).rows
    const id = row?.id ?? 0
    for (const answer of [
      await refused('meetings', draft, { place: 'Дом учителя' }),
      await refused('decisions', id, { due: 'май 2027 года' }),
      await refused('decisions', null, { meeting: row?.meeting ?? '', meetingDate: '2026-09-10', text: 'Ещё одно' }),
      await test.failure('lists.remove', { list: 'decisions', ids: [id] }),
      await test.failure('lists.remove', { list: 'meetings', ids: [draft] }),
    ]) {
      expect(answer).toMatchObject({ code: 'locked' })
    }
    // What stands there already is no change.
    await edit('decisions', id, { text: row?.text ?? '', due: row?.due ?? '', meeting: row?.meeting ?? '' })
  })

  it('a decision keeps its due where the words have moved, and takes another through the due parser', async () => {
    const id = (await test.call('decisions.list', {})).rows[0]?.id ?? 0
    await edit('decisions', id, { text: 'Всем школам представить списки до 10 октября' })
    expect(await decisions()).toMatchObject([{ dues: [{ text: 'до 10 октября', range: [31, 44], to: '2026-10-10' }] }])
    await edit('decisions', id, { due: 'ежеквартально, май 2027 года' })
    expect((await decisions())[0]?.dues).toMatchObject([
      { recurrence: 'quarterly', range: null },
      { from: '2027-05-01', to: '2027-05-31' },
    ])
    expect(await refused('decisions', id, { meetingDate: '2026-01-01' })).toMatchObject({ code: 'invalid-input' })
  })

  it('a new decision stands at the end of the draft, its addressees known by name', async () => {
    await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Ромашкина') })
    const cells = {
      meeting: 'Заседание РМО, протокол № 1',
      text: 'Провести Месячник до 1 декабря 2026 года',
      addressees: 'Ромашкина Анна Ивановна, руководителям ИБЦ',
    }
    await edit('decisions', null, cells)
    const all = await decisions()
    expect(all).toHaveLength(2)
    expect(all[1]).toMatchObject({
      text: cells.text,
      addressees: [{ kind: 'person' }, { kind: 'group', text: 'руководителям ИБЦ' }],
      dues: [{ to: '2026-12-01' }],
    })
    const rows = (await test.call('decisions.list', {})).rows
    await test.call('lists.remove', { list: 'decisions', ids: rows.map((row) => row.id) })
    expect(await decisions()).toEqual([])
  })

  it('the theme of an association is that of the year the list is seen for; its head is linked with the bank', async () => {
    const { id } = await test.call('librarians.save', { id: null, revision: null, librarian: librarian('Ромашкина') })
    const association = (await test.call('associations.list', {})).rows[0]?.id ?? 0
    await test.call('lists.edit', {
      list: 'associations',
      schoolYear: '2025-2026',
      rows: [{ id: association, cells: { theme: 'Читающая школа', head: 'Ромашкина А.И.' } }],
    })
    const card = (await test.call('associations.get', { id: association })).association
    expect(card.themes).toMatchObject([{ schoolYear: '2025-2026', theme: 'Читающая школа' }])
    expect(card.head).toMatchObject({ librarianId: id, name: 'Ромашкина А.И.' })
  })
})
