import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeEach, describe, expect, test } from 'vitest'
import { cli, demoFolder } from './support/cli'
import { temporaryFolder } from './support/store'

interface Rows {
  rows: ({ id: number } & Record<string, unknown>)[]
  total: number
}

let dir = ''
beforeEach(async (context) => {
  dir = context.task.name.startsWith('own:') ? join(temporaryFolder(), 'data') : await demoFolder()
})

const at = (...args: string[]): string[] => [...args, '--data', dir]
const rowsOf = async (...args: string[]): Promise<Rows> => (await cli(at(...args, '--json'))).json<Rows>()

describe('init', () => {
  test('own: an empty district with its association', async () => {
    const made = await cli(at('init', '--municipality', 'Новый район', '--json'))
    expect(made.json()).toMatchObject({ dataDir: dir, demo: false, counts: { school: 0, association: 1 } })
    expect((await cli(at('call', 'profile.get', '--json'))).json()).toMatchObject({ municipality: 'Новый район' })
  })

  test('own: without a name it still begins', async () => {
    expect((await cli(at('init'))).out).toContain(`Данные начаты в папке ${dir}`)
    expect(await rowsOf('list', 'schools')).toEqual({ rows: [], total: 0 })
  })

  test('a second time is refused and changes nothing', async () => {
    const again = await cli(at('init', '--json'))
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.failure().code).toBe('already-initialised')
  })

  test('own: without it every other command says so', async () => {
    const { code, error } = await cli(at('list', 'schools'))
    expect(code).toBe(1)
    expect(error).toContain('[folder-missing]')
    expect(existsSync(dir)).toBe(false)
  })
})

describe('list', () => {
  test.each([
    ['schools', 34],
    ['school', 34],
    ['librarians', 41],
    ['associations', 2],
    ['meetings', 25],
    ['protocols', 25],
    ['decisions', 116],
  ])('%s: all of them', async (kind, count) => {
    const { rows, total } = await rowsOf('list', kind)
    expect(rows).toHaveLength(count)
    expect(total).toBe(count)
    expect(rows.every((row) => Number.isInteger(row.id))).toBe(true)
  })

  test('rows inside records too, each showing the card it stands in', async () => {
    const { rows, total } = await rowsOf('list', 'courses')
    expect(total).toBeGreaterThan(10)
    const [first] = rows
    const shown = (await cli(at('show', 'course', String(first?.id), '--json'))).json<{
      librarian: { courses: unknown[] }
    }>()
    expect(shown.librarian.courses).toContainEqual(expect.objectContaining({ title: first?.title }))
    expect((await rowsOf('list', 'schoolStatus')).total).toBeGreaterThan(10)
    expect(await cli(at('show', 'course', '99999', '--json'))).toMatchObject({ code: 1 })
  })

  test('rows have the shape of the contract', async () => {
    const { rows } = await rowsOf('list', 'schools')
    const answer = (await cli(at('call', 'schools.list', '--input', '{"limit":1000}', '--json'))).json<Rows>()
    expect(rows).toEqual(answer.rows)
  })

  test('filters by key or title, by words or values, and combines them', async () => {
    const count = async (...filters: string[]) => (await rowsOf('list', 'schools', '--filter', ...filters)).total
    expect(await count('type=school')).toBe(20)
    expect(await count('Тип=СОШ')).toBe(20)
    expect(await count('libraryStatus=МИБЦ|ШИБЦ')).toBe(7)
    expect(await count('shortName~ЛИЦЕЙ')).toBe(1)
    expect(await count('students=500..')).toBe(7)
    expect(await count('students=..50', 'state=работает')).toBe(2)
    expect(await count('inn=')).toBe(1)
    expect(await count('inn=*')).toBe(33)
    expect((await count('shortName~лицей')) + (await count('shortName!~лицей'))).toBe(34)
    expect(await count('type^=sch')).toBe(20)
    expect((await count('students>500')) + (await count('students=500')) + (await count('students<500'))).toBe(
      await count('students=*'),
    )
    expect((await rowsOf('list', 'librarians', '--filter', 'working=нет')).total).toBe(1)
    expect((await rowsOf('list', 'librarians', '--filter', 'rate=0,25')).total).toBe(3)
    expect((await rowsOf('list', 'meetings', '--filter', 'date=01.09.2026..30.11.2026')).total).toBe(4)
    expect((await rowsOf('list', 'decisions', '--filter', 'state=просрочено')).total).toBe(5)
  })

  test('searches, sorts, limits, looks at a year', async () => {
    expect((await rowsOf('list', 'librarians', '--search', 'ветлугина наталья')).rows[0]).toMatchObject({ id: 1 })
    const sorted = await rowsOf('list', 'schools', '--sort', 'students:desc', '--limit', '3')
    expect(sorted.rows.map((row) => row.students)).toEqual([1011, 995, 953])
    expect(sorted.total).toBe(34)
    expect((await rowsOf('list', 'schools', '--limit', '0')).rows).toEqual([])
    expect((await rowsOf('list', 'meetings', '--year', '2024–2025')).total).toBe(10)
    expect((await rowsOf('list', 'meetings', '--year', '2026/2027')).total).toBe(5)
  })

  test('prints an aligned table in Russian', async () => {
    const { out, error } = await cli(at('list', 'schools', '--filter', 'libraryStatus=МИБЦ'))
    const lines = out.split('\n')
    expect(error).toBe('')
    expect(lines[0]).toBe('Школы')
    expect(lines[1]).toContain('Населённый пункт')
    expect(lines[3]).toMatch(/^ +3 {2}МБОУ СОШ № 3 {2}СОШ/)
    expect(out).toContain('Всего: 1.')
  })

  test('writes Excel', async () => {
    const file = join(dir, 'schools.xlsx')
    const { json } = await cli(at('list', 'schools', '--filter', 'type=СОШ', '--out', file, '--json'))
    expect(json()).toEqual({ file, rows: 20 })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    expect(book.worksheets[0]?.getCell('B2').text).toContain('СОШ')
  })
})

describe('show, history, call', () => {
  test.each(['school', 'librarian', 'association', 'meeting', 'decision'])(
    'show %s answers the contract’s record',
    async (kind) => {
      const shown = await cli(at('show', kind, '1', '--json'))
      expect(shown).toMatchObject({ code: 0, error: '' })
      expect(shown.json()).toMatchObject({ id: 1 })
      const { code, out } = await cli(at('show', kind, '1'))
      expect(code).toBe(0)
      expect(out).toContain('запись № 1')
      expect(out).not.toContain('undefined')
    },
  )

  test('show prints words, not codes', async () => {
    const { out } = await cli(at('show', 'school', '8'))
    expect(out).toContain('Состояние: присоединена')
    expect(out).toContain('Правопреемник: МБОУ СОШ № 6')
    expect((await cli(at('show', 'meeting', '21'))).out).toContain('ПОВЕСТКА ДНЯ')
  })

  test('what is not there is said', async () => {
    const missing = await cli(at('show', 'school', '999', '--json'))
    expect(missing).toMatchObject({ code: 1, out: '' })
    expect(missing.failure()).toEqual({ code: 'not-found', message: 'Школы с номером 999 нет.' })
  })

  test('call runs queries, commands and jobs, checked as from the window', async () => {
    const { school } = (await cli(at('show', 'school', '1', '--json'))).json<{ school: object }>()
    const save = (input: unknown) =>
      cli(at('call', 'schools.save', '--input', '-', '--json'), { input: JSON.stringify(input) })
    const saved = await save({ id: 1, revision: 1, school: { ...school, director: 'Новикова Н.Н.' } })
    expect(saved.json()).toEqual({ id: 1, revision: 2 })
    const stale = await save({ id: 1, revision: 1, school })
    expect(stale.failure().code).toBe('conflict')
    const invalid = await save({ id: 1, revision: 2, school: { ...school, inn: '12' } })
    expect(invalid.failure()).toMatchObject({ code: 'invalid-input', path: 'school.inn' })
    expect(invalid.failure().message).toMatch(/^ИНН: /)
    expect((await cli(at('call', 'app.check', '--json'))).json()).toEqual({ ok: true, problems: [] })
    expect((await cli(at('call', 'shell.info', '--json'))).failure().code).toBe('unknown-call')
    expect((await cli(at('call', 'no.such', '--json'))).failure().code).toBe('unknown-call')
    expect((await cli(at('call', 'constructor', '--json'))).failure().code).toBe('unknown-call')

    const history = await cli(at('history', 'school', '1', '--json'))
    expect(history.json()).toMatchObject([
      { title: 'Школа: МБОУ СОШ № 1', author: 'командная строка (test)' },
      { title: 'Начало работы: пример района' },
    ])
    const { out } = await cli(at('history', 'school', '1', '--limit', '1'))
    expect(out).toMatch(/Директор +Антипова Людмила Сергеевна +Новикова Н.Н./)
  })

  test('undo and redo live over runs', async () => {
    const director = async () =>
      (await cli(at('show', 'school', '1', '--json'))).json<{ school: { director: string } }>().school.director
    const { school } = (await cli(at('show', 'school', '1', '--json'))).json<{ school: object }>()
    const input = JSON.stringify({ id: 1, revision: null, school: { ...school, director: 'Новикова Н.Н.' } })
    await cli(at('call', 'schools.save', '--input', input))
    expect((await cli(at('undo', '--json'))).json()).toEqual({ title: 'Школа: МБОУ СОШ № 1' })
    expect(await director()).toBe('Антипова Людмила Сергеевна')
    expect((await cli(at('redo'))).out).toBe('Возвращено: Школа: МБОУ СОШ № 1\n')
    expect(await director()).toBe('Новикова Н.Н.')
    expect((await cli(at('redo', '--json'))).failure().code).toBe('nothing-to-undo')
    await cli(at('undo'))
    expect((await cli(at('undo', '--json'))).failure().code).toBe('undo-blocked')
  })
})

describe('export', () => {
  test.each([
    ['protocol', ['21']],
    ['protocol', ['21', '--layout', 'decisions']],
    ['attendance', ['21']],
    ['extract', ['21', '--decision', '1.2', '--school', '16']],
  ])('%s %s', async (what, rest) => {
    const file = join(dir, 'paper.docx')
    const { code, error, json } = await cli(at('export', what, ...rest, '--out', file, '--json'))
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(json()).toEqual({ file })
    expect(statSync(file).size).toBeGreaterThan(3000)
  })

  test('a list with columns of her choice, relative to where she stands', async () => {
    const { json } = await cli(
      at('export', 'list', 'librarians', '--columns', 'name,Категория', '--out', 'bank.xlsx', '--json'),
      { cwd: dir },
    )
    expect(json()).toEqual({ file: join(dir, 'bank.xlsx'), rows: 41 })
  })

  test('a folder that is not there is said, nothing is written', async () => {
    const file = join(dir, 'no', 'such', 'paper.docx')
    const { code, failure } = await cli(at('export', 'protocol', '21', '--out', file, '--json'))
    expect(code).toBe(1)
    expect(failure().code).toBe('file-unwritable')
  })
})

describe('papers of the bank', () => {
  test('the list with and without personal data, the certificate', async () => {
    const folder = temporaryFolder()
    const list = join(folder, 'Список.docx')
    expect((await cli(at('export', 'librarians', '--out', list, '--no-personal', '--json'))).json()).toEqual({
      file: list,
      rows: 40,
    })
    const certificate = join(folder, 'Справка.docx')
    await cli(at('export', 'staffing', '--year', '2025-2026', '--out', certificate))
    for (const file of [list, certificate]) expect(statSync(file).size).toBeGreaterThan(5000)
  })

  test('words that do not belong are refused', async () => {
    const column = await cli(at('export', 'librarians', '--columns', 'name,возраст', '--out', 'a.docx', '--json'))
    expect(column).toMatchObject({ code: 2 })
    expect(column.failure().message).toContain('столбца «возраст» в списке нет')
    expect((await cli(at('export', 'staffing', '5', '--out', 'a.docx'))).code).toBe(2)
  })
})
