import { associationKinds, associationList } from '@shared/contract/associations'
import { librarianList } from '@shared/contract/librarians'
import { meetingList } from '@shared/contract/meetings'
import type { ReportPart, ReportTableRow } from '@shared/contract/report-content'
import { libraryStatuses, schoolList, schoolTypes } from '@shared/contract/schools'
import { formatDate } from '@shared/domain/dates'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { listedRuns, people, runs, schools, yearAfterIn } from '@shared/papers/report/words'
import { open, working } from '../../lists/staffing'
import { type Scope, scopeOf } from '../association-scope'
import { FigureSet } from '../figure-set'
import { groupRow, left, paragraph, right, row, tablePart, textPart } from '../parts'
import type { Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'

/** Who the association is: its people, its schools and what libraries there are; of the municipality, its associations. */
export const passportSection: ReportSectionSource = {
  spec: {
    kind: 'passport',
    title: 'Паспорт объединения',
    hint: 'Наименование, руководитель, тема, школы по типам, библиотеки, работники, обучающиеся',
    usual: true,
    parts: [
      { key: 'summary', title: 'Коротко словами', form: 'text', usual: true },
      { key: 'passport', title: 'Паспорт, таблица', form: 'table', usual: true },
      { key: 'associations', title: 'Объединения муниципалитета, таблица', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const scope = await scopeOf(reader)
    const facts = await countAll(reader, scope)
    return [
      ...summary(reader, scope, facts),
      ...(await passport(reader, facts)),
      ...(reader.associationId === null ? await associations(reader) : []),
    ]
  },
}

interface Facts {
  schools: Counted
  types: { title: string; value: string; counted: Counted }[]
  libraries: { title: string; value: string; counted: Counted }[]
  people: Counted
}

async function countAll(reader: ReportReader, scope: Scope): Promise<Facts> {
  const filters = [open, ...scope.schools]
  // In the order of the titles; what is not filled in comes last.
  const named = async (column: 'type' | 'libraryStatus', titles: Readonly<Record<string, string>>) => {
    const groups = await reader.groups(schoolList, column, { filters })
    const place = ({ value }: (typeof groups)[number]): number =>
      value === null ? Object.keys(titles).length : Object.keys(titles).indexOf(String(value))
    return groups
      .toSorted((a, b) => place(a) - place(b))
      .map((counted) => ({
        title: counted.value === null ? 'не указано' : (titles[String(counted.value)] ?? String(counted.value)),
        value: String(counted.value ?? ''),
        counted,
      }))
  }
  return {
    schools: await reader.count(schoolList, { filters }),
    types: await named('type', schoolTypes),
    libraries: await named('libraryStatus', { ...libraryStatuses, shb: 'школьная библиотека', none: 'нет библиотеки' }),
    people: await reader.count(librarianList, { filters: [working, ...scope.librarians] }),
  }
}

const students: PluralForms = ['обучающийся', 'обучающихся', 'обучающихся']

/** «По состоянию на 31.08.2026 в муниципалитете 34 школы: СОШ — 20, лицей — 1. В них 12 345 обучающихся.» */
function summary(reader: ReportReader, scope: Scope, { schools: all, types, people: everyone }: Facts): ReportPart[] {
  const figures = new FigureSet()
  const where = reader.association === null || scope.schools.length === 0 ? 'в муниципалитете' : 'в составе объединения'
  const day = `По состоянию на ${formatDate(reader.on, 'digits')} ${where}`
  if (all.count === 0) {
    return textPart('summary', figures, [paragraph([{ text: `${day} нет ни одной действующей школы.` }])])
  }
  const total = figures.count('schools', 'Школ', all)
  const learning = figures.sum('students', 'Обучающихся', 'students', all)
  const staff = figures.count('people', 'Работников библиотек', everyone)
  const rate = figures.sum('rate', 'Ставок', 'rate', everyone, null, 'hundredths')
  const kinds = types.map(({ title, value, counted }) => [
    { text: `${title} — ` },
    say(figures.count(`type:${value}`, `Школ: ${title}`, counted)),
  ])
  return textPart('summary', figures, [
    paragraph(
      runs(
        `${day} `,
        say(total, schools),
        ...(kinds.length > 1 ? [': ', listedRuns(kinds)] : []),
        '.',
        ...(learning.value === 0 ? [] : [all.count === 1 ? ' В школе ' : ' В школах ', say(learning, students), '.']),
      ),
    ),
    paragraph(
      staff.value === 0
        ? runs({ text: 'Работники школьных библиотек в банк данных не внесены.' })
        : runs(
            'В школьных библиотеках ',
            `${plural(staff.value ?? 0, ['работает', 'работают', 'работает'])} `,
            say(staff, people),
            ' на ',
            say(rate, ['ставку', 'ставки', 'ставок']),
            '.',
          ),
    ),
    paragraph(runs(scope.schoolsNote, scope.peopleNote === '' ? '' : ` ${scope.peopleNote}`)),
  ])
}

async function passport(reader: ReportReader, facts: Facts): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const rows: ReportTableRow[] = [...(await naming(reader))]
  const line = (key: string, title: string, counted: Counted): void => {
    rows.push(row(title, say(figures.count(key, title, counted))))
  }
  line('schools', 'Школ', facts.schools)
  if (facts.types.length > 1) {
    rows.push(groupRow('Школы по типам'))
    for (const { title, value, counted } of facts.types) line(`type:${value}`, title, counted)
  }
  if (facts.libraries.length > 0) {
    rows.push(groupRow('Библиотеки по моделям'))
    for (const { title, value, counted } of facts.libraries) line(`library:${value}`, title, counted)
  }
  rows.push(groupRow('Люди'))
  line('people', 'Работников школьных библиотек', facts.people)
  rows.push(
    row('Занято ставок', say(figures.sum('rate', 'Занято ставок', 'rate', facts.people, null, 'hundredths'))),
    row('Обучающихся', say(figures.sum('students', 'Обучающихся', 'students', facts.schools))),
    row('Классов', say(figures.sum('classes', 'Классов', 'classes', facts.schools))),
  )
  const title = reader.associationId === null ? 'Паспорт муниципальной методической службы' : 'Паспорт объединения'
  return tablePart('passport', title, figures, [left('Показатель', 60), right('Значение', 40)], rows)
}

/** What an association is called and who leads it. */
async function naming(reader: ReportReader): Promise<ReportTableRow[]> {
  if (reader.association === null) return []
  const [found] = await reader.rows(
    associationList,
    ['name', 'kind', 'head', 'headPosition', 'secretary', 'secretaryPosition', 'theme'],
    { filters: [{ op: 'equals', column: 'shortName', value: reader.association }] },
  )
  if (found === undefined) return []
  const words = (...texts: unknown[]): string => texts.filter((text) => text !== '').join(', ')
  const opens = { record: 'association', id: Number(found.id) }
  const lines: [string, string][] = [
    ['Наименование', words(found.name)],
    ['Вид', associationKinds[found.kind as keyof typeof associationKinds]],
    ['Руководитель', words(found.head, found.headPosition)],
    ['Секретарь', words(found.secretary, found.secretaryPosition)],
    ['Методическая тема', found.theme === '' ? '' : `«${found.theme}»`],
  ]
  return lines.filter(([, value]) => value !== '').map(([title, text]) => row(title, { text, opens }))
}

async function associations(reader: ReportReader): Promise<ReportPart[]> {
  const found = await reader.rows(associationList, ['shortName', 'head', 'theme', 'schools', 'members'], {
    sort: [{ column: 'shortName', desc: false }],
  })
  const figures = new FigureSet()
  const rows: ReportTableRow[] = []
  for (const { id, shortName, head, theme, ...counts } of found) {
    const name = String(shortName)
    const one: Counted = {
      count: 1,
      sums: { schools: Number(counts.schools), members: Number(counts.members) },
      trace: {
        list: associationList.name,
        schoolYear: reader.schoolYear,
        on: null,
        filters: [{ op: 'equals', column: 'shortName', value: name }],
        sum: null,
      },
    }
    const held = await reader.count(meetingList, {
      filters: [
        { op: 'between', column: 'date', from: null, to: reader.on },
        { op: 'equals', column: 'association', value: name },
      ],
    })
    const opens = { record: 'association', id: Number(id) }
    rows.push(
      row(
        { text: name, opens },
        { text: String(head), opens },
        { text: theme === '' ? '—' : String(theme), opens },
        say(figures.sum(`schools:${id}`, `${name}: школ`, 'schools', one)),
        say(figures.sum(`members:${id}`, `${name}: участников`, 'members', one)),
        say(figures.count(`meetings:${id}`, `${name}: заседаний`, held)),
      ),
    )
  }
  return tablePart(
    'associations',
    `Методические объединения в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('Объединение', 26),
      left('Руководитель', 20),
      left('Методическая тема', 34),
      right('Школ', 10),
      right('Участ\u00ADников', 12),
      right('Засе\u00ADданий', 12),
    ],
    rows,
  )
}
