/**
 * Pages of the ledger's lists by the best SQL we could write by hand for each one question. Each answers the columns that the
 * grid shows, not the hidden ones, and where it is asked for the count and sums of all that match.
 */
const on = '2026-11-21'
const year = `date BETWEEN '2025-09-01' AND '2026-08-31'`
const grades = `CASE WHEN textbook.gradeFrom = textbook.gradeTo THEN '' || textbook.gradeFrom ELSE textbook.gradeFrom || '–' || textbook.gradeTo END`
const promised = `coalesce((SELECT sum(line.copies) FROM transferLine AS line JOIN transfer ON transfer.id = transferId
    WHERE line.lotId = lot.id AND transfer.state IN ('drafted', 'agreed')), 0)
  + coalesce((SELECT sum(line.copies) FROM writeOffLine AS line JOIN writeOff ON writeOff.id = writeOffId
    WHERE line.lotId = lot.id AND writeOff.state = 'drafted'), 0)`
const joins = `JOIN school ON school.id = schoolId JOIN textbook ON textbook.id = textbookId JOIN subject ON subject.id = subjectId`
const book = `school.shortName, textbook.label, subject.name, ${grades}, textbook.usableUntil, lot.publicationYear, lot.price, lot.source`

const lotPage = (ids: string, copies = 'lot.copies'): string => `
  WITH page AS MATERIALIZED (${ids})
  SELECT lot.id, ${book}, ${copies} AS copies, ${copies} * lot.price AS sum,
    textbook.usableUntil IS NULL OR textbook.usableUntil >= '${on}' AS usable, ${promised} AS promised
  FROM page JOIN lot ON lot.id = page.id ${joins}`
const movementPage = (ids: string): string => `
  WITH page AS MATERIALIZED (${ids})
  SELECT movement.id, date, movement.kind, ${book}, movement.copies, movement.copies * lot.price AS sum, document, movement.note
  FROM page JOIN movement ON movement.id = page.id JOIN lot ON lot.id = lotId ${joins}`

/** Count, sums and first ids of one reading; `from` has the tables, `order` names columns of the reading. */
const found = (from: string, key: string, sums: readonly string[], order: string): string => {
  const columns = sums.map((sum, index) => `${sum} AS s${index}`).join(', ')
  return `WITH found AS MATERIALIZED (SELECT ${key} AS id, ${columns}${order === '' ? '' : `, ${order} AS "order"`} FROM ${from})
    SELECT id, (SELECT json_array(count(*)${sums.map((_, index) => `, sum(s${index})`).join('')}) FROM found) AS totals
    FROM found ORDER BY ${order === '' ? 'id' : '"order", id'} LIMIT 100`
}
const lots = (where: string, order: string): string =>
  found(
    `lot ${joins} WHERE movements > 0 AND ${where}`,
    'lot.id',
    ['lot.copies', 'lot.copies * lot.price', promised],
    order,
  )
const moves = (where: string, order: string): string =>
  found(
    `movement JOIN lot ON lot.id = lotId ${joins} WHERE ${where}`,
    'movement.id',
    ['movement.copies', 'movement.copies * lot.price'],
    order,
  )
const oneSchool = (name: string): string => `schoolId = (SELECT id FROM school WHERE nameKey = '${name}')`
const then = (day: string): string =>
  `(SELECT sum(movement.copies) FROM movement WHERE movement.lotId = lot.id AND date <= '${day}')`

export const ledgerByHand = {
  first: [
    lotPage(`SELECT lot.id FROM school CROSS JOIN lot ON schoolId = school.id JOIN textbook ON textbook.id = textbookId
      WHERE movements > 0 ORDER BY school.sortKey, textbook.nameSort, lot.id LIMIT 100`),
    'SELECT count(*), sum(copies), sum(copies * price) FROM lot WHERE movements > 0',
    `SELECT sum(line.copies) FROM transferLine AS line JOIN transfer ON transfer.id = transferId WHERE transfer.state IN ('drafted', 'agreed')`,
  ],
  ofSchool: (name: string) => [lotPage(lots(oneSchool(name), 'textbook.nameSort'))],
  ofSubject: (name: string) => [lotPage(lots(`subject.nameKey = '${name}'`, 'textbook.nameSort'))],
  titled: (word: string) => [
    lotPage(lots(`textbookId IN (SELECT id FROM textbook WHERE nameKey LIKE '%${word}%')`, 'textbook.nameSort')),
  ],
  searched: (word: string) => [
    lotPage(
      lots(
        `(schoolId IN (SELECT id FROM school WHERE norm LIKE '%${word}%') OR textbookId IN (SELECT id FROM textbook WHERE norm LIKE '%${word}%'))`,
        'school.sortKey, textbook.nameSort'.split(',')[0] ?? '',
      ),
    ),
  ],
  byCopies: [
    lotPage('SELECT id FROM lot WHERE movements > 0 ORDER BY copies DESC, id DESC LIMIT 100'),
    'SELECT count(*), sum(copies), sum(copies * price) FROM lot WHERE movements > 0',
  ],
  ofSchoolThen: (name: string, day: string) => [
    lotPage(
      found(
        `lot ${joins} WHERE ${oneSchool(name)} AND EXISTS (SELECT 1 FROM movement WHERE lotId = lot.id AND date <= '${day}')`,
        'lot.id',
        [then(day), `${then(day)} * lot.price`, promised],
        'textbook.nameSort',
      ),
      then(day),
    ),
  ],
  onDay: (day: string) => [
    lotPage(
      `SELECT lot.id FROM school CROSS JOIN lot ON schoolId = school.id JOIN textbook ON textbook.id = textbookId
        WHERE EXISTS (SELECT 1 FROM movement WHERE lotId = lot.id AND date <= '${day}')
        ORDER BY school.sortKey, textbook.nameSort, lot.id LIMIT 100`,
      then(day),
    ),
    `SELECT count(*), sum(n), sum(n * price) FROM (SELECT ${then(day)} AS n, price FROM lot) WHERE n IS NOT NULL`,
  ],
  groups: [
    'SELECT school.shortName, count(*), sum(copies), sum(copies * price) FROM lot JOIN school ON school.id = schoolId WHERE movements > 0 GROUP BY schoolId',
  ],
  moves: [
    movementPage('SELECT id FROM movement ORDER BY date DESC, id DESC LIMIT 100'),
    'SELECT sum(movements), sum(copies), sum(copies * price) FROM lot',
  ],
  movesOfYear: [
    movementPage(`SELECT id FROM movement WHERE ${year} ORDER BY date DESC, id DESC LIMIT 100`),
    `SELECT count(*), sum(movement.copies), sum(movement.copies * price) FROM movement JOIN lot ON lot.id = lotId WHERE ${year}`,
  ],
  movesOfSchool: (name: string) => [movementPage(moves(oneSchool(name), 'textbook.nameSort'))],
  movesOfSubject: (name: string) => [
    movementPage(moves(`subject.nameKey = '${name}' AND ${year}`, 'textbook.nameSort')),
  ],
  movesGroups: [
    `SELECT kind, count(*), sum(movement.copies), sum(movement.copies * price) FROM movement JOIN lot ON lot.id = lotId GROUP BY kind`,
  ],
} as const
