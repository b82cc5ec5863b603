import { normKey } from '@shared/domain/text/norm'
import { sql } from 'kysely'
import { findTextbooks } from '../../lists/textbook-search'
import type { Handlers } from '../../module'

/** Textbooks are thousands and alike: they get the last places; what is like a mistyped word, only where nothing is called so. */
const bookPlaces = 6

export const searchHandlers = {
  /** Every word must be there, in any order and form of case and ё; names that begin with the text come first. */
  'search.everything': async ({ trx, raw }, { text, limit }) => {
    const whole = normKey(text)
    const words = whole.split(' ').filter((word) => word !== '')
    if (words.length === 0) return []
    const matches = sql.join(
      words.map((word) => sql`norm like ${`%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`} escape '\\'`),
      sql` and `,
    )
    const found = await sql<{ record: string; id: number; title: string; detail: string }>`
      select record, id, title, detail from (
        select 'school' as record, id, shortName as title, locality as detail, norm, sortKey as "order", 1 as rank from school
        union all
        select 'librarian', id, trim(surname || ' ' || given || ' ' || patronymic),
          coalesce((select group_concat(shortName, ', ') from employment join school on school.id = schoolId where librarianId = librarian.id), ''),
          norm, sortKey, 2 from librarian where erased = 0
        union all
        select 'association', id, shortName, headName, norm, sortKey, 3 from association
        union all
        select 'meeting', meeting.id, meetingSeries.name || ' № ' || number || ' от ' || substr(date, 9, 2) || '.' || substr(date, 6, 2) || '.' || substr(date, 1, 4),
          theme, norm || ' ' || ru_norm(meetingSeries.name), date, 4 from meeting join meetingSeries on meetingSeries.id = seriesId
        union all
        select 'event', id, name, substr("from", 9, 2) || '.' || substr("from", 6, 2) || '.' || substr("from", 1, 4) || case place when '' then '' else ', ' || place end,
          norm, "from", 5 from event
        union all
        select 'decision', decision.id, decision.text, 'решение от ' || substr(date, 9, 2) || '.' || substr(date, 6, 2) || '.' || substr(date, 1, 4),
          decision.norm, date, 6 from decision join meeting on meeting.id = decision.meetingId
        union all
        select 'roadmap', id, title, approvalText, norm, sortKey, 4 from roadmap
        union all
        select 'roadmap-item', roadmapItem.id, roadmapItem.title, roadmap.title, roadmapItem.norm, roadmap."from", 6
          from roadmapItem join roadmap on roadmap.id = roadmapId where roadmapItem.title <> ''
      ) where ${matches}
      order by substr(ru_norm(title), 1, ${whole.length}) = ${whole} desc, rank, "order"
      limit ${limit}`.execute(trx)
    const books = findTextbooks(raw, text, bookPlaces, found.rows.length === 0).map(({ id, title, detail }) => ({
      record: 'textbook',
      id,
      title,
      detail,
    }))
    return [...found.rows.slice(0, limit - books.length), ...books].slice(0, limit)
  },
} satisfies Handlers
