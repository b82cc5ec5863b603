import { newUid } from '@shared/contract/fields'
import type { ColumnRole, Roadmap } from '@shared/contract/roadmaps'
import { formatSchoolYear, schoolYearBounds } from '@shared/domain/school-year'
import type { QueryContext } from '../../context'

/** As most papers head them (FORMS §3). */
const usual: Readonly<Record<Roadmap['kind'], readonly [ColumnRole, string][]>> = {
  roadmap: [
    ['number', '№ п/п'],
    ['title', 'Наименование мероприятия'],
    ['due', 'Сроки проведения'],
    ['executors', 'Ответственный исполнитель/соисполнители'],
    ['document', 'Вид документа'],
    ['results', 'Ожидаемые результаты'],
  ],
  plan: [
    ['number', '№ п/п'],
    ['title', 'Мероприятие'],
    ['due', 'Срок'],
    ['executors', 'Ответственный'],
  ],
}

/** The calendar year of a road map: this one while it is of the school year, else that in which the school year ends. */
function calendarYear(today: string, schoolYear: string): { from: string; to: string; name: string } {
  const { from, to } = schoolYearBounds(schoolYear)
  const year = today >= from && today <= to ? today.slice(0, 4) : to.slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31`, name: `${year} год` }
}

/** An empty paper of the kind for a year: that of the profile, or the one asked for. */
export function blankRoadmap(context: QueryContext, kind: Roadmap['kind'], schoolYear: string | null): Roadmap {
  const year = schoolYear ?? context.schoolYear()
  const period =
    kind === 'plan'
      ? { ...schoolYearBounds(year), name: `${formatSchoolYear(year)} учебный год` }
      : calendarYear(context.today(), year)
  return {
    kind,
    title: kind === 'plan' ? `План работы на ${period.name}` : `План мероприятий («дорожная карта») на ${period.name}`,
    from: period.from,
    to: period.to,
    associationId: null,
    approval: { text: '', number: '', date: null, annex: '' },
    numbering: 'through',
    columns: usual[kind].map(([role, title]) => ({ uid: newUid(), role, title, width: null })),
    sections: [{ uid: newUid(), number: '', title: '', items: [] }],
    preamble: '',
    closing: '',
    note: '',
  }
}
