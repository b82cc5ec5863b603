import type { Profile } from '../../contract/app'
import type { YearEntry } from '../../contract/year-papers'
import { formatSchoolYear } from '../../domain/school-year'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import { type Block, columnsOf, type Paper, type Row } from '../model'
import { byMonths, whenOf } from './months'
import { landscape } from './page'

export interface YearPaperOptions {
  profile: Profile
  schoolYear: string
  /** Whose; null: of the whole municipality. */
  association: string | null
}

/** План работы на учебный год: meetings, events and items of plans, month by month. */
export function buildYearPlan(entries: readonly YearEntry[], options: YearPaperOptions): Paper {
  const { profile, schoolYear } = options
  const page = landscape(profile)
  let number = 0
  const rows: Row[] = byMonths(entries, schoolYear).flatMap((month) => [
    monthRow(month.title),
    ...month.entries.map((entry) => {
      number += 1
      return row([
        cell('cell', [String(number)]),
        cell('cell', [titleOf(entry), entry.kind === 'meeting' ? entry.theme : '']),
        cell('cell', [whenOf(entry)]),
        cell('cell', [entry.place]),
        cell('cell', [entry.responsible]),
      ])
    }),
  ])
  return yearPaper('ПЛАН РАБОТЫ', 'План работы', options, [
    number === 0
      ? line('body', 'На этот учебный год пока ничего не запланировано.')
      : {
          kind: 'table',
          columnsDxa: columnsOf(page, [6, 46, 20, 22, 30]),
          headRows: [
            row(
              ['№', 'Содержание работы', 'Срок', 'Место', 'Ответственный'].map((title) => cell('cell-head', [title])),
            ),
          ],
          rows,
          borders: 'all',
        },
  ])
}

/** Not left alone at the foot of a page. */
const monthRow = (title: string): Row =>
  row([{ blocks: [line('cell-head', title, { keepNext: true })], columnSpan: 5 }])

const titleOf = ({ kind, title, group, number }: YearEntry): string =>
  kind === 'meeting' ? `${group}${number === '' ? '' : ` № ${number}`}` : title

/** Календарь заседаний года: which, when, where and on what. */
export function buildMeetingCalendar(entries: readonly YearEntry[], options: YearPaperOptions): Paper {
  const { profile, schoolYear } = options
  const page = landscape(profile)
  const meetings = entries.filter(({ kind }) => kind === 'meeting')
  const rows: Row[] = byMonths(meetings, schoolYear).flatMap((month) => [
    monthRow(month.title),
    ...month.entries.map((entry) =>
      row([
        cell('cell', [whenOf({ ...entry, time: null })]),
        cell('cell', [entry.time ?? '']),
        cell('cell', [titleOf(entry)]),
        cell('cell', [entry.theme]),
        cell('cell', [entry.place]),
      ]),
    ),
  ])
  return yearPaper('КАЛЕНДАРЬ ЗАСЕДАНИЙ', 'Календарь заседаний', options, [
    meetings.length === 0
      ? line('body', 'Заседаний на этот учебный год пока нет.')
      : {
          kind: 'table',
          columnsDxa: columnsOf(page, [15, 9, 38, 44, 30]),
          headRows: [row(['Дата', 'Время', 'Заседание', 'Тема', 'Место'].map((title) => cell('cell-head', [title])))],
          rows,
          borders: 'all',
        },
  ])
}

function yearPaper(
  heading: string,
  title: string,
  { profile, schoolYear, association }: YearPaperOptions,
  body: Block[],
): Paper {
  const blocks: Block[] = [
    line('title', heading),
    ...[association ?? '', profile.municipality].filter((text) => text !== '').map((text) => line('subtitle', text)),
    line('subtitle', `на ${formatSchoolYear(schoolYear)} учебный год`),
    { kind: 'spacer', heightPt: 10 },
    ...body,
  ]
  return framed(profile, {
    title: `${title} на ${formatSchoolYear(schoolYear)} учебный год`,
    subject: title,
    keywords: '',
    page: landscape(profile),
    tablePt: 12,
    blocks: signed(blocks, profile.methodologist === '' ? [] : [signature('Методист', [profile.methodologist])]),
  })
}
