import { librarianList } from '@shared/contract/librarians'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { provisionList } from '@shared/contract/provision'
import type { Figure, Said } from '@shared/contract/report-content'
import { schoolList } from '@shared/contract/schools'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import {
  asSentence,
  capital,
  inYear,
  listedRuns,
  people,
  peopleGen,
  runs,
  schoolsGen,
  schoolsIn,
  twoForms,
} from '@shared/papers/report/words'
import { open, working } from '../../lists/staffing'
import { type Scope, scopeOf } from '../association-scope'
import { FigureSet } from '../figure-set'
import { item, type Paragraph, paragraph, textPart } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'
import { asOf, isPast, ofSchools } from '../scope'
import type { ReportSectionSource } from '../section'
import { withOutcomes } from './decisions-counts'
import { provisionOn } from './provision/count'
import { itemsOf } from './roadmaps'

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
        : paragraph([
            {
              text: `${isPast(reader) ? 'По итогам учебного года' : capital(asOf(reader.on))} требуют решения следующие вопросы:`,
            },
          ])
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
const taken: PluralForms = ['принятое на заседании', 'принятые на заседаниях', 'принятых на заседаниях']
const itemsForms: PluralForms = ['пункт', 'пункта', 'пунктов']

async function lateDecisions(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const found = await withOutcomes(reader, ['overdue'])
  if (found.count === 0) return null
  const figure = figures.count('decisions', 'Решения, не выполненные в срок', found)
  const verb = plural(found.count, ['не выполнено', 'не выполнены', 'не выполнено'])
  return runs(`${verb} в срок `, say(figure, decisionsForms), `, ${plural(found.count, taken)};`)
}

async function lateItems(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const found = await itemsOf(reader, ['overdue'])
  if (found.count === 0) return null
  const figure = figures.count('items', 'Просроченные пункты дорожных карт и планов', found)
  const verb = plural(found.count, ['не выполнен', 'не выполнены', 'не выполнено'])
  return runs(`${verb} в срок `, say(figure, itemsForms), ' дорожных карт и планов работы;')
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

/** «недостаёт 1 экземпляра», «недостаёт 5 экземпляров». */
const copiesGen = twoForms('экземпляра', 'экземпляров')

/** The same number as the section of provision says, of the same day and the same schools. */
async function provision(reader: ReportReader, figures: FigureSet): Promise<Said[] | null> {
  const asked: Asked = { filters: [{ op: 'above', column: 'deficit', value: 0 }, ...ofSchools(reader)] }
  const found = await reader.total(provisionList, ['deficit'], asked)
  if (found.count === 0) return null
  const lacking = figures.sum('deficit', 'Не хватает экземпляров', 'deficit', found)
  return runs(`${asOf(provisionOn(reader))} недостаёт `, say(lacking, copiesGen), ' учебников;')
}

async function offline(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[] | null> {
  const filters: Filter[] = [open, ...scope.schools]
  const all = await reader.count(schoolList, { filters })
  const one = await counted(reader, figures, 'offline', 'Библиотеки без интернета', schoolList, {
    filters: [...filters, { op: 'equals', column: 'internet', value: false }],
  })
  // Nobody has answered yet: there is nothing known, not nothing there.
  if (one === null || one.found.count === all.count) return null
  const where = plural(one.found.count, ['библиотеке', 'библиотеках', 'библиотеках'])
  return runs(`нет доступа в интернет в ${where} `, say(one.figure, schoolsGen), ';')
}
