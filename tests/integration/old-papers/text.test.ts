import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Original } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { describe, expect, it } from 'vitest'
import { texts } from '../../support/old-papers/docx-file'
import { temporaryFolder } from '../support/store'

async function read(content: string | Buffer): Promise<Original> {
  const file = join(temporaryFolder(), 'протокол.txt')
  writeFileSync(file, content)
  return (await readOriginal(file)).original
}

/** In an encoding of one byte a sign, by what its bytes stand for. */
function encoder(encoding: string): (text: string) => Buffer {
  const signs = [...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  return (text) => Buffer.from([...text].map((sign) => signs.indexOf(sign)))
}

/** Windows-1251 of Russian letters and of what is in ASCII. */
const russian = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : letter === '№' ? 0xb9 : letter === 'ё' ? 0xb8 : code
    }),
  )

const rows = ({ tables, lines }: Original): string[][] =>
  tables.map((table) =>
    table.cells.map(({ row, column, columnSpan, from, to }) => {
      const inside = lines.slice(from, to).map(({ text }) => text)
      return `${row},${column}${columnSpan > 1 ? `+${columnSpan}` : ''} ${inside.join('/')}`
    }),
  )

describe('a text', () => {
  it.each([
    ['UTF-8', (text: string): Buffer => Buffer.from(text)],
    ['UTF-8', (text: string): Buffer => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16', (text: string): Buffer => Buffer.from(text, 'utf16le')],
    ['UTF-16', (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1251', russian],
  ])('in %s is read line by line', async (encoding, write) => {
    const original = await read(write('Протокол № 2\r\n\r\nРешили: [bookmark: _GoBack]утвердить\rвсё\n\n'))
    expect(original).toMatchObject({ format: 'text', encoding, tables: [] })
    expect(texts(original)).toEqual(['Протокол № 2', '', 'Решили: утвердить', 'всё'])
  })

  it.each([
    ['CP866', 'ibm866'],
    ['KOI8-R', 'koi8-r'],
    ['Windows-1251', 'windows-1251'],
  ])('in %s is told from other encodings by its letters', async (name, encoding) => {
    const write = encoder(encoding)
    for (const text of [
      'Протокол заседания методического объединения школьных библиотекарей',
      'ПРОТОКОЛ ЗАСЕДАНИЯ МЕТОДИЧЕСКОГО ОБЪЕДИНЕНИЯ',
      'План работы на 2025-2026 учебный год\nСрок: до 15 мая, отв. Выдуманная И.И.',
      'СЛУШАЛИ: о заказе учебников.\nРЕШИЛИ: составить заявку до 1 марта.',
    ]) {
      expect(await read(write(text))).toMatchObject({
        encoding: name,
        lines: text.split('\n').map((line) => ({ text: line })),
      })
    }
  })

  it.each(['ФЦЩ', 'Хозяйство', 'ЮЩЕНКО', '«»—№', 'Эхо', 'ЧОУ', 'да'])(
    'of few letters, «%s», is in Windows-1251',
    async (text) => {
      expect((await read(encoder('windows-1251')(text))).encoding).toBe('Windows-1251')
    },
  )

  it('has bold between stars, and stars that are none', async () => {
    const { lines } = await read('Дата: **16.01.2024**, (**май** и **июнь**)\n2 ** 3, **не кончено\n')
    expect(lines.map(({ text, bold }) => ({ text, bold }))).toEqual([
      {
        text: 'Дата: 16.01.2024, (май и июнь)',
        bold: [
          [6, 16],
          [19, 22],
          [25, 29],
        ],
      },
      { text: '2 ** 3, **не кончено', bold: [] },
    ])
  })

  it('has a table whose cells begin with a tab', async () => {
    const original = await read(
      [
        'План',
        '',
        '\t№\nп/п',
        '\tМероприятие',
        '\tСроки\n',
        '\tI. Раздел\n',
        '\t1.',
        '\tСеминар\n\nКруглый стол',
        '\tмай\n\nиюнь\n',
        '\t2.\n',
        '\tОтчёт',
        '\tдекабрь\n',
        'Председатель\tИванова И.И.',
      ].join('\n'),
    )
    expect(rows(original)).toEqual([
      [
        '0,0 №/п/п',
        '0,1 Мероприятие',
        '0,2 Сроки',
        '1,0+3 I. Раздел',
        '2,0 1.',
        '2,1 Семинар//Круглый стол',
        '2,2 май//июнь',
        '3,0 2.',
        '3,1 Отчёт',
        '3,2 декабрь',
      ],
    ])
    expect(texts(original).slice(-2)).toEqual(['', 'Председатель\tИванова И.И.'])
  })

  it('has a table whose cells are parted by tabs', async () => {
    const original = await read(
      [
        '№\tМероприятия\tСрок\tКто',
        'Раздел 1. Учебники',
        '1.\tЗаказ\tдо 1 марта\tМетодист',
        '2.\tБеседы:',
        '- школьные;',
        '- районные\tв течение года\tБиблиотекари',
        'педагоги',
        '3.\tОтчёт\tмай\tМетодист',
        '',
        'Начальник\t\tА.А. Выдуманный',
      ].join('\n'),
    )
    expect(rows(original)).toEqual([
      [
        '0,0 №',
        '0,1 Мероприятия',
        '0,2 Срок',
        '0,3 Кто',
        '1,0+4 Раздел 1. Учебники',
        '2,0 1.',
        '2,1 Заказ',
        '2,2 до 1 марта',
        '2,3 Методист',
        '3,0 2.',
        '3,1 Беседы:/- школьные;/- районные',
        '3,2 в течение года',
        '3,3 Библиотекари/педагоги',
        '4,0 3.',
        '4,1 Отчёт',
        '4,2 май',
        '4,3 Методист',
      ],
    ])
    expect(texts(original).slice(-2)).toEqual(['', 'Начальник\t\tА.А. Выдуманный'])
  })

  it.each([
    ['paragraphs with a first line set in', '\tСлушали Иванову.\n\tРешили утвердить.\n\n\tГолосовали единогласно.\n'],
    ['signatures', 'Председатель\t\tИванова И.И.\nСекретарь\t\tПетрова П.П.\n'],
    ['a day and a place', '14 апреля 2023 г.\tс. Тополиное\n\n1.\tО плане.\n2.\tРазное.\n'],
  ])('is no table where there are %s', async (_, text) => {
    expect((await read(text)).tables).toEqual([])
  })
})
