import { associationList } from '@shared/contract/associations'
import type { ReportPart } from '@shared/contract/report-content'
import { formatSchoolYear } from '@shared/domain/school-year'
import { FigureSet } from '../figure-set'
import { item, type Paragraph, paragraph, sentencePart, textPart } from '../parts'
import type { ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'

/** Methodical theme of the year with its aim and tasks, as the card of the association has them. */
export const themeSection: ReportSectionSource = {
  spec: {
    kind: 'theme',
    title: 'Методическая тема, цель и задачи',
    hint: 'Тема года, цель и задачи из карточки объединения',
    usual: true,
    parts: [{ key: 'theme', title: 'Тема, цель, задачи', form: 'text', usual: true }],
  },
  compose: async (reader) => {
    const known = await themesOf(reader, reader.schoolYear)
    if (known.length > 0)
      return textPart('theme', new FigureSet(), themeParagraphs(known, reader.associationId === null))
    return nothing(reader)
  },
}

export interface YearTheme {
  associationId: number
  association: string
  theme: string
  aim: string
  tasks: readonly string[]
}

/** Of the report's association, or of each; those that say something of the year. */
export async function themesOf(reader: ReportReader, schoolYear: string): Promise<YearTheme[]> {
  const { association } = reader
  const rows = await reader.rows(associationList, ['name', 'theme', 'aim', 'tasks'], {
    schoolYear,
    filters: association === null ? [] : [{ op: 'equals', column: 'shortName', value: association }],
    sort: [{ column: 'shortName', desc: false }],
  })
  return rows
    .map(({ id, name, theme, aim, tasks }) => ({
      associationId: Number(id),
      association: String(name),
      theme: String(theme).trim(),
      aim: String(aim).trim(),
      tasks: linesOf(String(tasks)),
    }))
    .filter(({ theme, aim, tasks }) => theme !== '' || aim !== '' || tasks.length > 0)
}

/** Tasks are typed a line each, with a number or a dash before them or without. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–—•*]|\d+[.)])\s*/u, '').trim())
    .filter((line) => line !== '')

/** @param named with the association before each theme: of several */
export function themeParagraphs(themes: readonly YearTheme[], named: boolean): Paragraph[] {
  return themes.flatMap(({ associationId, association, theme, aim, tasks }) => {
    const opens = { record: 'association', id: associationId }
    const said = (text: string): Paragraph => paragraph([{ text, opens }])
    return [
      ...(named ? [said(`${association}.`)] : []),
      ...(theme === '' ? [] : [said(`Методическая тема: ${quoted(theme)}.`)]),
      ...(aim === '' ? [] : [said(`Цель: ${sentence(aim)}`)]),
      ...(tasks.length === 0 ? [] : [said('Задачи:')]),
      ...tasks.map((text) => item([{ text: sentence(text), opens }])),
    ]
  })
}

const quoted = (text: string): string => (/^[«"]/u.test(text) ? text : `«${text.replace(/\.$/u, '')}»`)
const sentence = (text: string): string => (/[.!?…;]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)

function nothing({ schoolYear }: ReportReader): ReportPart[] {
  return sentencePart('theme', `Методическая тема на ${formatSchoolYear(schoolYear)} учебный год не определена.`)
}
