import { openRaw } from '@store/database/connection'
import { dataFolder } from '@store/database/folder'
import { addFunctions } from '@store/database/functions'
import type { Database as Sqlite } from 'better-sqlite3'

/**
 * The same answers by the best SQL we could write by hand for this one question, over the same file: what a list's general
 * way is measured against. Each answers the columns that the grid shows, not the hidden ones.
 */
const on = '2026-11-21'
const held = `("from" IS NULL OR "from" <= '${on}') AND ("to" IS NULL OR "to" >= '${on}')`
const places = `FROM employment WHERE librarianId = librarian.id AND ${held}`
const years = (since: string): string =>
  `(2026 - CAST(substr(${since}, 1, 4) AS INTEGER) - ('11-21' < substr(${since}, 6)))`

const shown = `
  SELECT librarian.id, trim(surname || ' ' || given || ' ' || patronymic) AS name,
    (SELECT group_concat((SELECT shortName FROM school WHERE id = schoolId), '; ' ORDER BY main DESC, ord) ${places}) AS schools,
    (SELECT group_concat(position, '; ' ORDER BY main DESC, ord) ${places}) AS position, (SELECT sum(rate) ${places}) AS rate,
    (SELECT group_concat(level || field, '; ' ORDER BY ord) FROM education WHERE librarianId = librarian.id) AS education,
    ${years('workingSince')} AS service, ${years('libraryWorkSince')} AS libraryService, category, categoryUntil,
    (SELECT max(coalesce("to", "from")) FROM course WHERE librarianId = librarian.id AND coalesce("to", "from") <= '${on}') AS lastCourseOn,
    phone, email, roleInAssociation, EXISTS (SELECT 1 ${places}) AS working
  FROM librarian`

/** Rows of the ids, in their order. */
const page = (ids: string): string => `WITH page AS MATERIALIZED (${ids}) ${shown} JOIN page ON page.id = librarian.id`

const everyTotal = `
  SELECT (SELECT count(*) FROM librarian) - count(*) AS n,
    (SELECT sum(rate) FROM employment WHERE ${held})
      - coalesce(sum((SELECT sum(rate) ${places})), 0) AS rate
  FROM librarian WHERE erased = 1`

/** Count, sum and ids of one reading of the table; `$` is the condition. */
const found = (where: string, order: string): string => `
  WITH found AS MATERIALIZED (
    SELECT id, category, sortKey, (SELECT sum(rate) ${places}) AS rate FROM librarian WHERE likelihood(erased = 0, 0.99) AND ${where})
  SELECT id, (SELECT json_array(count(*), sum(rate)) FROM found) AS totals FROM found ORDER BY ${order} LIMIT 100`

export const byHand = {
  first: [
    page('SELECT id FROM librarian WHERE likelihood(erased = 0, 0.99) ORDER BY sortKey, id LIMIT 100'),
    everyTotal,
  ],
  filtered: (word: string) => [page(found(`nameKey LIKE '%${word}%'`, 'category, id'))],
  searched: (word: string) => [
    page(
      found(
        `(norm LIKE '%${word}%' OR id IN (SELECT librarianId FROM employment
          WHERE schoolId IN (SELECT id FROM school WHERE norm LIKE '%${word}%') AND ${held}))`,
        'sortKey, id',
      ),
    ),
  ],
  sorted: [
    page('SELECT id FROM librarian WHERE likelihood(erased = 0, 0.99) ORDER BY category, id LIMIT 100'),
    everyTotal,
  ],
  after: [
    page(`SELECT id FROM librarian WHERE likelihood(erased = 0, 0.99)
      AND (sortKey, id) > (SELECT sortKey, id FROM librarian ORDER BY sortKey, id LIMIT 1 OFFSET 99999)
      ORDER BY sortKey, id LIMIT 100`),
  ],
  middle: [
    page('SELECT id FROM librarian WHERE likelihood(erased = 0, 0.99) ORDER BY sortKey, id LIMIT 100 OFFSET 100000'),
  ],
  middleSorted: [
    page('SELECT id FROM librarian WHERE likelihood(erased = 0, 0.99) ORDER BY category, id LIMIT 100 OFFSET 100000'),
  ],
  groups: [
    `SELECT category, count(*), sum((SELECT sum(rate) ${places})) FROM librarian WHERE likelihood(erased = 0, 0.99) GROUP BY category`,
  ],
  sums: [
    `SELECT count(rate), sum(rate), count(service), sum(service) FROM (
      SELECT (SELECT sum(rate) ${places}) AS rate, ${years('workingSince')} AS service FROM librarian WHERE likelihood(erased = 0, 0.99))`,
  ],
} as const

/** A connection set up as the store's reader is. */
export function openByHand(dir: string): { raw: Sqlite; ask: (statements: readonly string[]) => number } {
  const raw = openRaw(dataFolder(dir).database)
  addFunctions(raw)
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>()
  return {
    raw,
    ask(all) {
      let rows = 0
      for (const sql of all) {
        const statement = statements.get(sql) ?? raw.prepare(sql)
        statements.set(sql, statement)
        rows += statement.all().length
      }
      return rows
    },
  }
}
