import type { RoadmapDraft } from '../contract/old-papers'
import type { RoadmapItem } from '../contract/roadmaps'
import { addMonths, formatDate, type IsoDate } from './dates'
import { dueText } from './due/summary'
import { formatSchoolYear, planningSchoolYear } from './school-year'
import { schoolYearSlips } from './school-year-slips'

/** What does not look right in a road map or plan: years left over from the one it was copied from. Never blocks typing. */
export interface RoadmapWarning {
  code: 'due-mismatch' | 'school-year-mismatch'
  /** Russian sentences: what, where, what to do. */
  text: string
  /** In words: «пункт 4», «название». */
  where: string
  /** The field, as marks of an old paper name it: `items/<uid>/dues`, `title`. */
  path: string
}

type Plan = Pick<RoadmapDraft, 'title' | 'from' | 'to' | 'approval' | 'numbering' | 'sections'>

/** What is prepared before a plan begins or reported after it ends is no slip so near to it. */
const NEAR_MONTHS = 2

/** Warnings of a plan from its title down; none where its period is not known. */
export function roadmapWarnings(plan: Plan): RoadmapWarning[] {
  const { from, to } = plan
  if (from === null || to === null) return []
  const warnings = titleWarnings(plan, to)
  let running = 0
  for (const section of plan.sections) {
    if (plan.numbering === 'section') running = 0
    warnings.push(...yearWarnings(section.title, 'раздел', `sections/${section.uid}/title`, from))
    for (const item of section.items) {
      running += 1
      const number = item.number === '' ? String(running) : item.number
      const where = plan.numbering === 'none' ? 'пункт' : `пункт ${number}`
      warnings.push(...itemWarnings(item, where, { from, to }))
    }
  }
  return warnings
}

function titleWarnings({ approval }: Plan, to: IsoDate): RoadmapWarning[] {
  if (approval.date === null || approval.date <= to) return []
  const text =
    `План утверждён ${formatDate(approval.date, 'digits')}, когда его время (до ${formatDate(to, 'digits')}) уже прошло. ` +
    'Проверьте, не остался ли год в названии от прежнего плана.'
  return [{ code: 'school-year-mismatch', text, where: 'название', path: 'title' }]
}

function itemWarnings(item: RoadmapItem, where: string, period: { from: IsoDate; to: IsoDate }): RoadmapWarning[] {
  return [
    ...yearWarnings(item.title, where, `items/${item.uid}/title`, period.from),
    ...dueWarnings(item.dues, where, `items/${item.uid}/dues`, period),
    ...item.parts.flatMap((part) => [
      ...yearWarnings(part.title, where, `parts/${part.uid}/title`, period.from),
      ...dueWarnings(part.dues, where, `parts/${part.uid}/dues`, period),
    ]),
  ]
}

function yearWarnings(text: string, where: string, path: string, from: IsoDate): RoadmapWarning[] {
  return schoolYearSlips(text, from).map(({ schoolYear }) => ({
    code: 'school-year-mismatch',
    text:
      `Назван ${formatSchoolYear(schoolYear)} учебный год, а план начинается в ` +
      `${formatSchoolYear(planningSchoolYear(from))} учебном году. Проверьте, не остался ли он от прежнего плана.`,
    where,
    path,
  }))
}

function dueWarnings(
  dues: RoadmapItem['dues'],
  where: string,
  path: string,
  period: { from: IsoDate; to: IsoDate },
): RoadmapWarning[] {
  return dues
    .filter((due) => isSlip(due, period))
    .map((due) => ({
      code: 'due-mismatch',
      text:
        `Срок «${dueText(due)}» не попадает во время плана ` +
        `(${formatDate(period.from, 'digits')} – ${formatDate(period.to, 'digits')}). Проверьте год.`,
      where,
      path,
    }))
}

/** Far outside the plan, while the same days of another year would lie in it. */
function isSlip(
  { from, to, recurrence }: RoadmapItem['dues'][number],
  period: { from: IsoDate; to: IsoDate },
): boolean {
  if (recurrence !== null) return false
  const first = from ?? to
  const last = to ?? from
  if (first === null || last === null) return false
  if (last >= addMonths(period.from, -NEAR_MONTHS) && first <= addMonths(period.to, NEAR_MONTHS)) return false
  const step = last < period.from ? 12 : -12
  for (let years = 1; years <= 10; years += 1) {
    const moved = addMonths(last, step * years)
    if (moved >= period.from && moved <= period.to) return true
  }
  return false
}
