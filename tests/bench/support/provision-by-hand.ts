/** The same answers as `provision.list` by the best SQL for each question, over the same file with the same kept rows. */
const year = "schoolYear = '2026-2027'"
const sums = [
  'students',
  'usable',
  'deficit',
  'surplus',
  'expired',
  'nextStudents',
  'nextUsable',
  'nextDeficit',
  'nextSurplus',
]
const totals = (where: string): string =>
  `SELECT count(*), ${sums.map((name) => `sum(${name})`).join(', ')} FROM provision WHERE ${where}`

const page = (ids: string): string => `
  WITH page AS MATERIALIZED (${ids})
  SELECT provision.*, school.shortName AS school, subject.name AS subject,
    CASE WHEN students > 0 THEN usable * 100 / students END AS coefficient
  FROM page JOIN provision ON ${year} AND provision.id = page.id
    JOIN school ON school.id = provision.schoolId JOIN subject ON subject.id = provision.subjectId`
const ordered = 'ORDER BY schoolSort, grade, subjectSort, id'
const found = (where: string, order: string): string[] => [
  page(`SELECT id FROM provision WHERE ${year} AND ${where} ${order} LIMIT 100`),
  totals(`${year} AND ${where}`),
]

export const provisionByHand = {
  first: [page(`SELECT id FROM provision WHERE ${year} ${ordered} LIMIT 100`), totals(year)],
  short: found('deficit > 0', 'ORDER BY deficit DESC, id DESC'),
  ofSchool: (key: string) => found(`schoolId = (SELECT id FROM school WHERE nameKey = '${key}')`, ordered),
  ofSubject: (key: string) => found(`subjectId = (SELECT id FROM subject WHERE nameKey = '${key}')`, ordered),
  byCoefficient: [
    page(
      `SELECT id FROM provision WHERE ${year} ORDER BY students = 0, CASE WHEN students > 0 THEN usable * 100 / students END, id LIMIT 100`,
    ),
    totals(year),
  ],
  middle: [page(`SELECT id FROM provision WHERE ${year} ${ordered} LIMIT 100 OFFSET 80000`)],
  groups: [
    `SELECT (SELECT shortName FROM school WHERE id = schoolId), n.* FROM (
      SELECT schoolId, count(*), ${sums.map((name) => `sum(${name})`).join(', ')} FROM provision WHERE ${year} GROUP BY schoolId) AS n`,
  ],
} as const
