import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, keyed, sectionFaults, sumBy } from './expected'
import { cellsOf, daysOf, type Judged, sample } from './judge'

/** Turnover of the exchange fund, counted from transfers and their lines; what it saves, at the prices of the catalogue. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface Line {
  transferId: number
  actNumber: string
  actDate: string
  handedOn: string
  term: 'permanent' | 'temporary'
  giver: string
  receiver: string
  givenBy: number
  takenBy: number
  subject: string
  textbookId: number
  came: number
  price: number
}

/** Lines handed over within the days; what did not arrive was not passed on, what is on its way counts as sent. */
function lines(from: string, to: string, place: number | null): Line[] {
  return district.rows<Line>(
    `SELECT t.id AS transferId, t.actNumber, t.actDate, t.handedOn, t.term, g.shortName AS giver, r.shortName AS receiver,
       t.fromSchoolId AS givenBy, t.toSchoolId AS takenBy, s.name AS subject, b.id AS textbookId,
       CASE WHEN t.receivedOn IS NULL OR t.receivedOn > ? THEN l.copies ELSE l.received END AS came,
       coalesce(b.price, lot.price) AS price
     FROM transferLine l JOIN transfer t ON t.id = l.transferId
       JOIN school g ON g.id = t.fromSchoolId JOIN school r ON r.id = t.toSchoolId
       JOIN lot ON lot.id = l.lotId JOIN textbook b ON b.id = lot.textbookId JOIN subject s ON s.id = b.subjectId
     WHERE t.handedOn BETWEEN ? AND ? AND t.state <> 'cancelled'
       AND (? IS NULL OR EXISTS (SELECT 1 FROM associationSchool a WHERE a.associationId = ? AND a.schoolId IN (t.fromSchoolId, t.toSchoolId)))
     ORDER BY t.handedOn, t.id, l.ord`,
    to,
    from,
    to,
    place,
    place,
  )
}

const came = (all: readonly Line[]): number => all.reduce((sum, line) => sum + line.came, 0)
const saved = (all: readonly Line[]): number => all.reduce((sum, line) => sum + line.came * line.price, 0)
const distinct = <T>(all: readonly Line[], of: (line: Line) => T): number => new Set(all.map(of)).size

function grouped(all: readonly Line[], by: (line: Line) => string): Expected {
  return {
    lines: all.length,
    came: came(all),
    saved: saved(all),
    ...keyed('lines:', sumBy(all, by)),
    ...keyed(
      'came:',
      sumBy(all, by, (line) => line.came),
    ),
    ...keyed(
      'saved:',
      sumBy(all, by, (line) => line.came * line.price),
    ),
  }
}

/** Copies of loans that were out on a day, and which of them were late. */
function loans(day: string): { out: number; late: number } {
  const all = district.rows<{ id: number; dueBack: string | null; received: number; transferId: number }>(
    `SELECT l.id, t.dueBack, l.received, t.id AS transferId FROM transferLine l JOIN transfer t ON t.id = l.transferId
     WHERE t.term = 'temporary' AND t.receivedOn <= ?`,
    day,
  )
  const back = (id: number): number =>
    district.number(
      "SELECT coalesce(sum(-copies), 0) FROM movement WHERE transferLineId = ? AND kind = 'return-out' AND date <= ?",
      id,
      day,
    ) ?? 0
  const out = all.map((one) => ({ ...one, left: one.received - back(one.id) }))
  const sum = (some: typeof out): number => some.reduce((whole, one) => whole + one.left, 0)
  return { out: sum(out), late: sum(out.filter((one) => one.dueBack !== null && one.dueBack < day)) }
}

/** What is open on a day of surpluses or needs: those that stand today were not changed since in the sample. */
function openCopies(table: 'surplus' | 'need', day: string): number {
  const field = table === 'surplus' ? 'surplusId' : 'needId'
  return (
    district.number(
      `SELECT coalesce(sum(f.copies - coalesce((
          SELECT sum(CASE WHEN t.receivedOn IS NOT NULL AND t.receivedOn <= ? THEN l.received ELSE l.copies END)
          FROM transferLine l JOIN transfer t ON t.id = l.transferId
          WHERE l.${field} = f.id AND t.draftedOn <= ? AND (t.cancelledOn IS NULL OR t.cancelledOn > ?)), 0)), 0)
       FROM ${table} f
       WHERE f.since <= ? AND (f.until IS NULL OR f.until >= ?) AND (f.state = 'open' OR f.withdrawnOn > ?)`,
      day,
      day,
      day,
      day,
      day,
      day,
    ) ?? 0
  )
}

const asked = ['2024-2025', '2025-2026', '2026-2027']

test.each(asked)('the exchange of %s', async (year) => {
  const { from, on } = daysOf(year)
  const all = lines(from, on, null)
  const content = await district.section('exchange', year)
  const loan = loans(on)
  const summary: Expected = {
    transfers: distinct(all, (line) => line.transferId),
    came: came(all),
    saved: saved(all),
    titles: distinct(all, (line) => line.textbookId),
    givers: distinct(all, (line) => line.givenBy),
    receivers: distinct(all, (line) => line.takenBy),
    permanent: came(all.filter((line) => line.term === 'permanent')),
    temporary: came(all.filter((line) => line.term === 'temporary')),
    'came:permanent': came(all.filter((line) => line.term === 'permanent')),
    'came:temporary': came(all.filter((line) => line.term === 'temporary')),
    onLoan: loan.out,
    overdue: loan.late,
    returned: district.number(
      `SELECT coalesce(sum(-copies), 0) FROM movement WHERE kind = 'return-out' AND date BETWEEN ? AND ?`,
      from,
      on,
    ),
  }
  const told = (key: string): string[] =>
    content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
  const only = (expected: Expected, key: string): Expected =>
    Object.fromEntries(Object.entries(expected).filter(([name]) => told(key).includes(name)))
  const months = sumBy(
    all,
    (line) => line.handedOn.slice(0, 7),
    (line) => line.came,
  )
  const chart = content.parts.find((part) => part.key === 'months')
  if (chart)
    expect(chart.figures.map((one) => one.value)).toEqual(monthsOf(year).map((month) => months.get(month) ?? 0))
  expect(
    sectionFaults(
      { ...content, parts: content.parts.filter((part) => !['months', 'acts', 'fund'].includes(part.key)) },
      {
        summary: {
          ...only(
            {
              ...summary,
              surplusEnd: openCopies('surplus', on),
              needEnd: openCopies('need', on),
              ...declared('surplus', from, on),
              ...declared('need', from, on),
            },
            'summary',
          ),
        },
        subjects: grouped(all, (line) => line.subject),
        givers: only(
          grouped(all, (line) => line.giver),
          'givers',
        ),
        receivers: only(
          grouped(all, (line) => line.receiver),
          'receivers',
        ),
      },
    ),
  ).toEqual([])
  const acts = content.parts.find((part) => part.key === 'acts')
  if (acts) {
    const papers = [...new Set(all.map((line) => line.transferId))].map((id) =>
      all.filter((line) => line.transferId === id),
    )
    expect(
      cellsOf(acts)
        .slice(0, -1)
        .map((cells) => cells.slice(0, 5)),
    ).toEqual(
      papers.map((some) => [
        `№ ${some[0]?.actNumber} от ${some[0]?.actDate.split('-').reverse().join('.')}`,
        (some[0]?.handedOn ?? '').split('-').reverse().join('.'),
        some[0]?.giver,
        some[0]?.receiver,
        String(came(some)),
      ]),
    )
  }
})

/** Surpluses or needs put down within the days. */
function declared(table: 'surplus' | 'need', from: string, to: string): Expected {
  const school = table === 'surplus' ? 'lot.schoolId' : 'f.schoolId'
  const join = table === 'surplus' ? 'JOIN lot ON lot.id = f.lotId' : ''
  const [row] = district.rows<{ rows: number; copies: number; schools: number }>(
    `SELECT count(*) AS rows, coalesce(sum(f.copies), 0) AS copies, count(DISTINCT ${school}) AS schools
     FROM ${table} f ${join} WHERE f.since BETWEEN ? AND ?`,
    from,
    to,
  )
  const name = table === 'surplus' ? 'offered' : 'asked'
  return { [name]: row?.rows ?? 0, [`${name}Copies`]: row?.copies ?? 0, [`${name}Schools`]: row?.schools ?? 0 }
}

const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1
    return `${month >= 9 ? year.slice(0, 4) : year.slice(5)}-${String(month).padStart(2, '0')}`
  })
