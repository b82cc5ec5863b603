import type { Profile } from '../../contract/app'
import type { Flow } from '../../contract/transfers'
import { formatDate } from '../../domain/dates'
import { formatNumber } from '../../domain/text/plural'
import { cell, line, row } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type Paper, type Table, textWidthMm } from '../model'
import { pageOf } from '../protocol/context'
import { flowPicture } from './picture'

export interface FlowsPaperOptions {
  /** Days within which the transfers were drafted; null: no border. */
  from: string | null
  to: string | null
}

/** Heads and the note beside the map on its page. */
const ROOM_MM = 62
const PAGE_TEXT_MM = 257

/** Who gave what to whom: the map and the table of the same figures. */
export function buildFlows(flows: readonly Flow[], { from, to }: FlowsPaperOptions, profile: Profile): Paper {
  const page = pageOf(profile)
  const map = flowPicture(flows, { widthMm: textWidthMm(page), heightMm: PAGE_TEXT_MM - ROOM_MM, via: null })
  const period = periodWords(from, to)
  const blocks: Block[] = [
    line('title', 'ПЕРЕДАЧИ УЧЕБНИКОВ МЕЖДУ ШКОЛАМИ'),
    line('subtitle', profile.municipality),
    ...(period === '' ? [] : [line('attribute', period, { align: 'center' })]),
    ...(map === null
      ? [line('body', 'Передач за это время нет.')]
      : [
          line('attribute', 'Слева школы, которые отдают, справа — которые получают; числа — экземпляры.', {
            align: 'center',
            keepNext: true,
          }),
          map.picture,
          ...(map.note === '' ? [] : [line('attribute', `${map.note}.`)]),
          line('section', 'Таблица передач'),
          table(flows, columnsOf(page, [66, 66, 24, 24])),
        ]),
  ]
  return framed(profile, {
    title: `Передачи учебников между школами${period === '' ? '' : ` ${period}`}`,
    page: { ...page, numberedFromFirst: true },
    tablePt: 11,
    subject: 'Передачи учебников между школами',
    keywords: 'обменный фонд, передачи, карта потоков',
    blocks,
  })
}

function periodWords(from: string | null, to: string | null): string {
  const since = from === null ? '' : `с ${formatDate(from, 'digits')}`
  const until = to === null ? '' : `по ${formatDate(to, 'digits')}`
  return [since, until].filter((part) => part !== '').join(' ')
}

function table(flows: readonly Flow[], columnsDxa: number[]): Table {
  const sorted = [...flows].sort((a, b) => a.from.localeCompare(b.from, 'ru', { numeric: true }) || b.copies - a.copies)
  return {
    kind: 'table',
    columnsDxa,
    headRows: [row(['Отдаёт', 'Получает', 'Названий', 'Экз.'].map((head) => cell('cell-head', [head])))],
    rows: [
      ...sorted.map((flow, index) =>
        row([
          cell('cell', [sorted[index - 1]?.fromSchoolId === flow.fromSchoolId ? '' : flow.from]),
          cell('cell', [flow.to]),
          figure(flow.titles),
          figure(flow.copies),
        ]),
      ),
      row([{ ...cell('cell', ['Итого']), columnSpan: 3 }, figure(flows.reduce((sum, flow) => sum + flow.copies, 0))]),
    ],
    borders: 'all',
  }
}

function figure(value: number): Cell {
  return { blocks: cell('cell', [formatNumber(value)]).blocks.map((block) => ({ ...block, align: 'right' as const })) }
}
