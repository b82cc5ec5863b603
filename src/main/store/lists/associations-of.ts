import { type RawBuilder, sql } from 'kysely'

/** Short names of the associations a record belongs to, parted by «; », as `ListSource.several` asks of them. */

const joined = (from: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
  select group_concat(shortName, '; ') from (select distinct association.shortName, association.sortKey ${from} order by 2)), '')`

/** Of a person on a day. */
export function associationsOfPerson(librarianId: RawBuilder<unknown>, on: string): RawBuilder<unknown> {
  return joined(sql`from associationMember as member join association on association.id = member.associationId
    where member.librarianId = ${librarianId}
      and (member."from" is null or member."from" <= ${on}) and (member."to" is null or member."to" >= ${on})`)
}

export function associationsOfSchool(schoolId: RawBuilder<unknown>): RawBuilder<unknown> {
  return joined(sql`from associationSchool as member join association on association.id = member.associationId
    where member.schoolId = ${schoolId}`)
}
