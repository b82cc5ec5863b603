import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import type { JobProgress } from '@shared/contract/app'
import { newUid } from '@shared/contract/fields'
import type { CellValue } from '@shared/contract/lists'
import { schoolList } from '@shared/contract/schools'
import { databaseId } from '@store/database/database-id'
import { parseKeyHeading, rowKey } from '@store/documents/xlsx/row-key'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { librarian, school } from '../support/records'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** Read back by SheetJS, which shares nothing with the writer (exceljs). */
function firstSheet(file: string): { sheet: WorkSheet; rows: unknown[][]; hidden: boolean } {
  const book = read(readFileSync(file), { cellStyles: true, cellDates: false })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('The workbook has no sheet')
  return {
    sheet,
    rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null }),
    hidden: sheet['!cols']?.[0]?.hidden === true,
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of the sheet: entities of XML, then Excel's own `_xHHHH_`. */
function unescaped(text: string): string {
  return text
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? name)
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

async function district(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  for (const [index, name] of ['СОШ № 10', 'СОШ № 2', '=1+1', 'ООШ с. Ёлки'].entries()) {
    await test.call('schools.save', {
      id: null,
      revision: null,
      school: school(name, {
        director: index === 1 ? '' : `Директор ${index}`,
        state: index === 3 ? 'closed' : 'active',
        contingent: [{ uid: newUid(), schoolYear: '2026-2027', grade: 1, classes: 1, students: 10 * (index + 1) }],
      }),
    })
  }
  return test
}

describe('a list in Excel', () => {
  it('is what the grid shows: filter, order and columns; keys hidden, totals live', async () => {
    const test = await district()
    const out = join(test.dir, 'школы.xlsx')
    const filters = [{ column: 'state', op: 'equals' as const, value: 'active' }]
    const query = { filters, sort: [{ column: 'students', desc: true }] }
    const columns = ['shortName', 'students', 'director', 'state']
    expect(await test.call('papers.list', { list: 'schools', query, columns, out })).toEqual({ file: out, rows: 3 })
    const { rows, hidden, sheet } = firstSheet(out)
    const listed = (await test.call('schools.list', query)).rows
    const titles = columns.map((key) => schoolList.columns.find((column) => column.key === key)?.title)
    expect(rows[0]?.slice(1)).toEqual(titles)
    expect(parseKeyHeading(String(rows[0]?.[0]))).toEqual({
      databaseId: databaseId(test.store.router.reader.connection.raw),
      list: 'schools',
      columns: ['shortName', 'director', 'state'],
    })
    expect(rows.slice(1, 4)).toEqual(
      listed.map((row) => [
        rowKey(row.id, [row.shortName, row.director, row.state] as CellValue[]),
        row.shortName,
        row.students,
        row.director || null,
        'работает',
      ]),
    )
    expect(hidden).toBe(true)
    expect(sheet.C5?.f).toBe('SUBTOTAL(109,C2:C4)')
    // A name like a formula is text.
    expect(sheet.B2?.f).toBeUndefined()
    // Counted already: a program that counts nothing shows the sum all the same.
    expect(sheet.C5?.v).toBe(60)
    // Rows sorted in Excel keep their keys only where the filter covers them.
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:E4' })
  })

  it('keeps dates as the same day, rates as fractions', async () => {
    const test = await district()
    const { id: schoolId } = (await test.call('schools.list', {})).rows[0] ?? { id: 0 }
    await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Ромашкина', {
        birthDate: '1980-01-01',
        categoryUntil: '2027-03-31',
        employments: [
          { uid: newUid(), schoolId, position: 'библиотекарь', rate: 75, from: null, to: null, main: true },
        ],
      }),
    })
    const out = join(test.dir, 'банк.xlsx')
    await test.call('papers.list', {
      list: 'librarians',
      columns: ['name', 'birthDate', 'categoryUntil', 'rate', 'working'],
      out,
    })
    const { rows } = firstSheet(out)
    const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`)
    expect(rows[1]?.slice(1)).toEqual(['Ромашкина Анна Ивановна', day('1980-01-01'), day('2027-03-31'), 0.75, 'да'])
  })

  it('is set up for print and for typing: heads on every page, lists to choose from, what is only counted is said', async () => {
    const test = await district()
    await test.call('profile.save', { ...(await test.call('profile.get', {})), municipality: 'Рыбы & раки' })
    const out = join(test.dir, 'schools.xlsx')
    await test.call('papers.list', { list: 'schools', columns: ['shortName', 'type', 'students', 'inn'], out })
    const zip = await JSZip.loadAsync(readFileSync(out))
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    expect(sheet).toContain('<pane ySplit="1"')
    expect(sheet).toContain('fitToWidth="1" fitToHeight="0"')
    expect(sheet).toContain('<oddHeader>&amp;LРыбы &amp;&amp; раки&amp;RШколы</oddHeader>')
    expect(sheet).toContain('Страница &amp;P из &amp;N')
    expect(sheet).toMatch(/<dataValidation type="list"[^>]* sqref="C2:C5"><formula1>&quot;СОШ,ООШ,[^<]*<\/formula1>/)
    expect(sheet).toMatch(/<dataValidation [^>]*promptTitle="Считает программа"[^>]* sqref="D1:D5"\/>/)
    const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? ''
    expect(book.replaceAll('&apos;', "'")).toContain("'Школы'!$1:$1")
  })

  it('keeps what is not for Excel to understand: leading zeros, formulas, signs of XML, breaks, long texts', async () => {
    const test = await district()
    const odd = [
      '007',
      '+7 (863) 000-00-00',
      '<b>&amp;"кавычки"</b>',
      '_x0041_ и ‮ тоже',
      `Длинное ${'имя '.repeat(200)}`.trim(),
      '😀 ёж',
    ]
    for (const director of odd) {
      await test.call('schools.save', {
        id: null,
        revision: null,
        school: school(`Школа ${odd.indexOf(director)}`, { director }),
      })
    }
    const out = join(test.dir, 'odd.xlsx')
    await test.call('papers.list', {
      list: 'schools',
      columns: ['shortName', 'director'],
      query: { filters: [{ column: 'shortName', op: 'contains', value: 'Школа ' }] },
      out,
    })
    // SheetJS unescapes such cells twice: here the file is read as its XML says.
    const zip = await JSZip.loadAsync(readFileSync(out))
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    const cells = [...sheet.matchAll(/<c r="C\d+"[^>]*>(?:<v>|<is><r><t[^>]*>)([^<]*)</g)].map(([, text = '']) =>
      unescaped(text),
    )
    expect(cells.slice(1)).toEqual(odd)
  })

  it('leaves personal data out when asked', async () => {
    const test = await district()
    await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Ромашкина', { birthDate: '1980-01-01', phone: '+7 900 000-00-00' }),
    })
    const out = join(test.dir, 'bank.xlsx')
    const columns = ['name', 'birthDate', 'age', 'phone', 'email', 'consentOn', 'category']
    await test.call('papers.list', { list: 'librarians', columns, personal: false, out })
    const zip = await JSZip.loadAsync(readFileSync(out))
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
    expect(sheet).not.toContain('900 000')
    expect(firstSheet(out).rows[0]?.slice(1)).toEqual(['ФИО', 'Категория'])
  })

  it('is whole or not there: stopped half-way, neither the file nor a part of it remains', async () => {
    const test = await district()
    const out = join(test.dir, 'stopped.xlsx')
    const before = readdirSync(test.dir)
    const jobs: JobProgress[] = []
    const watched = await testStore({
      dir: test.dir,
      events: {
        job: (progress) => {
          jobs.push(progress)
          if (progress.state === 'running') {
            void watched.call('jobs.cancel', { jobId: progress.jobId })
          }
        },
      },
    })
    expect(await watched.failure('papers.list', { list: 'schools', out })).toMatchObject({ code: 'cancelled' })
    expect(jobs.at(-1)?.state).toBe('cancelled')
    expect(readdirSync(test.dir).filter((name) => !name.startsWith('metodist'))).toEqual(
      before.filter((name) => !name.startsWith('metodist')),
    )
  })

  it('opens in LibreOffice with the same cells', async (context) => {
    const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)
    if (!soffice) return context.skip('LibreOffice is not installed here')
    const test = await district()
    const out = join(test.dir, 'list.xlsx')
    await test.call('papers.list', { list: 'schools', columns: ['shortName', 'students'], out })
    const profile = temporaryFolder()
    execFileSync(soffice, [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76',
      '--outdir',
      test.dir,
      out,
    ])
    const csv = readFileSync(join(test.dir, 'list.csv'), 'utf8').trim().split('\n')
    expect(csv.slice(1).map((line) => line.split(';').slice(1))).toEqual([
      ['=1+1', '30'],
      ['ООШ с. Ёлки', '40'],
      ['СОШ № 2', '20'],
      ['СОШ № 10', '10'],
      ['ИТОГО', '100'],
    ])
  })

  it('leaves nothing behind when it cannot be written or names a column that is not there', async () => {
    const test = await district()
    const before = readdirSync(test.dir)
    expect(
      await test.failure('papers.list', { list: 'schools', columns: ['нет'], out: join(test.dir, 'x.xlsx') }),
    ).toMatchObject({ code: 'invalid-input' })
    expect(
      await test.failure('papers.list', { list: 'schools', out: join(test.dir, 'нет папки', 'x.xlsx') }),
    ).toMatchObject({ code: 'file-unwritable' })
    expect(readdirSync(test.dir)).toEqual(before)
  })
})
