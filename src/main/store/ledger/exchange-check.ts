import type { Database as Sqlite } from 'better-sqlite3'
import { fundState } from './fund'
import { nameOfSide } from './fund-check'

/** Most told one by one; the rest are counted. */
const most = 20

/** What the exchange fund keeps against its own rules: nothing promised twice, transfers that moved what their state says; in words. */
export function wrongExchange(raw: Sqlite, today: string): string[] {
  return [
    ...overPromised(raw, 'surplus', today),
    ...overPromised(raw, 'need', today),
    ...moved(raw),
    ...reservations(raw),
  ]
}

function overPromised(raw: Sqlite, side: 'surplus' | 'need', today: string): string[] {
  // Only what anything was promised of can be wrong.
  const ids = raw
    .prepare<[], number>(
      `SELECT ${side}Id FROM reservation UNION SELECT ${side}Id FROM transferLine WHERE ${side}Id IS NOT NULL`,
    )
    .pluck()
    .all()
  return told(
    ids.flatMap((id) => {
      const state = fundState(raw, side, id, today)
      if (!state || state.rest >= 0) return []
      const promised = state.reserved + state.transferred
      const what = side === 'surplus' ? 'Излишек' : 'Потребность'
      return [`${what} ${nameOfSide(raw, side, id)}: в бронях и передачах ${promised}, а заявлено ${state.copies}.`]
    }),
  )
}

interface Wrong {
  transferId: number
  out: number
  came: number
  toGo: number
  toCome: number
}

/** A movement of any lot but those of the giver and the receiver is counted with neither, and shows as a difference. */
function moved(raw: Sqlite): string[] {
  const wrong = raw
    .prepare<[], Wrong>(
      `WITH found AS (SELECT id FROM movement WHERE kind = 'correction' AND transferLineId IS NOT NULL),
       own AS (SELECT movement.transferLineId AS lineId, lot.schoolId, sum(movement.copies) AS copies,
           min(source.textbookId = lot.textbookId AND source.publicationYear = lot.publicationYear
             AND source.price = lot.price AND source.source = lot.source) AS same
         FROM movement JOIN lot ON lot.id = movement.lotId JOIN transferLine ON transferLine.id = movement.transferLineId
         JOIN lot AS source ON source.id = transferLine.lotId
         WHERE movement.id NOT IN (SELECT id FROM found)
           AND (movement.reversesId IS NULL OR movement.reversesId NOT IN (SELECT id FROM found)) GROUP BY 1, 2),
       line AS (SELECT transferLine.id, transferId, fromSchoolId, toSchoolId,
           CASE WHEN state = 'handed' THEN copies WHEN state IN ('received', 'returned') THEN coalesce(received, 0) - returned ELSE 0 END AS toGo,
           CASE WHEN state IN ('received', 'returned') THEN coalesce(received, 0) - returned ELSE 0 END AS toCome
         FROM transferLine JOIN transfer ON transfer.id = transferId)
       SELECT * FROM (SELECT line.transferId, line.toGo, line.toCome,
           -coalesce((SELECT sum(copies) FROM own WHERE lineId = line.id AND schoolId = fromSchoolId AND same = 1), 0) AS out,
           coalesce((SELECT sum(copies) FROM own WHERE lineId = line.id AND schoolId = toSchoolId AND same = 1), 0) AS came
         FROM line) WHERE out <> toGo OR came <> toCome`,
    )
    .all()
  return told(
    wrong.map(
      ({ transferId, out, came, toGo, toCome }) =>
        `Передача № ${transferId}: по состоянию должно уйти ${toGo} и прийти ${toCome}, а по движениям ушло ${out} и пришло ${came}.`,
    ),
  )
}

function reservations(raw: Sqlite): string[] {
  const wrong = raw
    .prepare<[], number>(
      `SELECT id FROM reservation WHERE (state = 'used') <> (id IN (SELECT reservationId FROM transferLine
         JOIN transfer ON transfer.id = transferId WHERE reservationId IS NOT NULL AND transfer.state <> 'cancelled'))`,
    )
    .pluck()
    .all()
  return told(wrong.map((id) => `Бронь № ${id}: её состояние расходится с передачами.`))
}

function told(wrong: string[]): string[] {
  if (wrong.length <= most) return wrong
  return [...wrong.slice(0, most), `И ещё такого же: ${wrong.length - most}.`]
}
