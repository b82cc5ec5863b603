import { addMonths } from '@shared/domain/dates'
import type { AttentionKind } from '@shared/domain/staffing/attention'
import { AHEAD_MONTHS } from '@shared/domain/staffing/terms'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import type { DeskEntry, DeskSource } from '../../desk/source'
import { attentionSource } from '../../lists/attention'
import { wholeList } from '../../lists/list'

/** What of it belongs on the desk, and in which words. */
const told: Partial<Record<AttentionKind, { kind: string; detail: string }>> = {
  'category-expired': { kind: 'category-expiring', detail: 'срок категории истёк' },
  'category-expiring': { kind: 'category-expiring', detail: 'истекает срок категории' },
  'course-old': { kind: 'course-overdue', detail: 'курсы старше трёх лет' },
  'course-none': { kind: 'course-overdue', detail: 'сведений о курсах нет' },
  'consent-missing': { kind: 'consent-missing', detail: 'нет согласия на обработку персональных данных' },
}

/** From the one rule of what is due (`domain/staffing/attention`); further ahead than half a year is for the tab «Сроки». */
export const librarianDesk: DeskSource = {
  kinds: ['category-expiring', 'course-overdue', 'consent-missing'],
  items: (context) => people(context),
}

async function people(context: QueryContext): Promise<DeskEntry[]> {
  const soon = addMonths(context.today(), AHEAD_MONTHS)
  const { rows } = await sql<Record<string, unknown>>`
    select * from (${attentionSource.select(context, wholeList)})
    where kind in (${sql.join(Object.keys(told))}) and (due is null or due <= ${soon})
    order by due is null, due, "name$sort"`.execute(context.trx)
  return rows.flatMap((raw) => {
    const { kind, librarianId, name, due } = attentionSource.row(raw)
    const words = told[kind]
    if (words === undefined) return []
    return [{ ...words, record: 'librarian', id: librarianId, uid: null, title: name, date: due }]
  })
}
