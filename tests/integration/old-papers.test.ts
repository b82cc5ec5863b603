import { newUid } from '@shared/contract/fields'
import type { ProtocolDraft } from '@shared/contract/old-papers'
import { beforeEach, describe, expect, it } from 'vitest'
import { original, person, protocol, understood } from '../support/old-papers/made'
import { agendaItem, decision, librarian, school } from '../support/records'
import { type TestStore, testStore } from './support/store'

let test: TestStore

beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречный район' })
})

async function stage(draft: ProtocolDraft, over: Parameters<typeof understood>[1] = {}, file = 'протокол.docx') {
  return test.call('oldPapers.stage', {
    file,
    folder: '/бумаги',
    hash: newUid(),
    original: original('ПРОТОКОЛ № 1', 'Слушали: Ромашкину О.П.'),
    understood: understood(draft, over),
    failure: '',
  })
}

async function addLibrarian(surname: string, given: string, patronymic: string, at?: string): Promise<number> {
  const schoolId =
    at === undefined ? null : (await test.call('schools.save', { id: null, revision: null, school: school(at) })).id
  const employments =
    schoolId === null
      ? []
      : [{ uid: newUid(), schoolId, position: 'педагог-библиотекарь', rate: 100, from: null, to: null, main: true }]
  const record = librarian(surname, { given, patronymic, employments })
  return (await test.call('librarians.save', { id: null, revision: null, librarian: record, allowDuplicate: true })).id
}

const draftOf = async (id: number): Promise<ProtocolDraft> => {
  const { understood: found } = await test.call('oldPapers.get', { id })
  if (found.kind !== 'protocol') throw new Error('A protocol was staged')
  return found.protocol
}

describe('names', () => {
  it('are tied to the one librarian they fit, in any case', async () => {
    const id = await addLibrarian('Ромашкина', 'Ольга', 'Петровна')
    const { id: paper } = await stage(
      protocol({ chairs: [person('Ромашкина О.П.')], decisions: [addressed('Ромашкиной О.П.', 'person')] }),
    )
    const draft = await draftOf(paper)
    expect(draft.chairs[0]?.librarianId).toBe(id)
    expect(draft.decisions[0]?.addressees[0]?.librarianId).toBe(id)
  })

  it('of namesakes are told apart by the school, else left to be chosen', async () => {
    await addLibrarian('Ромашкина', 'Ольга', 'Петровна', 'СОШ № 3')
    const second = await addLibrarian('Ромашкина', 'Оксана', 'Павловна', 'СОШ № 15')
    const roster = (schoolName: string) => [
      {
        uid: newUid(),
        person: { librarianId: null, name: 'Ромашкина О.П.', position: '' },
        schoolId: null,
        school: schoolName,
        state: 'present' as const,
        note: '',
      },
    ]
    const attendance = (schoolName: string) => ({
      mode: 'roster' as const,
      count: null,
      text: '',
      roster: roster(schoolName),
    })
    const { id: sure } = await stage(protocol({ attendance: attendance('МБОУ СОШ №15') }))
    expect((await draftOf(sure)).attendance.roster[0]?.person.librarianId).toBe(second)
    const { id: unsure } = await stage(protocol({ attendance: attendance('') }))
    const paper = await test.call('oldPapers.get', { id: unsure })
    const [entry] = (await draftOf(unsure)).attendance.roster
    expect(entry?.person.librarianId).toBeNull()
    const mark = paper.understood.marks.find(({ path }) => path === `roster/${entry?.uid}`)
    expect(mark).toMatchObject({ sure: false })
    expect(mark?.choices.map(({ text }) => text).sort()).toEqual([
      'Ромашкина Оксана Павловна',
      'Ромашкина Ольга Петровна',
    ])
  })

  it('with one wrong letter are offered, not taken', async () => {
    const id = await addLibrarian('Ромашкина', 'Ольга', 'Петровна')
    const { id: paper } = await stage(protocol({ chairs: [person('Ромошкина О.П.')] }))
    const { understood: found } = await test.call('oldPapers.get', { id: paper })
    const mark = found.marks.find(({ path }) => path.startsWith('chairs/'))
    expect(mark?.choices[0]?.librarianId).toBe(id)
    expect((await draftOf(paper)).chairs[0]?.librarianId).toBeNull()
  })

  it('of an existing series are found by its words, short or long', async () => {
    const [series] = await test.call('associations.series', {})
    for (const heading of [
      'заседания районного методического объединения педагогов-библиотекарей',
      'заседания РМО педагогов-библиотекарей Заречного района',
    ]) {
      const { id } = await stage(protocol({ series: heading, number: newUid() }))
      expect((await draftOf(id)).seriesId).toBe(series?.id)
    }
    const { id } = await stage(protocol({ series: 'совещания руководителей информационно-библиотечных центров' }))
    expect((await draftOf(id)).seriesId).toBeNull()
  })
})

const addressed = (text: string, kind: 'person' | 'group') =>
  decision(`${text} подготовить список`, {
    addressees: [{ uid: newUid(), kind, text, librarianId: null, schoolId: null }],
  })

describe('saving', () => {
  it('makes a meeting as one step; undo brings the paper back to review, redo saves it again', async () => {
    const { id } = await stage(
      protocol({ agenda: [agendaItem('О плане', { decisions: [decision('Утвердить план')] })] }),
      { unrecognised: [{ line: 7, text: 'Приложение: на 3 л.' }] },
    )
    const { saved, left } = await test.call('oldPapers.save', { ids: [id] })
    expect(left).toEqual([])
    const recordId = saved[0]?.recordId ?? 0
    const { meeting } = await test.call('meetings.get', { id: recordId })
    expect(meeting.agenda[0]?.decisions[0]?.text).toBe('Утвердить план')
    expect(meeting.note).toContain('Приложение: на 3 л.')
    expect(await test.call('oldPapers.get', { id })).toMatchObject({ state: 'saved', record: 'meeting', recordId })
    expect(await test.call('oldPapers.of', { record: 'meeting', id: recordId })).toMatchObject({ id })
    await test.call('history.undo', {})
    expect(await test.call('oldPapers.get', { id })).toMatchObject({ state: 'review', recordId: null })
    expect((await test.call('meetings.list', {})).total).toBe(0)
    await test.call('history.redo', {})
    expect(await test.call('oldPapers.get', { id })).toMatchObject({ state: 'saved', recordId })
  })

  it('adds the series a paper is of when there is none like it, in the same step', async () => {
    const { id } = await stage(protocol({ series: 'совещания руководителей ИБЦ', layout: 'decisions' }))
    await test.call('oldPapers.save', { ids: [id] })
    expect((await test.call('associations.series', {})).map(({ name }) => name)).toContain(
      'Совещания руководителей ИБЦ',
    )
    await test.call('history.undo', {})
    expect(await test.call('associations.series', {})).toHaveLength(1)
  })

  it('of several leaves what is refused and keeps the rest', async () => {
    const { id: good } = await stage(protocol({ number: '1' }))
    const { id: undated } = await stage(protocol({ number: '2', date: null }))
    const { id: twin } = await stage(protocol({ number: '1' }))
    const { saved, left } = await test.call('oldPapers.save', { ids: [good, undated, twin] })
    expect(saved.map(({ id }) => id)).toEqual([good])
    expect(left.map(({ id, code }) => [id, code])).toEqual([
      [undated, 'paper-incomplete'],
      [twin, 'duplicate'],
    ])
    expect((await test.call('meetings.list', {})).total).toBe(1)
    expect(await test.call('oldPapers.get', { id: twin })).toMatchObject({
      state: 'review',
      duplicate: 'Протокол № 1 от 10.09.2026 уже есть',
    })
    expect((await test.failure('oldPapers.get', { id: 999 })).code).toBe('not-found')
  })

  it('is refused a second time, and so is correcting what is saved', async () => {
    const { id } = await stage(protocol())
    const { revision, understood: found } = await test.call('oldPapers.get', { id })
    await test.call('oldPapers.save', { ids: [id] })
    expect((await test.call('oldPapers.save', { ids: [id] })).left[0]?.code).toBe('duplicate')
    expect((await test.failure('oldPapers.update', { id, revision, understood: found })).code).toBe('locked')
  })
})

describe('the review', () => {
  it('keeps corrections over a restart and refuses those of a stale window', async () => {
    const { id } = await stage(protocol({ date: null }))
    const { revision, understood: found } = await test.call('oldPapers.get', { id })
    if (found.kind !== 'protocol') throw new Error('A protocol was staged')
    const corrected = { ...found, protocol: { ...found.protocol, date: '2026-09-12' } }
    await test.call('oldPapers.update', { id, revision, understood: corrected })
    await test.reopen()
    expect((await draftOf(id)).date).toBe('2026-09-12')
    expect((await test.failure('oldPapers.update', { id, revision, understood: found })).code).toBe('conflict')
    expect(await test.call('oldPapers.list', {})).toMatchObject({ rows: [{ date: '2026-09-12', state: 'review' }] })
  })

  it('forgets that a file could not be read once it is read again', async () => {
    const failed = (failure: string) =>
      test.call('oldPapers.stage', {
        file: 'протокол.docx',
        folder: '/бумаги',
        hash: '',
        original: null,
        understood: null,
        failure,
      })
    await failed('Файл повреждён.')
    await failed('Файл занят.')
    const rows = async () => (await test.call('oldPapers.list', {})).rows.map(({ state, failure }) => [state, failure])
    expect(await rows()).toEqual([['failed', 'Файл занят.']])
    await stage(protocol())
    expect(await rows()).toEqual([['review', '']])
  })

  it('tells of slips in words and place', async () => {
    const decisions = [
      decision('Руководителям направить отчёт до 10 октября 2022 г.', {
        dues: [{ text: 'до 10 октября 2022 г.', range: null, from: null, to: '2022-10-10', recurrence: null }],
      }),
    ]
    const { id } = await stage(protocol({ agenda: [agendaItem('О плане на 2024-2025 учебный год', { decisions })] }))
    const { warnings } = await test.call('oldPapers.get', { id })
    expect(warnings.map(({ code, where }) => [code, where])).toEqual(
      expect.arrayContaining([
        ['school-year-mismatch', 'вопрос 1'],
        ['due-mismatch', 'решение 1.1'],
      ]),
    )
  })

  it('puts aside, takes back and takes away; a saved paper stays', async () => {
    const { id } = await stage(protocol())
    const { id: kept } = await stage(protocol({ number: '5' }))
    await test.call('oldPapers.dismiss', { ids: [id], dismissed: true })
    expect(await test.call('oldPapers.get', { id })).toMatchObject({ state: 'dismissed' })
    await test.call('oldPapers.dismiss', { ids: [id], dismissed: false })
    expect(await test.call('oldPapers.get', { id })).toMatchObject({ state: 'review' })
    await test.call('oldPapers.save', { ids: [kept] })
    await test.call('oldPapers.drop', { ids: [id, kept] })
    expect((await test.call('oldPapers.list', {})).rows.map((row) => row.id)).toEqual([kept])
  })
})

it('a person erased is erased from papers too', async () => {
  const librarianId = await addLibrarian('Ромашкина', 'Ольга', 'Петровна')
  const { id } = await stage(protocol({ chairs: [person('Ромашкина О.П.')] }))
  await test.call('librarians.erase', { id: librarianId })
  const paper = JSON.stringify(await test.call('oldPapers.get', { id }))
  expect(paper).not.toContain('Ромашкин')
  expect(paper).toContain('Слушали: █████████ █.█.')
})
