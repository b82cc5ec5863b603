import type { Candidate, WriteOffRule } from '@shared/contract/writeoff'
import { formatDate } from '@shared/domain/dates'
import { stem, words } from '@shared/domain/text/stems'
import type { Database as Sqlite } from 'better-sqlite3'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../database/schema'
import { promisedByLot } from '../../ledger/promised'
import { gradesText } from '../../lists/textbooks'

/** Lots the rule fits, with what of them is free. */

type Part = RawBuilder<unknown>

/** The rule asks for nothing: every lot would fit. */
export const isEmptyRule = (rule: WriteOffRule): boolean =>
  rule.publishedBy === null && rule.usableUntilBefore === null && !rule.dropped && words(rule.search).length === 0

function fitting(rule: WriteOffRule, schoolIds: readonly number[] | null): Part {
  const conditions = [
    sql`lot.copies > 0`,
    ...(rule.publishedBy === null ? [] : [sql`lot.publicationYear between 1 and ${rule.publishedBy}`]),
    ...(rule.usableUntilBefore === null ? [] : [sql`textbook.usableUntil < ${rule.usableUntilBefore}`]),
    ...(rule.dropped ? [sql`textbook.fplState = 'dropped'`] : []),
    ...words(rule.search).map(
      (word) =>
        sql`(textbook.norm || ' ' || subject.norm like ${`%${word}%`} or ' ' || textbook.stems || ' ' like ${`% ${stem(word)} %`})`,
    ),
    ...(schoolIds === null ? [] : [sql`lot.schoolId in (select value from json_each(${JSON.stringify(schoolIds)}))`]),
  ]
  return sql.join(conditions, sql` and `)
}

function free(rule: WriteOffRule, schoolIds: readonly number[] | null): Part {
  return sql`
    with promised as materialized (${sql.raw(promisedByLot)}),
    fit as materialized (
      select lot.id as lotId, lot.schoolId, lot.textbookId, lot.publicationYear, lot.price, lot.source,
        lot.copies - coalesce(promised.copies, 0) as copies
      from lot
      join textbook on textbook.id = lot.textbookId
      join subject on subject.id = textbook.subjectId
      left join promised on promised.lotId = lot.id
      where ${fitting(rule, schoolIds)} and lot.copies > coalesce(promised.copies, 0)
    )`
}

export interface Candidates {
  candidates: Candidate[]
  total: { lots: number; copies: number; sum: number }
}

/** By school and title; the totals are of all, also beyond the limit. */
export async function findCandidates(
  trx: Kysely<Database>,
  rule: WriteOffRule,
  schoolIds: readonly number[] | null,
  limit: number,
): Promise<Candidates> {
  const totals = await sql<Candidates['total']>`
    ${free(rule, schoolIds)}
    select count(*) as lots, coalesce(sum(copies), 0) as copies, coalesce(sum(copies * price), 0) as sum from fit
  `.execute(trx)
  const { rows } = await sql<Omit<Candidate, 'why'> & { fplState: string }>`
    ${free(rule, schoolIds)}
    select fit.lotId, fit.schoolId, school.shortName as school, textbook.label as textbook, subject.name as subject, ${gradesText} as grades,
      fit.publicationYear, fit.price, fit.source, textbook.usableUntil, fit.copies
    from fit
    join school on school.id = fit.schoolId
    join textbook on textbook.id = fit.textbookId
    join subject on subject.id = textbook.subjectId
    order by school.sortKey, school.id, textbook.nameSort, textbook.id, fit.publicationYear, fit.lotId
    limit ${limit}
  `.execute(trx)
  return {
    candidates: rows.map((row) => ({ ...row, why: why(rule, row) })),
    total: totals.rows[0] ?? { lots: 0, copies: 0, sum: 0 },
  }
}

export interface SchoolCandidates {
  schoolId: number
  copies: number
  sum: number
}

/** What the rule fits in each of the schools; those with nothing are not told. */
export function candidatesBySchool(
  trx: Kysely<Database>,
  rule: WriteOffRule,
  schoolIds: readonly number[],
): Promise<SchoolCandidates[]> {
  return sql<SchoolCandidates>`
    ${free(rule, schoolIds)}
    select schoolId, sum(copies) as copies, sum(copies * price) as sum from fit group by schoolId
  `
    .execute(trx)
    .then(({ rows }) => rows)
}

/** Which conditions a lot fits: «издан в 2012 году; срок использования истёк 31.08.2024». */
function why(rule: WriteOffRule, lot: { publicationYear: number; usableUntil: string | null }): string {
  return [
    rule.publishedBy === null ? '' : `издан в ${lot.publicationYear} году`,
    rule.usableUntilBefore === null || lot.usableUntil === null
      ? ''
      : `срок использования истёк ${formatDate(lot.usableUntil, 'digits')}`,
    rule.dropped ? 'исключён из федерального перечня' : '',
    words(rule.search).length === 0 ? '' : `найден по словам «${rule.search}»`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** Copies of a lot in acts of the campaign are told by its acts. */
export interface CampaignActs {
  schoolId: number
  drafted: number
  booked: number
  bookedSum: number
}

export function actsBySchool(raw: Sqlite, campaignId: number): CampaignActs[] {
  return raw
    .prepare<[number], CampaignActs>(
      `SELECT writeOff.schoolId, sum(CASE WHEN state = 'drafted' THEN line.copies ELSE 0 END) AS drafted,
         sum(CASE WHEN state = 'booked' THEN line.copies ELSE 0 END) AS booked,
         sum(CASE WHEN state = 'booked' THEN line.copies * lot.price ELSE 0 END) AS bookedSum
       FROM writeOff JOIN writeOffLine AS line ON line.writeOffId = writeOff.id JOIN lot ON lot.id = line.lotId
       WHERE campaignId = ? AND state <> 'reversed' GROUP BY writeOff.schoolId`,
    )
    .all(campaignId)
}
