import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Roadmap } from '@shared/contract/roadmaps'
import { readPaper } from '@store/old-papers/reading/client'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { demoFolder } from '../support/cli'
import { differences, prepareFile } from '../support/excel'
import { item, roadmap, section } from '../support/roadmap'
import { type TestStore, temporaryFolder, testStore } from '../support/store'
import { essence, mammothHtml, mammothText } from './read-docx'

const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/gu, ' ')
    .replace(/[ \t]+/gu, ' ')
    .trim()

/** What a reader of the paper can know: no keys, and who helps stands with who does it. */
function facts({ title, from, to, approval, columns, sections }: Roadmap) {
  return {
    title: plain(title.replace(/\s+/gu, ' ')),
    period: [from, to],
    approval: [approval.number, approval.date],
    columns: columns.map((column) => [column.role, plain(column.title)]),
    sections: sections.map((one) => ({
      line: plain(`${one.number} ${one.title}`),
      items: one.items.map((each) => ({
        title: plain(each.title).replace(/[.;]$/u, ''),
        dues: each.dues.map(({ text, from: start, to: end, recurrence }) => [plain(text), start, end, recurrence]),
        parts: each.parts.map((part) => [
          plain(part.title).replace(/[.;]$/u, ''),
          part.dues.map(({ text, from: start, to: end }) => [plain(text), start, end]),
        ]),
        executors: [...each.executors]
          .sort((a, b) => (a.role < b.role ? 1 : a.role > b.role ? -1 : 0))
          .map(({ text }) => plain(text)),
        document: plain(each.document),
        results: plain(each.results),
      })),
    })),
  }
}

async function demo(): Promise<TestStore> {
  return testStore({ dir: await demoFolder(), today: '2026-11-20' })
}

describe('a road map in Word', () => {
  it('read again is the same records, every sub-event with its own срок', async () => {
    const test = await demo()
    const out = join(temporaryFolder(), 'roadmap.docx')
    for (const { id } of (await test.call('roadmaps.list', {})).rows) {
      const { roadmap: kept } = await test.call('roadmaps.get', { id })
      await test.call('papers.roadmap', { roadmapId: id, out })
      const { understood } = await readPaper(out, null, '2026-11-20')
      if (understood?.kind !== 'roadmap') throw new Error(`Road map ${id} was not read as one`)
      expect(facts(understood.roadmap as Roadmap)).toEqual(facts(kept))
    }
  })

  it('has the head, section rows over all columns, and what was done when asked for', async () => {
    const test = await demo()
    const [, network] = (await test.call('roadmaps.list', {})).rows
    const out = join(temporaryFolder(), 'roadmap.docx')
    await test.call('papers.roadmap', { roadmapId: network?.id ?? 0, execution: true, out })
    const html = await mammothHtml(readFileSync(out))
    expect(plain(html)).toContain('Отметка о выполнении')
    expect(html).toMatch(/<t[dh] colspan="7">(?:<[^>]+>)*I\. Организационные мероприятия/u)
    expect(html).toContain('rowspan="4"')
    const text = essence(await mammothText(readFileSync(out)))
    for (const words of [
      'Приложение 2',
      '№ 22-од',
      'Выполнено 24.02.2026: приказ управления образования № 61-од',
      'Цель:',
      'Ответственная за дорожную карту',
    ]) {
      expect(text).toContain(essence(words))
    }
    await test.call('papers.roadmap', { roadmapId: network?.id ?? 0, out })
    expect(await mammothText(readFileSync(out))).not.toContain('Отметка о выполнении')
  })

  it('bears one item, and two hundred of long words', async () => {
    const test = await testStore({ today: '2026-11-20' })
    const long = item({
      title: 'Организационно-методическое-сопровождение '.repeat(12),
      due: 'март',
      executors: ['Межпоселенческая-центральная-библиотека'],
      parts: [['Первая часть', 'февраль']],
    })
    for (const count of [1, 200]) {
      const items = Array.from({ length: count }, () => ({
        ...item(),
        ...long,
        uid: item().uid,
        executors: [],
        parts: [],
      }))
      const { id } = await test.call('roadmaps.save', {
        id: null,
        revision: null,
        roadmap: roadmap([section('', items)]),
      })
      const out = join(temporaryFolder(), 'roadmap.docx')
      await test.call('papers.roadmap', { roadmapId: id, out })
      expect((await mammothHtml(readFileSync(out))).match(/<tr>/gu)).toHaveLength(count + 1)
    }
  })
})

describe('a road map in Excel', () => {
  it('has the look of the paper and comes back as items without a difference', async () => {
    const test = await demo()
    for (const { id, title } of (await test.call('roadmaps.list', {})).rows) {
      const out = join(temporaryFolder(), 'roadmap.xlsx')
      await test.call('papers.roadmapSheet', { roadmapId: id, execution: true, out })
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(out)
      const sheet = book.worksheets[0]
      const texts: string[] = []
      sheet?.eachRow((row) => texts.push(plain(row.getCell(2).text)))
      expect(texts).toContain(plain((title.split('\n').at(-1) ?? '').replace(/\s+/gu, ' ')))
      const run = await prepareFile(test, out, 'roadmapItems')
      expect({ id, differences: await differences(test, run) }).toEqual({ id, differences: [] })
      const { rows } = await test.call('roadmapItems.list', {
        limit: 1000,
        filters: [{ op: 'in', column: 'roadmapId', values: [id] }],
      })
      expect(run.counts.unchanged).toBe(rows.length)
    }
  })
})

describe('the report of execution and the year on paper', () => {
  it('count the items on the day asked for', async () => {
    const test = await demo()
    const [, network] = (await test.call('roadmaps.list', {})).rows
    const id = network?.id ?? 0
    const folder = temporaryFolder()
    const out = join(folder, 'report.docx')
    await test.call('papers.roadmapReport', { roadmapId: id, out })
    const now = plain(await mammothText(readFileSync(out)))
    expect(now).toContain(`Всего ${network?.items} пунктов. Выполнено — `)
    expect(now).toContain('по состоянию на 20 ноября 2026 г.')
    await test.call('papers.roadmapReport', { roadmapId: id, on: '2026-01-20', out })
    const then = plain(await mammothText(readFileSync(out)))
    expect(then).toContain('Выполнено — 0 (0 %)')

    const sheet = join(folder, 'report.xlsx')
    await test.call('papers.roadmapReport', { roadmapId: id, format: 'xlsx', out: sheet })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(sheet)
    expect(book.worksheets.map((one) => one.name)).toEqual(['Сводка', 'Пункты'])

    const year = join(folder, 'year.docx')
    await test.call('papers.roadmapYear', { roadmapId: id, from: '2026-01-01', to: '2026-12-31', out: year })
    const html = await mammothHtml(readFileSync(year))
    for (const words of ['янв', 'дек', 'Общая афиша мероприятий центров', '•']) expect(html).toContain(words)
    expect(
      await test.failure('papers.roadmapYear', { roadmapId: id, from: '2026-12-31', to: '2026-01-01', out: year }),
    ).toMatchObject({ code: 'invalid-input' })
  })
})
