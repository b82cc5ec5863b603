import type { Profile } from '../../contract/app'
import { moneySources } from '../../contract/holdings'
import type { Transfer, TransferRecord } from '../../contract/transfers'
import { formatDate } from '../../domain/dates'
import { formatMoney, formatNumber } from '../../domain/text/plural'
import { copiesInWords, sumInWords } from '../../domain/text/sum-in-words'
import { cell, line, lineOf, row } from '../block-makers'
import { boldCell, bookTitle, imprint, textCell } from '../books'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type PageSetup, type Paper, type Row, type Table } from '../model'
import { pageOf } from '../protocol/context'
import { printable } from '../text'

/** A school as an act names it. */
export interface ActSchool {
  fullName: string
  director: string
}

/**
 * Акт приёма-передачи в порядке книгообмена with its list (FORMS §4). What is not known is left to be written by hand: an act
 * is printed as it is. Lines tell what was handed over, or, once received, what came.
 */
export function buildTransferAct(record: TransferRecord, from: ActSchool, to: ActSchool, profile: Profile): Paper {
  const { transfer } = record
  const page = pageOf(profile)
  const style = profile.papers.dateStyle
  const date = transfer.actDate === null ? '«____» ______________ 20____ г.' : formatDate(transfer.actDate, style)
  const number = transfer.actNumber === '' ? '_____' : transfer.actNumber
  const term =
    transfer.term === 'permanent'
      ? 'постоянно'
      : `временно до ${transfer.dueBack === null ? '______________' : formatDate(transfer.dueBack, style)}`
  const blocks: Block[] = [
    approvals(from, to, page),
    { kind: 'spacer', heightPt: 14 },
    line('title', `АКТ № ${number}`),
    line('subtitle', 'приёма-передачи учебников в порядке книгообмена'),
    line('attribute', `от ${date}`, { align: 'center' }),
    { kind: 'spacer', heightPt: 10 },
    filled('Передающая библиотека', from.fullName),
    filled('Библиотека-получатель', to.fullName),
    filled('Представитель передающей библиотеки', personOf(transfer.giver)),
    filled('Представитель библиотеки-получателя', personOf(transfer.receiver)),
    filled('Срок передачи', term),
    { kind: 'spacer', heightPt: 6 },
    line(
      'body',
      `Передающая библиотека передала, а библиотека-получатель приняла учебники согласно прилагаемому списку: ${copiesOf(record)} общей стоимостью ${sumOf(record.lines)}, в том числе состоящих на бухгалтерском учёте — на ${sumOf(record.lines.filter((one) => one.accounted))}.`,
    ),
    ...sources(record),
    { kind: 'spacer', heightPt: 8 },
    signatures(record, page),
    ...(transfer.term === 'temporary' ? [{ kind: 'spacer', heightPt: 12 } as const, returns(record, page, style)] : []),
    { kind: 'page-break' },
    line('corner', 'Приложение'),
    line('corner', `к акту № ${number} от ${date}`),
    { kind: 'spacer', heightPt: 10 },
    line('title', 'СПИСОК'),
    line('subtitle', `учебников, передаваемых ${transfer.term === 'permanent' ? 'постоянно' : 'временно'}`),
    { kind: 'spacer', heightPt: 8 },
    bookTable(record, page),
    { kind: 'spacer', heightPt: 8 },
    line('attribute', `Всего по списку: ${copiesOf(record)} на сумму ${sumOf(record.lines)}.`, { keepNext: true }),
    signatures(record, page),
  ]
  return framed(profile, {
    title: `Акт приёма-передачи № ${number}: ${record.from} — ${record.to}`,
    page,
    tablePt: 12,
    subject: `Книгообмен: ${record.from} — ${record.to}`,
    keywords: 'акт, приём-передача, обменный фонд, учебники',
    blocks,
  })
}

/** Both directors, side by side. */
function approvals(from: ActSchool, to: ActSchool, page: PageSetup): Table {
  const side = ({ fullName, director }: ActSchool): Cell =>
    cell('attribute', [
      'УТВЕРЖДАЮ',
      'Директор',
      fullName,
      `______________ ${director === '' ? '______________' : director}`,
      '«____» ______________ 20____ г.',
    ])
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [86, 8, 86]),
    headRows: [],
    rows: [row([side(from), cell('attribute', ['']), side(to)])],
    borders: 'none',
    keep: 'whole',
  }
}

function filled(label: string, value: string): Block {
  const text = printable(value)
  return lineOf('attribute', [{ text: `${label}: ` }, { text: text === '' ? '_'.repeat(36) : text }])
}

/** «Ромашкина А. И., заведующая библиотекой, доверенность № 5 от 01.09.2026» */
const personOf = ({ name, position, attorney }: Transfer['giver']): string =>
  [name, position, attorney === '' ? '' : /^довер/iu.test(attorney) ? attorney : `доверенность ${attorney}`]
    .filter((part) => part !== '')
    .join(', ')

type Line = TransferRecord['lines'][number]

/** What the act speaks of: of a received line what came. */
const given = (one: Line): number => one.received ?? one.copies

const total = (lines: readonly Line[]): number => lines.reduce((sum, one) => sum + given(one), 0)

function copiesOf({ lines }: TransferRecord): string {
  const copies = total(lines)
  return `${formatNumber(copies)} экз. (${copiesInWords(copies)})`
}

/** «6 000,00 руб. (Шесть тысяч рублей 00 копеек)» */
function sumOf(lines: readonly Line[]): string {
  const kopecks = lines.reduce((sum, one) => sum + given(one) * one.price, 0)
  return `${formatMoney(kopecks)} (${sumInWords(kopecks)})`
}

/** Of which money the books were bought: the receiver enters them so. */
function sources({ lines }: TransferRecord): Block[] {
  const bySource = new Map<string, number>()
  for (const one of lines) bySource.set(one.source, (bySource.get(one.source) ?? 0) + given(one))
  const named = [...bySource].map(
    ([source, copies]) => `${moneySources[source as Line['source']]} — ${formatNumber(copies)} экз.`,
  )
  return [filled('Источник средств', named.join('; '))]
}

function signatures({ transfer }: TransferRecord, page: PageSetup): Table {
  const side = (label: string, { name, position }: Transfer['giver']): Row => ({
    ...row([
      cell('attribute', [position === '' ? label : `${label}, ${position}`]),
      cell('attribute', ['______________']),
      cell('attribute', [name === '' ? '__________________' : name]),
    ]),
    heightMm: 12,
  })
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [86, 42, 52]),
    headRows: [],
    rows: [side('Сдал', transfer.giver), side('Принял', transfer.receiver)],
    borders: 'none',
    keep: 'whole',
  }
}

/** Of a temporary transfer: when out, when due back, when and how much came back; empty places are filled by hand. */
function returns(record: TransferRecord, page: PageSetup, style: Profile['papers']['dateStyle']): Table {
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, style))
  const back = record.lines.reduce((sum, one) => sum + one.returned, 0)
  const heads = ['Выдано', 'Вернуть до', 'Возвращено, дата', 'Возвращено, экз.', 'Подпись принявшего']
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [36, 36, 36, 32, 40]),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [
      {
        ...row([
          textCell(day(record.handedOn), 'center'),
          textCell(day(record.transfer.dueBack), 'center'),
          textCell(day(record.returnedOn), 'center'),
          textCell(back === 0 ? '' : formatNumber(back), 'center'),
          textCell('', 'center'),
        ]),
        heightMm: 10,
      },
    ],
    borders: 'all',
    keep: 'whole',
  }
}

const heads = ['№ п/п', 'Автор, заглавие', 'Издательство и год издания', 'Экз.', 'Цена, руб.', 'Стоимость, руб.']

/** The head on every page, no line parted over pages, the total at the end. */
function bookTable(record: TransferRecord, page: PageSetup): Table {
  const { lines } = record
  const sum = lines.reduce((all, one) => all + given(one) * one.price, 0)
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [16, 65, 41, 14, 22, 26]),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [
      ...lines.map((one, index) =>
        row([
          textCell(`${index + 1}.`, 'center'),
          textCell(one.forTitle === null ? bookTitle(one) : `${bookTitle(one)} (вместо: ${one.forTitle})`, 'left'),
          textCell(imprint(one), 'left'),
          textCell(formatNumber(given(one)), 'right'),
          textCell(one.price === 0 ? '' : formatMoney(one.price, ''), 'right'),
          textCell(formatMoney(given(one) * one.price, ''), 'right'),
        ]),
      ),
      row([
        { ...boldCell('Итого', 'left'), columnSpan: 3 },
        boldCell(formatNumber(total(lines)), 'right'),
        textCell('', 'right'),
        boldCell(formatMoney(sum, ''), 'right'),
      ]),
    ],
    borders: 'all',
  }
}
