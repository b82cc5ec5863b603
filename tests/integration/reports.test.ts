import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import type { Report, ReportPiece } from '@shared/contract/reports'
import { changesSince, seenNow } from '@shared/papers/report/figures'
import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { librarian, school } from '../support/records'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** An own district with one meeting in the year 2025–2026, and a report of it not yet saved. */
async function district(): Promise<{ test: TestStore; report: Report; addMeeting(date: string): Promise<void> }> {
  const test = await testStore({ today: '2026-06-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район', association: 'РМО библиотекарей' })
  await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
  const { associations } = { associations: (await test.call('associations.list', {})).rows }
  const { association } = await test.call('associations.get', { id: associations[0]?.id ?? 1 })
  const seriesId = association.series[0]?.id ?? 1
  const addMeeting = async (date: string): Promise<void> => {
    const meeting = await test.call('meetings.prepare', { seriesId, date })
    await test.call('meetings.save', { id: null, revision: null, meeting })
  }
  await addMeeting('2025-09-10')
  return { test, report: await test.call('reports.blank', { schoolYear: '2025-2026' }), addMeeting }
}

const own = (text: string): ReportPiece => ({ uid: newUid(), part: '', hidden: false, title: '', text, seen: null })

const ownSection = (text: string): Report['sections'][number] => ({
  uid: newUid(),
  kind: 'own',
  title: 'Итоги',
  hidden: false,
  newPage: false,
  pieces: [own(text)],
})

it('a report is kept as it is sent, changed by a step, undone and redone', async () => {
  const { test, report } = await district()
  const sent: Report = { ...report, sections: [...report.sections, ownSection('Год прошёл.\n- спокойно\n- с пользой')] }
  const { id, revision } = await test.call('reports.save', { id: null, revision: null, report: sent })
  expect((await test.call('reports.get', { id })).report).toEqual(sent)
  const changed: Report = { ...sent, compare: false, sections: [...sent.sections].reverse() }
  await test.call('reports.save', { id, revision, report: changed })
  expect((await test.call('reports.get', { id })).report).toEqual(changed)
  expect(await test.failure('reports.save', { id, revision, report: sent })).toMatchObject({ code: 'conflict' })
  await test.call('history.undo', {})
  expect((await test.call('reports.get', { id })).report).toEqual(sent)
  await test.call('history.redo', {})
  expect((await test.call('reports.get', { id })).report).toEqual(changed)
  await test.call('reports.remove', { id })
  expect((await test.call('reports.list', {})).total).toBe(0)
  expect((await test.call('app.check', {})).problems).toEqual([])
})

it('every section of the catalogue is in the usual order and answers an empty district', async () => {
  const test = await testStore({ today: '2026-06-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const catalogue = await test.call('reports.catalogue', {})
  const kinds = catalogue.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  for (const { kind, parts } of catalogue) {
    const content = await test.call('reports.section', { kind, schoolYear: '2025-2026' })
    const keys = parts.map((part) => part.key)
    expect(content.parts.map((part) => part.key).filter((key) => !keys.includes(key))).toEqual([])
    for (const part of content.parts) {
      expect(part.form).toBe(parts.find((one) => one.key === part.key)?.form)
    }
  }
})

it('her text stays when the data change, and the numbers that changed under it are told', async () => {
  const { test, report, addMeeting } = await district()
  const ask = () => test.call('reports.section', { kind: 'meetings', schoolYear: '2025-2026' })
  const seen = seenNow(await ask(), null)
  expect(seen['summary/held']).toBe(1)
  const section = report.sections.find(({ kind }) => kind === 'meetings')
  if (!section) throw new Error('no section of meetings')
  const text: ReportPiece = { ...own('Состоялось единственное заседание.'), seen }
  const sections = report.sections.map((one) => (one === section ? { ...one, pieces: [text, ...one.pieces] } : one))
  const { id } = await test.call('reports.save', { id: null, revision: null, report: { ...report, sections } })
  expect(changesSince(seen, await ask())).toEqual([])
  await addMeeting('2025-11-12')
  const kept = (await test.call('reports.get', { id })).report.sections.find(({ kind }) => kind === 'meetings')
  expect(kept?.pieces[0]).toEqual(text)
  expect(changesSince(kept?.pieces[0]?.seen ?? null, await ask())).toContainEqual(
    expect.objectContaining({ part: 'summary', key: 'held', before: '1', after: '2' }),
  )
})

it('a submitted report keeps its data and file, and is not changed until it is taken back', async () => {
  const { test, report, addMeeting } = await district()
  const folder = temporaryFolder()
  const { id, revision } = await test.call('reports.save', {
    id: null,
    revision: null,
    report: { ...report, sections: [...report.sections, ownSection('Работа признана удовлетворительной.')] },
  })
  expect(await test.failure('reports.submit', { id, revision: revision + 5 })).toMatchObject({ code: 'conflict' })
  expect((await test.call('reports.get', { id })).state).toBe('draft')
  await test.call('reports.submit', { id, revision })
  const submitted = await test.call('reports.get', { id })
  expect(submitted).toMatchObject({ state: 'submitted', submittedOn: '2026-06-20' })
  const first = join(folder, 'сдан.docx')
  await test.call('papers.report', { reportId: id, out: first })

  await addMeeting('2025-11-12')
  const again = join(folder, 'позже.docx')
  await test.call('papers.report', { reportId: id, out: again })
  expect(readFileSync(again).equals(readFileSync(first))).toBe(true)
  expect((await mammoth.extractRawText({ path: first })).value).toContain('Работа признана удовлетворительной.')

  const frozen = await test.call('reports.frozen', { id })
  const uid = frozen.data.report.sections.find(({ kind }) => kind === 'meetings')?.uid ?? ''
  const then = frozen.data.contents[uid]
  if (!then) throw new Error('no contents kept')
  const now = await test.call('reports.section', { kind: 'meetings', schoolYear: '2025-2026' })
  expect(changesSince(seenNow(then, null), now)).toContainEqual(expect.objectContaining({ key: 'held', after: '2' }))

  const save = { id, revision: submitted.revision, report: submitted.report }
  expect(await test.failure('reports.save', save)).toMatchObject({ code: 'locked' })
  expect(await test.failure('reports.remove', { id })).toMatchObject({ code: 'locked' })
  expect(await test.failure('reports.submit', { id, revision: submitted.revision })).toMatchObject({ code: 'locked' })
  await test.call('reports.reopen', { id })
  expect(await test.failure('reports.frozen', { id })).toMatchObject({ code: 'not-found' })
  const back = await test.call('reports.get', { id })
  expect(back).toMatchObject({ state: 'draft', submittedOn: null, frozen: null })
  await test.call('reports.save', { id, revision: back.revision, report: { ...back.report, note: 'исправлен' } })
  expect((await test.call('app.check', {})).problems).toEqual([])
})

it('a template begins the next report with sections, and with texts when they were asked for', async () => {
  const { test, report } = await district()
  const written: Report = {
    ...report,
    sections: [ownSection('Каждый год одно и то же.'), ...report.sections.slice(0, 1)],
  }
  const { id } = await test.call('reports.saveTemplate', { name: 'Наш отчёт', report: written, texts: true })
  const same = await test.call('reports.saveTemplate', { name: 'наш ОТЧЁТ', report: written, texts: true })
  expect(same.id).toBe(id)
  expect(await test.call('reports.templates', {})).toEqual([{ id, name: 'наш ОТЧЁТ', sections: 2 }])
  const next = await test.call('reports.blank', { schoolYear: '2026-2027', templateId: id })
  expect(next.sections.map(({ title }) => title)).toEqual(written.sections.map(({ title }) => title))
  expect(next.sections[0]?.pieces[0]?.text).toBe('Каждый год одно и то же.')
  const uids = new Set(written.sections.flatMap(({ uid, pieces }) => [uid, ...pieces.map((piece) => piece.uid)]))
  expect(next.sections.some(({ uid }) => uids.has(uid))).toBe(false)
  await test.call('reports.saveTemplate', { name: 'Без текстов', report: written, texts: false })
  const [bare] = (await test.call('reports.templates', {})).filter(({ name }) => name === 'Без текстов')
  const plain = await test.call('reports.blank', { schoolYear: '2026-2027', templateId: bare?.id ?? 0 })
  expect(plain.sections[0]?.pieces).toEqual([])
  await test.call('reports.removeTemplate', { id })
  expect(await test.failure('reports.blank', { templateId: id })).toMatchObject({ code: 'not-found' })
})

it('a person erased is erased from texts, their history and what was submitted', async () => {
  const { test, report } = await district()
  const person = { ...librarian('Незабудкина'), given: 'Анна', patronymic: 'Ильинична' }
  const saved = await test.call('librarians.save', { id: null, revision: null, librarian: person })
  const texts = ['Опытом делилась Незабудкина А.И.', 'Слушали Анну Ильиничну Незабудкину.']
  const first = { ...report, sections: [ownSection(texts[0] ?? '')] }
  const { id, revision } = await test.call('reports.save', { id: null, revision: null, report: first })
  const [section] = first.sections
  const second = { ...first, sections: [{ ...section, pieces: [own(texts[1] ?? '')] }] } as Report
  const next = await test.call('reports.save', { id, revision, report: second })
  await test.call('reports.submit', { id, revision: next.revision })
  const mailing = await test.call('mailings.blank', { kind: 'letter' })
  const text = 'Прошу поздравить Незабудкину Анну Ильиничну с юбилеем.'
  const letter = await test.call('mailings.save', {
    id: null,
    revision: null,
    mailing: { ...mailing, title: 'О юбилее Незабудкиной А.И.', text },
  })
  await test.call('librarians.erase', { id: saved.id })
  const out = join(temporaryFolder(), 'отчёт.docx')
  await test.call('papers.report', { reportId: id, out })
  const { value } = await mammoth.extractRawText({ path: out })
  expect(value).toContain('[данные удалены]')
  const everything = JSON.stringify([
    value,
    await test.call('reports.get', { id }),
    await test.call('reports.frozen', { id }),
    await test.call('history.record', { record: 'report', id }),
    await test.call('mailings.get', { id: letter.id }),
    await test.call('history.record', { record: 'mailing', id: letter.id }),
    await test.call('history.feed', {}),
  ])
  expect(everything).not.toMatch(/Незабудкин|Ильинич/u)
  expect((await test.call('app.check', {})).problems).toEqual([])
})
