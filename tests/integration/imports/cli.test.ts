import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { cli, demoFolder } from '../support/cli'
import { temporaryFolder } from '../support/store'
import { textFile, workbook } from './support'

interface Document {
  kind: string
  added: number
  changed: number
  unchanged: number
  faults: { cell: string; column: string; row: number; expected: string; found: string; text: string }[]
}

const table = 'Школа;Тип;Компьютеров\r\nСОШ № 777;СОШ;12\r\nСОШ № 778;ООШ;пять\r\n'

it('import says what it understood, refuses faults as a whole, and takes the rest when told so', async () => {
  const data = ['--data', await demoFolder()]
  const file = textFile(`\ufeff${table}`)
  const refused = await cli(['import', file, ...data, '--json'])
  expect(refused.code).toBe(1)
  expect(refused.failure().code).toBe('import-faults')
  expect(refused.json<Document>()).toMatchObject({
    kind: 'schools',
    added: 0,
    changed: 0,
    unchanged: 0,
    faults: [{ sheet: 'файл', cell: 'C3', column: 'Компьютеров', row: 3, expected: 'целое число', found: 'пять' }],
  })
  const words = await cli(['import', file, ...data])
  expect(words.out).toContain('A «Школа» → Школа; B «Тип» → Тип; C «Компьютеров» → Компьютеров')
  expect(words.out).toContain('Лист «файл», строка 3, столбец «Компьютеров»: «пять» — нужно: целое число.')
  const dry = await cli(['import', file, '--dry-run', '--skip-faulty', ...data, '--json'])
  expect(dry).toMatchObject({ code: 0 })
  expect(dry.json<Document>().added).toBe(1)
  const done = await cli(['import', file, '--skip-faulty', ...data, '--json'])
  expect(done.json<Document>()).toMatchObject({ kind: 'schools', added: 1 })
  const again = await cli(['import', file, '--as', 'school', '--skip-faulty', ...data, '--json'])
  expect(again.json<Document>()).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect((await cli(['undo', ...data])).out).toContain('Импорт: Школы из «файл.csv»')
})

it('several files come in one after another', async () => {
  const data = ['--data', await demoFolder()]
  const schools = await workbook([['Школа'], ['СОШ № 777'], ['СОШ № 778']], { name: 'школы.xlsx' })
  const contingent = textFile('Школа;Учебный год;Класс;Классов-комплектов;Обучающихся\nСОШ № 777;2026/2027;5;2;51\n')
  const done = await cli(['import', schools, contingent, ...data, '--json'])
  expect(done.error).toBe('')
  expect(done.json<Document[]>()).toMatchObject([
    { kind: 'schools', added: 2 },
    { kind: 'contingent', added: 1 },
  ])
})

it('a file that is not there is refused with a sentence', async () => {
  const ran = await cli(['import', 'nowhere.xlsx', '--data', await demoFolder(), '--json'])
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.failure().code).toBe('file-missing')
})

it('a folder is looked through for papers: one without any is refused, tables in it or not', async () => {
  const table = textFile('Школа\nСОШ № 777\n')
  const ran = await cli(['import', dirname(table), '--data', await demoFolder(), '--json'])
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.failure()).toMatchObject({
    code: 'file-missing',
    message: 'В папке нет документов Word и текстовых файлов. Выберите другую папку.',
  })
})

it('a table is asked for where a folder stands', async () => {
  const ran = await cli(['import', temporaryFolder(), '--as', 'schools', '--data', await demoFolder(), '--json'])
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.failure().code).toBe('file-unreadable')
})

it('a table of something else is not taken for a list', async () => {
  const file = textFile('Товар;Цена\nМолоко;80\n')
  const ran = await cli(['import', file, '--data', await demoFolder(), '--json'])
  expect(ran.failure()).toMatchObject({ code: 'import-unrecognised' })
})
