import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from './support/cli'
import { temporaryFolder } from './support/store'

/** Wrong command lines: exit code 2, one Russian sentence, nothing on stdout, nothing made. */

const wrong: readonly (readonly [line: string, says: string])[] = [
  ['', 'Не указана команда'],
  ['nonsense', 'Команды «nonsense» нет'],
  ['list', 'Не указано: вид'],
  ['list novels', 'Вида записей «novels» нет'],
  ['list schools --colour red', 'Параметра «--colour» нет'],
  ['list schools extra words', 'Лишние слова в команде «list»'],
  ['list schools --limit many', '--limit: «many»'],
  ['list schools --limit', 'нет значения'],
  ['list schools --filter nothing', 'не понято'],
  ['list schools --filter colour=red', 'нет столбца «colour»'],
  ['list schools --filter students=lots', 'нужно число'],
  ['list schools --filter type=замок', 'такого значения нет'],
  ['list meetings --filter date=31.02.2026', 'такой даты нет'],
  ['list librarians --filter working=maybe', 'нужно «да» или «нет»'],
  ['list schools --sort colour', 'нет столбца «colour»'],
  ['list schools --year 2026', 'не учебный год'],
  ['show school', 'Не указано: номер'],
  ['show school one', 'не номер записи'],
  ['show school 0', 'не номер записи'],
  ['call', 'Не указано: имя'],
  ['call schools.list --input {', 'не JSON'],
  ['init --today 2026-02-31', 'такой даты нет'],
  ['export', 'Не указано: документ'],
  ['export poem 1 --out x.docx', 'Документа «poem» нет'],
  ['export protocol --out x.docx', 'Не указан номер заседания'],
  ['export protocol 1', 'Не указан файл'],
  ['export protocol 1 --layout round --out x.docx', 'вида «round» нет'],
  ['export extract 1 --out x.docx', 'Не указано решение'],
  ['export list --out x.xlsx', 'Не указан список'],
  ['export report --out x.docx', 'Не указан учебный год'],
  ['export participants --out x.docx', 'Не указан номер мероприятия'],
  ['export registration 5', 'Не указан файл'],
  ['export consolidation 1 --out x.docx', 'ещё не работает'],
  ['plan --scarcity luck', '--scarcity: «luck»'],
  ['plan --steps many', '--steps: «many»'],
  ['plan --min-lot 5 --scarcity priority', '--min-lot'],
  ['collect make --form 1 --year 2026 --out x', 'ещё не работает'],
  ['restore', 'Не указано: файл'],
  ['generate --schools minus', '--schools: «minus»'],
  ['generate --schools 999999', '--schools'],
]

describe('a wrong command line', () => {
  test.each(wrong)('«%s» is refused', async (line, says) => {
    const dir = join(temporaryFolder(), 'data')
    const args = [...(line === '' ? [] : line.split(' ')), '--data', dir]
    const plain = await cli(args)
    expect(plain).toMatchObject({ code: 2, out: '' })
    expect(plain.error).toContain(says)
    expect(plain.error).toMatch(/ \[usage\]\n$/)
    const document = await cli([...args, '--json'])
    expect(document).toMatchObject({ code: 2, out: '' })
    expect(document.failure()).toMatchObject({ code: 'usage' })
    expect(existsSync(dir)).toBe(false)
  })
})

describe('help', () => {
  test.each(['--help', 'help', 'help list', 'list --help', 'export --help', 'backup --help', 'import --help'])(
    '«%s» is Russian and goes to stdout',
    async (line) => {
      const { code, out, error } = await cli(line.split(' '))
      expect({ code, error }).toEqual({ code: 0, error: '' })
      expect(out).toContain('Как набирать: metodist')
      expect(out).not.toMatch(/Usage|Options|Commands|Arguments|display help|default|choices/i)
    },
  )

  test('the version is the package’s', async () => {
    const { code, out } = await cli(['--version'])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
