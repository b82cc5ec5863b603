import { librarianList } from '@shared/contract/librarians'
import type { Filter } from '@shared/contract/lists'
import type { Said } from '@shared/contract/report-content'
import { addDays } from '@shared/domain/dates'
import { formatSchoolYear, nextSchoolYear, schoolYearBounds } from '@shared/domain/school-year'
import { COURSE_MONTHS, countsSince } from '@shared/domain/staffing/terms'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { asSentence, inYear, peopleAcc, peopleGen, runs, twoForms, yearGen } from '@shared/papers/report/words'
import { working } from '../../lists/staffing'
import { type Scope, scopeOf } from '../association-scope'
import { FigureSet } from '../figure-set'
import { item, paragraph, textPart } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'
import { asOf, isPast } from '../scope'
import type { ReportSectionSource } from '../section'
import { withOutcomes } from './decisions-counts'
import { itemsOf, undone } from './roadmaps'
import { themeParagraphs, themesOf } from './theme'
import { endingIn } from './training'

/** What the next year begins with: its theme, and what this one leaves to it. */
export const tasksSection: ReportSectionSource = {
  spec: {
    kind: 'tasks',
    title: 'Задачи на следующий учебный год',
    hint: 'Тема и задачи следующего года из карточки объединения и то, что переходит из этого: решения, пункты планов, курсы, категории',
    usual: true,
    parts: [
      { key: 'theme', title: 'Тема и задачи следующего года', form: 'text', usual: true },
      { key: 'left', title: 'Что переходит на следующий год', form: 'text', usual: true },
    ],
  },
  compose: async (reader) => {
    const next = nextSchoolYear(reader.schoolYear)
    const themes = await themesOf(reader, next)
    const scope = await scopeOf(reader)
    const figures = new FigureSet()
    const lines = await leftOver(reader, scope, figures)
    return [
      ...(themes.length === 0
        ? []
        : textPart('theme', new FigureSet(), themeParagraphs(themes, reader.associationId === null))),
      ...textPart(
        'left',
        figures,
        lines.length === 0
          ? [
              paragraph([
                { text: `Незавершённых дел, которые переходят на ${formatSchoolYear(next)} учебный год, нет.` },
              ]),
            ]
          : [
              paragraph([
                { text: `${inYear(next)} предстоит${isPast(reader) ? '' : ` (по данным ${asOf(reader.on)})`}:` },
              ]),
              ...lines.map((line) => item(asSentence(line))),
              ...(scope.peopleNote === '' ? [] : [paragraph([{ text: scope.peopleNote }])]),
            ],
      ),
    ]
  },
}

const decisions: PluralForms = ['решение', 'решения', 'решений']
const items: PluralForms = ['пункт', 'пункта', 'пунктов']
const categoriesGen = twoForms('категории', 'категорий')

/** «1 решение, срок которого прошёл», «2 решения, срок которых прошёл». */
const which = (n: number, one: string, many: string): string => plural(n, [one, many, many])

/** Each line only where there is something to do. */
async function leftOver(reader: ReportReader, scope: Scope, figures: FigureSet): Promise<Said[][]> {
  const line = (
    counted: Counted,
    key: string,
    title: string,
    words: (said: (forms: PluralForms) => Said, n: number) => Said[],
  ) => {
    if (counted.count === 0) return []
    const figure = figures.count(key, title, counted)
    return [words((forms) => say(figure, forms), counted.count)]
  }
  const next = nextSchoolYear(reader.schoolYear)
  const atWork = (filter: Filter): Asked => ({ filters: [working, ...scope.librarians, filter] })
  return [
    ...line(
      await withOutcomes(reader, ['overdue', 'partial']),
      'unfinished',
      'Решения, не выполненные полностью',
      (said, n) =>
        runs(
          'довести до конца ',
          said(decisions),
          which(
            n,
            ', срок которого прошёл или которое выполнено частично;',
            ', срок которых прошёл или которые выполнены частично;',
          ),
        ),
    ),
    ...line(await withOutcomes(reader, ['open']), 'open', 'Решения, срок которых впереди', (said, n) =>
      runs('выполнить ', said(decisions), `, срок ${which(n, 'которого', 'которых')} ещё не наступил;`),
    ),
    ...line(await withOutcomes(reader, ['standing']), 'standing', 'Решения, исполняемые постоянно', (said) =>
      runs('продолжить исполнять ', said(decisions), ' постоянного действия;'),
    ),
    ...line(await itemsOf(reader, undone), 'items', 'Невыполненные пункты дорожных карт и планов', (said, n) =>
      runs(
        'выполнить ',
        said(items),
        ` дорожных карт и планов работы, ${which(n, 'который остался невыполненным', 'которые остались невыполненными')};`,
      ),
    ),
    ...line(
      await reader.count(librarianList, atWork({ op: 'in', column: 'courseState', values: ['old', 'none'] })),
      'courses',
      'Нужны курсы повышения квалификации',
      (said) => runs('направить на курсы повышения квалификации ', said(peopleAcc), ';'),
    ),
    ...line(
      await reader.count(librarianList, atWork(coursesEndingIn(reader))),
      'coursesSoon',
      'Курсы станут старше трёх лет в следующем учебном году',
      (said, n) =>
        runs(
          'запланировать повторные курсы для ',
          said(peopleGen),
          `, у ${which(n, 'которого', 'которых')} трёхлетний срок истекает до конца ${yearGen(next)};`,
        ),
    ),
    ...line(
      await reader.count(librarianList, atWork(endingIn(reader))),
      'categories',
      'Категории, истекающие до конца следующего учебного года',
      (said) =>
        runs(
          'подготовить документы на аттестацию: до конца ',
          yearGen(next),
          ' истекает срок действия ',
          said(categoriesGen),
          ';',
        ),
    ),
  ]
}

/** The last course counts today and no longer does on the last day of the next school year. */
function coursesEndingIn(reader: ReportReader): Filter {
  const { to } = schoolYearBounds(nextSchoolYear(reader.schoolYear))
  return {
    op: 'between',
    column: 'lastCourseOn',
    from: countsSince(reader.on, COURSE_MONTHS),
    to: addDays(countsSince(to, COURSE_MONTHS), -1),
  }
}
