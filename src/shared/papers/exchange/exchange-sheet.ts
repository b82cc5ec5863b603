import type { Profile } from '../../contract/app'
import type { TransferRecord } from '../../contract/transfers'
import { counted, formatNumber } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { boldCell, bookLine, textCell } from '../books'
import { framed } from '../frame'
import { type Block, columnsOf, type PageSetup, type Paper, type Table } from '../model'
import { pageOf } from '../protocol/context'

type Side = 'gives' | 'gets'

interface Book {
  partner: string
  name: string
  copies: number
}

interface SchoolBooks {
  name: string
  gives: Book[]
  gets: Book[]
}

/** Лист обмена: for each school what it brings to whom, and what it takes from whom. Schools are in Russian order. */
export function buildExchangeSheet(transfers: readonly TransferRecord[], title: string, profile: Profile): Paper {
  const page = { ...pageOf(profile), numberedFromFirst: true as const }
  const schools = bySchool(transfers)
  const copies = transfers.reduce((sum, one) => sum + one.copies, 0)
  const blocks: Block[] = [
    line('title', 'ЛИСТ ОБМЕНА УЧЕБНИКАМИ'),
    ...(title === '' ? [] : [line('subtitle', title)]),
    line('subtitle', profile.municipality),
    { kind: 'spacer', heightPt: 8 },
    line(
      'body',
      `${counted(transfers.length, ['передача', 'передачи', 'передач'])}, ${counted(schools.length, ['школа', 'школы', 'школ'])}, ${counted(copies, ['экземпляр', 'экземпляра', 'экземпляров'])}.`,
    ),
    ...part('Кто что привозит', 'gives', schools, page),
    ...part('Кто что получает', 'gets', schools, page),
  ]
  return framed(profile, {
    title: title === '' ? 'Лист обмена учебниками' : `Лист обмена учебниками: ${title}`,
    page,
    tablePt: 12,
    subject: 'Обмен учебниками между школами',
    keywords: 'обменный фонд, лист обмена, учебники',
    blocks: signed(blocks, [{ kind: 'spacer', heightPt: 10 }, signature('Методист', [profile.methodologist])]),
  })
}

function bySchool(transfers: readonly TransferRecord[]): SchoolBooks[] {
  const schools = new Map<string, SchoolBooks>()
  const of = (name: string): SchoolBooks => {
    const known = schools.get(name) ?? { name, gives: [], gets: [] }
    schools.set(name, known)
    return known
  }
  for (const { from, to, lines } of transfers) {
    for (const one of lines) {
      const book = { name: bookLine(one), copies: one.copies }
      of(from).gives.push({ ...book, partner: to })
      of(to).gets.push({ ...book, partner: from })
    }
  }
  return [...schools.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}

function part(title: string, side: Side, schools: readonly SchoolBooks[], page: PageSetup): Block[] {
  return [
    line('section', title),
    ...schools
      .filter((school) => school[side].length > 0)
      .flatMap((school) => [
        line('label', `${school.name}: ${counted(copiesOf(school[side]), ['экземпляр', 'экземпляра', 'экземпляров'])}`),
        bookTable(school[side], side, page),
      ]),
  ]
}

const copiesOf = (books: readonly Book[]): number => books.reduce((sum, one) => sum + one.copies, 0)

function bookTable(books: readonly Book[], side: Side, page: PageSetup): Table {
  const heads = ['№', side === 'gives' ? 'Кому' : 'От кого', 'Учебник', 'Экз.', 'Отметка']
  const ordered = [...books].sort((a, b) => a.partner.localeCompare(b.partner, 'ru', { numeric: true }))
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [12, 46, 82, 16, 24]),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [
      ...ordered.map((one, index) =>
        row([
          textCell(`${index + 1}.`, 'center'),
          textCell(one.partner, 'left'),
          textCell(one.name, 'left'),
          textCell(formatNumber(one.copies), 'right'),
          textCell('', 'left'),
        ]),
      ),
      row([
        { ...boldCell('Итого', 'left'), columnSpan: 3 },
        boldCell(formatNumber(copiesOf(books)), 'right'),
        textCell('', 'left'),
      ]),
    ],
    borders: 'all',
  }
}
