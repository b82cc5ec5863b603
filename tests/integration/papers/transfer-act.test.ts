import type { TransferRecord } from '@shared/contract/transfers'
import { buildExchangeSheet } from '@shared/papers/exchange/exchange-sheet'
import { buildTransferAct } from '@shared/papers/exchange/transfer-act'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { profile } from '../../fixtures/meetings/make'
import { giverSchool, takerSchool, transferRecord } from '../../fixtures/transfer'
import { readCount } from '../../support/number-words'
import { essence, libreOffice, mammothHtml, mammothText, officePdfs } from './read-docx'

const docx = (record: TransferRecord): Promise<Buffer> =>
  paperToDocx(buildTransferAct(record, giverSchool, takerSchool, profile))
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ')

/** Rows of the table that has this head, as mammoth reads them. */
async function rowsOf(file: Buffer, head: string): Promise<string[][]> {
  const html = await mammothHtml(file)
  const tables = [...html.matchAll(/<table>.*?<\/table>/gsu)].map((match) => match[0])
  const table = tables.find((one) => one.includes(head)) ?? ''
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map((match) =>
    [...(match[1] ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map((cell) =>
      plain((cell[1] ?? '').replace(/<[^>]+>/gu, '')).trim(),
    ),
  )
}

describe('an act of transfer read by mammoth', () => {
  test('has both schools, who signs, the term, the sums, and what of them is accounted', async () => {
    const record = transferRecord([{}, { copies: 1, price: 100_00, accounted: false, source: 'own' }])
    const text = essence(await mammothText(await docx(record)))
    for (const fact of [
      giverSchool.fullName,
      takerSchool.fullName,
      'Клеверов К.К.',
      'АКТ № 17',
      'Представитель передающей библиотеки: Ромашкина Р.Р., заведующая библиотекой, доверенность № 5 от 01.09.2026',
      'Срок передачи: постоянно',
      '13 экз. (тринадцать экземпляров) общей стоимостью 5 926,00 руб. (Пять тысяч девятьсот двадцать шесть рублей 00 копеек)',
      'состоящих на бухгалтерском учёте — на 5 826,00 руб. (Пять тысяч восемьсот двадцать шесть рублей 00 копеек)',
      'Источник средств: федеральный бюджет — 12 экз.; средства организации — 1 экз.',
      'к акту № 17',
    ]) {
      expect(text).toContain(essence(fact))
    }
    expect(text.match(/утверждаюдиректор/gu)).toHaveLength(2)
  })

  test('lists the books and sums them up; of a received line what came', async () => {
    const file = await docx(
      transferRecord([
        {},
        { title: 'Физика. 8 класс', authors: '', publisher: '', publicationYear: 0, price: 0, copies: 3, received: 2 },
        { copies: 1000, price: 1_234_56, forTitle: 'Алгебра для всех. 7 класс' },
      ]),
    )
    expect(await rowsOf(file, 'Автор, заглавие')).toEqual([
      ['№ п/п', 'Автор, заглавие', 'Издательство и год издания', 'Экз.', 'Цена, руб.', 'Стоимость, руб.'],
      ['1.', 'Васильков А.А. Алгебра. 7 класс', 'Учёба, 2021', '12', '485,50', '5 826,00'],
      ['2.', 'Физика. 8 класс', '', '2', '', '0,00'],
      [
        '3.',
        'Васильков А.А. Алгебра. 7 класс (вместо: Алгебра для всех. 7 класс)',
        'Учёба, 2021',
        '1 000',
        '1 234,56',
        '1 234 560,00',
      ],
      ['Итого', '1 014', '', '1 240 386,00'],
    ])
  })

  test('of a temporary one says till when, and has place for the return', async () => {
    const record = {
      ...transferRecord([{ returned: 4 }], { term: 'temporary', dueBack: '2027-05-25' }),
      handedOn: '2026-11-05',
    }
    const file = await docx(record)
    expect(essence(await mammothText(file))).toContain(essence('Срок передачи: временно до 25 мая 2027'))
    expect((await rowsOf(file, 'Вернуть до'))[1]?.map((cell) => cell.replace(/\s*г\.$/u, ''))).toEqual([
      '5 ноября 2026',
      '25 мая 2027',
      '',
      '4',
      '',
    ])
  })

  test.each([1, 2, 5, 11, 21, 1_000_001])('says %i roubles with kopecks right', async (roubles) => {
    for (const kopecks of [0, 1, 2, 5, 11, 21]) {
      const text = plain(await mammothText(await docx(transferRecord([{ copies: 1, price: roubles * 100 + kopecks }]))))
      const said = /общей стоимостью ([\d ]+),(\d\d) руб\. \(([^)]+) (рубл\p{L}+) (\d\d) (копе\p{L}+)\)/u.exec(text)
      const [, figure = '', part, words = '', unit, rest, small] = said ?? []
      expect(Number(figure.replaceAll(' ', ''))).toBe(roubles)
      expect(readCount(words.toLowerCase(), 'masculine')).toBe(roubles)
      expect([part, rest]).toEqual([String(kopecks).padStart(2, '0'), String(kopecks).padStart(2, '0')])
      expect(unit).toBe({ 1: 'рубль', 2: 'рубля', 5: 'рублей', 11: 'рублей', 21: 'рубль', 1000001: 'рубль' }[roubles])
      expect(small).toBe({ 0: 'копеек', 1: 'копейка', 2: 'копейки', 5: 'копеек', 11: 'копеек', 21: 'копейка' }[kopecks])
    }
  })
})

test('the exchange sheet says of each school what it brings to whom and takes from whom', async () => {
  const back = { ...transferRecord([{ copies: 5 }]), from: 'ООШ с. Дальнее', to: 'СОШ № 3' }
  const file = await paperToDocx(buildExchangeSheet([transferRecord([{}, { copies: 2 }]), back], 'в МИБЦ', profile))
  const text = essence(await mammothText(file))
  for (const fact of [
    'Кто что привозит',
    'СОШ № 3: 14 экземпляров',
    'ООШ с. Дальнее: 5 экземпляров',
    'Кто что получает',
    'СОШ № 3: 5 экземпляров',
  ]) {
    expect(text).toContain(essence(fact))
  }
})

describe.skipIf(libreOffice === null)('in LibreOffice', () => {
  test('one line is an act and its list; two hundred go on with the head on every page', async () => {
    const long =
      'Основы читательской грамотности для тех, кто любит длинные названия учебников и не жалеет на них строк'
    const [short, long200] = await officePdfs([
      await docx(transferRecord([{}])),
      await docx(transferRecord(Array.from({ length: 200 }, (_, index) => ({ title: `${long}, часть ${index}` })))),
    ])
    expect(short?.pages.length).toBe(2)
    const list = long200?.pages.slice(1) ?? []
    expect(list.length).toBeGreaterThan(8)
    for (const page of list.slice(0, -1)) expect(essence(page)).toContain(essence('Автор, заглавие'))
  })
})
