import { sql } from 'kysely'
import { attentionSource } from '../../lists/attention'
import { listDay } from '../../lists/day'
import { listWindow } from '../../lists/list'
import { staffing } from '../../lists/staffing'
import type { Handlers } from '../../module'

interface SchoolLibrarianRow {
  id: number
  name: string
  position: string
  rate: number
  from: string | null
  to: string | null
  main: number
  working: number
  phone: string
  email: string
}

export const staffingHandlers = {
  'librarians.staffing': (context, { schoolYear }) => staffing(context, schoolYear),
  'attention.list': (context, query) => listWindow(context, attentionSource, query),
  'librarians.atSchool': async (context, { schoolId, schoolYear }) => {
    const on = listDay(context, schoolYear)
    const { rows } = await sql<SchoolLibrarianRow>`
      select * from (
        select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name, position, rate, "from", "to", main,
          ("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on}) as working, phone, email, librarian.sortKey
        from employment join librarian on librarian.id = employment.librarianId
        where employment.schoolId = ${schoolId} and erased = 0)
      order by working desc, "to" desc, sortKey, "from"`.execute(context.trx)
    return rows.map(({ main, working, ...row }) => ({ ...row, main: main === 1, working: working === 1 }))
  },
} satisfies Handlers
