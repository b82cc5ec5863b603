import type { Profile } from '../../contract/app'
import {
  disposals,
  type WriteOff,
  type WriteOffForm,
  type WriteOffRecord,
  writeOffReasons,
} from '../../contract/writeoff'
import { formatDate } from '../../domain/dates'
import { formatMoney, formatNumber, plural } from '../../domain/text/plural'
import { countInWords, sumInWords } from '../../domain/text/sum-in-words'
import { cell, line, lineOf, row } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type PageSetup, type Paper, type Row, type Table } from '../model'
import { pageOf } from '../protocol/context'
import { printable } from '../text'
import { commissionTable, commissionWords } from './commission'
import { bookList } from './list'

/**
 * Акт о списании исключённых объектов библиотечного фонда (FORMS §5, form 0504144) with its list. What is not filled in is
 * left to be written by hand: an act is printed as it is.
 */
export function buildWriteOffAct(record: WriteOffRecord, form: WriteOffForm, profile: Profile): Paper {
  const { writeOff } = record
  const page = pageOf(profile)
  const date = formatDate(writeOff.date, profile.papers.dateStyle)
  const blocks: Block[] = [
    ...approval(record, form),
    { kind: 'spacer', heightPt: 14 },
    line('title', `АКТ № ${writeOff.number === '' ? '_____' : writeOff.number}`),
    line('subtitle', form.heading),
    { kind: 'spacer', heightPt: 8 },
    codes(record, form, page, date),
    { kind: 'spacer', heightPt: 8 },
    filled('Причина исключения', reasonOf(record)),
    filled('Приказ о комиссии', writeOff.order),
    accounts(record, page),
    { kind: 'spacer', heightPt: 8 },
    line(
      'body',
      `${commissionWords(writeOff.commission)} составила настоящий акт в том, что из библиотечного фонда исключено ${amount(record)} согласно прилагаемому списку.`,
    ),
    { kind: 'spacer', heightPt: 8 },
    filled('Направление выбытия', writeOff.disposal === 'none' ? '' : disposals[writeOff.disposal]),
    ...(form.closing === '' ? [] : [line('attribute', form.closing, { keepNext: true })]),
    commissionTable(writeOff.commission, page),
    { kind: 'page-break' },
    line('corner', 'Приложение'),
    line('corner', `к акту № ${writeOff.number === '' ? '_____' : writeOff.number} от ${date}`),
    { kind: 'spacer', heightPt: 10 },
    line('title', form.listHeading),
    { kind: 'spacer', heightPt: 8 },
    bookList(record, page),
    { kind: 'spacer', heightPt: 8 },
    line('attribute', `Всего по списку: ${amount(record)}.`, { keepNext: true }),
    commissionTable(writeOff.commission, page),
  ]
  return framed(profile, {
    title: `Акт № ${writeOff.number} ${form.heading} от ${formatDate(writeOff.date, 'digits')}`,
    page,
    tablePt: 12,
    subject: `Списание: ${record.school}`,
    keywords: 'акт, списание, учебный фонд',
    blocks,
  })
}

/** Reason as the act says it: words of her own where they are given. */
export function reasonOf({ writeOff }: { writeOff: Pick<WriteOff, 'reason' | 'reasonText'> }): string {
  if (writeOff.reasonText === '') return writeOffReasons[writeOff.reason]
  return writeOff.reason === 'other'
    ? writeOff.reasonText
    : `${writeOffReasons[writeOff.reason]} (${writeOff.reasonText})`
}

function approval(record: WriteOffRecord, form: WriteOffForm): Block[] {
  const lines = ['УТВЕРЖДАЮ', form.approver, record.schoolFull, `______________ ${record.director || '______________'}`]
  return [...lines, '«____» ______________ 20____ г.'].map((text) => line('corner', text))
}

/** The box of codes at the right, what they are of beside it. */
function codes(record: WriteOffRecord, form: WriteOffForm, page: PageSetup, date: string): Table {
  const { writeOff } = record
  const side = (text: string): Cell => cell('cell', [text])
  const label = (text: string): Cell => aligned(text, 'right')
  const gap = cell('cell', [''])
  const code = (text: string): Cell => ({ ...aligned(text, 'center'), boxed: true })
  const rows: Row[] = [
    row([side(''), label(''), gap, code('Коды')]),
    row([side(`от ${date}`), label('Форма по ОКУД'), gap, code(form.okud)]),
    row([side(''), label('Дата'), gap, code(formatDate(writeOff.date, 'digits'))]),
    row([side(`Организация: ${record.schoolFull}`), label('по ОКПО'), gap, code(writeOff.okpo)]),
    row([
      side(`Структурное подразделение: ${writeOff.unit === '' ? blankLine(24) : writeOff.unit}`),
      label(''),
      gap,
      code(''),
    ]),
  ]
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [112, 34, 2, 32]),
    headRows: [],
    rows,
    borders: 'none',
    keep: 'whole',
  }
}

function accounts(record: WriteOffRecord, page: PageSetup): Table {
  const { debit, credit } = record.writeOff
  const heads = ['Дебет счёта', 'Кредит счёта', 'Сумма, руб.']
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [66, 66, 48]),
    headRows: [row(heads.map((text) => cell('cell-head', [text])))],
    rows: [row([aligned(debit, 'center'), aligned(credit, 'center'), aligned(formatMoney(record.sum, ''), 'right')])],
    borders: 'all',
    keep: 'whole',
  }
}

/** «12 (двенадцать) экземпляров на сумму 6 000,00 руб. (Шесть тысяч рублей 00 копеек)» */
export function amount({ copies, sum }: Pick<WriteOffRecord, 'copies' | 'sum'>): string {
  const words = countInWords(copies, ['', '', '']).trim()
  const forms = plural(copies, ['экземпляр', 'экземпляра', 'экземпляров'])
  return `${formatNumber(copies)} (${words}) ${forms} на сумму ${formatMoney(sum)} (${sumInWords(sum)})`
}

const blankLine = (length: number): string => '_'.repeat(length)

function filled(label: string, value: string): Block {
  const text = printable(value)
  return lineOf('attribute', [{ text: `${label}: ` }, { text: text === '' ? blankLine(36) : text }])
}

function aligned(text: string, align: 'center' | 'right'): Cell {
  const made = cell('cell', [text])
  return { blocks: made.blocks.map((block) => ({ ...block, align })) }
}
