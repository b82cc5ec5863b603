import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DecisionRow } from '@shared/contract/meetings'
import type { YearEntry } from '@shared/contract/year-papers'
import { buildDecisionRegister } from '@shared/papers/year/decisions'
import { byMonths } from '@shared/papers/year/months'
import { buildMeetingCalendar, buildYearPlan } from '@shared/papers/year/plan'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { profile } from '../../fixtures/meetings/make'
import { wordTemplate } from '../../support/word-templates'
import { temporaryFolder, testStore } from '../support/store'
import { libreOffice, mammothText, officePdfs } from './read-docx'
import { unsoundness } from './sound-docx'

const schoolYear = '2026-2027'

const decision = (index: number): DecisionRow => ({
  id: index + 1,
  uid: `decision${index}`,
  meetingId: 1,
  number: `${index + 1}`,
  meeting: 'Заседания РМО, протокол № 1',
  meetingDate: '2026-09-08',
  meetingState: 'signed',
  text: `Решение номер ${index + 1}: сверить фонд учебников и прислать сведения о невостребованных экземплярах`,
  addressees: 'Руководителям ИБЦ',
  due: 'до 10 октября 2026 г.',
  deadline: '2026-10-10',
  state: (['overdue', 'done', 'open'] as const)[index % 3] ?? 'open',
  doneOn: index % 3 === 1 ? '2026-10-01' : null,
  outcome: 'open',
  association: 'РМО',
  carriedIn: false,
  carriedOn: false,
})

const entry = (index: number): YearEntry => {
  const month = String(((index + 8) % 12) + 1).padStart(2, '0')
  const day = `${index % 12 < 4 ? 2026 : 2027}-${month}-10`
  return {
    kind: 'meeting',
    from: day,
    to: day,
    time: '10:00',
    title: 'Заседания РМО',
    due: '',
    group: 'Заседания РМО',
    number: String(index + 1),
    theme: `Тема номер ${index + 1}`,
    place: 'МИБЦ',
    responsible: 'Щеглова Т.М.',
    state: 'draft',
  }
}

const sizes = [0, 1, 30, 500]

describe('papers over a year', () => {
  test('are sound and say everything, whatever the number of rows; heads of tables repeat on every page', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => decision(index))
    const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(index))
    const papers = sizes.flatMap((count) => [
      buildDecisionRegister(rows(count), { profile, on: '2026-11-21', schoolYear }),
      buildYearPlan(entries(count), { profile, schoolYear, association: null }),
      buildMeetingCalendar(entries(count), { profile, schoolYear, association: 'РМО педагогов-библиотекарей' }),
    ])
    const files = await Promise.all(papers.map(paperToDocx))
    for (const [index, file] of files.entries()) {
      expect(await unsoundness(file)).toEqual([])
      const count = sizes[Math.floor(index / 3)] ?? 0
      const text = await mammothText(file)
      const found = index % 3 === 0 ? text.match(/Решение номер \d+/gu) : text.match(/Тема номер \d+/gu)
      expect(found ?? []).toHaveLength(count)
    }
    if (process.env.LOOK)
      for (const [index, file] of files.entries())
        writeFileSync(`${process.env.LOOK}/year${String(index).padStart(2, '0')}.docx`, file)
    if (libreOffice === null) return
    // A hundred pages of each cost LibreOffice a minute: thirty rows are two already.
    for (const { pages } of await officePdfs(files.slice(6, 9))) {
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages.slice(0, -1)) expect(page).toMatch(/Решение|Содержание работы|Заседание/u)
    }
  })

  test('months stand from September to August, what lasts long or has no day stands last', () => {
    const long = { ...entry(0), kind: 'item' as const, from: '2026-09-01', to: '2027-05-31', due: 'в течение года' }
    const dayless = { ...entry(0), kind: 'item' as const, from: null, to: null, due: 'постоянно' }
    const months = byMonths([entry(11), entry(0), long, dayless], schoolYear)
    expect(months.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['Сентябрь 2026', 1],
      ['Август 2027', 1],
      ['В течение года', 2],
    ])
  })

  test('of the sample district hold what the lists hold, also on a letterhead', async () => {
    const store = await testStore({ today: '2026-11-21' })
    await store.call('app.initialise', { mode: 'demo' })
    const out = join(temporaryFolder(), 'бумага.docx')
    const read = async () => (await mammothText(readFileSync(out))).replaceAll('\u00A0', ' ')
    const { total } = await store.call('decisions.list', { schoolYear })
    expect((await store.call('papers.decisions', { query: { schoolYear }, out })).rows).toBe(total)
    expect(await read()).toContain(`в реестре ${total}`)
    const entries = await store.call('year.entries', { schoolYear })
    const meetings = (await store.call('meetings.list', { schoolYear, limit: 1000 })).rows
    expect(entries.filter(({ kind }) => kind === 'meeting')).toHaveLength(meetings.length)
    await store.call('papers.meetingCalendar', { schoolYear, out })
    const calendar = await read()
    for (const meeting of meetings) expect(calendar).toContain(`${meeting.series} № ${meeting.number}`)
    const path = join(temporaryFolder(), 'Бланк.docx')
    writeFileSync(path, await wordTemplate({ lines: ['БЛАНК', '{документ}'] }))
    const { id } = await store.call('templates.add', { file: path })
    await store.call('papers.yearPlan', { schoolYear, templateId: id, out })
    const plan = await read()
    expect(plan.startsWith('БЛАНК')).toBe(true)
    for (const event of (await store.call('events.list', { schoolYear, limit: 1000 })).rows) {
      if (event.state !== 'cancelled') expect(plan).toContain(event.name.replaceAll('"', ''))
    }
    expect(await unsoundness(readFileSync(out))).toEqual([])
  })
})
