import { z } from 'zod'
import { command, query, SavedRecord } from './core'
import { FilledLine, Id, Line, named, OptionalDate, PersonRef, SchoolYear, Text, Uid } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'

/** Associations of the municipality and the series of meetings they hold. */

export const associationKinds = { rmo: 'РМО', gmo: 'ГМО', omo: 'ОМО' } as const
export const AssociationKind = z.enum(['rmo', 'gmo', 'omo'])

export const protocolLayouts = { full: 'Полный', decisions: 'Краткий (решения)', programme: 'Программа' } as const
export const ProtocolLayout = z.enum(['full', 'decisions', 'programme'])
export type ProtocolLayout = z.infer<typeof ProtocolLayout>

export const Association = z.object({
  name: named('Наименование', FilledLine),
  shortName: named('Краткое наименование', FilledLine),
  kind: named('Вид', AssociationKind),
  head: named('Руководитель', PersonRef),
  secretary: named('Секретарь', PersonRef),
  note: named('Примечание', Text),
  /** Methodical theme (методическая тема) of each school year, with aims and tasks for the annual report. */
  themes: z.array(
    z.object({
      uid: Uid,
      schoolYear: named('Учебный год', SchoolYear),
      theme: named('Методическая тема', Line),
      aim: named('Цель', Text),
      tasks: named('Задачи', Text),
    }),
  ),
  schoolIds: z.array(Id),
  members: z.array(
    z.object({
      uid: Uid,
      librarianId: named('Библиотекарь', Id),
      role: named('Роль', Line),
      from: named('В составе с', OptionalDate),
      to: named('В составе по', OptionalDate),
    }),
  ),
  /** Заседание РМО, совещание ИБЦ, рабочая группа. */
  series: z.array(
    z.object({
      uid: Uid,
      /** The row's number, as meetings name it; null in a row not yet saved. */
      id: Id.nullable(),
      name: named('Название ряда', FilledLine),
      /** As it stands under «ПРОТОКОЛ»: «заседания районного методического объединения педагогов-библиотекарей». */
      heading: named('Строка под словом «Протокол»', Line),
      place: named('Обычное место', Line),
      layout: named('Вид протокола', ProtocolLayout),
      /** Empty: as in the settings of papers. */
      decisionLabel: named('Слово перед решениями', Line),
    }),
  ),
})
export type Association = z.infer<typeof Association>

export const AssociationRow = z.object({
  id: z.int(),
  shortName: z.string(),
  name: z.string(),
  kind: AssociationKind,
  head: z.string(),
  secretary: z.string(),
  /** Of the chosen school year. */
  theme: z.string(),
  schools: z.int(),
  members: z.int(),
  meetings: z.int(),
  headPosition: z.string(),
  secretaryPosition: z.string(),
  note: z.string(),
  /** Of the chosen school year, as the theme. */
  aim: z.string(),
  tasks: z.string(),
})
export type AssociationRow = z.infer<typeof AssociationRow>

export const associationList: ListSpec = {
  name: 'associations',
  title: 'Объединения',
  record: 'association',
  schoolYear: 'as-of',
  nouns: ['объединение', 'объединения', 'объединений'],
  identity: [['shortName'], ['name']],
  defaultSort: [{ column: 'shortName', desc: false }],
  columns: [
    {
      key: 'shortName',
      title: 'Объединение',
      type: 'text',
      width: 220,
      edit: { required: true },
      headings: ['краткое наименование', 'название объединения', 'методическое объединение'],
    },
    { key: 'kind', title: 'Вид', type: 'choice', width: 80, choices: associationKinds, edit: {} },
    {
      key: 'head',
      title: 'Руководитель',
      type: 'text',
      width: 200,
      edit: {},
      headings: ['руководитель объединения', 'фио руководителя'],
    },
    { key: 'secretary', title: 'Секретарь', type: 'text', width: 200, edit: {}, headings: ['фио секретаря'] },
    {
      key: 'theme',
      title: 'Методическая тема',
      type: 'text',
      width: 340,
      edit: {},
      headings: ['тема', 'тема года', 'методическая тема года'],
    },
    { key: 'aim', title: 'Цель года', type: 'text', width: 300, hidden: true },
    { key: 'tasks', title: 'Задачи года', type: 'text', width: 340, hidden: true },
    { key: 'schools', title: 'Школ', type: 'number', width: 80, total: 'sum' },
    { key: 'members', title: 'Участников', type: 'number', width: 100, total: 'sum' },
    { key: 'meetings', title: 'Заседаний', type: 'number', width: 100, total: 'sum' },
    {
      key: 'name',
      title: 'Полное наименование',
      type: 'text',
      width: 360,
      hidden: true,
      edit: {},
      headings: ['полное название', 'наименование'],
    },
    { key: 'headPosition', title: 'Должность руководителя', type: 'text', width: 200, hidden: true, edit: {} },
    { key: 'secretaryPosition', title: 'Должность секретаря', type: 'text', width: 200, hidden: true, edit: {} },
    {
      key: 'note',
      title: 'Примечание',
      type: 'text',
      width: 240,
      hidden: true,
      edit: { multiline: true },
      headings: ['примечания'],
    },
  ],
}

export const associationsContract = {
  'associations.list': query(ListQuery, listPage(AssociationRow), ['association', 'meeting', 'librarian']),
  'associations.get': query(z.object({ id: Id }), SavedRecord.extend({ association: Association }), ['association']),
  /** Refused as `duplicate` when another one has this short name. */
  'associations.save': command(
    'Объединение',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), association: Association }),
    SavedRecord,
  ),
  'associations.remove': command('Удаление объединения', z.object({ id: Id }), z.object({})),
  /** Every series of every association, for choosing where a meeting belongs. */
  'associations.series': query(
    z.object({}),
    z.array(
      z.object({
        id: z.int(),
        associationId: z.int(),
        association: z.string(),
        name: z.string(),
        heading: z.string(),
        place: z.string(),
        layout: ProtocolLayout,
        decisionLabel: z.string(),
        head: PersonRef,
        secretary: PersonRef,
        memberIds: z.array(z.int()),
      }),
    ),
    ['association', 'librarian'],
  ),
} as const
