import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import type { Staffing } from '@shared/contract/staffing'
import type { Paper } from '@shared/papers/model'
import { buildStaffingCertificate } from '@shared/papers/staffing/certificate'
import { buildLibrarianList } from '@shared/papers/staffing/librarian-list'
import { librarianListColumnKeys, usualColumns } from '@shared/papers/staffing/list-columns'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { librarian, school } from '../../support/records'
import { type TestStore, temporaryFolder, testStore } from '../support/store'
import { libreOffice, mammothHtml, mammothText, officePdfs, readParts } from './read-docx'

const today = '2026-11-21'

async function district(people: number): Promise<TestStore> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'own', municipality: 'Придуманный округ' })
  const { id } = await store.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })
  for (let index = 0; index < people; index++) {
    await store.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian(`Длиннофамильева-${index + 1}`, {
        birthDate: index % 3 === 0 ? null : `19${60 + (index % 40)}-05-17`,
        phone: `+7 (900) 000-00-${String(index % 100).padStart(2, '0')}`,
        email: `person${index + 1}@example.example`,
        consentOn: '2026-09-01',
        employments: [
          { uid: newUid(), schoolId: id, position: 'педагог-библиотекарь', rate: 50, from: null, to: null, main: true },
        ],
      }),
    })
  }
  return store
}

/** Certificate and list of a district of nobody, of one person, and of a thousand like her. */
async function threeDistricts(): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const people of [0, 1]) {
    const store = await district(people)
    const profile = await store.call('profile.get', {})
    const staffing = await store.call('librarians.staffing', {})
    const { rows } = await store.call('librarians.list', {})
    const listOf = (all: typeof rows): Paper =>
      buildLibrarianList(all, { profile, on: today, columns: usualColumns, personal: true })
    papers.push(buildStaffingCertificate(staffing, profile), listOf(rows))
    const [one] = rows
    if (one === undefined) continue
    const many = Array.from({ length: 1000 }, (_, index) => ({
      ...one,
      name: `Длиннофамильева-${index + 1} Анна Ивановна`,
    }))
    papers.push(buildStaffingCertificate(multiplied(staffing, 1000), profile), listOf(many))
  }
  return papers
}

function multiplied(staffing: Staffing, times: number): Staffing {
  const figure = <F extends Staffing['people']>(one: F): F => ({
    ...one,
    count: one.count * times,
    rate: one.rate === null ? null : one.rate * times,
  })
  const tables = staffing.tables.map((table) =>
    table.list === 'schools' ? table : { ...table, rows: table.rows.map(figure), total: figure(table.total) },
  )
  return { ...staffing, people: figure(staffing.people), tables }
}

/** Rows of every table as mammoth reads them. */
function tablesOf(html: string): string[][][] {
  const cell = (text: string): string => text.replace(/<\/p><p>/gu, ' ').replace(/<[^>]+>/gu, '')
  return [...html.matchAll(/<table>(.*?)<\/table>/gsu)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, text = '']) => cell(text).trim()),
    ),
  )
}

const figure = (text = ''): number =>
  Number(
    text
      .replace(/[\s\u202F]/gu, '')
      .replace(',', '.')
      .replace('−', '-'),
  )

async function certificate(): Promise<{ staffing: Staffing; docx: Buffer }> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo' })
  const out = join(temporaryFolder(), 'Справка.docx')
  await store.call('papers.staffing', { schoolYear: '2026-2027', out })
  const staffing = await store.call('librarians.staffing', { schoolYear: '2026-2027' })
  return { staffing, docx: readFileSync(out) }
}

describe('the staffing certificate of the sample district', () => {
  test('has every table of the analysis, each summing up to its head-count, shares to a hundred', async () => {
    const { staffing, docx } = await certificate()
    const tables = tablesOf(await mammothHtml(docx))
    expect(tables).toHaveLength(staffing.tables.length)
    for (const [head = [], ...rows] of tables) {
      const people = head.includes('Человек')
      const total = rows.at(-1) ?? []
      const sum = (column: number): number => rows.slice(0, -1).reduce((whole, row) => whole + figure(row[column]), 0)
      expect(figure(total[1])).toBe(people ? staffing.people.count : staffing.schools.count)
      expect(sum(1)).toBe(figure(total[1]))
      expect(Math.round(sum(2) * 10)).toBe(1000)
      if (people) {
        expect(sum(3)).toBe(figure(total[3]))
        expect(figure(total[3])).toBe((staffing.people.rate ?? 0) / 100)
      }
    }
  })

  test('says each figure of the analysis in its row', async () => {
    const { staffing, docx } = await certificate()
    const rows = tablesOf(await mammothHtml(docx)).flat()
    for (const table of staffing.tables) {
      for (const one of table.rows) {
        if (table.id === 'positions' && one.count === 0) continue
        expect(
          rows.some(([title, count]) => title === one.title && figure(count) === one.count),
          one.title,
        ).toBe(true)
      }
    }
    const text = (await mammothText(docx)).replace(/\u00A0/gu, ' ')
    expect(text).toContain('по состоянию на 21 ноября 2026 г.')
    expect(text).toContain('(2026–2027 учебный год)')
  })

  test('has native charts with their figures and workbooks inside', async () => {
    const { staffing, docx } = await certificate()
    const parts = await readParts(docx)
    const charts = [...parts].filter(([name]) => /^word\/charts\/chart\d+\.xml$/u.test(name)).map(([, xml]) => xml)
    expect(charts).toHaveLength(7)
    const education = charts.find((xml) => xml.includes('высшее библиотечное')) ?? ''
    const values = [...education.matchAll(/<c:val>.*?<\/c:val>/gsu)].flatMap(([val]) =>
      [...val.matchAll(/<c:v>(\d+)<\/c:v>/gu)].map(([, value]) => Number(value)),
    )
    const table = staffing.tables.find((one) => one.id === 'education')
    expect(values).toEqual(table?.rows.map((one) => one.count))
    expect([...parts.keys()].filter((name) => name.endsWith('.xlsx'))).toHaveLength(7)
    // A description for those who do not see it.
    expect(parts.get('word/document.xml')).toMatch(/descr="По образованию: высшее библиотечное — \d+/u)
  })
})

describe('the list of librarians', () => {
  test('has every column of the form and every person, field by field', async () => {
    const store = await testStore({ today })
    await store.call('app.initialise', { mode: 'demo' })
    const out = join(temporaryFolder(), 'Список.docx')
    const { rows: written } = await store.call('papers.librarians', { columns: [...librarianListColumnKeys], out })
    const page = await store.call('librarians.list', {
      filters: [{ op: 'equals', column: 'working', value: true }],
      limit: 1000,
    })
    const docx = readFileSync(out)
    const [[head = [], ...rows] = []] = tablesOf(await mammothHtml(docx))
    expect(head).toHaveLength(17)
    expect(written).toBe(page.total)
    expect(rows).toHaveLength(page.rows.length)
    for (const [index, person] of page.rows.entries()) {
      const row = rows[index] ?? []
      const plain = row.map((text) => text.replace(/[\u00A0\u202F]/gu, ' '))
      expect(plain[0]).toBe(`${index + 1}.`)
      expect(plain[1]).toBe(person.name)
      expect(figure(plain[4])).toBe((person.rate ?? 0) / 100)
      expect(plain[7]).toBe(person.service === null ? '' : String(person.service))
      expect(plain[13]).toBe(person.phone)
      expect(plain[14]).toBe(person.email)
    }
    const xml = (await readParts(docx)).get('word/document.xml') ?? ''
    expect(xml).toContain('w:orient="landscape"')
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
  })

  test('without personal data has no birth date, telephone, mail or consent', async () => {
    const store = await district(2)
    const out = join(temporaryFolder(), 'Список.docx')
    await store.call('papers.librarians', { columns: [...librarianListColumnKeys], personal: false, out })
    const text = await mammothText(readFileSync(out))
    expect(text).toContain('Длиннофамильева-2')
    for (const hidden of ['17.05.', '+7 (900)', '@', '01.09.2026', 'Дата рождения', 'Телефон', 'Согласие']) {
      expect(text).not.toContain(hidden)
    }
  })
})

describe.skipIf(libreOffice === null)('pages of an empty, a tiny and a large district', () => {
  test('nobody, one and a thousand people', async () => {
    const papers = await Promise.all((await threeDistricts()).map(paperToDocx))
    const pages = (await officePdfs(papers)).map((pdf) => pdf.pages)
    const words = pages.map((all) => all.join('\n').replace(/\s+/gu, ' '))
    expect(words[0]).toContain('Школ — 1. Сведений о работниках школьных библиотек нет.')
    expect(words[1]).toContain('В списке никого нет.')
    expect(words[2]).toContain(
      'В школьных библиотеках работает 1 человек на 0,5 ставки. Библиотекарь есть в каждой школе.',
    )
    expect(words[3]).toContain('Всего: 1 человек, 0,5 ставки.')
    expect(words[4]).toContain('работают 1 000 человек на 500 ставок')
    expect(words[5]).toContain('Всего: 1 000 человек, 500 ставок.')
    const list = pages[5] ?? []
    expect(list.length).toBeGreaterThan(20)
    // Every page has people under its own head; nobody is lost between pages.
    for (const page of list) expect(page).toMatch(/Длиннофамильева|Всего/u)
    expect(list.slice(0, -1).every((page) => page.includes('Должность'))).toBe(true)
    expect(new Set(words[5]?.match(/Длиннофамильева- ?\d+/gu)).size).toBe(1000)
  }, 120_000)
})
