import { paperHtml } from '@shared/papers/html'
import { buildWriteOffAct } from '@shared/papers/writeoff/act'
import { paperToDocx } from '@store/documents/docx/writer'
import { defaultWriteOffForm } from '@store/modules/writeoff/form'
import { describe, expect, test } from 'vitest'
import { profile } from '../../fixtures/meetings/make'
import { writeOffRecord } from '../../fixtures/write-off'
import { readCount } from '../../support/number-words'
import { essence, libreOffice, mammothHtml, mammothText, officePdfs, readParts } from './read-docx'

type Record = ReturnType<typeof writeOffRecord>
const docx = (record: Record, form = defaultWriteOffForm): Promise<Buffer> =>
  paperToDocx(buildWriteOffAct(record, form, profile))
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ')

/** Rows of the last table but the signatures, as mammoth reads them. */
async function listRows(record: Record): Promise<string[][]> {
  const html = await mammothHtml(await docx(record))
  const tables = [...html.matchAll(/<table>.*?<\/table>/gsu)].map((match) => match[0])
  const list = tables.find((table) => table.includes('Инв. номер')) ?? ''
  return [...list.matchAll(/<tr>(.*?)<\/tr>/gsu)].map((match) =>
    [...(match[1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map((cell) =>
      plain((cell[1] ?? '').replace(/<[^>]+>/gu, '')).trim(),
    ),
  )
}

describe('an act of write-off read by mammoth', () => {
  test('has all that was filled in', async () => {
    const text = essence(await mammothText(await docx(writeOffRecord([{ inventoryNumbers: '101–112' }]))))
    for (const fact of [
      'УТВЕРЖДАЮ Директор Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 3»',
      'АКТ № 17 о списании исключённых объектов библиотечного фонда',
      'Форма по ОКУД 0504144',
      'по ОКПО 12345678',
      'Структурное подразделение: Школьная библиотека',
      'Причина исключения: устарелость по содержанию',
      'Приказ о комиссии: № 45-од от 01.09.2026',
      '0 401 10 172',
      '0 101 37 410',
      'председатель — заместитель директора Ромашкина Р. Р.; члены комиссии — педагог-библиотекарь Лютикова Л. Л., бухгалтер Фиалкина Ф. Ф.',
      '12 (двенадцать) экземпляров на сумму 5 826,00 руб. (Пять тысяч восемьсот двадцать шесть рублей 00 копеек)',
      'Направление выбытия: макулатура',
      'Акт составлен в двух экземплярах.',
      'Приложение к акту № 17 от 20 ноября 2026 г.',
    ]) {
      expect(text).toContain(essence(fact))
    }
  })

  test('lists the books and sums them up', async () => {
    const rows = await listRows(
      writeOffRecord([
        { inventoryNumbers: '101–112' },
        { title: 'Физика. 8 класс', authors: '', publisher: '', publicationYear: 0, price: 0, copies: 1 },
        { copies: 1000, price: 1_234_56 },
      ]),
    )
    expect(rows).toEqual([
      ['№ п/п', 'Инв. номер', 'Автор, название, издательство, год', 'Экз.', 'Цена, руб.', 'Сумма, руб.'],
      ['1.', '101–112', 'Васильков А.А., Ландышева Л.Л. Алгебра. 7 класс. — Учёба, 2015', '12', '485,50', '5 826,00'],
      ['2.', '', 'Физика. 8 класс', '1', '', '0,00'],
      ['3.', '', 'Васильков А.А., Ландышева Л.Л. Алгебра. 7 класс. — Учёба, 2015', '1 000', '1 234,56', '1 234 560,00'],
      ['Итого', '1 013', '', '1 240 386,00'],
    ])
  })

  test.each([1, 2, 5, 11, 21, 101, 1_000_001])('says %i roubles and as many copies right', async (n) => {
    for (const kopecks of [0, 1, 2, 5, 11, 21]) {
      const record = { ...writeOffRecord([{}]), copies: n, sum: n * 100 + kopecks }
      const text = plain(await mammothText(await docx(record)))
      const said =
        /исключено ([\d ]+) \(([^)]+)\) (экземпляр\p{L}*) на сумму ([\d ]+),(\d\d) руб\. \(([^)]+) (рубл\p{L}+) (\d\d) (копе\p{L}+)\)/u.exec(
          text,
        )
      const [, copies, inWords = '', , rubles, part, sumWords = '', , rest, unit] = said ?? []
      expect([copies, rubles].map((figure) => Number(figure?.replaceAll(' ', '')))).toEqual([n, n])
      expect(readCount(inWords, 'masculine')).toBe(n)
      expect(readCount(sumWords.toLowerCase(), 'masculine')).toBe(n)
      expect([part, rest]).toEqual([String(kopecks).padStart(2, '0'), String(kopecks).padStart(2, '0')])
      expect(unit).toBe(kopecks === 1 || kopecks === 21 ? 'копейка' : kopecks === 2 ? 'копейки' : 'копеек')
    }
  })

  test('leaves room to write where nothing is known, and bears the form she has set', async () => {
    const empty = writeOffRecord([{}], {
      number: '',
      okpo: '',
      unit: '',
      debit: '',
      credit: '',
      order: '',
      disposal: 'none',
      commission: [],
      reason: 'other',
      reasonText: 'залиты при аварии',
    })
    const form = { ...defaultWriteOffForm, okud: '0504999', heading: 'об исключении книг', approver: 'Заведующий' }
    const text = await mammothText(await docx(empty, form))
    expect(text).toContain('АКТ № _____')
    expect(text).toMatch(/Приказ о комиссии: _{10}/u)
    expect(text).toContain('Причина исключения: залиты при аварии')
    expect(text).not.toContain('иное')
    for (const own of ['0504999', 'об исключении книг', 'Заведующий']) expect(text).toContain(own)
  })

  test('is the same in HTML, and its head row and codes are real in Word', async () => {
    const record = writeOffRecord([{}, { title: 'Физика. 8 класс' }])
    const { body } = paperHtml(buildWriteOffAct(record, defaultWriteOffForm, profile))
    const html = body.replace(/<[^>]+>/gu, ' ').replaceAll('&quot;', '"')
    expect(essence(html)).toBe(essence(await mammothText(await docx(record))))
    const xml = (await readParts(await docx(record))).get('word/document.xml') ?? ''
    expect(xml.match(/<w:tblHeader\/>/gu)?.length).toBeGreaterThanOrEqual(2)
    expect(xml).toMatch(/<w:tcBorders>.*?0504144/su)
  })
})

test.skipIf(libreOffice === null)(
  'LibreOffice lays out one line and three hundred, the head on every page of the list',
  async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      title: `Учебник ${index + 1}. 7 класс`,
      copies: index + 1,
    }))
    const [one, long] = await officePdfs([await docx(writeOffRecord([{}])), await docx(writeOffRecord(many))])
    expect(one?.pages).toHaveLength(2)
    const list = long?.pages.slice(1) ?? []
    expect(list.length).toBeGreaterThan(5)
    for (const page of list.slice(0, -1)) expect(page).toContain('Инв. номер')
    expect(list.at(-1)).toContain('Председатель комиссии')
    expect(list.join('\n')).toContain('Учебник 300.')
  },
)
