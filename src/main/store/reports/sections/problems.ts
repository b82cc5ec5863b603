import { librarianList } from '@shared/contract/librarians'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { provisionList } from '@shared/contract/provision'
import type { Figure, Said } from '@shared/contract/report-content'
import { roadmapItemList } from '@shared/contract/roadmaps'
import { schoolList } from '@shared/contract/schools'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import {
  asSentence,
  copies,
  inYear,
  listedRuns,
  people,
  peopleGen,
  runs,
  schoolsGen,
  schoolsIn,
} from '@shared/papers/report/words'
import { open, working } from '../../lists/staffing'
import { ofAssociation, type Scope, scopeOf } from '../association-scope'
import { FigureSet } from '../figure-set'
import { item, type Paragraph, paragraph, textPart } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { withOutcomes } from './decisions-counts'

/** What in the data of the year asks for attention: each line only where there is something to say. */
export const problemsSection: ReportSectionSource = {
  spec: {
    kind: 'problems',
    title: 'Проблемы',
    hint: 'Школы без библиотекаря, просроченные решения, истёкшие категории, давние курсы, нехватка учебников — что нашлось в данных',
    usual: true,
    parts: [{ key: 'problems', title: 'Найденные проблемы', form: 'text', usual: true }],
  },
  compose: async (reader) => {
    const scope = await scopeOf(reader)
    const figures = new FigureSet()
    const found: (Said[] | null)[] = [
      await vacant(reader, scope, figures),
      await lateDecisions(reader, figures),
      await lateItems(reader, figures),
      await courses(reader, scope, figures),
      await expired(reader, scope, figures),
      await attestation(reader, scope, figures),
      await uneducated(reader, scope, figures),
      await provision(reader, figures),
      await offline(reader, scope, figures),
    ]
    const lines = found.filter((line) => line !== null)
    const first: Paragraph =
      lines.length === 0
        ? paragraph([{ text: `${inYear(reader.schoolYear)} по данным учёта проблем не выявлено.` }])
        : paragraph([{ text: 'По итогам учебного года требуют решения следующие вопросы:' }])
    const notes = [scope.peopleNote, scope.schoolsNote].filter((note) => note !== '')
    return textPart('problems', figures, [
      first,
      ...lines.map((line) => item(asSentence(line))),
      ...notes.map((text) => paragraph([{ text }])),
    ])
  },
}

/** Null where nothing is counted, so that nothing is said. */
async function counted(
  reader: ReportReader,
  figures: FigureSet,
  key: string,
  title: string,
  list: ListSpec,
  asked: Asked,
): Promise<{ figure: Figure; found: Counted } | null> {
  const found = await reader.count(list, asked)
  return found.count === 0 ? null : { figure: figures.count(key, title, found), found }
}

const MOST_NAMES = 10

/** « (МБОУ СОШ № 3, МБОУ СОШ № 6)»; of many the number is enough. */
async function names(
  reader: ReportReader,
  list: ListSpec,
  column: string,
  record: string,
  asked: Asked,
  count: number,
): Promise<Said[]> {
  if (count > MOST_NAMES) return []
  const rows = await reader.rows(list, [column], { ...asked, sort: [{ column, desc: false }] })
  const named = rows.map(({ id, ...one }): Said[] => [{ text: String(one[column]), opens: { record, id: Number(id) } }])
  return runs(' (', listedRuns(named), ')')
}

async function vacant(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  // Of a bank not yet filled in every school would be without anybody.
  const people = await reader.count(librarianList, { filters: [working, ...scope.librarians] })
  if (people.count === 0) return null
  const filters: Filter[] = [open, ...scope.schools, { op: 'equals', column: 'librarians', value: 0 }]
  const one = await counted(reader, figures, 'vacant', 'Школы без библиотекаря', schoolList, { filters })
  if (one === null) return null
  return runs(
    'нет библиотекаря в ',
    say(one.figure, schoolsIn),
    await names(reader, schoolList, 'shortName', 'school', { filters }, one.found.count),
    ';',
  )
}

const decisionsForms: PluralForms = ['решение', 'решения', 'решений']
const itemsForms: PluralForms = ['пункт', 'пункта', 'пунктов']

async function lateDecisions(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const found = await withOutcomes(reader, ['overdue'])
  if (found.count === 0) return null
  const figure = figures.count('decisions', 'Решения, не выполненные в срок', found)
  const verb = plural(found.count, ['не выполнено', 'не выполнены', 'не выполнено'])
  return runs(`${verb} в срок `, say(figure, decisionsForms), ' заседаний;')
}

async function lateItems(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const one = await counted(reader, figures, 'items', 'Просроченные пункты дорожных карт и планов', roadmapItemList, {
    on: reader.on,
    filters: [{ op: 'in', column: 'state', values: ['overdue'] }, ...ofAssociation(reader)],
  })
  if (one === null) return null
  const verb = plural(one.found.count, ['не выполнен', 'не выполнены', 'не выполнено'])
  return runs(`${verb} в срок `, say(one.figure, itemsForms), ' дорожных карт и планов работы;')
}

const atWork = (scope: Scope, column: string, values: readonly string[]): Asked => ({
  filters: [working, ...scope.librarians, { op: 'in', column, values: [...values] }],
})

async function courses(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const old = await counted(
    reader,
    figures,
    'old',
    'Курсы старше трёх лет',
    librarianList,
    atWork(scope, 'courseState', ['old']),
  )
  const none = await counted(
    reader,
    figures,
    'none',
    'Нет курсов',
    librarianList,
    atWork(scope, 'courseState', ['none']),
  )
  if (old === null && none === null) return null
  return runs(
    ...(old === null
      ? []
      : ['курсы повышения квалификации пройдены более трёх лет назад у ', say(old.figure, peopleGen)]),
    ...(old === null || none === null ? [] : [', ']),
    ...(none === null
      ? []
      : [
          old === null ? 'сведений о курсах повышения квалификации нет у ' : 'сведений о курсах нет у ',
          say(none.figure, peopleGen),
        ]),
    ';',
  )
}

async function expired(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const asked = atWork(scope, 'categoryState', ['expired'])
  const one = await counted(reader, figures, 'expired', 'Истёк срок категории', librarianList, asked)
  return one === null ? null : runs('истёк срок квалификационной категории у ', say(one.figure, peopleGen), ';')
}

async function attestation(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const asked = atWork(scope, 'attestationState', ['old'])
  const one = await counted(reader, figures, 'attestation', 'Аттестация старше пяти лет', librarianList, asked)
  if (one === null) return null
  return runs('прошло более пяти лет со дня аттестации на соответствие должности у ', say(one.figure, peopleGen), ';')
}

async function uneducated(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const asked = atWork(scope, 'educationClass', [
    'higher-pedagogical',
    'higher-other',
    'vocational-pedagogical',
    'vocational-other',
    'secondary',
  ])
  const one = await counted(reader, figures, 'education', 'Без библиотечного образования', librarianList, asked)
  if (one === null) return null
  const verb = plural(one.found.count, ['работает', 'работают', 'работает'])
  return runs(`без библиотечного образования ${verb} `, say(one.figure, people), ';')
}

const subjectsGen: PluralForms = ['строке', 'строкам', 'строкам']

/** Of the whole municipality: textbooks are not an association's. Only the year that goes on can be told, and the last one. */
async function provision(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const asked: Asked = { filters: [{ op: 'above', column: 'deficit', value: 0 }] }
  const found = await reader.count(provisionList, asked)
  if (found.count === 0) return null
  const lacking = figures.sum('deficit', 'Не хватает экземпляров', 'deficit', found)
  const rows = figures.count('short', 'Параллели и предметы, где не хватает учебников', found)
  return runs(
    'недостаёт учебников: ',
    say(lacking, copies),
    ' (по ',
    say(rows, subjectsGen),
    ' обеспеченности: школа, класс, предмет)',
    reader.association === null ? '' : ' — по муниципалитету в целом',
    ';',
  )
}

async function offline(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const filters: Filter[] = [open, ...scope.schools]
  const all = await reader.count(schoolList, { filters })
  const one = await counted(reader, figures, 'offline', 'Библиотеки без интернета', schoolList, {
    filters: [...filters, { op: 'equals', column: 'internet', value: false }],
  })
  // Nobody has answered yet: there is nothing known, not nothing there.
  if (one === null || one.found.count === all.count) return null
  return runs('нет доступа в интернет в библиотеках ', say(one.figure, schoolsGen), ';')
}
