import type { AttentionKind } from '@shared/domain/staffing/attention'
import { sql } from 'kysely'
import type { CalendarSource, Dated, Days } from '../../calendar/source'
import type { QueryContext } from '../../context'
import { attentionSource } from '../../lists/attention'
import { wholeList } from '../../lists/list'

const ends = (detail: string, ...kinds: AttentionKind[]) =>
  async function people(context: QueryContext, { from, to }: Days): Promise<Dated[]> {
    const { rows } = await sql<Record<string, unknown>>`
      select * from (${attentionSource.select(context, wholeList)})
      where kind in (${sql.join(kinds)}) and due between ${from} and ${to} order by due, "name$sort"`.execute(
      context.trx,
    )
    const today = context.today()
    return rows.flatMap((raw): Dated[] => {
      const { librarianId, name, due, schools } = attentionSource.row(raw)
      if (due === null) return []
      return [
        {
          record: 'librarian',
          id: librarianId,
          uid: null,
          title: name,
          detail: [detail, schools].filter(Boolean).join(' · '),
          from: due,
          to: due,
          time: null,
          state: due < today ? 'late' : 'ahead',
        },
      ]
    })
  }

/** The last day of a category, and the day courses become three years old; the rule is `domain/staffing/attention`. */
export const librarianCalendar: CalendarSource = {
  category: ends('последний день категории', 'category-expired', 'category-expiring'),
  course: ends('курсам исполняется три года', 'course-old', 'course-soon'),
}
