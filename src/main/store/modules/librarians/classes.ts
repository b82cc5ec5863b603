import { dateParts } from '@shared/domain/dates'
import { ageBands, type Band, serviceBands, serviceEnd } from '@shared/domain/staffing/bands'
import { educationClasses } from '@shared/domain/staffing/education'
import { ATTESTATION_MONTHS, COURSE_MONTHS, categoryBorders, countsSince } from '@shared/domain/staffing/terms'
import { type RawBuilder, sql } from 'kysely'

/**
 * The rules of `domain/staffing` as SQL, made of the same tables and borders, so that the list can be filtered by what the
 * certificate counts. `tests/integration/staffing` holds them against each other.
 */

/** Whole years lived on a day. */
export function ageYears(column: string, on: string): RawBuilder<unknown> {
  return wholeYears(column, dateParts(on).year, on.slice(5))
}

/** Whole years of service, its last day counted. */
export function serviceYears(column: string, on: string): RawBuilder<unknown> {
  const { year, monthDay } = serviceEnd(on)
  return wholeYears(column, year, monthDay)
}

function wholeYears(column: string, year: number, monthDay: string): RawBuilder<unknown> {
  const since = sql.ref(column)
  return sql`max(0, ${year} - cast(substr(${since}, 1, 4) as integer) - (${monthDay} < substr(${since}, 6)))`
}

function band(years: RawBuilder<unknown>, bands: Readonly<Record<string, Band>>): RawBuilder<unknown> {
  const whens = Object.entries(bands).map(([key, { below }]) =>
    below === null ? sql`else ${key}` : sql`when ${years} < ${below} then ${key}`,
  )
  return sql`case when ${years} is null then null ${sql.join(whens, sql` `)} end`
}

const ranks = Object.keys(educationClasses)
const rankOfClass = sql`case ${sql.join(
  ranks.map((key, rank) => {
    const [level, field] = key.split('-')
    return field === undefined
      ? sql`when level = ${level} then ${rank}`
      : sql`when level = ${level} and field = ${field} then ${rank}`
  }),
  sql` `,
)} end`

function educationClass(on: string): RawBuilder<unknown> {
  const best = sql`(select min(${rankOfClass}) from education
    where librarianId = librarian.id and (year is null or year <= ${dateParts(on).year}))`
  return sql`case ${best} ${sql.join(
    ranks.map((key, rank) => sql`when ${rank} then ${key}`),
    sql` `,
  )} end`
}

function categoryState(on: string): RawBuilder<unknown> {
  const { half, year } = categoryBorders(on)
  return sql`case when category = 'none' then 'none' when categoryUntil is null then 'permanent'
    when categoryUntil < ${on} then 'expired' when categoryUntil <= ${half} then 'within-half'
    when categoryUntil <= ${year} then 'within-year' else 'valid' end`
}

/** Last day of the last course finished by the day. */
export function lastCourseOn(on: string): RawBuilder<unknown> {
  return sql`(select max(coalesce("to", "from")) from course
    where librarianId = librarian.id and coalesce("to", "from") <= ${on})`
}

function courseState(on: string): RawBuilder<unknown> {
  const last = lastCourseOn(on)
  return sql`case when ${last} is null then 'none' when ${last} < ${countsSince(on, COURSE_MONTHS)} then 'old' else 'fresh' end`
}

function attestationState(on: string): RawBuilder<unknown> {
  return sql`case when ${categoryState(on)} not in ('none', 'expired') then 'category' when attestedOn is null then 'none'
    when attestedOn < ${countsSince(on, ATTESTATION_MONTHS)} then 'old' else 'fresh' end`
}

/** Filled words of a row, in order, with a mark between them. */
const filled = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`substr(${sql.join(
    parts.map((part) => sql`coalesce(', ' || nullif(${part}, ''), '')`),
    sql` || `,
  )}, 3)`

/**
 * Columns of the staffing analysis.
 * @param words level and field of an education in Russian
 * @param mainPosition position of the main place held on the day
 */
export function staffingColumns(
  on: string,
  words: RawBuilder<unknown>,
  mainPosition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    position_group(${mainPosition}) as positionGroup, ${educationClass(on)} as educationClass,
    ${band(serviceYears('workingSince', on), serviceBands)} as serviceBand,
    ${band(serviceYears('libraryWorkSince', on), serviceBands)} as libraryServiceBand,
    ${band(ageYears('birthDate', on), ageBands)} as ageBand,
    ${categoryState(on)} as categoryState, ${courseState(on)} as courseState,
    ${attestationState(on)} as attestationState,
    coalesce((select group_concat(${filled([words, sql`institution`, sql`speciality`, sql`cast(year as text)`])}, '; ')
      from education where librarianId = librarian.id order by ord), '') as educationDetails,
    coalesce((select ${filled([
      sql`title`,
      sql`hours || ' ч.'`,
      sql`organisation`,
      sql`substr(coalesce("to", "from"), 1, 4)`,
    ])} from course where librarianId = librarian.id and coalesce("to", "from") <= ${on}
      order by coalesce("to", "from") desc, ord desc limit 1), '') as lastCourse,
    coalesce((select group_concat(${filled([sql`title`, sql`substr("on", 1, 4)`])}, '; ')
      from award where librarianId = librarian.id order by ord), '') as awards`
}
