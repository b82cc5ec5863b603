import type { Profile } from '../../contract/app'
import { type DecisionRow, decisionStates } from '../../contract/meetings'
import { formatDate } from '../../domain/dates'
import { formatSchoolYear } from '../../domain/school-year'
import { counted } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import { type Block, columnsOf, type Paper } from '../model'
import { landscape } from './page'

export interface RegisterOptions {
  profile: Profile
  /** States are of that day, ISO. */
  on: string
  /** Null: of all years. */
  schoolYear: string | null
}

type State = keyof typeof decisionStates
const order: readonly State[] = ['overdue', 'soon', 'open', 'partial', 'standing', 'done']

/** Реестр решений: who is to do what by when, and whether it is done; totals by state first. */
export function buildDecisionRegister(
  rows: readonly DecisionRow[],
  { profile, on, schoolYear }: RegisterOptions,
): Paper {
  const page = landscape(profile)
  const counts = order
    .map((state) => ({ state, count: rows.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
  const summary = counts.map(({ state, count }) => `${decisionStates[state]} — ${count}`).join(', ')
  const blocks: Block[] = [
    line('title', 'РЕЕСТР РЕШЕНИЙ'),
    ...(profile.municipality === '' ? [] : [line('subtitle', profile.municipality)]),
    ...(schoolYear === null ? [] : [line('subtitle', `${formatSchoolYear(schoolYear)} учебный год`)]),
    { kind: 'spacer', heightPt: 8 },
    line(
      'body',
      rows.length === 0
        ? `На ${formatDate(on, profile.papers.dateStyle)} решений нет.`
        : `На ${formatDate(on, profile.papers.dateStyle)} в реестре ${counted(rows.length, ['решение', 'решения', 'решений'])}: ${summary}.`,
    ),
    { kind: 'spacer', heightPt: 6 },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columnsDxa: columnsOf(page, [5, 20, 8, 34, 18, 15, 16]),
            headRows: [
              row(
                ['№', 'Протокол', '№ реш.', 'Решение', 'Кому', 'Срок', 'Исполнение'].map((title) =>
                  cell('cell-head', [title]),
                ),
              ),
            ],
            rows: rows.map((one, index) =>
              row([
                cell('cell', [String(index + 1)]),
                cell('cell', [one.meeting, `от ${formatDate(one.meetingDate, 'digits')}`]),
                cell('cell', [one.number]),
                cell('cell', [one.text]),
                cell('cell', [one.addressees]),
                cell('cell', [one.due]),
                cell('cell', [decisionStates[one.state], one.doneOn === null ? '' : formatDate(one.doneOn, 'digits')]),
              ]),
            ),
            borders: 'all' as const,
          },
        ]),
  ]
  return framed(profile, {
    title: 'Реестр решений',
    subject: 'Реестр решений',
    keywords: '',
    page,
    tablePt: 11,
    blocks: signed(blocks, profile.methodologist === '' ? [] : [signature('Методист', [profile.methodologist])]),
  })
}
